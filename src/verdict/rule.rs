//! The rules that give a verdict, in the order of their urgency.

use super::Standing;
use crate::manifest::Answer;

/// One rule that holds for an item. Variants stand in the order of their urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The bundle is recalled: what to do about it.
    Recalled(Answer),
    /// The Cloud Foundation release names recalled bundles (how many).
    CarriesRecalled(u32),
    /// The release failed with a customization.
    Failed,
    /// The customization has failed releases (how many).
    HasFailures(u32),
    /// The customization could not be processed itself.
    ProcessingFailed,
    /// The bundle is named as a replacement, and is itself recalled.
    ReplacementRecalled,
    /// It depends on something failed.
    DependsOnFailed,
    /// Its id is a recalled one but for case, spaces or the prefix of depot files.
    LooksRecalled,
    /// The Cloud Foundation release names bundles whose ids look like recalled ones (how many).
    CarriesLookAlike(u32),
    /// Documents contradict one another about it, or about something that it needs.
    Disputed,
    /// The release waits.
    Pending,
    /// The customization has pending releases (how many).
    HasPending(u32),
    /// Base image or registry is unhealthy.
    Unhealthy,
    /// Its end of life has passed, or comes within 90 days: days left, negative when passed, `None` where no date is
    /// said.
    EndOfLife(Option<i64>),
    /// Its status is not one that is documented.
    OddStatus,
    /// Requests failed for it or for something that it needs, or for a document that could have said more.
    RequestFailed,
    /// It, or something that it needs, is not loaded.
    NotLoaded,
    /// No customization with a list of failed releases is loaded.
    FailuresUnknown,
    /// No manifest with a usable list of recalled bundles is loaded.
    RecallsUnknown,
    /// Bundles of the Cloud Foundation release carry no id, so they cannot be matched (how many).
    Unmatched(u32),
    /// The Cloud Foundation release names no bundle, so nothing can be matched.
    NamesNothing,
    /// Everything was read and nothing is hit.
    NothingFound,
    /// A newer release of it exists.
    BehindLatest,
    /// The Cloud Foundation release is not applicable.
    NotApplicable,
}

impl Rule {
    /// How an item stands for which this rule holds. [`Standing::Clear`] for what is merely worth knowing.
    pub const fn standing(self) -> Standing {
        match self {
            Self::Recalled(_)
            | Self::CarriesRecalled(_)
            | Self::Failed
            | Self::HasFailures(_)
            | Self::ProcessingFailed
            | Self::ReplacementRecalled => Standing::Hit,
            Self::DependsOnFailed
            | Self::LooksRecalled
            | Self::CarriesLookAlike(_)
            | Self::Disputed
            | Self::Pending
            | Self::HasPending(_)
            | Self::Unhealthy
            | Self::EndOfLife(_) => Standing::AtRisk,
            Self::OddStatus
            | Self::RequestFailed
            | Self::NotLoaded
            | Self::FailuresUnknown
            | Self::RecallsUnknown
            | Self::Unmatched(_)
            | Self::NamesNothing => Standing::Unknown,
            Self::NothingFound | Self::BehindLatest | Self::NotApplicable => Standing::Clear,
        }
    }

    /// A word for exports and messages; stable, and never shown in a sentence.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recalled(_) => "recalled",
            Self::CarriesRecalled(_) => "carries-recalled",
            Self::Failed => "failed",
            Self::HasFailures(_) => "has-failures",
            Self::ProcessingFailed => "processing-failed",
            Self::ReplacementRecalled => "replacement-recalled",
            Self::DependsOnFailed => "depends-on-failed",
            Self::LooksRecalled => "looks-recalled",
            Self::CarriesLookAlike(_) => "carries-look-alike",
            Self::Disputed => "disputed",
            Self::Pending => "pending",
            Self::HasPending(_) => "has-pending",
            Self::Unhealthy => "unhealthy",
            Self::EndOfLife(_) => "end-of-life",
            Self::OddStatus => "odd-status",
            Self::RequestFailed => "request-failed",
            Self::NotLoaded => "not-loaded",
            Self::FailuresUnknown => "failures-unknown",
            Self::RecallsUnknown => "recalls-unknown",
            Self::Unmatched(_) => "unmatched",
            Self::NamesNothing => "names-nothing",
            Self::NothingFound => "nothing-found",
            Self::BehindLatest => "behind-latest",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The place of the rule in the order of urgency, whatever numbers it carries.
    pub(super) const fn urgency(self) -> u8 {
        match self {
            Self::Recalled(_) => 0,
            Self::CarriesRecalled(_) => 1,
            Self::Failed => 2,
            Self::HasFailures(_) => 3,
            Self::ProcessingFailed => 4,
            Self::ReplacementRecalled => 5,
            Self::DependsOnFailed => 6,
            Self::LooksRecalled => 7,
            Self::CarriesLookAlike(_) => 8,
            Self::Disputed => 9,
            Self::Pending => 10,
            Self::HasPending(_) => 11,
            Self::Unhealthy => 12,
            Self::EndOfLife(_) => 13,
            Self::OddStatus => 14,
            Self::RequestFailed => 15,
            Self::NotLoaded => 16,
            Self::FailuresUnknown => 17,
            Self::RecallsUnknown => 18,
            Self::Unmatched(_) => 19,
            Self::NamesNothing => 20,
            Self::NothingFound => 21,
            Self::BehindLatest => 22,
            Self::NotApplicable => 23,
        }
    }
}
