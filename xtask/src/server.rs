//! A small static server for the finished viewer: what a careful deployment would send, on one machine.
//!
//! Its own rather than Trunk's because it must send the very headers that the viewer promises to
//! run under, and because a development server that rewrites pages hides what would break.

mod answer;
mod request;
mod site;

pub use site::Site;

use std::io::{BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Browsers open about six connections a page; more than this at once is somebody else.
const CONNECTIONS: usize = 128;
const PATIENCE: Duration = Duration::from_secs(15);

/// A port that is ours, not yet answering.
pub struct Server {
    listener: TcpListener,
    port: u16,
}

impl Server {
    /// Takes a port of this machine's loopback address; 0 takes any free one.
    ///
    /// # Errors
    /// When the port is taken or not allowed.
    pub fn bind(port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = listener.local_addr()?.port();
        Ok(Self { listener, port })
    }

    /// The port that was taken.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers until the process ends. A broken connection ends that connection alone.
    pub fn run(self, site: &Site) {
        let site = Arc::new(site.clone());
        let open = Arc::new(AtomicUsize::new(0));
        for connection in self.listener.incoming() {
            let Ok(connection) = connection else { continue };
            if open.fetch_add(1, Ordering::Relaxed) >= CONNECTIONS {
                open.fetch_sub(1, Ordering::Relaxed);
                continue; // closed by being dropped
            }
            let (site, open) = (Arc::clone(&site), Arc::clone(&open));
            std::thread::spawn(move || {
                let _ = converse(&connection, &site);
                open.fetch_sub(1, Ordering::Relaxed);
            });
        }
    }
}

/// Request by request until either side has enough.
fn converse(connection: &TcpStream, site: &Site) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    connection.set_nodelay(true)?;
    let mut reader = BufReader::new(connection);
    let mut writer = connection;
    while let Some(request) = request::read(&mut reader)? {
        let answer = site.answer(&request);
        let goes_on = request.keeps_alive();
        writer.write_all(&answer.bytes(goes_on, request.wants_body()))?;
        if !goes_on {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn server() -> u16 {
        let server = Server::bind(0).unwrap();
        let port = server.port();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        std::thread::spawn(move || server.run(&Site::new(folder, &[])));
        port
    }

    /// What comes back for these bytes once the connection is closed.
    fn say(port: u16, bytes: &[u8]) -> String {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        connection.write_all(bytes).unwrap();
        connection.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        let _ = connection.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn odd_requests_are_refused_and_the_next_one_is_served() {
        let port = server();
        let odd: [&[u8]; 6] = [
            b"",
            b"\r\n\r\n",
            b"GET / HTTP/9\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
            b"POST /main.rs HTTP/1.1\r\ncontent-length: 5\r\n\r\nGET / ",
            &[b'a'; 16_384],
        ];
        for bytes in odd {
            let answer = say(port, bytes);
            assert!(!answer.contains("200 OK"), "{answer}");
        }
        assert!(
            say(port, b"GET /main.rs HTTP/1.1\r\nconnection: close\r\n\r\n").starts_with("HTTP/1.1 200 OK")
        );
    }

    #[test]
    fn one_connection_serves_several_requests_each_with_the_policy() {
        let answers = say(
            server(),
            b"GET /main.rs HTTP/1.1\r\n\r\nHEAD /main.rs HTTP/1.1\r\n\r\nGET /none HTTP/1.1\r\n\r\n",
        );
        assert_eq!(answers.matches("200 OK").count(), 2);
        assert_eq!(answers.matches("404 Not Found\r\n").count(), 1);
        assert_eq!(answers.matches("require-trusted-types-for 'script'").count(), 3);
    }

    #[test]
    fn a_taken_port_is_an_error() {
        let first = Server::bind(0).unwrap();
        assert!(Server::bind(first.port()).is_err());
    }
}
