"""The catalogue of what can be wrong with a value: one code and one sentence for each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value."""

    code: str
    """The word for programs."""
    detail: str
    """The sentence for people, without its subject."""
    kept: bool = False
    """Whether the value could be read all the same, so that more checks of it make sense."""


REQUIRED = Fault("required", "is required")
UNKNOWN = Fault("unknown", "is not part of the contract", kept=True)
REPEATED = Fault("repeated", "must be given once")
UNIQUE_ITEMS = Fault("unique_items", "must not repeat an earlier item", kept=True)
NO_ALTERNATIVE = Fault("one_of", "must fit one of the alternatives")
SEVERAL_ALTERNATIVES = Fault("one_of", "must fit only one of the alternatives")
COMPLEXITY = Fault("complexity", "is too complex to be checked")

NUL = Fault("pattern", r"must match the pattern ^[^\u0000]*$")
"""PostgreSQL refuses U+0000 in a text, so no backend takes it, whatever its database."""


def kind(name: str) -> Fault:
    """It has another JSON type than the named one."""
    return Fault("type", f"must be {name}")


def form(name: str, *, kept: bool = False) -> Fault:
    """It is not what is named, such as "an e-mail address"."""
    return Fault("format", f"must be {name}", kept=kept)


def none_of(values: str, *, kept: bool = False) -> Fault:
    """It is none of these, which are separated by commas."""
    return Fault("enum", f"must be one of {values}", kept=kept)


def pattern(source: str) -> Fault:
    """The pattern, as the contract spells it, matches nowhere."""
    return Fault("pattern", f"must match the pattern {source}", kept=True)


def min_length(bound: int) -> Fault:
    """It has fewer code points."""
    return Fault("min_length", f"must have at least {bound} character(s)", kept=True)


def max_length(bound: int) -> Fault:
    """It has more code points."""
    return Fault("max_length", f"must have at most {bound} character(s)", kept=True)


def minimum(bound: str) -> Fault:
    """It is smaller."""
    return Fault("minimum", f"must be at least {bound}", kept=True)


def maximum(bound: str) -> Fault:
    """It is larger."""
    return Fault("maximum", f"must be at most {bound}", kept=True)


def exclusive_minimum(bound: str) -> Fault:
    """It is not larger."""
    return Fault("exclusive_minimum", f"must be more than {bound}", kept=True)


def exclusive_maximum(bound: str) -> Fault:
    """It is not smaller."""
    return Fault("exclusive_maximum", f"must be less than {bound}", kept=True)


def multiple_of(factor: str) -> Fault:
    """It is no multiple."""
    return Fault("multiple_of", f"must be a multiple of {factor}", kept=True)


def min_items(bound: int) -> Fault:
    """It has fewer items."""
    return Fault("min_items", f"must have at least {bound} item(s)", kept=True)


def max_items(bound: int) -> Fault:
    """It has more items."""
    return Fault("max_items", f"must have at most {bound} item(s)", kept=True)


def min_properties(bound: int) -> Fault:
    """It has fewer fields."""
    return Fault("min_properties", f"must have at least {bound} field(s)", kept=True)


def max_properties(bound: int) -> Fault:
    """It has more fields."""
    return Fault("max_properties", f"must have at most {bound} field(s)", kept=True)
