//! Markdown, written so that no text of a note can become markup: a table stays a table.

/// A Markdown document in the making.
#[derive(Debug, Default)]
pub struct Markdown {
    text: String,
}

impl Markdown {
    /// The document.
    pub fn finish(self) -> String {
        self.text
    }

    /// A heading of the given level.
    pub fn heading(&mut self, level: usize, text: &str) {
        self.gap();
        self.line(&format!("{} {}", "#".repeat(level), escape(text)));
    }

    /// A paragraph; `markup` is Markdown already.
    pub fn paragraph(&mut self, markup: &str) {
        self.gap();
        self.line(markup);
    }

    /// A list; the items are Markdown already.
    pub fn list(&mut self, items: impl IntoIterator<Item = String>) {
        self.gap();
        for item in items {
            self.line(&format!("- {item}"));
        }
    }

    /// A table; the cells are Markdown already.
    pub fn table(&mut self, header: &[String], rows: impl IntoIterator<Item = Vec<String>>) {
        self.gap();
        self.row(header);
        self.line(&format!("|{}", "---|".repeat(header.len())));
        for row in rows {
            self.row(&row);
        }
    }

    fn row(&mut self, cells: &[String]) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// A text in which nothing is markup: special characters escaped, line breaks and tabs made spaces.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            _ if c.is_whitespace() => escaped.push(' '),
            // Control characters, and those that turn the direction of what follows.
            _ if c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

/// `text` in bold type.
pub fn bold(text: &str) -> String {
    if text.trim().is_empty() { String::new() } else { format!("**{}**", escape(text.trim())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_a_cell() {
        let mut markdown = Markdown::default();
        markdown.table(&["a".into(), "b".into()], [vec![escape("1 | 2\n3"), escape("<b>x</b> `y` [z](javascript:1)")]]);
        let lines: Vec<String> = markdown.finish().lines().map(str::to_owned).collect();
        assert_eq!(lines[2], "| 1 \\| 2 3 | &lt;b&gt;x&lt;/b&gt; \\`y\\` \\[z\\](javascript:1) |");
    }
}
