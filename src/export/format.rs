//! The formats and scopes of exports, by the words that menus, links and host pages share.
//!
//! One list, so that the menu on the page and the element's `exportAs` can never offer different things.

/// What an export is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// The picture, as shapes.
    Svg,
    /// The picture, as pixels.
    Png,
    /// Nodes and edges with their places.
    Json,
    /// Nodes as a table.
    Csv,
    /// A decision record, or a table as text.
    Markdown,
    /// For Graphviz.
    Dot,
    /// For Mermaid, which forges and wikis draw.
    Mermaid,
    /// For graph editors.
    GraphMl,
    /// A bill of materials.
    CycloneDx,
}

impl Format {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Svg,
        Self::Png,
        Self::Markdown,
        Self::Csv,
        Self::Json,
        Self::GraphMl,
        Self::Dot,
        Self::Mermaid,
        Self::CycloneDx,
    ];

    /// What a table of words can be written as.
    pub const OF_TABLES: [Self; 3] = [Self::Markdown, Self::Csv, Self::Json];

    /// The word of the element's contract and of the text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Dot => "dot",
            Self::Mermaid => "mermaid",
            Self::GraphMl => "graphml",
            Self::CycloneDx => "cyclonedx",
        }
    }

    /// What it calls itself, in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::Dot => "DOT",
            Self::Mermaid => "Mermaid",
            Self::GraphMl => "GraphML",
            Self::CycloneDx => "CycloneDX",
        }
    }

    /// The format of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// The media type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Json => "application/json",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Dot => "text/vnd.graphviz;charset=utf-8",
            Self::Mermaid => "text/vnd.mermaid;charset=utf-8",
            Self::GraphMl => "application/graphml+xml",
            Self::CycloneDx => "application/vnd.cyclonedx+json;version=1.6",
        }
    }

    /// The ending of the file's name, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Dot => "dot",
            Self::Mermaid => "mmd",
            Self::GraphMl => "graphml",
            Self::CycloneDx => "cdx.json",
        }
    }

    /// Whether it can be put on the clipboard as text.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Png)
    }

    /// Whether it says where nodes stand, so that a layout is needed.
    pub const fn has_places(self) -> bool {
        matches!(self, Self::Svg | Self::Png | Self::Json)
    }
}

/// How much is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// What the view shows, after its filters.
    #[default]
    Drawn,
    /// Everything that is loaded.
    All,
    /// What is selected, all that it needs, and all that needs it.
    Selection,
}

impl Scope {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Drawn, Self::All, Self::Selection];

    /// The word of the element's contract and of the text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Drawn => "drawn",
            Self::All => "all",
            Self::Selection => "selection",
        }
    }

    /// The scope of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }
}
