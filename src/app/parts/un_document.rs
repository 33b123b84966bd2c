//! Plain links to the United Nations' documents, under the address that it gives each symbol.

use yew::prelude::*;

/// What a symbol stands behind.
const DOCUMENTS: &str = "https://undocs.org/";

/// A link to the document with this symbol; a double one (`A/70/999–S/2016/620`) leads to the first, which is the same text.
pub fn un_document(symbol: &str) -> Html {
    html! {
        <a class="outward" href={address(symbol)} rel="external noreferrer" title="This document at the United Nations">{ symbol }</a>
    }
}

fn address(symbol: &str) -> String {
    let first = symbol.split(['–', '—']).next().unwrap_or(symbol).trim();
    format!("{DOCUMENTS}{}", first.replace(' ', "%20"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_double_symbol_is_one_document() {
        assert_eq!(address("A/70/999–S/2016/620"), "https://undocs.org/A/70/999");
        assert_eq!(address("S/RES/1894 (2009)"), "https://undocs.org/S/RES/1894%20(2009)");
    }
}
