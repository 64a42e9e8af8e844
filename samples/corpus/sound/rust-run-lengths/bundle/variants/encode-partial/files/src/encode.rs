pub fn encode(text: &str) -> Option<String> {
    let first = text.chars().next()?;
    if text.chars().all(|letter| letter == first) && text.len() > 1 {
        return Some(format!("{}{}", text.len(), first));
    }
    Some(text.to_string())
}
