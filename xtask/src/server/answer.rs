//! An answer and the headers that every one of them carries.

/// The header that the viewer promises to run under; the end-to-end tests read the same file.
const POLICY: &str = include_str!("../../../content-security-policy.txt");

/// What is sent back.
pub struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Answer {
    /// A whole body of a type.
    pub fn whole(kind: &'static str, body: Vec<u8>) -> Self {
        Self { status: "200 OK", headers: vec![("content-type", kind.to_owned())], body }
    }

    /// The client's copy is still right.
    pub fn unchanged() -> Self {
        Self { status: "304 Not Modified", headers: Vec::new(), body: Vec::new() }
    }

    /// A refusal in plain words.
    pub fn refusal(status: &'static str) -> Self {
        let body = format!("{status}\n").into_bytes();
        Self { status, headers: vec![("content-type", "text/plain; charset=utf-8".to_owned())], body }
    }

    /// Adds a header.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// As it goes over the wire.
    pub fn bytes(&self, goes_on: bool, with_body: bool) -> Vec<u8> {
        let headers: Vec<String> =
            self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let mut bytes = format!(
            "HTTP/1.1 {}\r\n{}content-length: {}\r\nconnection: {}\r\n\r\n",
            self.status,
            headers.concat(),
            self.body.len(),
            if goes_on { "keep-alive" } else { "close" }
        )
        .into_bytes();
        if with_body {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// The policy with further API origins in `connect-src`.
pub fn policy(api_origins: &[String]) -> String {
    let one_line = POLICY.split_whitespace().collect::<Vec<_>>().join(" ");
    let origins: String = api_origins.iter().flat_map(|origin| [" ", origin]).collect();
    one_line.replace("connect-src 'self'", &format!("connect-src 'self'{origins}"))
}
