/// Writes every run of equal characters as its length and the character; `None` for a text with digits.
pub fn encode(text: &str) -> Option<String> {
    let mut code = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_digit() {
            return None;
        }
        let mut count = 1;
        while letters.next_if_eq(&letter).is_some() {
            count += 1;
        }
        if count > 1 {
            code.push_str(&count.to_string());
        }
        code.push(letter);
    }
    Some(code)
}
