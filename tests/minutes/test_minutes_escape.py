from __future__ import annotations

import json

import pytest
from hostile import HOSTILE, typed
from hypothesis import example, given
from hypothesis import strategies as st
from reading import READERS, blocks

from facilitator.minutes.escape import emphasized, heading, inline, line, quoted, tidy

readers = st.sampled_from(sorted(READERS))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_reads_as_typed_wherever_it_stands(text: str, reader: str) -> None:
    said = tidy(text)
    source = (
        f"# {heading(text)}\n\n{line(text)}\n\n- {line(text)}\n  - {line(text)}\n\n"
        f"> {line(text)}\n\n- **{emphasized(text)}**: {inline(text)} — {inline(text)}\n"
        f"- {line(text)}: still open\n"
        f"- *Role:* {inline(text)}, {inline(text)} · {inline(text)}.\n\n"
        f"*{emphasized(text)}.*\n"
    )
    assert blocks(source, reader) == [
        ("h1", said),
        ("p", said),
        ("ul li p", said),
        ("ul li ul li p", said),
        ("blockquote p", said),
        ("ul li p", f"{said}: {said} — {said}"),
        ("ul li p", f"{said}: still open"),
        ("ul li p", f"Role: {said}, {said} · {said}."),
        ("p", f"{said}."),
    ]


@given(typed, readers)
def test_any_line_reads_as_typed(text: str, reader: str) -> None:
    said = tidy(text)
    assert blocks(f"{line(text)}\n", reader) == ([("p", said)] if said else [])


@given(typed, typed, readers)
def test_any_texts_in_one_line_read_as_typed(name: str, text: str, reader: str) -> None:
    said = f"{tidy(name) or 'x'}: x {tidy(text)}".strip()
    source = f"- **{emphasized(name) or 'x'}**: x {inline(text)}\n"
    assert blocks(source, reader) == [("ul li p", said)]


@given(typed, readers)
def test_any_heading_reads_as_typed(text: str, reader: str) -> None:
    assert blocks(f"### 3. x {heading(text)}\n", reader) == [("h3", f"3. x {tidy(text)}".strip())]


@given(typed)
def test_escaped_text_is_one_line_that_utf_8_can_hold(text: str) -> None:
    for escaped in (inline(text), line(text), heading(text), quoted(text)):
        assert len(escaped.splitlines()) <= 1
        escaped.encode()


@pytest.mark.parametrize(
    "text",
    [
        "What did you witness?",
        "Tired, and glad to be here.",
        "A & B (two streets), 17:00!",
        "snake_case",
        "https://example.org/pad/flood_kitchen?a=1#top",
        "50% of 3 > 2",
        'it\'s "fine" - really',
    ],
)
def test_everyday_text_needs_no_backslash(text: str) -> None:
    assert line(text) == inline(text) == heading(text) == text


def test_an_address_that_needs_a_backslash_is_not_made_a_link() -> None:
    rendered = READERS["gfm"].render(inline("https://example.org/*a* www.example.org/[x]"))
    assert "<a" not in rendered


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
@example('"\\\u0000\u001b\u007f\u0085\u202e\ufffe\U000e0041')
@example("](<script>")
def test_a_quoted_string_is_read_back_exactly(text: str) -> None:
    assert json.loads(quoted(text)) == text


@given(typed)
def test_a_quoted_string_holds_nothing_that_a_yaml_reader_refuses(text: str) -> None:
    # What YAML 1.2 calls printable, section 5.1; surrogate pairs as two codes are refused too.
    for character in quoted(text):
        code = ord(character)
        assert (
            0x20 <= code <= 0x7E
            or 0xA0 <= code <= 0xD7FF
            or 0xE000 <= code <= 0xFFFD
            or (code >= 0x10000)
        )
    assert "\\ud8" not in quoted(text)
    assert "\\ud9" not in quoted(text)
