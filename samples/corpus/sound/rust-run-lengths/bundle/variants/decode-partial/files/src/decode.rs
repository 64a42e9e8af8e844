/// The opposite of `encode`; `None` for what `encode` would never write.
pub fn decode(code: &str) -> Option<String> {
    let mut text = String::new();
    let mut digits = String::new();
    for letter in code.chars() {
        if letter.is_ascii_digit() {
            digits = letter.to_string();
            continue;
        }
        let count = if digits.is_empty() { 1 } else { digits.parse::<usize>().ok()? };
        text.push_str(&letter.to_string().repeat(count));
        digits.clear();
    }
    Some(text)
}
