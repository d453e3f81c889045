"""Each kind of type: what is read, what is refused, and where the report says so."""

import copy
import json
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request

from orders.errors import ApiError, Violation
from orders.extract.headers import HeaderParams
from orders.generated.api.decode import (
    DURATION,
    EMAIL,
    HOSTNAME,
    IPV4,
    IPV6,
    TIME,
    URI,
    URI_REFERENCE,
    AnyOf,
    Boolean,
    Discriminator,
    Number,
    OneOf,
    Text,
)
from orders.generated.api.decode.formats import Format
from orders.generated.api.decode.reading import Reading
from orders.generated.api.decode.report import faults_in
from orders.generated.api.requests import (
    Cat,
    Dog,
    Order,
    SearchOrdersQuery,
    SubmitOrderHeaders,
    Tree,
)

ORDER = {
    "id": "67e55044-10b1-426f-9247-bb680e5fe0c8",
    "code": "AB1",
    "placed_at": "2026-01-31T12:00:00+02:00",
    "due_on": "2026-02-28",
    "total": "19.90",
    "weight": 0.3,
    "signature": "AAEC",
    "address": {"postalCode": "1010", "homepage": None, "city": "Vienna"},
    "items": [{"sku": 1, "amount": 1}, {"sku": "a", "amount": 2}],
    "type": "gift",
}


def change(pointer: str, value: object) -> object:
    """The order with another value at a JSON pointer; a list gets one more."""
    order: Any = copy.deepcopy(ORDER)
    *way, name = pointer.removeprefix("/").split("/")
    parent = order
    for step in way:
        parent = parent[int(step) if isinstance(parent, list) else step]
    if isinstance(parent, list):
        parent.append(value)
    else:
        parent[name] = value
    return order


def spelled(error: ValidationError) -> list[str]:
    """Each fault as its pointer and its code."""
    return [
        "".join(f"/{escaped(step)}" for step in place) + f" {fault.code}"
        for place, fault in faults_in(error)
    ]


def escaped(step: str | int) -> str:
    """A step of a JSON pointer (RFC 6901)."""
    return str(step).replace("~", "~0").replace("/", "~1")


def violations(body: object) -> list[str]:
    """What is wrong with an order."""
    try:
        Order.model_validate(body, context=Reading())
    except ValidationError as error:
        return spelled(error)
    return []


def test_every_kind_is_read_and_written_as_it_came() -> None:
    read = Order.model_validate(ORDER)
    written = json.loads(read.model_dump_json())
    expected = {
        **ORDER,
        "placed_at": "2026-01-31T10:00:00Z",
        "share": 0.5,
        "paid": False,
        "tags": [],
        "counts": {},
    }
    assert written == expected
    assert Order.model_validate(written) == read


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00.500Z"),
        ("2026-01-31T12:00:00.123456789Z", "2026-01-31T12:00:00.123456Z"),
    ],
)
def test_times_have_microseconds_and_no_leap_seconds(sent: str, kept: str) -> None:
    read = Order.model_validate({**ORDER, "placed_at": sent})
    assert json.loads(read.model_dump_json())["placed_at"] == kept


@pytest.mark.parametrize(
    ("sent", "kept"),
    [(0.1, 0.1), (16_777_217, 16_777_216), (123_456_789, 123_456_790), (1e-46, 0)],
)
def test_numbers_of_32_bits_are_written_as_short_as_they_can(sent: float, kept: float) -> None:
    read = Order.model_validate({**ORDER, "share": sent})
    assert json.loads(read.model_dump_json())["share"] == kept


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/paid", True),
        ("/share", 1),
        ("/weight", 999.9),
        ("/total", "0"),
        ("/items/0/amount", 2.0),
        ("/items/0/sku", -(2**63)),
        ("/tags", ["a", "b"]),
        ("/counts", {"a": 1, "b/c": 2}),
        ("/pet", {"kind": "cat", "lives": 9}),
        ("/pet", {"kind": "dog", "host": "a-b.example"}),
        ("/extra", [None, {"a": 1}]),
        ("/extra", None),
        ("/unknown", 1),
        ("/address/homepage", "https://example.org/%20?a=b#c"),
        ("/placed_at", "2026-12-31T23:59:60.5Z"),
        ("/placed_at", "0001-01-01T00:00:00Z"),
        ("/due_on", "0001-01-01"),
    ],
)
def test_valid_values_are_read(pointer: str, value: object) -> None:
    assert violations(change(pointer, value)) == []


@pytest.mark.parametrize(
    ("pointer", "value", "expected"),
    [
        ("/id", "67e5504410b1426f9247bb680e5fe0c8", "/id format"),
        ("/id", 1, "/id type"),
        ("/code", "AB", "/code pattern"),
        ("/code", "AB1\n", "/code pattern"),
        ("/placed_at", "2026-01-31T12:00:00", "/placed_at format"),
        ("/placed_at", "2026-02-30T12:00:00Z", "/placed_at format"),
        ("/placed_at", "0000-12-31T23:59:59-01:00", "/placed_at format"),
        ("/placed_at", "9999-12-31T23:59:59-01:00", "/placed_at format"),
        ("/due_on", "0000-01-01", "/due_on format"),
        ("/due_on", "2026-2-28", "/due_on format"),
        ("/due_on", "20260228", "/due_on format"),
        ("/due_on", "2026-02-29", "/due_on format"),
        ("/total", "-0.01", "/total minimum"),
        ("/total", 1, "/total type"),
        ("/total", "1e3", "/total format"),
        ("/weight", 0, "/weight exclusive_minimum"),
        ("/weight", 1000, "/weight exclusive_maximum"),
        ("/weight", 0.25, "/weight multiple_of"),
        ("/weight", True, "/weight type"),
        ("/share", 1e39, "/share type"),
        ("/paid", "true", "/paid type"),
        ("/signature", "A", "/signature format"),
        ("/signature", "AAF=", "/signature format"),
        ("/address", [], "/address type"),
        ("/address/homepage", "no uri", "/address/homepage format"),
        ("/address/homepage", "a:%2", "/address/homepage format"),
        ("/address/a~b", 1, "/address/a~0b type"),
        ("/items", [], "/items min_items"),
        ("/items", {}, "/items type"),
        ("/items/0/amount", 0, "/items/0/amount minimum"),
        ("/items/0/amount", 2_147_483_648, "/items/0/amount type"),
        ("/items/0/amount", 1.5, "/items/0/amount type"),
        ("/items/0/amount", True, "/items/0/amount type"),
        ("/items/1/sku", True, "/items/1/sku one_of"),
        ("/tags", ["a", "b", "a"], "/tags/2 unique_items"),
        ("/tags", ["abcdefghijk"], "/tags/0 max_length"),
        ("/counts", {"b/c": "1"}, "/counts/b~1c type"),
        ("/pet", {}, "/pet/kind required"),
        ("/pet", {"kind": "cow"}, "/pet/kind enum"),
        ("/pet", {"kind": []}, "/pet/kind enum"),
        ("/pet", {"kind": "cat"}, "/pet/lives required"),
        ("/pet", {"kind": "cat", "lives": 8}, "/pet/lives enum"),
        ("/pet", {"kind": "dog", "host": "-a"}, "/pet/host format"),
        ("/pet", 1, "/pet type"),
        ("/pet", None, "/pet type"),
        ("/type", None, "/type type"),
    ],
)
def test_invalid_values_are_refused_at_their_place(
    pointer: str, value: object, expected: str
) -> None:
    assert violations(change(pointer, value)) == [expected]


def test_every_failure_is_listed_and_not_only_the_first() -> None:
    items = [{"sku": []}, 1, {"sku": 1, "amount": "1"}, {}]
    assert violations(change("/items", items)) == [
        "/items/0/sku one_of",
        "/items/0/amount required",
        "/items/1 type",
        "/items/2/amount type",
        "/items/3/sku required",
        "/items/3/amount required",
    ]


def test_a_list_is_counted_where_all_its_items_could_be_read() -> None:
    items = [{"sku": 1, "amount": 0}] * 4
    expected = [*(f"/items/{index}/amount minimum" for index in range(4)), "/items max_items"]
    assert violations(change("/items", items)) == expected


def test_other_fields_are_listed_by_name_and_after_all_others() -> None:
    address = {"z": 1, "a\0": 1, "b": 1, "homepage": 1, "c": "fine"}
    assert violations(change("/address", address)) == [
        "/address max_properties",
        "/address/postalCode required",
        "/address/homepage type",
        "/address/a\0 pattern",
        "/address/a\0 type",
        "/address/b type",
        "/address/z type",
    ]


def test_a_large_body_does_not_make_a_larger_report() -> None:
    assert len(violations(change("/items", [None] * 100_000))) == 100


def test_recursive_unions_are_read_within_a_budget() -> None:
    adapter = TypeAdapter(Tree)
    deep: object = 1
    for depth in range(100):
        deep = {"left": depth, "right": deep}
    adapter.validate_python(deep, context=Reading())

    wide: object = 1
    for _ in range(14):
        wide = {"left": wide, "right": wide}
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(wide, context=Reading())
    assert spelled(caught.value) == [" complexity"]


def search(*pairs: tuple[str, str]) -> SearchOrdersQuery:
    return SearchOrdersQuery.read(pairs)


def test_parameters_of_every_kind_are_read() -> None:
    query = search(
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
    )
    assert str(query.at_least) == "1.50"
    assert query.factor == -1500.0
    assert not query.open
    assert query.tags == ["a", "b,c"]
    assert query.amounts == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+5", [5]),
        ("-0", [0]),
        ("0" * 5000 + "7", [7]),
        ("9" * 5000, None),
        ("2147483648", None),
        ("\u0661", None),
        ("1_0", None),
        (" 1", None),
        ("", []),
    ],
)
def test_integers_are_read_from_texts(text: str, expected: list[int] | None) -> None:
    if expected is None:
        with pytest.raises(ValidationError):
            search(("text", ""), ("amounts", text))
    else:
        assert search(("text", ""), ("amounts", text)).amounts == expected


def test_absent_parameters_are_absent_or_have_their_default() -> None:
    query = search(("text", "x"))
    assert (query.id, query.tags, query.amounts) == (None, None, None)
    assert query.open


def test_parameters_that_break_the_contract_are_listed() -> None:
    with pytest.raises(ValidationError) as caught:
        search(
            ("id", "x"),
            ("since", "today"),
            ("on", "2026-13-01"),
            ("at_least", "much"),
            ("factor", "inf"),
            ("open", "yes"),
            ("tags", "a"),
            ("tags", "abcdefghijk"),
            ("amounts", "1,,x"),
        )
    assert [f"{place[0]} {fault.code}" for place, fault in faults_in(caught.value)] == [
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
    ]


def test_parameters_given_twice_stand_at_their_place() -> None:
    with pytest.raises(ValidationError) as caught:
        search(("open", "x"), ("factor", "1"), ("factor", "2"), ("text", "a"), ("text", "b"))
    found = [f"{place[0]} {fault.code}" for place, fault in faults_in(caught.value)]
    assert found == ["factor repeated", "open type", "text repeated"]


@pytest.mark.parametrize(
    ("check", "valid", "invalid"),
    [
        (
            EMAIL,
            ["a@b", "a.b+c@d-e.example", "!#$%&'*+/=?^_`{|}~-@x"],
            ["", "@", "a@", "@b", "a b@c", "a@b_c", "a@-b", "a@b-", "a@b..c", "a@b@c", "\u00e9@b"],
        ),
        (
            URI,
            ["a:", "https://example.org", "mailto:a@b", "urn:x:y"],
            ["", ":", "1a:b", "/path", "a:\u00e9", "a: b", "a:%zz"],
        ),
        (URI_REFERENCE, ["", "/path?q#f", "../a", "a:b"], [" ", "%", "\0"]),
        (IPV4, ["0.0.0.1", "255.255.255.255"], ["", "1.2.3", "256.0.0.0", "01.2.3.4"]),
        (IPV6, ["::", "2001:db8::1"], ["", "1.2.3.4", ":::", "12345::", "fe80::1%eth0"]),
        (HOSTNAME, ["a", "a-b.example"], ["", ".", "a.", "-a", "a_b"]),
        (
            TIME,
            ["12:00:00Z", "23:59:59.999+01:00"],
            ["", "12:00", "12:00:00", "24:00:00Z", "12:00:00+24:00"],
        ),
        (
            DURATION,
            ["P1Y", "P1Y2M3D", "PT1H", "P1DT12H30M5S", "P4W"],
            ["", "P", "PT", "P1", "1Y", "P1DT", "P1H", "P1M1Y", "P1W1D", "P\u00e9"],
        ),
    ],
)
def test_formats_of_strings(check: Format, valid: list[str], invalid: list[str]) -> None:
    assert [text for text in valid if not check.accepts(text)] == []
    assert [text for text in invalid if check.accepts(text)] == []


@pytest.mark.anyio
async def test_headers_are_read_as_the_server_hands_them_over() -> None:
    headers = HeaderParams(SubmitOrderHeaders)
    scope = {"type": "http", "headers": [(b"x-tenant", b"7"), (b"other", b"\xff")]}
    assert (await headers(Request(scope))).tenant == 7
    with pytest.raises(ApiError) as caught:
        await headers(Request({"type": "http", "headers": [(b"x-tenant", b"seven")]}))
    assert caught.value.violations == [
        Violation("header", "x-tenant", "type", "must be an integer of 64 bits")
    ]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.parametrize(
    ("pointer", "value", "expected"),
    [
        ("/address/city", "a\0", "/address/city pattern"),
        ("/extra", {"deep": [{"a\0": 1}]}, "/extra pattern"),
        ("/extra", ["\0"], "/extra pattern"),
        ("/counts", {"a\0": 1}, "/counts/a\0 pattern"),
    ],
)
def test_no_text_holds_what_databases_refuse(pointer: str, value: object, expected: str) -> None:
    assert violations(change(pointer, value)) == [expected]


@pytest.mark.parametrize(
    ("reader", "valid", "invalid"),
    [
        (Annotated[float, Number(allowed=(0.5, 1))], [0.5, 1], [2, "1"]),
        (Annotated[bool, Boolean(allowed=(True,))], [True], [False, "true"]),
        (Annotated[Annotated[str, Text(max_length=1)], OneOf()], ["a"], [1, "ab"]),
        (Annotated[list[Annotated[str, Text()]], AnyOf()], [["a"]], ["a"]),
        (
            Annotated[Cat | Dog, Discriminator("kind", ("cat", "dog", "cat"), (0, 1, 0))],
            [{"kind": "cat", "lives": 9}],
            [{"kind": "cow"}],
        ),
    ],
)
def test_readers_by_themselves(
    reader: type[Any], valid: list[object], invalid: list[object]
) -> None:
    adapter = TypeAdapter(reader)
    for value in valid:
        read = adapter.validate_python(value, context=Reading())
        # What was read once, as an answer holds it, is left as it is.
        assert adapter.validate_python(read, context=Reading()) == read
    for value in invalid:
        with pytest.raises(ValidationError):
            adapter.validate_python(value, context=Reading())
