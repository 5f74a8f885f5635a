//! Levels of detail: what can still be told apart at a scale.
//!
//! Chosen by the size that things have on the screen, so that nothing is drawn that is smaller than a pixel
//! and no letter that nobody can read.

use super::card::CARD_HEIGHT;

/// How closely nodes are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Nodes are smaller than two pixels: a density with the troubled ones on top.
    Density,
    /// Nodes are small rectangles in the ink of their status.
    Marks,
    /// Nodes are cards with a short name.
    Labels,
    /// Nodes are whole cards.
    Cards,
}

impl Detail {
    /// The level for a scale in screen pixels for each world pixel.
    pub fn at(scale: f32) -> Self {
        let height = CARD_HEIGHT * scale;
        if height < 2.0 {
            Self::Density
        } else if height < 9.0 {
            Self::Marks
        } else if height < 27.0 {
            Self::Labels
        } else {
            Self::Cards
        }
    }

    /// Whether edges are drawn along their curves; further out a curve is its chords.
    pub fn curves(self) -> bool {
        self >= Self::Labels
    }

    /// How strongly one quiet edge shows, from 0 to 1: far out many lie over one another, and their sum is
    /// what a reader sees.
    pub fn edge_strength(scale: f32) -> f32 {
        let near = ((scale - 0.02) / 0.4).clamp(0.0, 1.0);
        0.16 + 0.74 * near.sqrt()
    }

    /// How much any number of edges over one another covers, from 0 to 1: far out, nodes must still be seen
    /// through them, and the quiet edges among those that are not.
    pub fn edge_limit(scale: f32, quiet: bool) -> f32 {
        let near = ((scale - 0.05) / 0.45).clamp(0.0, 1.0);
        let far = if quiet { 0.58 } else { 0.22 };
        (far + (0.97 - far) * near).max(Self::edge_strength(scale))
    }

    /// The width of an edge at rest, in screen pixels.
    pub fn edge_width(scale: f32) -> f32 {
        (1.3 * scale).clamp(0.8, 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detail_never_falls_when_coming_closer() {
        let scales: Vec<f32> = (0..100).map(|step| 0.001 * 1.1_f32.powi(step)).collect();
        for pair in scales.windows(2) {
            assert!(Detail::at(pair[0]) <= Detail::at(pair[1]));
            assert!(Detail::edge_strength(pair[0]) <= Detail::edge_strength(pair[1]));
        }
        assert_eq!(Detail::at(0.01), Detail::Density);
        assert_eq!(Detail::at(1.0), Detail::Cards);
    }
}
