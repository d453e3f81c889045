"""Formats of strings that stay strings."""

import re
from collections.abc import Callable
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final

from . import fault
from .instants import parse_instant


class Format:
    """A format of the contract: its name, its test, and what a text that fails it should be."""

    def __init__(self, name: str, noun: str, accepts: Callable[[str], bool]) -> None:
        """Keep the three."""
        self.name = name
        self.fault = fault.form(noun, kept=True)
        self.accepts = accepts


_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+")
_URI = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_DATE_PART = r"(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?"
_TIME_PART = r"T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?"
_DURATION = re.compile(rf"P(?:\d+W|{_DATE_PART}(?:{_TIME_PART})?|{_TIME_PART})", re.ASCII)
_MAX_HOST = 253


def _is_email(text: str) -> bool:
    local, at, domain = text.partition("@")
    return bool(at and _LOCAL.fullmatch(local) and _HOST.fullmatch(domain))


def _is_hostname(text: str) -> bool:
    return len(text) <= _MAX_HOST and _HOST.fullmatch(text) is not None


def _is_uri(text: str) -> bool:
    scheme, colon, _ = text.partition(":")
    return bool(colon and _SCHEME.fullmatch(scheme) and _URI.fullmatch(text))


def _is_uri_reference(text: str) -> bool:
    return _URI.fullmatch(text) is not None


def _is_ipv4(text: str) -> bool:
    try:
        IPv4Address(text)
    except AddressValueError:
        return False
    return True


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    # A zone belongs to a host and not to an address.
    return "%" not in text


def _is_time(text: str) -> bool:
    return parse_instant(f"2000-01-01T{text}") is not None


def _is_duration(text: str) -> bool:
    return _DURATION.fullmatch(text) is not None


EMAIL: Final = Format("email", "an e-mail address", _is_email)
"""As web browsers define it (HTML Living Standard): no quoted local parts, no comments."""

HOSTNAME: Final = Format("hostname", "a host name", _is_hostname)
"""RFC 1123: labels of letters, digits, and hyphens between them."""

URI: Final = Format("uri", "a URI", _is_uri)
"""RFC 3986: a scheme, a colon, and characters that a URI may have."""

URI_REFERENCE: Final = Format("uri-reference", "a URI or a part of one", _is_uri_reference)
IPV4: Final = Format("ipv4", "an IPv4 address", _is_ipv4)
IPV6: Final = Format("ipv6", "an IPv6 address", _is_ipv6)

TIME: Final = Format("time", "a time of day such as 12:00:00Z", _is_time)
"""RFC 3339: with its offset."""

DURATION: Final = Format("duration", "a duration such as P1DT12H", _is_duration)
"""RFC 3339, appendix A: `P1Y2M3DT4H5M6S` in parts, or `P4W`."""
