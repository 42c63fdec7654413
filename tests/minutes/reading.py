"""Markdown read back, as a program that shows it would."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

READERS = {
    "gfm": MarkdownIt("gfm-like", {"html": False}),
    "gfm with html": MarkdownIt("gfm-like", {"html": True}),
    "commonmark": MarkdownIt("commonmark"),
}
OURS = {"strong_open", "strong_close", "em_open", "em_close", "softbreak"}
AUTOMATIC_LINK = {"link_open", "link_close"}


def body_of(markdown: str) -> str:
    """Minutes without their YAML head."""
    _, fence, body = markdown.removeprefix("---\n").partition("\n---\n")
    assert fence
    return body


def blocks(markdown: str, reader: str = "gfm") -> list[tuple[str, str]]:
    """What blocks a text has: the tags around each piece of running text, and that text."""
    path: list[str] = []
    found: list[tuple[str, str]] = []
    for token in READERS[reader].parse(markdown):
        if token.nesting == 1:
            path.append(token.tag)
        elif token.nesting == -1:
            path.pop()
        elif token.type == "inline":
            found.append((" ".join(path), shown(token)))
        else:
            found.append((token.type, token.content))
    return found


def shown(inline: Token) -> str:
    """The words that a reader sees; anything but words, emphasis and automatic links fails."""
    words = ""
    for child in inline.children or ():
        if child.type == "text":
            words += child.content
        elif child.type == "softbreak":
            words += "\n"
        elif child.type in AUTOMATIC_LINK:
            assert child.info == "auto", child
        else:
            assert child.type in OURS, child
    return words
