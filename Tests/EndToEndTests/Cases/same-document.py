"""Whether a document in YAML or JSON says what one in JSON says: `same-document.py DOCUMENT SERVED`."""

import json
import sys

import yaml


class Loader(yaml.CSafeLoader):
    """Times stay texts, as JSON has none."""


Loader.yaml_implicit_resolvers = {
    first: [resolver for resolver in resolvers if resolver[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}


def named(value: object) -> object:
    """The value with texts for the names of members, such as the statuses 200 and 404."""
    if isinstance(value, dict):
        return {str(name): named(member) for name, member in value.items()}
    return [named(item) for item in value] if isinstance(value, list) else value


document, served = sys.argv[1:]
with open(document, encoding="utf-8") as file:
    expected = named(yaml.load(file, Loader=Loader))
with open(served, encoding="utf-8") as file:
    assert json.load(file) == expected, f"{document} is served otherwise than it is written"
