//! Stand-in.
/// Digit.
pub fn digit(c: char) -> Option<u8> {
    Some(match c {
        '0'..='9' => c as u8 - b'0',
        'O' | 'o' | 'Q' | 'D' => 0,
        'I' | 'l' | '|' | '!' | 'i' | ']' | 'J' | 'L' => 1,
        'Z' | 'z' => 2,
        'S' | 's' => 5,
        'b' | 'G' => 6,
        'B' => 8,
        'g' | 'q' => 9,
        _ => return None,
    })
}
/// Similarity.
pub fn similarity(a: &str, b: &str) -> f32 {
    let a: Vec<char> = a.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let b: Vec<char> = b.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut prev = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cur = row[j + 1];
            row[j + 1] = (prev + usize::from(x != y)).min(cur + 1).min(row[j] + 1);
            prev = cur;
        }
    }
    let n = a.len().max(b.len()).max(1);
    1.0 - row[b.len()] as f32 / n as f32
}
