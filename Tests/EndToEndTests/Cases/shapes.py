"""Prints a document of a shape that is hard on readers: `shapes.py deep|wide|cycles|numbers`."""

import json
import sys


def document(schemas, response):
    content = {"application/json": {"schema": response}}
    operation = {"operationId": "get", "responses": {"200": {"description": "ok", "content": content}}}
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": operation}},
            "components": {"schemas": schemas}}


kind = sys.argv[1]
if kind == "deep":
    depth = 100_000
    print(json.dumps(document({}, {}))[:-1] + ', "x-deep": ' + "[" * depth + "]" * depth + "}")
elif kind == "wide":
    names = [f"Model{index}" for index in range(150)]
    schemas = {name: {"allOf": [{"$ref": f"#/components/schemas/{other}"} for other in names[index + 1:index + 40]]}
               for index, name in enumerate(names)}
    print(json.dumps(document(schemas, {"$ref": "#/components/schemas/Model0"})))
elif kind == "cycles":
    names = [f"Model{index}" for index in range(300)]
    schemas = {name: {"oneOf": [{"$ref": f"#/components/schemas/{other}"} for other in names[:40]],
                      "properties": {other: {"$ref": f"#/components/schemas/{other}"} for other in names[-40:]}}
               for name in names}
    schemas["Self"] = {"allOf": [{"$ref": "#/components/schemas/Self"}], "items": {"$ref": "#/components/schemas/Self"}}
    print(json.dumps(document(schemas, {"$ref": "#/components/schemas/Self"})))
elif kind == "numbers":
    huge = '{"type": "integer", "minimum": -1e400, "maximum": 1' + "0" * 5000 + ', "multipleOf": 1e-400, "maxLength": 99999999999999999999}'
    print(json.dumps(document({"Huge": {}}, {"$ref": "#/components/schemas/Huge"})).replace('"Huge": {}', '"Huge": ' + huge))
