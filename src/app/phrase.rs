//! Values as people read them: dates, times, numbers, lists.

pub use r2p_notes::compare::phrase::*;

/// `text` with a capital first.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// White space folded to single spaces.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` in at most `room` characters, cut with an ellipsis.
pub fn cut(text: &str, room: usize) -> String {
    fit(&[text.to_owned()], 1, room).pop().unwrap_or_default()
}

/// `paragraphs` broken into at most `lines` lines of `room` characters; what does not fit is cut with an ellipsis.
pub fn fit(paragraphs: &[String], lines: usize, room: usize) -> Vec<String> {
    let mut fitted: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
                fitted.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        fitted.push(line);
    }
    let more = fitted.len() > lines;
    fitted.truncate(lines);
    for (at, line) in fitted.iter_mut().enumerate() {
        let cut = more && at + 1 == lines;
        if line.chars().count() + usize::from(cut) > room {
            *line = line.chars().take(room.saturating_sub(1)).collect();
            line.push('…');
        } else if cut {
            line.push('…');
        }
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_or_are_cut() {
        let text = ["Panel discussion on prevention".to_owned(), "Jean Ping".to_owned()];
        assert_eq!(fit(&text, 9, 16), ["Panel discussion", "on prevention", "Jean Ping"]);
        assert_eq!(fit(&text, 2, 16), ["Panel discussion", "on prevention…"]);
        assert_eq!(fit(&text, 1, 16), ["Panel discussio…"]);
        assert_eq!(fit(&["incomprehensibility".to_owned()], 3, 8), ["incompr…"]);
        assert_eq!((cut("2014 (2)", 8), cut("A scan of 2014.txt", 9)), ("2014 (2)".into(), "A scan o…".into()));
    }

    #[test]
    fn capitals_may_have_accents() {
        assert_eq!(capital("élan"), "Élan");
    }
}
