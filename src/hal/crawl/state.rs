//! How far a crawl goes, where it stands, and what it costs.

/// How far a crawl goes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most requests without a click.
    pub requests: u32,
    /// The most requests at a time.
    pub at_once: u32,
    /// The most steps from the document that was opened.
    pub depth: u32,
    /// The longest address that is followed, in bytes.
    pub address_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { requests: 300, at_once: 6, depth: 32, address_bytes: 2_048 }
    }
}

/// Where a crawl stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was sent yet: [`Crawl::estimate`] says what it will cost.
    Planned,
    /// Requests are under way, or may be sent.
    Running,
    /// Nothing new is sent until somebody resumes.
    Paused,
    /// The server asked to wait until then (milliseconds since 1970).
    Waiting {
        /// Until when.
        until_millis: i64,
    },
    /// It stopped.
    Stopped(Stop),
    /// Everything that may be asked for was asked for.
    Done,
}

impl State {
    /// Whether it has begun and not ended, so that there is something to stop.
    pub const fn can_stop(self) -> bool {
        matches!(self, Self::Running | Self::Paused | Self::Waiting { .. })
    }
}

/// Why a crawl stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// Somebody pressed Stop.
    ByHand,
    /// Somebody has to sign in; [`Crawl::signed_in`] goes on.
    SignIn,
    /// The server asked to wait again and again.
    TooManyRequests,
    /// The budget is spent; [`Crawl::more`] goes on.
    Budget,
}

/// What a crawl will cost, before it starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Estimate {
    /// Requests that are known to be needed now.
    pub requests: u64,
    /// How many of them are sent without another click.
    pub within_budget: u64,
    /// How many steps the furthest of them is away.
    pub depth: u32,
    /// Whether answers may name more.
    pub may_grow: bool,
}

/// How far a crawl has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answers read.
    pub answered: u32,
    /// Failed for the time being.
    pub failed: u32,
    /// Not asked for, with a reason.
    pub skipped: u32,
    /// Under way.
    pub asked: u32,
    /// To be asked for, pages of lists included.
    pub waiting: u64,
    /// Requests sent, repetitions included.
    pub sent: u32,
    /// Requests that may be sent without another click.
    pub budget: u32,
    /// Items read on all pages of lists, and how many there are as the servers say.
    pub items: (u64, Option<u64>),
}

/// What the driver should do after a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaction {
    /// Ask [`Crawl::next`] again.
    GoOn,
    /// Ask the user to sign in: said once for however many 401s.
    AskSignIn,
    /// The report is not wanted (a late answer of a stopped request): throw the answer away.
    Ignore,
}
