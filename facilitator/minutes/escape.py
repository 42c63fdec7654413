"""User text made literal in Markdown (CommonMark and GitHub's) and in a YAML head."""

from __future__ import annotations

import re
from unicodedata import category

from facilitator.core.visible import visible

# Nothing below has anything to do with these; most of what is said is made of them.
_HARMLESS = re.compile(r"[A-Za-z0-9 ,.;?!'\"()]*")
_ACTIVE = re.compile(r"[\\`*\[\]<~]")
_UNDERSCORES = re.compile(r"_+")
_ENTITY = re.compile(r"&(?=[#\w]+;)")
_PERCENT_CODE = re.compile(r"%(?=[0-9A-Fa-f]{2})")
_PUNYCODE = re.compile(r"(?<=xn)-(?=-)", re.IGNORECASE)
_LINK_SIGN = re.compile(r"(?<!\\):(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=[- ]+$)|=(?==*$)|>)")
_NUMBER_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.ASCII)
_HEADING_END = re.compile(r"#$")
_JOINERS = "\u200c\u200d"


def tidy(text: str) -> str:
    """Text as one visible line: control characters shown, runs of white space one space."""
    return " ".join(visible(text).split())


def inline(text: str) -> str:
    """Markdown for user text that stands inside a line.

    It renders as exactly ``tidy(text)``, with as few backslashes as that takes. A plain web
    address stays as typed, so that it can be copied and followed.
    """
    if _HARMLESS.fullmatch(text):
        return " ".join(text.split())
    escaped = _ACTIVE.sub(r"\\\g<0>", tidy(text))
    escaped = _UNDERSCORES.sub(_underscores, escaped)
    for pattern in (_ENTITY, _PERCENT_CODE, _PUNYCODE):
        escaped = pattern.sub(r"\\\g<0>", escaped)
    return " ".join(map(_unlinked, escaped.split(" ")))


def emphasized(text: str) -> str:
    """Markdown for user text between stars, which a link at its end would swallow."""
    return _LINK_SIGN.sub(r"\\\g<0>", inline(text))


def line(text: str) -> str:
    """Markdown for user text that begins a line, a list item or a quotation."""
    escaped = _BLOCK_START.sub(r"\\\g<0>", inline(text))
    return _NUMBER_START.sub(r"\1\\\2", escaped)


def heading(text: str) -> str:
    """Markdown for user text that ends a heading, where a last ``#`` would be swallowed."""
    return _HEADING_END.sub(r"\\#", inline(text))


def quoted(text: str) -> str:
    """A string for the YAML head, in JSON's syntax: a parser gives back exactly what was typed.

    Nothing in it can reorder or end the line. What would be HTML or a Markdown link to a
    program that doesn't know YAML heads is written as a code. (A lone half of a surrogate
    pair, which no UTF-8 file can hold, is shown by its number.)
    """
    return '"' + "".join(map(_quoted, text)).replace("](", "]\\u0028") + '"'


def _unlinked(word: str) -> str:
    """Keep an address that needed a backslash from becoming a link, which would show it."""
    return _LINK_SIGN.sub(r"\\\g<0>", word) if "\\" in word else word


def _underscores(match: re.Match[str]) -> str:
    """Underscores inside a word are harmless; others would be emphasis."""
    text, before, after = match.string, match.start() - 1, match.end()
    inside = before >= 0 and after < len(text) and text[before].isalnum() and text[after].isalnum()
    return match.group() if inside else "\\_" * len(match.group())


def _quoted(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if category(character) == "Cs":
        return visible(character)
    hidden = category(character) in {"Cc", "Cf", "Zl", "Zp"} and character not in _JOINERS
    if code <= 0xFFFF and (hidden or character == "<" or code >= 0xFFFE):
        return f"\\u{code:04x}"
    return character
