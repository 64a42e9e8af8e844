/// The opposite of `encode`; `None` for what `encode` would never write.
pub fn decode(code: &str) -> Option<String> {
    Some(code.to_string())
}
