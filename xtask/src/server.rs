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
