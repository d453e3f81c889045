"""Asks several backends the same, and tells where their answers differ.

    compare.py REQUESTS KNOWN NAME=URL=DATABASE...

REQUESTS is what `specforge dump --stage requests` prints. KNOWN is a list of differences that are none of ours, each of which
must still be there. A DATABASE is `sqlite:FILE` or `postgres://...`; it is emptied before each conversation. The first backend is
the measure, and all are asked at the same time. Ends with 1 where something differs.
"""

import json
import re
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from answers import Mask, canonical
from client import Client
from databases import database
from known import Known


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
    conversations = document["conversations"]
    stacks = [Stack(text) for text in sys.argv[3:]]
    with ThreadPoolExecutor(len(stacks)) as pool:
        first, *others = pool.map(lambda stack: [stack.hold(conversation) for conversation in conversations], stacks)
    known = Known(sys.argv[2])
    differing = sum(compare(conversations, known, (stacks[0], first), other) for other in zip(stacks[1:], others))
    asked = sum(len(conversation["requests"]) for conversation in conversations)
    print(f"{asked} requests in {len(conversations)} conversations to {len(stacks)} backends, {differing} answers differ")
    stale = known.stale([stack.name for stack in stacks])
    for line in stale:
        print(f"no longer differs: {line}")
    sys.exit(1 if differing or stale else 0)


def compare(conversations, known, measure, other):
    """Tells where the answers of two backends differ without an excuse; returns how many do."""
    differing = 0
    names = (measure[0].name, other[0].name)
    for conversation, *held in zip(conversations, measure[1], other[1]):
        for index, (request, *answers) in enumerate(zip(conversation["requests"], *held)):
            asked = f"{conversation['name']} [{index + 1}]: {Sent(request, [])}"
            if answers[0] == answers[1] or known.excuses(asked, dict(zip(names, answers))):
                continue
            differing += 1
            if differing <= 100:
                print(asked)
                for name, answer in zip(names, answers):
                    print(f"  {name}: {show(answer)}")
    return differing


def show(answer):
    return json.dumps(answer, ensure_ascii=False, default=str)[:1500]


if __name__ == "__main__":
    main()
