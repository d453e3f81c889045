#!/usr/bin/env python3
"""An adapter for SpecForge: the outline of an API, for people who call it.

Writes `README.md`, a reference of every operation with its failures, and `try.sh`, which calls each of them with curl.
Needs nothing but Python 3.9. The options of the target are `title` and `url`; see README.md beside this file.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import quote

PROTOCOL = 1
CORE_SCHEMA = 2

# A node of the request's JSON. docs/dump-core.md describes them.
Node = dict[str, Any]


class RefusedError(Exception):
    """The request cannot be answered; the message says why."""


class Answer(NamedTuple):
    """What is written to standard output."""

    files: list[Node]
    diagnostics: list[Node]

    def add(self, path: str, text: str, *, executable: bool = False) -> None:
        """Adds a file; its path is relative to the target's folder."""
        self.files.append({"path": path, "text": text, "executable": executable})

    def note(self, code: str, message: str, at: str) -> None:
        """Tells something about a node of the request; SpecForge shows where the node was written."""
        self.diagnostics.append({"severity": "note", "code": code, "message": message, "at": at})


# --- Texts of an API are not to be trusted with the syntax around them ------------------------------------------------


def plain(text: str | None) -> str:
    """A text of the API as one line of Markdown that means nothing but itself."""
    line = " ".join((text or "").split())
    return "".join("\\" + letter if letter in "\\`*_[]<>|#" else letter for letter in line)


def code(text: str) -> str:
    """A text as code within a line, also within a table."""
    ticks = "`" * (1 + max((len(run) for run in "".join(c if c == "`" else " " for c in text).split()), default=0))
    edge = " " if "`" in text else ""
    return f"{ticks}{edge}{' '.join(text.split())}{edge}{ticks}".replace("|", "\\|")


def table(heads: list[str], rows: list[list[str]]) -> list[str]:
    """The lines of a table, and an empty one; nothing for no rows."""
    if not rows:
        return []
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines] + [""]


# --- What the model says ----------------------------------------------------------------------------------------------


class Model:
    """The part of a CoreModel that an outline is about."""

    def __init__(self, core: Node) -> None:
        if core["schema"] != CORE_SCHEMA:
            raise RefusedError(f"the model has schema {core['schema']}, and this adapter reads {CORE_SCHEMA}")
        self.core = core
        self.models: list[Node] = core["models"]

    def type_name(self, node: Node) -> str:
        """A type in Markdown; ids are indexes into the lists of the model."""
        named: dict[str, Callable[[], str]] = {
            "scalar": lambda: str(node["scalar"]),
            "list": lambda: f"list of {self.type_name(node['of']['type'])}",
            "map": lambda: f"map of {self.type_name(node['of']['type'])}",
            "named": lambda: f"[{plain(self.models[node['model']]['name'])}](#model-{node['model']})",
            "optional": lambda: f"{self.type_name(node['of'])} or null",
        }
        return named[node["kind"]]()

    def sample(self, shape: Node, depth: int = 0) -> Any:
        """A value of a shape: the shortest and smallest one. What refers to itself ends with null."""
        node, limits = shape["type"], shape.get("constraints", {})
        if depth > 8:
            return None
        if node["kind"] == "optional":
            return self.sample({"type": node["of"], "constraints": limits}, depth)
        if node["kind"] == "list":
            return [self.sample(node["of"], depth + 1) for _ in range(limits.get("minItems", 1))]
        if node["kind"] == "map":
            return {}
        if node["kind"] == "named":
            return self.sample_of(self.models[node["model"]], depth + 1)
        return sample_scalar(node["scalar"], limits)

    def sample_of(self, model: Node, depth: int) -> Any:
        """A value of a named type."""
        if model["kind"] == "enumeration":
            return model["cases"][0]["value"]
        if model["kind"] == "alias":
            return self.sample(model["shape"], depth)
        if model["kind"] == "union":
            return self.sample(model["variants"][0]["shape"], depth)
        return {field["name"]: self.value(field, depth) for field in model["fields"] if is_required(field)}

    def value(self, item: Node, depth: int = 0) -> Any:
        """The value of a field or parameter: its example where there is one."""
        return item["example"] if "example" in item else self.sample(item["shape"], depth)


def is_required(item: Node) -> bool:
    return bool(item["presence"]["kind"] == "required")


def sample_scalar(scalar: str, limits: Node) -> Any:
    """A value of a scalar within its limits, as far as that is easy; patterns are left to the reader of the script."""
    samples: dict[str, Any] = {
        "bool": True,
        "date": "2024-02-29",
        "time": "12:30:00",
        "date-time": "2024-02-29T12:30:00Z",
        "duration": "PT1H",
        "uuid": "01890a5d-ac96-774b-bcce-b302099a8057",
        "uri": "https://example.org/",
        "bytes": "aGVsbG8=",
        "decimal": "1",
        "json": {},
    }
    if scalar in samples:
        return samples[scalar]
    if scalar in ("string", "file"):
        if limits.get("format") == "email":
            return "ada@example.org"
        return "example"[: limits.get("maxLength", 7)].ljust(limits.get("minLength", 0), "x")
    minimum = limits.get("minimum")
    return 1 if minimum is None else max(1, int(minimum["value"]) + int(minimum["isExclusive"]))


# --- README.md --------------------------------------------------------------------------------------------------------


def reference(model: Model, title: str) -> str:
    service = model.core["service"]
    lines = [f"# {plain(title)} {plain(service['version'])}".rstrip(), ""]
    if service["documentation"]:
        lines += [plain(service["documentation"]), ""]
    groups = dict.fromkeys(operation["group"] for operation in model.core["operations"])
    for group in groups:
        lines += [f"## {plain(group)}", ""]
        for operation in model.core["operations"]:
            if operation["group"] == group:
                lines += operation_section(model, operation)
    lines += ["## Types", ""]
    for index, item in enumerate(model.models):
        lines += model_section(model, index, item)
    return "\n".join(lines).rstrip() + "\n"


def operation_section(model: Model, operation: Node) -> list[str]:
    lines = [f"### {code(operation['method'] + ' ' + operation['path'])}", ""]
    about = operation["summary"] or operation["documentation"]
    lines += [f"{code(operation['name'])}: {plain(about)}" if about else code(operation["name"]), ""]
    if operation["implementation"]["kind"] == "unbound":
        lines += [f"**Not implemented:** {plain(operation['implementation']['explanation'])}", ""]
    rows = [
        [
            code(item["name"]),
            item["location"],
            model.type_name(item["shape"]["type"]),
            item["presence"]["kind"],
            plain(item["documentation"]),
        ]
        for item in operation["parameters"]
    ]
    lines += table(["Parameter", "In", "Type", "Presence", "Meaning"], rows)
    for content in (operation["body"] or {}).get("alternatives", []):
        lines += [f"Takes {code(content['mediaType'])}: {model.type_name(content['shape']['type'])}.", ""]
    plan = operation["plan"]
    body = plan["success"]["body"]
    gives = f"{code(body['mediaType'])}: {model.type_name(body['shape']['type'])}" if body else "no body"
    lines += [f"Answers {plan['success']['status']} with {gives}.", ""]
    failures = {(str(item["status"]), code(item["code"]), plain(item["message"])): None for item in plan["failures"]}
    return lines + table(["Status", "Code", "Failure"], [list(failure) for failure in failures])


def model_section(model: Model, index: int, item: Node) -> list[str]:
    lines = [f'<a id="model-{index}"></a>', "", f"### {plain(item['name'])}", ""]
    if item["documentation"]:
        lines += [plain(item["documentation"]), ""]
    if item["kind"] == "structure":
        rows = [
            [
                code(field["name"]),
                model.type_name(field["shape"]["type"]),
                field["presence"]["kind"],
                plain(field["documentation"]),
            ]
            for field in item["fields"]
        ]
        return lines + table(["Field", "Type", "Presence", "Meaning"], rows)
    if item["kind"] == "enumeration":
        return [*lines, "One of " + ", ".join(code(json.dumps(case["value"])) for case in item["cases"]) + ".", ""]
    if item["kind"] == "union":
        return [*lines, "One of " + ", ".join(model.type_name(v["shape"]["type"]) for v in item["variants"]) + ".", ""]
    return [*lines, f"The same as {model.type_name(item['shape']['type'])}.", ""]


# --- try.sh -----------------------------------------------------------------------------------------------------------


def script(model: Model, url: str) -> str:
    lines = [
        "#!/bin/sh",
        "# Calls one operation: try.sh NAME [CURL OPTION...]; without a name it lists them.",
        "set -eu",
        f"base=${{BASE_URL:-{shlex.quote(url)}}}",
        "name=${1:-}",
        "[ $# -eq 0 ] || shift",
        'case "$name" in',
    ]
    names = [operation["name"] for operation in model.core["operations"]]
    for operation in model.core["operations"]:
        lines += [f"  {shlex.quote(operation['name'])})", f"    exec {call(model, operation)}", "    ;;"]
    lines += ["  '')", f"    printf '%s\\n' {' '.join(shlex.quote(name) for name in names)}", "    ;;"]
    lines += ["  *)", '    echo "there is no operation $name" >&2', "    exit 64", "    ;;", "esac"]
    return "\n".join(lines) + "\n"


def call(model: Model, operation: Node) -> str:
    """The curl command of an operation: required parameters, and the first body in JSON."""
    path, query, headers = operation["path"], [], []
    for parameter in operation["parameters"]:
        if not is_required(parameter):
            continue
        value = model.value(parameter)
        text = value if isinstance(value, str) else json.dumps(value)
        if parameter["location"] == "path":
            path = path.replace("{" + parameter["name"] + "}", quote(text, safe=""))
        elif parameter["location"] == "query":
            query.append(f"{parameter['name']}={text}")
        elif parameter["location"] == "header":
            headers.append(f"{parameter['name']}: {text}")
    words = ["curl", "-sS", "-X", operation["method"], *[word for item in query for word in ("--url-query", item)]]
    for content in (operation["body"] or {}).get("alternatives", []):
        if content["encoding"] == "json":
            headers.append(f"Content-Type: {content['mediaType']}")
            words += ["--data", json.dumps(model.sample(content["shape"]), ensure_ascii=False)]
            break
    for header in headers:
        words += ["-H", header]
    return " ".join(shlex.quote(word) for word in words) + f' "$@" "$base"{shlex.quote(path)}'


# --- The protocol -----------------------------------------------------------------------------------------------------


def answer(request: Node) -> Answer:
    if request["protocol"] != PROTOCOL:
        raise RefusedError(f"version {request['protocol']} of the protocol; this adapter speaks {PROTOCOL}")
    model = Model(request["core"])
    options = request["target"]["options"]
    made = Answer([], [])
    made.add("README.md", reference(model, options.get("title", model.core["service"]["title"])))
    made.add("try.sh", script(model, options.get("url", "http://127.0.0.1:8080")), executable=True)
    for index, operation in enumerate(model.core["operations"]):
        if not operation["summary"] and not operation["documentation"]:
            made.note("summary-missing", f"nothing says what `{operation['name']}` does", f"/core/operations/{index}")
    return made


def main() -> int:
    try:
        made = answer(json.load(sys.stdin))
    except RefusedError as reason:
        print(reason, file=sys.stderr)
        return 1
    json.dump({"protocol": PROTOCOL, "files": made.files, "diagnostics": made.diagnostics}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
