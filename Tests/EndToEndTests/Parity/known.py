"""Differences that are none of ours: each is met, or it is none any more."""

import json
import re


class Known:
    """What `known.json` lists.

    Each entry names the requests, as `compare.py` prints them, in a pattern; by stack what of its answer is known; and why it stays. A
    backend's stack is its name up to the first hyphen.
    """

    def __init__(self, path):
        with open(path) as file:
            self.entries = json.load(file)
        self.met = set()

    def excuses(self, asked, answers):
        """Whether an entry knows that these two backends answer so."""
        for number, entry in enumerate(self.entries):
            told = {name: entry["answers"].get(stack(name)) for name in answers}
            if not re.fullmatch(entry["requests"], asked) or None in told.values():
                continue
            if all(answers[name].get(key) == value for name in answers for key, value in told[name].items()):
                self.met.add((number, *answers))
                return True
        return False

    def stale(self, names):
        """Where the first backend and another one, of stacks that an entry tells apart, did not differ as it says."""
        return [
            f"{entry['why']} ({names[0]}, {other})"
            for number, entry in enumerate(self.entries)
            for other in names[1:]
            if {stack(names[0]), stack(other)} == set(entry["answers"]) and (number, names[0], other) not in self.met
        ]


def stack(name):
    return name.partition("-")[0]
