//! A number as it is written, digit by digit, for the questions that need no `f64`.
//!
//! The library's reading of an `f64` brings ten kilobytes of tables that nothing can compress, to round the last bit
//! as it should be. What is asked here is only how large a number is, and its first digits.

use std::cmp::Ordering;

/// A number in decimal notation, perhaps with a power of ten.
pub struct Decimal {
    /// Whether there is a minus before it.
    pub is_negative: bool,
    /// Its digits from the first that is not 0; none for 0.
    digits: Vec<u8>,
    /// How many digits stand before the point, once the power is taken into account; negative for zeros behind it.
    point: i64,
}

/// The least number that is nearer to 2^1024, which is none for `f64`, than to the largest one below: 2^1024 - 2^970.
const BEYOND_F64: &[u8] = b"179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497792";

impl Decimal {
    /// Reads digits, perhaps with a sign, a point and a power of ten; none for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let (is_negative, rest) = signed(text);
        let (mantissa, power) =
            rest.split_once(['e', 'E']).map_or((rest, None), |(one, two)| (one, Some(two)));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() + fraction.len() == 0 || !are_digits(whole) || !are_digits(fraction) {
            return None;
        }
        let power = power.map_or(Some(0), power_of)?;
        let all = || whole.bytes().chain(fraction.bytes());
        let zeros = all().take_while(|digit| *digit == b'0').count();
        let point = (whole.len() as i64 - zeros as i64).saturating_add(power);
        Some(Self { is_negative, digits: all().skip(zeros).collect(), point })
    }

    /// Whether `f64` has no number for it.
    pub fn is_beyond_f64(&self) -> bool {
        if self.digits.is_empty() {
            return false;
        }
        match self.point.cmp(&(BEYOND_F64.len() as i64)) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => {
                let length = self.digits.len().max(BEYOND_F64.len());
                padded(BEYOND_F64, length).le(padded(&self.digits, length))
            }
        }
    }

    /// Whether it is less than ten to this power, whatever its sign.
    pub fn is_below(&self, power: i64) -> bool {
        self.digits.is_empty() || self.point <= power
    }

    /// The number times ten to this power, without what is left behind the point; none if it is too long for 18 digits.
    pub fn times(&self, power: i64) -> Option<i64> {
        const MOST: i64 = 18;
        if self.digits.is_empty() {
            return Some(0);
        }
        let places = self.point.saturating_add(power);
        if places > MOST {
            return None;
        }
        let digit = |at: i64| i64::from(self.digits.get(at as usize).map_or(0, |digit| digit - b'0'));
        let number = (0..places).fold(0, |number, at| number * 10 + digit(at));
        Some(if self.is_negative { -number } else { number })
    }
}

fn padded(digits: &[u8], length: usize) -> impl Iterator<Item = &u8> {
    digits.iter().chain(std::iter::repeat(&b'0')).take(length)
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// What stands behind the `e`; what is too long for a number is as good as the longest.
fn power_of(text: &str) -> Option<i64> {
    const MOST: i64 = i64::MAX / 4;
    let (is_negative, digits) = signed(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digit =
        |number: i64, digit: u8| number.saturating_mul(10).saturating_add(i64::from(digit - b'0')).min(MOST);
    let power = digits.bytes().fold(0, digit);
    Some(if is_negative { -power } else { power })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_beyond(text: &str) -> Option<bool> {
        Decimal::read(text).map(|number| number.is_beyond_f64())
    }

    #[test]
    fn the_range_ends_where_that_of_the_library_ends() {
        let least = str::from_utf8(BEYOND_F64).unwrap();
        let last = format!("{}91", &least[..least.len() - 2]);
        for (text, expected) in [(least, true), (&format!("{least}.0"), true), (last.as_str(), false)] {
            assert_eq!(text.parse::<f64>().unwrap().is_infinite(), expected);
            assert_eq!(is_beyond(text), Some(expected), "{text}");
        }
        assert_eq!(is_beyond(&format!("{last}.99")), Some(false));
        assert_eq!(is_beyond("1.797693134862315907729e308"), Some(true));
        assert_eq!(is_beyond("0e999999999999999999999999"), Some(false));
        assert_eq!(is_beyond("1e-999999999999999999999999"), Some(false));
        assert_eq!(is_beyond("-1e999999999999999999999999"), Some(true));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".", "e5", "1e", "1e+", "x", "1x", "1.2.3", "inf", "NaN", "1e5.0", "--1", "1_0"]
        {
            assert!(Decimal::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_multiple_is_cut_off_behind_the_point() {
        let times = |text: &str, power| Decimal::read(text)?.times(power);
        assert_eq!(times("1.677805192762e9", 3), Some(1_677_805_192_762));
        assert_eq!(times("-1.6789", 3), Some(-1_678));
        assert_eq!((times("0.0001", 3), times("0e99", 3), times(".5", 3)), (Some(0), Some(0), Some(500)));
        assert_eq!((times("1e15", 3), times("123456789012345678", 0)), (None, Some(123_456_789_012_345_678)));
    }

    proptest! {
        #[test]
        fn range_and_form_are_those_of_the_library(text in "[-+]?[0-9]{0,4}(\\.[0-9]{0,4})?([eE][-+]?[0-9]{0,3})?") {
            let expected = text.parse::<f64>().ok().map(f64::is_infinite);
            prop_assert_eq!(is_beyond(&text), expected);
        }

        #[test]
        fn long_numbers_are_as_large_as_the_library_says(zeros in 0..330_usize, digits in "[0-9]{290,330}", power in -30..30) {
            let text = format!("{}{digits}e{power}", "0".repeat(zeros));
            prop_assert_eq!(is_beyond(&text), Some(text.parse::<f64>().unwrap().is_infinite()));
        }

        #[test]
        fn multiples_are_close_to_those_of_the_library(number in -1e11..1e11_f64) {
            let text = format!("{number:e}");
            let millis = Decimal::read(&text).unwrap().times(3).unwrap();
            prop_assert!((millis as f64 - number * 1e3).abs() <= 1.0, "{text}: {millis}");
        }
    }
}
