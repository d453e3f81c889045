"""What of an answer is compared."""

import re
from datetime import UTC, datetime, timedelta

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HEADERS = ["content-type", "location", "link", "www-authenticate", "retry-after", "access-control-allow-origin"]


class Mask:
    """Numbers the ids and times that a backend makes by itself, in the order in which they are met in a conversation."""

    def __init__(self):
        self.names = {}

    def name(self, kind, value):
        return self.names.setdefault((kind, value), f"<{kind} {sum(key[0] == kind for key in self.names) + 1}>")

    def value(self, value, sent, key=""):
        if isinstance(value, dict):
            return {name: self.value(value[name], sent, name) for name in sorted(value)}
        if isinstance(value, list):
            return [self.value(item, sent, key) for item in value]
        if isinstance(value, str):
            return self.text(value, sent, key)
        if isinstance(value, int) and not isinstance(value, bool) and is_id(key):
            return self.name("id", str(value))
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            return int(value)
        return value

    def text(self, text, sent, key):
        if TIME.fullmatch(text) and is_now(text):
            return "<time>"
        if UUID.fullmatch(text) and (is_id(key) or text not in sent):
            return self.name("uuid", text)
        # RFC 9457: the path of the request, with whatever ids it has.
        return self.path(text) if key == "instance" else text

    def path(self, path):
        known = UUID.sub(lambda found: self.names.get(("uuid", found[0]), found[0]), path)
        return "/".join(self.names.get(("id", part), part) for part in known.split("/"))


def is_now(text):
    """Whether a backend made the time by itself: no request gives one of today."""
    try:
        return abs(datetime.fromisoformat(text) - datetime.now(UTC)) < timedelta(days=1)
    except (ValueError, OverflowError):
        return False


def is_id(key):
    return key == "id" or key.endswith(("_id", "Id"))


def canonical(answer, sent, mask):
    """The answer as far as two backends can agree on it."""
    text = f"{sent.target} {(sent.body or b'').decode(errors='replace')}"
    result = {"status": answer.status}
    for name in HEADERS:
        value = answer.header(name)
        if value is not None:
            result[name] = value
    if "allow" in {key.lower() for key, _ in answer.headers}:
        result["allow"] = sorted(part.strip() for part in answer.header("allow").split(","))
    echoed = answer.header("x-request-id")
    given = next((value for key, value in sent.headers if key == "x-request-id"), None)
    result["x-request-id"] = "missing" if echoed is None else "echoed" if echoed == given else "made"
    if answer.json is not None:
        result["body"] = mask.value(answer.json, text)
    elif answer.body:
        result["body"] = answer.body.decode(errors="backslashreplace")
    if "location" in result:
        result["location"] = mask.path(result["location"])
    return result
