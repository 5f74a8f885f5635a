use release_atlas::hal::secret::{Secrets, address, curl};

#[test]
fn the_token_of_a_depot_address_is_masked() {
    for (given, shown) in [
        (
            "https://dl.broadcom.com/Ab3kd93kdkA0/PROD/metadata/x.json",
            "https://dl.broadcom.com/***/PROD/metadata/x.json",
        ),
        ("https://dl.broadcom.com/short/PROD/x", "https://dl.broadcom.com/***/PROD/x"),
        ("https://DL.broadcom.com:443/abc/anything", "https://DL.broadcom.com:443/***/anything"),
        ("https://dl.broadcom.com/PROD/x", "https://dl.broadcom.com/PROD/x"),
        ("https://depot.local/a8f5f167f44f4964e6c998dee827110c/PROD/x", "https://depot.local/***/PROD/x"),
        ("https://depot.local/a8f5f167f44f4964e6c998dee827110c/prod/x", "https://depot.local/***/prod/x"),
        ("https://depot.local/vcf/PROD/COMP/x", "https://depot.local/vcf/PROD/COMP/x"),
        ("/a8f5f167f44f4964e6c998dee827110c/PROD/x", "/***/PROD/x"),
    ] {
        assert_eq!(address(given), shown);
    }
}

#[test]
fn user_info_and_secret_parameters_are_masked_and_nothing_else() {
    for (given, shown) in [
        ("https://user:pass@host/x", "https://***@host/x"),
        ("https://user@host:1/x", "https://***@host:1/x"),
        ("https://h/x?token=abc&page=2", "https://h/x?token=***&page=2"),
        ("https://h/x?access_token=abc", "https://h/x?access_token=***"),
        ("https://h/x?api_key=a&apiKey=b&api-key=c", "https://h/x?api_key=***&apiKey=***&api-key=***"),
        ("https://h/x?%74oken=abc", "https://h/x?%74oken=***"),
        (
            "https://h/x?X-Amz-Signature=a&X-Amz-Credential=b&X-Amz-Security-Token=c",
            "https://h/x?X-Amz-Signature=***&X-Amz-Credential=***&X-Amz-Security-Token=***",
        ),
        ("https://h/x?sv=1&sig=abc", "https://h/x?sv=1&sig=***"),
        ("https://h/x#access_token=abc&state=1", "https://h/x#access_token=***&state=1"),
        ("https://h/x;jsessionid=ABC?y", "https://h/x;jsessionid=***?y"),
        ("https://h/x?next=https%3A%2F%2Fh%2F%3Ftoken%3Dabc", "https://h/x?next=***"),
        ("https://h/x?t=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "https://h/x?t=***"),
        (
            "https://h/x?product_key=argo&base_image_id=1&filename=a.ova&signed=no",
            "https://h/x?product_key=argo&base_image_id=1&filename=a.ova&signed=no",
        ),
        ("https://h/x?token=", "https://h/x?token="),
        (
            "/v1/catalogs/c/files/81a957b549848a7424eb434d3d10642dd29b6d0577757c27c09b0b9e967eb64b?filename=x",
            "/v1/catalogs/c/files/81a957b549848a7424eb434d3d10642dd29b6d0577757c27c09b0b9e967eb64b?filename=x",
        ),
        ("", ""),
    ] {
        assert_eq!(address(given), shown);
    }
}

#[test]
fn a_known_token_is_masked_wherever_a_server_echoes_it() {
    let secrets = Secrets::new(["s3cr/et+token"]);
    for given in [
        "bad token s3cr/et+token!",
        "Authorization: Bearer s3cr/et+token",
        r#"{"header":"Bearer s3cr\/et+token"}"#,
        "https://h/x?q=s3cr%2Fet%2Btoken",
        "/x/s3cr/et+token/y",
    ] {
        let shown = secrets.text(given);
        assert!(!shown.contains("s3cr") && shown.contains("***"), "{given} gave {shown}");
    }
    assert!(!format!("{secrets:?}").contains("s3cr"));
}

#[test]
fn unknown_secrets_in_running_text_are_masked() {
    let secrets = Secrets::default();
    for (given, shown) in [
        ("Authorization: Bearer abcdefghij", "Authorization: Bearer ***"),
        ("got basic dXNlcjpwYXNz.", "got basic ***"),
        (r#"{"access_token":"abc","x":"y"}"#, r#"{"access_token":"***","x":"y"}"#),
        (r#"{"password" : "hunter"}"#, r#"{"password" : "***"}"#),
        ("see https://h/x?token=abc, please", "see https://h/x?token=***, please"),
        ("at /x?api_key=1 and (https://u:p@h/y)", "at /x?api_key=*** and (https://***@h/y)"),
        ("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig here", "jwt *** here"),
        ("The token expired. Sign in: token required", "The token expired. Sign in: token required"),
        ("session: expired", "session: expired"),
        ("Basic auth is not allowed", "Basic auth is not allowed"),
        ("a = b, c: d", "a = b, c: d"),
    ] {
        assert_eq!(secrets.text(given), shown);
    }
}

#[test]
fn curl_never_holds_a_token_and_quotes_for_a_shell() {
    assert_eq!(
        curl("https://h/it's?token=abc", true),
        r#"curl -sS -H 'Accept: application/hal+json, application/json' -H "Authorization: Bearer $TOKEN" 'https://h/it'\''s?token=***'"#
    );
    assert!(!curl("https://h/$(rm)`x`", false).contains("TOKEN"));
}

proptest::proptest! {
    #[test]
    fn any_text_is_masked_without_panic_and_a_known_token_never_survives(before in ".{0,30}", after in ".{0,30}") {
        let secrets = Secrets::new(["KnownSecretToken42"]);
        let shown = secrets.text(&format!("{before}KnownSecretToken42{after}"));
        proptest::prop_assert!(!shown.contains("KnownSecretToken42"));
        let _ = address(&before);
    }

    #[test]
    fn masking_twice_changes_nothing(text in "[a-z:/?&=.@ \"%-]{0,40}") {
        let secrets = Secrets::default();
        let once = secrets.text(&text);
        proptest::prop_assert_eq!(secrets.text(&once), once);
    }
}

#[test]
fn a_token_is_found_however_json_writers_escape_it() {
    let secrets = Secrets::new(["ab+cd/0123456789=="]);
    for echoed in [
        "ab+cd/0123456789==",
        "ab%2Bcd%2F0123456789%3D%3D",
        "ab+cd\\/0123456789==",
        "ab+cd/0123456789\\u003d\\u003d",
        "ab\\u002Bcd/0123456789==",
        "ab\\u002bcd\\u002f0123456789\\u003d\\u003d",
    ] {
        let text = format!("{{\"sent\":\"Bearer {echoed}\"}}");
        assert_eq!(secrets.known_masked(&text), "{\"sent\":\"Bearer ***\"}", "{echoed}");
        assert!(secrets.signs().iter().all(|sign| text.contains(sign)), "{echoed}");
    }
    assert_eq!(secrets.signs(), ["0123456789"]);
    assert!(Secrets::default().signs().is_empty());
}
