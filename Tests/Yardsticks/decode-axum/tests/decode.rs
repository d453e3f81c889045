//! Each kind of type: what is read, what is refused, and where the report says so.

use axum::{extract::FromRequestParts, http::Request};
use decode_yardstick::{
    errors::{Place, Violation},
    extract::Headers,
    generated::api::{
        Order, SearchOrdersQuery, Tree,
        decode::{self, DecodeParams, Params, Part, Pointer, Report},
    },
};
use serde_json::{Value, json};

fn order() -> Value {
    json!({
        "id": "67e55044-10b1-426f-9247-bb680e5fe0c8",
        "code": "AB1",
        "placed_at": "2026-01-31T12:00:00+02:00",
        "due_on": "2026-02-28",
        "total": "19.90",
        "weight": 0.3,
        "signature": "AAEC",
        "address": {"postalCode": "1010", "homepage": null, "city": "Vienna"},
        "items": [{"sku": 1, "amount": 1}, {"sku": "a", "amount": 2}],
        "type": "gift",
    })
}

/// The order with another value at a JSON pointer; absent where the value is missing.
fn with(pointer: &str, value: Value) -> Value {
    let mut order = order();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = order.pointer_mut(parent).expect("the parent is there");
    match parent {
        Value::Array(items) => items.push(value),
        parent => parent[name] = value,
    }
    order
}

fn spelled(violations: &[Violation]) -> Vec<String> {
    violations
        .iter()
        .map(|violation| match &violation.place {
            Place::Pointer(place) | Place::Parameter(place) | Place::Header(place) => {
                format!("{place} {}", violation.code)
            }
        })
        .collect()
}

fn violations(body: Value) -> Vec<String> {
    let order = decode::body::<Order>(body);
    order.map_or_else(|violations| spelled(&violations), |_| Vec::new())
}

#[test]
fn every_kind_is_read_and_written_as_it_came() {
    let decoded = decode::body::<Order>(order()).expect("a valid order");
    let mut expected = order();
    expected["placed_at"] = json!("2026-01-31T10:00:00Z");
    expected["share"] = json!(0.5);
    expected["paid"] = json!(false);
    expected["tags"] = json!([]);
    expected["counts"] = json!({});
    let written = serde_json::to_value(&decoded).expect("an order can be written");
    assert_eq!(written, expected);
    let read: Order = serde_json::from_value(written).expect("serde reads what it wrote");
    assert_eq!(read, decoded);
}

#[test]
fn times_have_microseconds_and_no_leap_seconds() {
    for (sent, kept) in [
        ("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00.500Z"),
        (
            "2026-01-31T12:00:00.123456789Z",
            "2026-01-31T12:00:00.123456Z",
        ),
    ] {
        let read = decode::body::<Order>(with("/placed_at", json!(sent))).expect("a valid order");
        let written = serde_json::to_value(&read).expect("an order can be written");
        assert_eq!(written["placed_at"], json!(kept));
    }
}

#[test]
fn numbers_of_32_bits_are_written_as_short_as_they_can() {
    for (sent, kept) in [
        (0.1, "0.1"),
        (16_777_217.0, "16777216.0"),
        (123_456_789.0, "123456790.0"),
        (1e-46, "0.0"),
    ] {
        let read = decode::body::<Order>(with("/share", json!(sent))).expect("a valid order");
        let written = serde_json::to_string(&read).expect("an order can be written");
        assert!(
            written.contains(&format!("\"share\":{kept},")),
            "{sent}: {written}"
        );
    }
}

#[test]
fn valid_values_are_read() {
    for (pointer, value) in [
        ("/paid", json!(true)),
        ("/share", json!(1)),
        ("/weight", json!(999.9)),
        ("/total", json!("0")),
        ("/items/0/amount", json!(2.0)),
        ("/items/0/sku", json!(i64::MIN)),
        ("/tags", json!(["a", "b"])),
        ("/counts", json!({"a": 1, "b/c": 2})),
        ("/pet", json!({"kind": "cat", "lives": 9})),
        ("/pet", json!({"kind": "dog", "host": "a-b.example"})),
        ("/extra", json!([null, {"a": 1}])),
        ("/extra", json!(null)),
        ("/unknown", json!(1)),
        ("/address/homepage", json!("https://example.org/%20?a=b#c")),
        ("/placed_at", json!("2026-12-31T23:59:60.5Z")),
        ("/placed_at", json!("0001-01-01T00:00:00Z")),
        ("/due_on", json!("0001-01-01")),
    ] {
        let found = violations(with(pointer, value));
        assert!(found.is_empty(), "{pointer}: {found:?}");
    }
}

#[test]
fn invalid_values_are_refused_at_their_place() {
    for (pointer, value, expected) in [
        (
            "/id",
            json!("67e5504410b1426f9247bb680e5fe0c8"),
            "/id format",
        ),
        ("/id", json!(1), "/id type"),
        ("/code", json!("AB"), "/code pattern"),
        (
            "/placed_at",
            json!("2026-01-31T12:00:00"),
            "/placed_at format",
        ),
        (
            "/placed_at",
            json!("2026-02-30T12:00:00Z"),
            "/placed_at format",
        ),
        (
            "/placed_at",
            json!("0000-12-31T23:59:59-01:00"),
            "/placed_at format",
        ),
        (
            "/placed_at",
            json!("9999-12-31T23:59:59-01:00"),
            "/placed_at format",
        ),
        ("/due_on", json!("0000-01-01"), "/due_on format"),
        ("/due_on", json!("2026-2-28"), "/due_on format"),
        ("/due_on", json!("2026-02-29"), "/due_on format"),
        ("/total", json!("-0.01"), "/total minimum"),
        ("/total", json!(1), "/total type"),
        ("/total", json!("1e3"), "/total format"),
        ("/weight", json!(0), "/weight exclusive_minimum"),
        ("/weight", json!(1000), "/weight exclusive_maximum"),
        ("/weight", json!(0.25), "/weight multiple_of"),
        ("/share", json!(1e39), "/share type"),
        ("/paid", json!("true"), "/paid type"),
        ("/signature", json!("A"), "/signature format"),
        ("/address", json!([]), "/address type"),
        (
            "/address/homepage",
            json!("no uri"),
            "/address/homepage format",
        ),
        (
            "/address/homepage",
            json!("a:%2"),
            "/address/homepage format",
        ),
        ("/address/a~b", json!(1), "/address/a~0b type"),
        ("/items", json!([]), "/items min_items"),
        ("/items", json!({}), "/items type"),
        ("/items/0/amount", json!(0), "/items/0/amount minimum"),
        (
            "/items/0/amount",
            json!(2_147_483_648_u32),
            "/items/0/amount type",
        ),
        ("/items/0/amount", json!(1.5), "/items/0/amount type"),
        ("/items/1/sku", json!(true), "/items/1/sku one_of"),
        ("/tags", json!(["a", "b", "a"]), "/tags/2 unique_items"),
        ("/tags", json!(["abcdefghijk"]), "/tags/0 max_length"),
        ("/counts", json!({"b/c": "1"}), "/counts/b~1c type"),
        ("/pet", json!({}), "/pet/kind required"),
        ("/pet", json!({"kind": "cow"}), "/pet/kind enum"),
        ("/pet", json!({"kind": "cat"}), "/pet/lives required"),
        (
            "/pet",
            json!({"kind": "cat", "lives": 8}),
            "/pet/lives enum",
        ),
        (
            "/pet",
            json!({"kind": "dog", "host": "-a"}),
            "/pet/host format",
        ),
        ("/pet", json!(1), "/pet type"),
        ("/type", json!(null), "/type type"),
    ] {
        assert_eq!(violations(with(pointer, value)), [expected], "{pointer}");
    }
}

#[test]
fn every_failure_is_listed_and_not_only_the_first() {
    let body = with(
        "/items",
        json!([{"sku": []}, 1, {"sku": 1, "amount": "1"}, {}]),
    );
    let expected = [
        "/items/0/sku one_of",
        "/items/0/amount required",
        "/items/1 type",
        "/items/2/amount type",
        "/items/3/sku required",
        "/items/3/amount required",
    ];
    assert_eq!(violations(body), expected);
}

#[test]
fn a_large_body_does_not_make_a_larger_report() {
    let items: Vec<Value> = (0..100_000).map(|_| json!(null)).collect();
    assert_eq!(violations(with("/items", json!(items))).len(), 100);
}

#[test]
fn recursive_unions_are_read_within_a_budget() {
    let mut tree = json!(1);
    for depth in 0..100 {
        tree = json!({"left": depth, "right": tree});
    }
    assert!(decode::body::<Tree>(tree).is_ok());

    let mut wide = json!(1);
    for _ in 0..14 {
        wide = json!({"left": wide, "right": wide});
    }
    let refused = decode::body::<Tree>(wide).expect_err("more alternatives than a request may try");
    assert!(!refused.is_empty());
}

fn search(pairs: &[(&'static str, &'static str)]) -> Result<SearchOrdersQuery, Vec<String>> {
    let pairs = pairs
        .iter()
        .map(|(name, value)| ((*name).into(), (*value).into()));
    decode::params(Params::new(pairs, Part::Parameter)).map_err(|violations| spelled(&violations))
}

#[test]
fn parameters_of_every_kind_are_read() {
    let query = search(&[
        ("id", "67e55044-10b1-426f-9247-bb680e5fe0c8"),
        ("since", "2026-01-31T12:00:00Z"),
        ("on", "2026-01-31"),
        ("at_least", "1.50"),
        ("factor", "-1.5e3"),
        ("open", "false"),
        ("text", ""),
        ("tags", "a"),
        ("tags", "b,c"),
        ("amounts", "1,2,3"),
        ("unknown", "1"),
    ])
    .expect("valid parameters");
    assert_eq!(
        query.at_least.map(|number| number.to_string()).as_deref(),
        Some("1.50")
    );
    assert_eq!(query.factor, Some(-1500.0));
    assert!(!query.open);
    assert_eq!(query.tags, Some(vec!["a".to_owned(), "b,c".to_owned()]));
    assert_eq!(query.amounts, Some(vec![1, 2, 3]));
}

#[test]
fn absent_parameters_are_absent_or_have_their_default() {
    let query = search(&[("text", "x")]).expect("only `text` is required");
    assert_eq!((query.id, query.tags, query.amounts), (None, None, None));
    assert!(query.open);
}

#[test]
fn parameters_that_break_the_contract_are_listed() {
    let found = search(&[
        ("id", "x"),
        ("since", "today"),
        ("on", "2026-13-01"),
        ("at_least", "much"),
        ("factor", "inf"),
        ("open", "yes"),
        ("tags", "a"),
        ("tags", "abcdefghijk"),
        ("amounts", "1,,x"),
    ]);
    let expected = [
        "id format",
        "since format",
        "on format",
        "at_least format",
        "factor type",
        "open type",
        "text required",
        "tags max_length",
        "amounts type",
        "amounts type",
    ];
    assert_eq!(found.err(), Some(expected.map(str::to_owned).to_vec()));
}

/// Whether a check lets a text pass.
fn passes(check: fn(&str, &Pointer<'_>, &mut Report), text: &str) -> bool {
    let checked = Report::default().attempt(|report| {
        check(text, &Pointer::Body, report);
        Some(())
    });
    checked == Ok(Some(()))
}

#[test]
fn formats_of_strings() {
    type Check = fn(&str, &Pointer<'_>, &mut Report);
    let cases: [(Check, &[&str], &[&str]); 8] = [
        (
            decode::email,
            &["a@b", "a.b+c@d-e.example", "!#$%&'*+/=?^_`{|}~-@x"],
            &[
                "", "@", "a@", "@b", "a b@c", "a@b_c", "a@-b", "a@b-", "a@b..c", "a@b@c",
                "\u{e9}@b",
            ],
        ),
        (
            decode::uri,
            &["a:", "https://example.org", "mailto:a@b", "urn:x:y"],
            &["", ":", "1a:b", "/path", "a:\u{e9}", "a: b", "a:%zz"],
        ),
        (
            decode::uri_reference,
            &["", "/path?q#f", "../a", "a:b"],
            &[" ", "%", "\u{0}"],
        ),
        (
            decode::ipv4,
            &["0.0.0.0", "255.255.255.255"],
            &["", "1.2.3", "256.0.0.0", "01.2.3.4"],
        ),
        (
            decode::ipv6,
            &["::", "2001:db8::1"],
            &["", "1.2.3.4", ":::", "12345::"],
        ),
        (
            decode::hostname,
            &["a", "a-b.example"],
            &["", ".", "a.", "-a", "a_b"],
        ),
        (
            decode::time,
            &["12:00:00Z", "23:59:59.999+01:00"],
            &["", "12:00", "12:00:00", "24:00:00Z"],
        ),
        (
            decode::duration,
            &["P1Y", "P1Y2M3D", "PT1H", "P1DT12H30M5S", "P4W"],
            &[
                "", "P", "PT", "P1", "1Y", "P1DT", "P1H", "P1M1Y", "P1W1D", "P\u{e9}",
            ],
        ),
    ];
    for (check, valid, invalid) in cases {
        for text in valid {
            assert!(passes(check, text), "{text} is refused");
        }
        for text in invalid {
            assert!(!passes(check, text), "{text} passes");
        }
    }
}

/// What the headers of `submit_order` say.
#[derive(Debug)]
struct SubmitOrderHeaders {
    tenant: i64,
}

impl DecodeParams for SubmitOrderHeaders {
    fn decode(params: &mut Params<'_>, report: &mut Report) -> Option<Self> {
        let tenant = params.required("x-tenant", report, decode::integer_text);
        Some(Self { tenant: tenant? })
    }
}

#[tokio::test]
async fn headers_are_read_whatever_the_case_of_their_names() {
    for (value, expected) in [
        ("7", Ok(7)),
        ("seven", Err(vec!["x-tenant type".to_owned()])),
    ] {
        let request = Request::builder().header("X-Tenant", value).body(());
        let (mut parts, ()) = request.expect("a request").into_parts();
        let headers = Headers::<SubmitOrderHeaders>::from_request_parts(&mut parts, &()).await;
        let found = headers
            .map(|Headers(headers)| headers.tenant)
            .map_err(|error| spelled(&error.violations));
        assert_eq!(found, expected);
    }
}

#[test]
fn no_text_holds_what_databases_refuse() {
    let cases = [
        ("/address/city", json!("a\u{0}"), "/address/city pattern"),
        ("/extra", json!({"deep": [{"a\u{0}": 1}]}), "/extra pattern"),
        ("/extra", json!(["\u{0}"]), "/extra pattern"),
        ("/counts", json!({"a\u{0}": 1}), "/counts/a\u{0} pattern"),
    ];
    for (pointer, value, expected) in cases {
        assert_eq!(violations(with(pointer, value)), [expected], "{pointer}");
    }
}
