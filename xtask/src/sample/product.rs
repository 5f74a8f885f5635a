//! The products of the sample catalogue.
//!
//! Names and keys are public facts of well-known open-source software (as packaged in
//! bitnami/charts at commit 5165628); the one-line descriptions are our own.

/// One product.
pub struct Product {
    pub key: &'static str,
    pub name: &'static str,
    pub category: &'static str,
    pub description: &'static str,
}

/// The product with this key.
pub fn product(key: &str) -> &'static Product {
    PRODUCTS.iter().find(|product| product.key == key).unwrap_or_else(|| panic!("no product is called {key}"))
}

const fn of(
    key: &'static str,
    name: &'static str,
    category: &'static str,
    description: &'static str,
) -> Product {
    Product { key, name, category, description }
}

const ANALYTICS: &str = "Analytics";
const CMS: &str = "CMS";
const DATABASE: &str = "Database";
const DEVELOPER: &str = "Developer Tools";
const INFRASTRUCTURE: &str = "Infrastructure";
const LEARNING: &str = "Machine Learning";
const MONITORING: &str = "Monitoring";

#[rustfmt::skip]
const PRODUCTS: &[Product] = &[
    of("airflow", "Apache Airflow", INFRASTRUCTURE, "Schedules and runs data pipelines written as graphs of tasks."),
    of("alertmanager", "Alertmanager", MONITORING, "Groups and routes the alerts that Prometheus raises."),
    of("apache", "Apache HTTP Server", INFRASTRUCTURE, "A web server with many modules."),
    of("apache-exporter", "Apache Exporter", MONITORING, "Exposes metrics of the Apache web server."),
    of("argo-cd", "Argo CD", DEVELOPER, "Keeps clusters in step with what is written in Git."),
    of("cassandra", "Apache Cassandra", DATABASE, "A distributed database of wide columns."),
    of("cilium", "Cilium", INFRASTRUCTURE, "Network and network policy for clusters, built on eBPF."),
    of("common", "Common Library Chart", DEVELOPER, "Templates that the charts of the catalogue share."),
    of("dex", "Dex", DEVELOPER, "An identity service that speaks OpenID Connect."),
    of("discourse", "Discourse", CMS, "A platform for discussions and forums."),
    of("elasticsearch", "Elasticsearch", ANALYTICS, "A distributed engine for search and analysis."),
    of("etcd", "etcd", DATABASE, "A consistent key-value store for cluster state."),
    of("grafana", "Grafana", MONITORING, "Dashboards over many sources of metrics and logs."),
    of("grafana-alloy", "Grafana Alloy", MONITORING, "Collects telemetry and forwards it."),
    of("grafana-loki", "Grafana Loki", MONITORING, "Stores logs and indexes their labels."),
    of("grafana-operator", "Grafana Operator", MONITORING, "Runs Grafana and its dashboards from cluster resources."),
    of("harbor", "Harbor", DEVELOPER, "A registry for images and charts with scanning and signing."),
    of("harbor-core", "Harbor Core", DEVELOPER, "The API server of Harbor."),
    of("harbor-portal", "Harbor Portal", DEVELOPER, "The web interface of Harbor."),
    of("hubble-relay", "Hubble Relay", MONITORING, "Gathers network flows from all Cilium agents."),
    of("jaeger", "Jaeger", MONITORING, "Records and shows traces of requests."),
    of("java", "Java", INFRASTRUCTURE, "A Java runtime to build other images upon."),
    of("jenkins", "Jenkins", DEVELOPER, "A server that builds and tests software."),
    of("keycloak", "Keycloak", DEVELOPER, "Single sign-on and identity management."),
    of("kibana", "Kibana", ANALYTICS, "Explores and draws what Elasticsearch holds."),
    of("kube-prometheus", "Prometheus Operator", MONITORING, "Runs Prometheus and its rules from cluster resources."),
    of("kube-prometheus-crds", "Prometheus Operator CRDs", MONITORING, "The cluster resources that kube-prometheus defines."),
    of("kube-state-metrics", "kube-state-metrics", MONITORING, "Turns the state of cluster objects into metrics."),
    of("kubectl", "kubectl", DEVELOPER, "The command line of Kubernetes."),
    of("mariadb", "MariaDB", DATABASE, "A relational database, compatible with MySQL."),
    of("mastodon", "Mastodon", CMS, "A server of the federated social network."),
    of("memcached", "Memcached", DATABASE, "A cache of objects in memory."),
    of("minideb", "minideb", INFRASTRUCTURE, "A small Debian that all images start from."),
    of("minio", "MinIO", INFRASTRUCTURE, "Object storage with an S3 interface."),
    of("mlflow", "MLflow", LEARNING, "Tracks experiments and serves models."),
    of("mysqld-exporter", "MySQL Server Exporter", MONITORING, "Exposes metrics of MySQL and MariaDB."),
    of("nginx", "NGINX", INFRASTRUCTURE, "A web server and reverse proxy."),
    of("node", "Node.js", INFRASTRUCTURE, "A JavaScript runtime to build other images upon."),
    of("node-exporter", "Node Exporter", MONITORING, "Exposes metrics of machines and their kernels."),
    of("os-shell", "OS Shell", INFRASTRUCTURE, "A shell image for the init containers of the charts."),
    of("postgresql", "PostgreSQL", DATABASE, "A relational database."),
    of("prometheus", "Prometheus", MONITORING, "Collects metrics and evaluates rules on them."),
    of("prometheus-operator", "Prometheus Operator", MONITORING, "The controller behind kube-prometheus."),
    of("python", "Python", INFRASTRUCTURE, "A Python runtime to build other images upon."),
    of("redis", "Redis", DATABASE, "A data structure store in memory."),
    of("redis-exporter", "Redis Exporter", MONITORING, "Exposes metrics of Redis and Valkey."),
    of("redmine", "Redmine", DEVELOPER, "Plans projects and tracks their issues."),
    of("ruby", "Ruby", INFRASTRUCTURE, "A Ruby runtime to build other images upon."),
    of("superset", "Apache Superset", ANALYTICS, "Explores data and draws dashboards."),
    of("thanos", "Thanos", MONITORING, "Keeps Prometheus metrics for a long time."),
    of("valkey", "Valkey", DATABASE, "A data structure store in memory, forked from Redis."),
    of("wordpress", "WordPress", CMS, "A content management system for blogs and sites."),
];
