//! The releases of the sample catalogue: one row each, with what it depends on.
//!
//! Versions and dependencies are public facts (`bitnami/charts` at commit 5165628), thinned out
//! and bent where the story needs it; dates, outcomes and ids are invented. The story: the new
//! build of the shared image `os-shell` fails with the customization, and takes the new
//! `PostgreSQL` and Redis charts and what stands on them with it; two other failures have nothing
//! to do with that. `tests` below hold the story to these rows.

/// How a release is packaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packaging {
    HelmChart,
    ContainerImage,
    Ova,
}

/// What became of a release under the customization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Succeeded,
    Pending,
    Failed {
        cause: &'static str,
        description: &'static str,
    },
    /// In the catalogue, but outside the customization.
    Untouched,
}

/// The newest release of the same line, when it is another one.
#[derive(Clone, Copy, Debug)]
pub enum Newest {
    Itself,
    /// A row of this table, by handle.
    Row(&'static str),
    /// A release that no document of the sample holds: version and day.
    Elsewhere(&'static str, &'static str),
}

/// One release.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The name in `needs`: a product key, with `i/` for an image, `ova/` for a virtual machine
    /// and `@` before what tells two releases of one product apart.
    pub handle: &'static str,
    pub packaging: Packaging,
    pub version: &'static str,
    pub revision: &'static str,
    /// The version of the chart, which counts apart from that of the product.
    pub chart_version: &'static str,
    pub day: &'static str,
    /// Handles of the releases that this one depends on. Twice the same is a parallel edge.
    pub needs: &'static [&'static str],
    pub outcome: Outcome,
    pub newest: Newest,
    pub end_of_life: Option<&'static str>,
    pub at_edge: bool,
}

impl Row {
    /// The product's key.
    pub fn product_key(&self) -> &'static str {
        let handle = self.handle.rsplit('/').next().unwrap_or(self.handle);
        handle.split('@').next().unwrap_or(handle)
    }

    /// The release line: what stands before the first dot.
    pub fn branch(&self) -> &'static str {
        self.version.split('.').next().unwrap_or(self.version)
    }

    const fn outcome(self, outcome: Outcome) -> Self {
        Self { outcome, ..self }
    }

    const fn succeeded(self) -> Self {
        self.outcome(Outcome::Succeeded)
    }

    const fn pending(self) -> Self {
        self.outcome(Outcome::Pending)
    }

    const fn failed(self, cause: &'static str, description: &'static str) -> Self {
        self.outcome(Outcome::Failed { cause, description })
    }

    const fn rebuilt(self, revision: &'static str) -> Self {
        Self { revision, ..self }
    }

    const fn behind(self, newest: Newest) -> Self {
        Self { newest, ..self }
    }

    const fn ends(self, day: &'static str) -> Self {
        Self { end_of_life: Some(day), ..self }
    }

    const fn at_edge(self) -> Self {
        Self { at_edge: true, ..self }
    }
}

const fn row(
    packaging: Packaging,
    handle: &'static str,
    version: (&'static str, &'static str),
    day: &'static str,
    needs: &'static [&'static str],
) -> Row {
    Row {
        handle,
        packaging,
        version: version.0,
        revision: version.1,
        chart_version: "",
        day,
        needs,
        outcome: Outcome::Untouched,
        newest: Newest::Itself,
        end_of_life: None,
        at_edge: false,
    }
}

const fn chart(
    handle: &'static str,
    version: &'static str,
    chart_version: &'static str,
    day: &'static str,
    needs: &'static [&'static str],
) -> Row {
    Row { chart_version, ..row(Packaging::HelmChart, handle, (version, "0"), day, needs) }
}

const fn image(
    handle: &'static str,
    version: &'static str,
    revision: &'static str,
    day: &'static str,
    needs: &'static [&'static str],
) -> Row {
    row(Packaging::ContainerImage, handle, (version, revision), day, needs)
}

const fn ova(handle: &'static str, version: &'static str, revision: &'static str, day: &'static str) -> Row {
    row(Packaging::Ova, handle, (version, revision), day, &[])
}

/// The one dependency that is named by a link alone: no document holds it.
pub const NEVER_LOADED: (&str, &str) = ("kube-prometheus", "kube-prometheus-crds");

/// What stands behind that link: releases that no document lists, each at the address of its own. The shared
/// documents name none of them, so they need nothing of what is shared.
pub const FOLLOWED: &[Row] = &[
    chart("kube-prometheus-crds", "0.85.0", "11.3.11", "2026-09-20", &["i/kubectl"]),
    image("i/kubectl", "1.34.1", "0", "2026-09-12", &[]),
];

/// The one edge that its target does not confirm: (dependant, dependency).
pub const ONE_SIDED: (&str, &str) = ("jaeger", "cassandra");

const BASE: &[&str] = &["i/minideb"];
const ON_JAVA: &[&str] = &["i/java"];
const ON_PYTHON: &[&str] = &["i/python"];
const ON_RUBY: &[&str] = &["i/ruby"];

/// All releases. The customization's own come first, in the order of its lists.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    // Charts that took the customization.
    chart("mastodon", "4.4.3", "14.0.1", "2026-09-30",
        &["common", "redis@22", "postgresql@16", "elasticsearch", "minio", "apache", "i/mastodon", "i/os-shell@50"])
        .succeeded().ends("2026-10-31").behind(Newest::Elsewhere("4.4.5", "2026-10-08")),
    chart("airflow", "3.0.5", "25.1.0", "2026-09-28",
        &["common", "redis@22", "postgresql@16", "i/airflow"]).succeeded(),
    chart("harbor", "2.13.2", "27.0.4", "2026-10-05",
        &["common", "redis", "postgresql@16", "i/harbor-core", "i/harbor-portal", "i/nginx", "i/os-shell@50"]).succeeded(),
    chart("keycloak", "26.3.3", "25.4.0", "2026-10-06", &["common", "postgresql", "i/keycloak"])
        .succeeded().ends("2026-12-31").behind(Newest::Elsewhere("26.4.0", "2026-10-11")),
    chart("wordpress", "6.8.2", "27.0.0", "2026-09-24",
        &["common", "memcached", "mariadb", "i/wordpress", "i/apache-exporter", "i/os-shell@50"])
        .succeeded().behind(Newest::Elsewhere("6.8.3", "2026-10-02")),
    chart("grafana-loki", "3.5.3", "6.0.8", "2026-09-22",
        &["common", "grafana-alloy", "memcached", "memcached", "i/grafana-loki", "i/nginx", "i/os-shell@50"]).succeeded(),
    chart("kube-prometheus", "0.85.0", "11.3.11", "2026-09-21",
        &["common", "node-exporter", "kube-state-metrics", "i/prometheus-operator", "i/prometheus", "i/alertmanager", "i/thanos"])
        .succeeded(),
    chart("elasticsearch", "9.1.2", "22.1.7", "2026-09-18",
        &["common", "kibana", "i/elasticsearch", "i/os-shell@50"]).succeeded(),
    chart("kibana", "9.1.2", "12.1.11", "2026-09-18",
        &["common", "elasticsearch", "i/kibana", "i/os-shell@50"]).succeeded(),
    chart("apache", "2.4.65", "11.4.30", "2026-09-16", &["common", "i/apache", "i/apache-exporter"]).succeeded(),
    chart("minio", "2025.7.23", "17.0.23", "2026-09-15", &["common", "i/minio", "i/os-shell@50"]).succeeded(),
    chart("etcd", "3.6.4", "12.0.20", "2026-09-14", &["common", "i/etcd", "i/os-shell@50"]).succeeded(),
    chart("mariadb", "12.0.2", "23.0.1", "2026-09-11",
        &["common", "i/mariadb", "i/mysqld-exporter", "i/os-shell@50"]).succeeded().ends("2026-08-31"),
    chart("memcached", "1.6.39", "8.0.0", "2026-09-10", &["common", "i/memcached", "i/os-shell@50"]).succeeded(),
    chart("postgresql@16", "17.6.0", "16.7.26", "2026-09-08",
        &["common", "i/postgresql", "i/os-shell@50"])
        .succeeded().ends("2029-11-08").behind(Newest::Row("postgresql")),
    chart("redis@22", "8.2.1", "22.0.4", "2026-09-07",
        &["common", "i/redis", "i/redis-exporter", "i/os-shell@50"]).succeeded().behind(Newest::Row("redis")),
    chart("cassandra", "5.0.5", "12.3.13", "2026-09-04", &["common", "i/cassandra", "i/os-shell@50"]).succeeded(),
    chart("jaeger", "2.9.0", "6.0.7", "2026-09-05", &["common", "cassandra", "i/jaeger"]).succeeded(),
    chart("grafana", "12.1.1", "12.1.9", "2026-09-03", &["common", "i/grafana", "i/os-shell@50"])
        .succeeded().behind(Newest::Elsewhere("12.2.0", "2026-10-01")),
    chart("prometheus", "3.5.0", "2.3.0", "2026-09-02",
        &["common", "i/prometheus", "i/alertmanager", "i/thanos", "i/os-shell@50"]).succeeded(),
    // Images and virtual machines that took it.
    image("i/os-shell@50", "12", "50", "2026-08-26", BASE).succeeded().behind(Newest::Row("i/os-shell@51")),
    image("i/nginx", "1.29.1", "0", "2026-08-27", BASE)
        .succeeded().behind(Newest::Elsewhere("1.29.2", "2026-10-09")),
    image("i/postgresql", "17.6.0", "4", "2026-08-28", BASE).succeeded().ends("2029-11-08"),
    image("i/redis", "8.2.1", "0", "2026-08-24", BASE).succeeded(),
    image("i/keycloak", "26.3.3", "0", "2026-08-25", ON_JAVA).succeeded().ends("2026-12-31"),
    image("i/minio", "2025.7.23", "3", "2026-08-21", BASE).succeeded(),
    ova("ova/wordpress", "6.8.2", "4", "2026-09-25").succeeded(),
    ova("ova/nginx", "1.29.1", "0", "2026-09-01").succeeded(),
    // Not rebuilt yet.
    chart("superset", "5.0.0", "5.0.1", "2026-09-29", &["common", "redis", "postgresql", "i/superset"]).pending(),
    chart("mlflow", "3.3.2", "5.3.0", "2026-09-27",
        &["common", "minio", "postgresql@16", "i/mlflow", "i/os-shell@51"]).pending(),
    chart("valkey", "8.1.3", "4.0.2", "2026-09-26",
        &["common", "i/valkey", "i/redis-exporter", "i/os-shell@51"]).pending(),
    chart("jenkins", "2.516.2", "13.6.18", "2026-09-20", &["common", "i/jenkins", "i/os-shell@51"]).pending(),
    chart("grafana-operator", "5.19.4", "4.10.0", "2026-09-17", &["common", "i/grafana-operator", "i/grafana"]).pending(),
    // Failed: the shared image, four releases that need it, two that do not.
    image("i/os-shell@51", "12", "51", "2026-10-11", BASE).failed("CUSTOMIZATION_BUILD_ERROR",
        "script.sh ended with code 127 at line 14: update-ca-certificates: command not found. The new base no longer carries the package ca-certificates."),
    chart("postgresql", "17.6.0", "17.1.0", "2026-10-11", &["common", "i/postgresql", "i/os-shell@51"])
        .failed("BUILD_ERROR", "Packaging stopped: image containers/debian-12/os-shell:12-debian-12-r51 was not found in the registry.")
        .rebuilt("1").ends("2029-11-08"),
    chart("redis", "8.2.1", "23.1.1", "2026-10-11", &["common", "i/redis", "i/redis-exporter", "i/os-shell@51"])
        .failed("BUILD_ERROR", "Packaging stopped: image containers/debian-12/os-shell:12-debian-12-r51 was not found in the registry.")
        .rebuilt("1"),
    chart("argo-cd", "3.1.1", "11.0.2", "2026-10-11", &["common", "redis", "i/argo-cd", "i/dex", "i/os-shell@51"])
        .failed("TEST_ERROR", "Test install: the init container copyutil of argo-cd-repo-server stays in ImagePullBackOff after 600 s."),
    chart("discourse", "3.5.0", "17.0.2", "2026-10-11", &["common", "redis", "postgresql", "i/discourse", "i/os-shell@51"])
        .failed("TEST_ERROR", "Test install: the database and the cache of the release never became ready; 4 of 11 checks passed."),
    chart("cilium", "1.18.1", "3.1.10", "2026-10-11", &["common", "etcd", "i/cilium", "i/hubble-relay"]).at_edge()
        .failed("UNKNOWN", "The pipeline ended without a result while it was pushing to the registry."),
    ova("ova/redmine", "6.0.6", "6", "2026-10-11")
        .failed("BUILD_ERROR", "Converting the disk to VMDK failed: no space left on device (needed 12.4 GB)."),
    // The rest of the catalogue: shared charts,
    chart("common", "2.31.10", "2.31.10", "2026-08-20", &[]),
    chart("node-exporter", "1.9.1", "4.5.20", "2026-08-19", &["common", "i/node-exporter"]),
    chart("kube-state-metrics", "2.16.0", "5.1.1", "2026-08-19", &["common", "i/kube-state-metrics"]),
    chart("grafana-alloy", "1.10.2", "1.0.8", "2026-08-18", &["common", "i/grafana-alloy"]),
    // what images are built upon,
    image("i/minideb", "12", "0", "2026-03-09", &[]).ends("2028-06-30"),
    image("i/java", "21.0.8", "3", "2026-05-20", BASE),
    image("i/node", "22.18.0", "2", "2026-05-21", BASE).ends("2027-04-30"),
    image("i/python", "3.12.11", "5", "2026-05-19", BASE).ends("2028-10-31"),
    image("i/ruby", "3.4.5", "1", "2026-05-18", BASE).ends("2028-03-31"),
    // and the images of the charts.
    image("i/mastodon", "4.4.3", "8", "2026-08-11", ON_RUBY),
    image("i/airflow", "3.0.5", "0", "2026-08-10", ON_PYTHON),
    image("i/harbor-core", "2.13.2", "3", "2026-08-07", BASE),
    image("i/harbor-portal", "2.13.2", "1", "2026-08-07", &["i/nginx"]),
    image("i/wordpress", "6.8.2", "4", "2026-08-06", &["i/apache"]),
    image("i/apache", "2.4.65", "2", "2026-07-31", BASE),
    image("i/apache-exporter", "1.0.10", "55", "2026-07-30", BASE),
    image("i/grafana-loki", "3.5.3", "2", "2026-07-29", BASE),
    image("i/prometheus-operator", "0.85.0", "0", "2026-07-28", BASE),
    image("i/prometheus", "3.5.0", "3", "2026-07-27", BASE),
    image("i/alertmanager", "0.28.1", "15", "2026-07-24", BASE),
    image("i/thanos", "0.39.2", "2", "2026-07-23", BASE),
    image("i/elasticsearch", "9.1.2", "0", "2026-07-22", ON_JAVA),
    image("i/kibana", "9.1.2", "0", "2026-07-22", &["i/node"]),
    image("i/etcd", "3.6.4", "3", "2026-07-20", BASE).at_edge(),
    image("i/mariadb", "12.0.2", "0", "2026-07-17", BASE).ends("2026-08-31"),
    image("i/mysqld-exporter", "0.17.2", "16", "2026-07-16", BASE),
    image("i/memcached", "1.6.39", "0", "2026-07-15", BASE),
    image("i/redis-exporter", "1.76.0", "0", "2026-07-14", BASE),
    image("i/cassandra", "5.0.5", "7", "2026-07-13", ON_JAVA),
    image("i/jaeger", "2.9.0", "1", "2026-07-10", BASE),
    image("i/grafana", "12.1.1", "1", "2026-07-09", BASE),
    image("i/argo-cd", "3.1.1", "0", "2026-07-08", BASE),
    image("i/dex", "2.43.1", "8", "2026-07-07", BASE),
    image("i/discourse", "3.5.0", "0", "2026-07-06", ON_RUBY),
    image("i/cilium", "1.18.1", "0", "2026-07-03", BASE).at_edge(),
    image("i/hubble-relay", "1.18.1", "0", "2026-07-03", BASE).at_edge(),
    image("i/superset", "5.0.0", "71", "2026-07-02", ON_PYTHON),
    image("i/mlflow", "3.3.2", "0", "2026-07-01", ON_PYTHON),
    image("i/valkey", "8.1.3", "3", "2026-06-30", BASE),
    image("i/jenkins", "2.516.2", "0", "2026-06-29", ON_JAVA),
    image("i/grafana-operator", "5.19.4", "2", "2026-06-26", BASE),
    image("i/node-exporter", "1.9.1", "14", "2026-06-25", BASE),
    image("i/kube-state-metrics", "2.16.0", "5", "2026-06-24", BASE),
    image("i/grafana-alloy", "1.10.2", "0", "2026-06-23", BASE),
];

/// The row with this handle.
pub fn find(handle: &str) -> &'static Row {
    ROWS.iter()
        .chain(FOLLOWED)
        .find(|row| row.handle == handle)
        .unwrap_or_else(|| panic!("no release is called {handle}"))
}

/// The rows that depend on this one, in table order, once for each time they name it.
pub fn dependants(handle: &str) -> impl Iterator<Item = &'static Row> {
    ROWS.iter()
        .chain(FOLLOWED)
        .flat_map(move |row| row.needs.iter().filter(move |need| **need == handle).map(move |_| row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn hit_by(root: &'static str) -> BTreeSet<&'static str> {
        let (mut hit, mut open) = (BTreeSet::new(), vec![root]);
        while let Some(handle) = open.pop() {
            open.extend(dependants(handle).map(|row| row.handle).filter(|handle| hit.insert(*handle)));
        }
        hit
    }

    fn is_failed(handle: &str) -> bool {
        matches!(find(handle).outcome, Outcome::Failed { .. })
    }

    #[test]
    fn every_dependency_is_a_row() {
        for need in ROWS.iter().flat_map(|row| row.needs) {
            find(need);
        }
    }

    #[test]
    fn the_new_shell_is_the_root_of_four_other_failures() {
        let hit = hit_by("i/os-shell@51");
        let failed: Vec<_> = hit.iter().filter(|handle| is_failed(handle)).collect();
        assert_eq!(failed, [&"argo-cd", &"discourse", &"postgresql", &"redis"]);
        assert_eq!(hit.len(), 10);
    }

    #[test]
    fn only_the_search_charts_form_a_cycle() {
        let on_cycle: Vec<_> =
            ROWS.iter().map(|row| row.handle).filter(|handle| hit_by(handle).contains(handle)).collect();
        assert_eq!(on_cycle, ["elasticsearch", "kibana"]);
    }

    #[test]
    fn only_one_chart_names_a_dependency_twice() {
        let parallel: Vec<_> = ROWS
            .iter()
            .filter(|row| row.needs.iter().collect::<BTreeSet<_>>().len() < row.needs.len())
            .map(|row| row.handle)
            .collect();
        assert_eq!(parallel, ["grafana-loki"]);
    }

    #[test]
    fn the_customization_has_three_outcomes() {
        let count = |wanted: fn(&Outcome) -> bool| ROWS.iter().filter(|row| wanted(&row.outcome)).count();
        assert_eq!(count(|outcome| *outcome == Outcome::Succeeded), 28);
        assert_eq!(count(|outcome| *outcome == Outcome::Pending), 5);
        assert_eq!(count(|outcome| matches!(outcome, Outcome::Failed { .. })), 7);
    }
}
