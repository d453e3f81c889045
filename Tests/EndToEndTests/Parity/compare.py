"""Asks several backends the same, and tells where their answers differ.

    compare.py REQUESTS KNOWN NAME=URL=DATABASE...

REQUESTS is what `specforge dump --stage requests` prints. KNOWN is a list of differences that are none of ours, each of which
must still be there. A DATABASE is `sqlite:FILE` or `postgres://...`; it is emptied before each conversation. The first backend is
the measure. Ends with 1 where something differs.
"""

import json
import re
import sys
import threading

from answers import Mask, canonical
from client import Client
from databases import database


class Stack:
    def __init__(self, text):
        self.name, url, store = text.split("=", 2)
        self.address = re.fullmatch(r"http://([^:/]+):(\d+)", url).groups()
        self.client = Client(*self.address)
        self.database = database(store)

    def hold(self, conversation):
        """The answers to all requests, with what no two backends can have in common masked."""
        self.database.empty()
        mask = Mask()
        bodies, answers = [], []
        for request in conversation["requests"]:
            last = len(answers) == len(conversation["requests"]) - 1
            sent = Sent(request, bodies)
            if last and conversation["parallel"] > 1:
                answers.append(self.at_once(sent, conversation["parallel"]))
                break
            answer = self.client.send(sent)
            bodies.append(answer.json)
            answers.append(canonical(answer, sent, mask))
        return answers

    def at_once(self, sent, count):
        """How often each status was answered; which of the requests won is nobody's business."""
        statuses = []
        clients = [Client(*self.address) for _ in range(count)]
        threads = [threading.Thread(target=lambda c=c: statuses.append(c.send(sent).status)) for c in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return {"statuses": sorted(statuses)}


class Sent:
    """A request with what earlier answers hold filled in."""

    def __init__(self, request, bodies):
        self.method = request["method"]
        self.target = "".join(part if isinstance(part, str) else text_of(value_of(part, bodies)) for part in request["target"])
        self.headers = [tuple(header) for header in request["headers"]]
        self.body = None
        body = request["body"]
        if body and "chunks" in body:
            self.body = b"".join(bytes.fromhex(chunk["hex"]) * chunk["times"] for chunk in body["chunks"])
        elif body:
            self.body = body["json"].encode()
            if body["links"]:
                value = json.loads(self.body)
                for link in body["links"]:
                    value[link["into"]] = value_of(link["value"], bodies)
                self.body = json.dumps(value).encode()
            self.headers.append(("content-type", "application/json"))

    def __str__(self):
        body = b"" if self.body is None else b" " + (self.body if len(self.body) < 300 else self.body[:300] + b"...")
        headers = "".join(f" [{name}: {value[:60]}]" for name, value in self.headers)
        return f"{self.method} {self.target}{headers}{body.decode(errors='backslashreplace')}"


def value_of(place, bodies):
    if "plain" in place:
        return place["plain"]
    body = bodies[place["request"]] if place["request"] < len(bodies) else None
    return body.get(place["member"], "missing") if isinstance(body, dict) else "missing"


def text_of(value):
    return value if isinstance(value, str) else json.dumps(value)


def main():
    with open(sys.argv[1]) as file:
        document = json.load(file)
    assert document["schema"] == 1, "compare.py reads schema 1"
    with open(sys.argv[2]) as file:
        known = json.load(file)
    stacks = [Stack(text) for text in sys.argv[3:]]
    asked, differing, met = 0, 0, set()
    for conversation in document["conversations"]:
        held = [stack.hold(conversation) for stack in stacks]
        for index, request in enumerate(conversation["requests"]):
            asked += 1
            for stack, answers in zip(stacks[1:], held[1:]):
                if answers[index] == held[0][index]:
                    continue
                name = f"{conversation['name']} [{index + 1}]"
                excuse = next((n for n, entry in enumerate(known) if excuses(entry, name, stacks[0].name, stack.name)), None)
                if excuse is not None:
                    met.add(excuse)
                    continue
                differing += 1
                if differing <= 200:
                    print(f"{name}: {Sent(request, [])}")
                    print(f"  {stacks[0].name}: {show(held[0][index])}")
                    print(f"  {stack.name}: {show(answers[index])}")
    print(f"{asked} requests in {len(document['conversations'])} conversations to {len(stacks)} backends, {differing} answers differ")
    names = {stack.name for stack in stacks}
    stale = [entry["why"] for n, entry in enumerate(known) if n not in met and set(entry["between"]) <= names and entry["in"] in sys.argv[1]]
    for why in stale:
        print(f"no longer differs: {why}")
    sys.exit(1 if differing or stale else 0)


def excuses(entry, name, first, second):
    return set(entry["between"]) == {first, second} and re.fullmatch(entry["requests"], name)


def show(answer):
    return json.dumps(answer, ensure_ascii=False, default=str)[:1500]


if __name__ == "__main__":
    main()
