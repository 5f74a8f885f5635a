//! A request as far as a static server needs it. Anything odd becomes a request that is refused.

use std::io::{BufRead, Read};

/// No browser's request is longer; what is, is not read.
const LONGEST_HEAD: u64 = 16 * 1024;

/// Method, decoded path and the headers that matter.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// As sent: GET, HEAD or something that is refused.
    pub method: String,
    /// The path without its query, percent-decoded; nothing where it made no sense.
    pub path: Option<String>,
    /// Whether the client takes gzip.
    pub takes_gzip: bool,
    /// The tag of the copy that the client holds.
    pub if_none_match: Option<String>,
    closes: bool,
}

impl Request {
    /// Whether the connection may serve another request.
    pub fn keeps_alive(&self) -> bool {
        // A body that nobody reads would be taken for the next request.
        !self.closes && self.path.is_some() && (self.method == "GET" || self.method == "HEAD")
    }

    /// HEAD wants everything but the body.
    pub fn wants_body(&self) -> bool {
        self.method != "HEAD"
    }
}

/// Reads one request; nothing when the client is done.
pub fn read(from: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut head = from.take(LONGEST_HEAD);
    let Some(first) = line(&mut head)? else { return Ok(None) };
    let mut request = first_line(&first);
    loop {
        match line(&mut head)? {
            Some(text) if text.is_empty() => return Ok(Some(request)),
            Some(text) => header(&mut request, &text),
            None => {
                // Ended in the middle, or longer than anything sane.
                request.path = None;
                return Ok(Some(request));
            }
        }
    }
}

fn line(from: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut bytes = Vec::new();
    from.read_until(b'\n', &mut bytes)?;
    if bytes.pop() != Some(b'\n') {
        return Ok(None);
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn first_line(text: &str) -> Request {
    let mut words = text.split(' ');
    let method = words.next().unwrap_or_default().to_owned();
    let target = words.next().unwrap_or_default();
    let version = words.next().unwrap_or_default();
    let path = target.starts_with('/').then(|| target.split(['?', '#']).next().unwrap_or_default());
    Request { method, path: path.and_then(decode), closes: version != "HTTP/1.1", ..Request::default() }
}

fn header(request: &mut Request, text: &str) {
    let Some((name, value)) = text.split_once(':') else { return };
    let value = value.trim();
    match name.to_ascii_lowercase().as_str() {
        "accept-encoding" => {
            request.takes_gzip =
                value.split(',').any(|coding| coding.trim().split(';').next() == Some("gzip"));
        }
        "if-none-match" => request.if_none_match = Some(value.to_owned()),
        "connection" => request.closes |= value.eq_ignore_ascii_case("close"),
        _ => {}
    }
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(text: &str) -> Request {
        read(&mut text.as_bytes()).unwrap().unwrap()
    }

    #[test]
    fn the_query_is_no_part_of_the_path() {
        assert_eq!(request("GET /a%20b?x=../y HTTP/1.1\r\n\r\n").path.as_deref(), Some("/a b"));
    }

    #[test]
    fn nonsense_has_no_path_and_ends_the_connection() {
        let lines = [
            "",
            " ",
            "GET",
            "GET /%zz HTTP/1.1",
            "GET http://x/ HTTP/1.1",
            "GET /%ff HTTP/1.1",
            "\u{0}\u{1}",
        ];
        for first in lines {
            let odd = request(&format!("{first}\r\n\r\n"));
            assert_eq!((odd.path.clone(), odd.keeps_alive()), (None, false), "{first:?}");
        }
    }

    #[test]
    fn a_head_without_end_is_not_read_to_its_end() {
        let endless = format!("GET / HTTP/1.1\r\nx: {}", "y".repeat(100_000));
        assert_eq!(request(&endless).path, None);
    }
}
