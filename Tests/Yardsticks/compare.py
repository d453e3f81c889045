#!/usr/bin/env python3
"""Sends the same requests to two servers of the users API and prints where their answers differ.

    compare.py URL URL

Both must begin with an empty database, and of the same kind: PostgreSQL does not use a number again
that a refused row had. Ids of requests and times are masked; JSON is compared as
values. Exits with 1 where anything differs.
"""

import contextlib
import http.client
import json
import re
import sys
import threading
import urllib.parse

JSON = {"content-type": "application/json"}
HEADERS = ("content-type", "location", "allow", "retry-after", "x-content-type-options", "vary")
ADA = {"email": "ada@example.org", "name": "Ada Lovelace", "role": "admin", "bio": "First."}
KING = {"email": "countess@example.org", "name": "Ada King", "role": "member", "bio": None}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}(\d{3})?)?Z")


def call(url, method, path, body=None, headers=None):
    """What a server answers: status, headers that matter, and the body as a value."""
    address = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    headers = dict(headers or {})
    connection.putrequest(method, path, skip_accept_encoding=True)
    if body is not None:
        headers.setdefault("content-length", str(len(body)))
    for name, value in headers.items():
        connection.putheader(name, value)
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        # A server may answer before it has read all.
        connection.endheaders(body)
    response = connection.getresponse()
    data = response.read()
    connection.close()
    kept = {name: response.headers.get(name) for name in HEADERS}
    kept |= {n.lower(): v for n, v in response.headers.items() if n.lower().startswith("access-")}
    request_id = response.headers.get("x-request-id", "")
    kept["x-request-id"] = "made" if len(request_id) == 36 else request_id
    if method == "HEAD":
        # It differs by the digits of the times.
        return response.status, kept, len(data)
    try:
        return response.status, kept, mask(json.loads(data))
    except ValueError:
        return response.status, kept, data.decode()


def mask(value):
    """The value without times, whose form must be right all the same."""
    match value:
        case dict():
            return {key: mask(item) for key, item in value.items()}
        case list():
            return [mask(item) for item in value]
        case str() if TIME.fullmatch(value):
            return "a time"
        case _:
            return value


def requests():
    """Method, path, body and headers of each request, in their order."""
    yield from creations()
    yield from readings()
    yield from lists()
    yield from changes()
    yield from media()
    yield from routing()


def post(body, path="/api/users", method="POST"):
    return method, path, json.dumps(body).encode(), JSON


def creations():
    yield post(ADA)
    yield post(ADA)
    yield post(KING)
    for field, value in [
        ("email", None), ("email", "a@"), ("email", "a@b"), ("email", "ada.example.org"),
        ("email", "a" * 245 + "@b.example"), ("email", "a" * 190 + "@" + "b" * 63), ("email", 1),
        ("email", ""), ("email", "a@" + "b" * 64), ("email", "\u00e9@b.example"), ("email", "a@b\n"),
        ("email", "a\x00@b"), ("email", "A.B+c@d-e.example"), ("email", "a@b..c"), ("email", "a@-b"),
        ("name", 1), ("name", ""), ("name", "x" * 100), ("name", "x" * 101), ("name", "\U0001f600" * 100),
        ("name", "\U0001f600" * 101), ("name", "a\x00b"), ("name", "a\nb"), ("name", "a\n"), ("name", "\x7f"),
        ("name", "e\u0301"), ("name", " "), ("name", "\u2028"), ("name", []), ("name", {}), ("name", True),
        ("role", "king"), ("role", None), ("role", "guest"), ("role", "Admin"), ("role", 1), ("role", ""),
        ("role", "\x00"), ("bio", None), ("bio", True), ("bio", ""), ("bio", "x" * 500), ("bio", "x" * 501),
        ("bio", "\x00"), ("bio", "a\nb"), ("bio", 1.5), ("unknown", 1), ("\x00", 1), ("a/b~c", None),
    ]:  # fmt: skip
        unique = {**ADA, "email": f"u{abs(hash((field, str(value)))) % 10**9}@example.org"}
        yield post({**unique, field: value})
    yield post({"role": "king"})
    yield post({"z": 1, "\u00e4": 2, "a": 3, "B": 4})
    yield post({})
    yield post({"email": "min@example.org", "name": "Min"})
    yield post({"email": "nobio@example.org", "name": "Min", "bio": None})
    for value in [], None, 1, "x", True, [ADA]:
        yield post(value)
    yield "POST", "/api/users", b'{"email":"d@e","email":"dup@example.org","name":"D"}', JSON


def readings():
    for key in (
        "1", "2", "+1", "01", "0", "-1", "-0", "9007199254740991", "9007199254740992", "9223372036854775807",
        "9223372036854775808", "99999999999999999999999", "x", "1.0", "1.5", "1e0", "%31", "1%2F2", "%FF", "%zz", "%",
        "%C3%A9", "1%00", "%20", "1;a", "%2B1", "0x1", "\u0661".encode().hex(), "%D9%A1", "1_0", "%E2%82", "a%20b",
    ):  # fmt: skip
        yield "GET", f"/api/users/{key}"
        if len(key) > 2:
            yield "DELETE", f"/api/users/{key}"
    yield "GET", "/api/users/"
    yield "GET", "/api/users/1/"
    yield "GET", "/api/users//"
    yield "GET", "/api/users/1?x=1"


def lists():
    for query in (
        "", "page=1", "page=0", "page=1000000", "page=1000001", "page=2147483647", "page=2147483648", "page=",
        "page", "page=1&page=2", "page=1&page=1", "page=x", "page=1.0", "page=%31", "page=+1", "page=%2B1", "page=01",
        "per_page=1", "per_page=2&page=2", "per_page=100", "per_page=101", "per_page=0", "per_page=-1",
        "per_page=x&page=x", "role=admin", "role=member", "role=king", "role=", "role=admin&role=admin", "role=%00",
        "email=ada%40example.org", "email=ada@example.org", "email=ada", "email=", "email=a%FFb@c", "sort=name",
        "sort=-name", "sort=email", "sort=-email", "sort=created_at", "sort=-created_at", "sort=age", "sort=",
        "page=0&per_page=0&sort=", "sort=x&email=x&role=x&per_page=x&page=x", "sort=x&sort=y&page=0", "unknown=1",
        "&&", "=", "page=1&&per_page=1", "page=1;per_page=1", "PAGE=0", "%70age=0", "page=1%20", "email=a+b@c",
        "email=a%2Bb@c", "page=99999999999999999999999999999999999", "page=-0", "page=%D9%A1",
    ):  # fmt: skip
        yield "GET", f"/api/users?{query}"


def changes():
    path = "/api/users/1"
    yield post({**KING, "email": "new@example.org"}, path, "PUT")
    yield post(KING, path, "PUT")
    yield post(KING, "/api/users/999999", "PUT")
    yield post(KING, "/api/users/x", "PUT")
    for field in KING:
        yield post({key: value for key, value in KING.items() if key != field}, path, "PUT")
        yield post({**KING, field: 1}, path, "PUT")
    yield post({}, path, "PUT")
    for body in (
        {}, {"name": "Ada K."}, {"bio": None}, {"bio": "x"}, {"email": None, "name": None, "role": None},
        {"email": "patched@example.org"}, {"email": "countess@example.org"}, {"role": "guest"}, {"x": 1}, [],
        {"x": 1, "name": ""}, {"name": "A", "bio": "x" * 501}, {"role": "x", "a": 1},
    ):  # fmt: skip
        yield post(body, path, "PATCH")
    yield post({"name": "A"}, "/api/users/999999", "PATCH")
    yield post({"name": ""}, "/api/users/0", "PATCH")
    yield "GET", path
    yield "DELETE", "/api/users/2"
    yield "DELETE", "/api/users/2"
    yield "GET", "/api/users/2"
    yield "GET", "/api/users?per_page=100&sort=name"


def media():
    body = json.dumps({**ADA, "email": "media@example.org"}).encode()
    for media_type in (
        "text/plain", "application/json; charset=utf-8", "APPLICATION/JSON", "application/problem+json",
        "application/jsonp", "application/+json", "text/json", "", " application/json ", "application/json;", ";",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/x+json",
    ):  # fmt: skip
        yield "POST", "/api/users", body, {"content-type": media_type}
    yield "POST", "/api/users", body
    yield "POST", "/api/users"
    yield "POST", "/api/users", b"", JSON
    yield "PUT", "/api/users/1", b"{", {"content-type": "text/plain"}
    yield "PUT", "/api/users/x", b"{", {"content-type": "text/plain"}
    for text in (
        b"{", b'{"email":}', b"\xef\xbb\xbf{}", b"{} {}", b"[1e400]", b"[" * 127 + b"]" * 127, b"[" * 128 + b"]" * 128,
        b"[" * 1000, b'{"a":' * 130, b"[\n1e999]", b"nul", b"NaN", b"[1,]", b'{"a":1,}', b"{1:2}", b"[01]", b"[-]",
        b'["a\tb"]', b'["\\ud800"]', b'["\\x"]', b'"\\ud83d\\ude00"', b'{"email":1e400}', b"9" * 400,
        b'{"name":1e5,"email":1.0}', b" \r\n\t{ } ", b"'a'", b"\x00",
    ):  # fmt: skip
        yield "POST", "/api/users", text, JSON
    yield "POST", "/api/users", b" " * 1_048_577, JSON
    yield "POST", "/api/users", b" " * 1_048_576, JSON
    yield "POST", "/api/users", b" " * 1_048_577, {"content-type": "text/plain"}
    yield "GET", "/api/users", b" " * 100_000, JSON


def routing():
    for path in "/api/users", "/api/users/1", "/livez", "/openapi.json", "/no/such", "/":
        for method in "HEAD", "OPTIONS", "PUT", "DELETE", "POST", "PATCH", "TRACE":
            yield method, path
    for path in (
        "/health", "/ready", "/livez", "/readyz", "/openapi.json", "/api/%75sers", "/API/USERS", "//api/users",
        "/api/users?", "/docs", "/redoc", "/api//users", "/api/./users", "/livez/", "/%2e",
    ):  # fmt: skip
        yield "GET", path
    for request_id in "abc-1_2.3", "", "two words", "x" * 128, "x" * 129, "a\u00e9":
        yield "GET", "/livez", None, {"x-request-id": request_id}
    for origin in "https://a.example", "https://b.example":
        for method in "GET", "OPTIONS", "POST":
            yield method, "/api/users", None, {"origin": origin, "access-control-request-method": "PUT"}


def race(url):
    """The statuses of conflicting creations, all at once."""
    body = json.dumps({**ADA, "email": "race@example.org"}).encode()
    statuses = []
    threads = [
        threading.Thread(target=lambda: statuses.append(call(url, "POST", "/api/users", body, JSON)[0]))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


def main(first, second):
    count = differences = 0
    for request in requests():
        answers = [call(url, *request) for url in (first, second)]
        count += 1
        if answers[0] != answers[1]:
            differences += 1
            method, path, *rest = request
            print(method, path, str(rest)[:120])
            for url, (status, headers, body) in zip((first, second), answers, strict=True):
                print(f"  {url}: {status} {headers} {str(body)[:600]}")
    if race(first) != race(second):
        differences += 1
        print("conflicting creations at once end differently")
    print(f"{count} requests, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
