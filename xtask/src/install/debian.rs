//! Debian's packages, where this is Debian and we may install them; exact words where not.

use crate::Outcome;
use crate::process::{Program, find};

/// Installs packages with apt-get, as root or through a sudo that asks for nothing.
pub fn install(packages: &[&str]) -> Outcome {
    let list = packages.join(" ");
    let by_hand = format!("Install these by hand, then run this again:\n    sudo apt-get install {list}");
    if find("apt-get").is_none() {
        return Err(format!("this needs {list} (Debian's names), and there is no apt-get here. {by_hand}"));
    }
    apt_get("update", &[]).map_err(|failure| format!("{failure}\n\n{by_hand}"))?;
    apt_get("install", packages).map_err(|failure| format!("{failure}\n\n{by_hand}"))
}

fn apt_get(verb: &str, packages: &[&str]) -> Outcome {
    let is_root = Program::new("id").arg("-u").answer().as_deref() == Some("0");
    let program = if is_root { Program::new("apt-get") } else { Program::new("sudo").args("-n apt-get") };
    let program = program.args("--quiet --yes --no-install-recommends").arg(verb);
    packages.iter().fold(program, Program::arg).env("DEBIAN_FRONTEND", "noninteractive").run_quietly()
}
