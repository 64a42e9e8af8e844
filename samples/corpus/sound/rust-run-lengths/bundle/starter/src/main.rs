mod decode;
mod encode;

use std::io::Read;
use std::process::exit;

fn main() {
    let mut text = String::new();
    if std::io::stdin().read_to_string(&mut text).is_err() {
        eprintln!("the input is no text");
        exit(2);
    }
    let answer = match std::env::args().nth(1).as_deref() {
        Some("encode") => encode::encode(&text),
        Some("decode") => decode::decode(&text),
        _ => {
            eprintln!("usage: rle encode|decode");
            exit(2);
        }
    };
    match answer {
        Some(text) => print!("{}", text),
        None => {
            eprintln!("refused");
            exit(1);
        }
    }
}
