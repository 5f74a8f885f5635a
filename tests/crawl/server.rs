//! A server in memory, and a driver as the browser half is one.

use std::collections::BTreeMap;

use release_atlas::hal::address::split;
use release_atlas::hal::crawl::{Ask, Crawl, Limits, Resolved, State};
use release_atlas::hal::trust::{Judgement, Parts, judge};
use release_atlas::json::{self, Document};

/// The origin of the simulated server.
pub const BASE: &str = "https://api.example";

/// The answer to a path with its query, none for "not found".
type Answers = dyn Fn(&str) -> Option<String>;

/// What is served, and what was asked for.
pub struct Server {
    answer: Box<Answers>,
    /// Paths with queries, in the order asked for.
    pub log: Vec<String>,
}

impl Server {
    /// A server that computes its answers from path and query.
    pub fn computed(answer: impl Fn(&str) -> Option<String> + 'static) -> Self {
        Self { answer: Box::new(answer), log: Vec::new() }
    }

    /// A server of fixed answers.
    pub fn of<const N: usize>(answers: [(&str, &str); N]) -> Self {
        let answers: BTreeMap<String, String> =
            answers.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        Self::computed(move |path| answers.get(path).cloned())
    }

    /// Answers everything that the crawl asks for until it asks for nothing more.
    pub fn run(&mut self, crawl: &mut Crawl) -> State {
        crawl.start();
        for _ in 0..10_000 {
            let asks = crawl.next(0);
            if asks.is_empty() {
                break;
            }
            for ask in asks {
                self.answer(crawl, &ask);
            }
        }
        crawl.state(0)
    }

    fn answer(&mut self, crawl: &mut Crawl, ask: &Ask) {
        let path = ask.address.strip_prefix(BASE).unwrap_or(&ask.address).to_owned();
        let answer = (self.answer)(&path);
        self.log.push(path);
        match answer {
            Some(text) => {
                crawl.answered(ask.id, &document(&text), &ask.address, &resolver(&ask.address));
            }
            None => {
                crawl.failed(ask.id, release_atlas::hal::fault::Class::Missing, None, 0, 0.5);
            }
        }
    }
}

/// A document from its text.
#[expect(clippy::expect_used, reason = "the text stands in the test")]
pub fn document(text: &str) -> Document {
    json::read(text.as_bytes(), &json::Limits::default()).expect("the test's own JSON")
}

/// A crawl that has learnt one document from `path`.
pub fn crawl_of(path: &str, text: &str) -> Crawl {
    crawl_with(Limits::default(), path, text)
}

/// The same with limits.
pub fn crawl_with(limits: Limits, path: &str, text: &str) -> Crawl {
    let address = format!("{BASE}{path}");
    let mut crawl = Crawl::new(limits);
    crawl.learn(&document(text), Some(&address), &resolver(&address));
    crawl
}

/// Resolves as much as these tests need of what browsers do.
pub fn resolver(from: &str) -> impl Fn(&str) -> Option<Resolved> + 'static {
    let from = from.to_owned();
    move |href| {
        let address = if split(href).scheme.is_some() {
            href.to_owned()
        } else if let Some(rest) = href.strip_prefix("//") {
            format!("https://{rest}")
        } else if href.starts_with('/') {
            format!("{BASE}{href}")
        } else if href.starts_with('?') {
            format!("{}{href}", from.split('?').next().unwrap_or_default())
        } else {
            let folder = from
                .split('?')
                .next()
                .and_then(|path| path.rsplit_once('/'))
                .map_or("", |(folder, _)| folder);
            format!("{folder}/{href}")
        };
        let base = Parts {
            scheme: "https".into(),
            host: "api.example".into(),
            path: "/".into(),
            ..Parts::default()
        };
        let judgement: Judgement = judge(&parts(&address), &base);
        Some(Resolved { address, judgement })
    }
}

fn parts(address: &str) -> Parts {
    let split = split(address);
    let authority = split.authority.unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    Parts {
        scheme: split.scheme.unwrap_or_default().to_ascii_lowercase(),
        host: host.to_ascii_lowercase(),
        port: if port == "443" { String::new() } else { port.to_owned() },
        path: split.path.to_owned(),
        user_info: authority.contains('@'),
    }
}

/// A release with links, as the catalogue writes one.
pub fn release(id: &str, dependencies: &[&str], dependants: &[&str]) -> String {
    let links = |names: &[&str]| {
        names.iter().map(|name| format!(r#"{{"href":"/r/{name}"}}"#)).collect::<Vec<_>>().join(",")
    };
    format!(
        r#"{{"id":"{id}","version":"1","latest_release":{{"id":"{id}"}},"_links":{{"self":{{"href":"/r/{id}"}},"dependencies":[{}],"dependants":[{}]}}}}"#,
        links(dependencies),
        links(dependants)
    )
}
