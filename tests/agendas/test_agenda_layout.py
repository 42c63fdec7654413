"""The lines that the layout finds, against what tomllib reads."""

from __future__ import annotations

import contextlib
import time
import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.agendas.layout import Place, TooDeep, lay_out

TRICKY = '''\
# a comment with [brackets] and = "quotes
title = "a # not a comment"
"purpose" = \'\'\'
[[step]]
title = 5
\'\'\'

[[step]]  # one
kind = "opening"
script = """
""quotes"" and \\""" more
[[step]]"""
agreements = [
  "a", # ] not the end
  [ 1, { b = "}", c.d = [
    2 ] } ],

  \'\'\'
x\'\'\', "last"
]
minutes = 5

[[ step ]]
kind.a = 1979-05-27 07:32:00
kind."b c" = 1.5

[[step.openings]]
name = "x"
[[step.openings]]
name = "y"
numbers = [
  1.5,
  true
]
'''


def places(value: object, at: Place = ()) -> Iterator[Place]:
    if at:
        yield at
    items: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, inner in items:
        yield from places(inner, (*at, key))


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 2),
        (("purpose",), 3),
        (("step",), 8),
        (("step", 0), 8),
        (("step", 0, "script"), 10),
        (("step", 0, "agreements"), 13),
        (("step", 0, "agreements", 0), 14),
        (("step", 0, "agreements", 1), 15),
        (("step", 0, "agreements", 1, 1, "c", "d"), 15),
        (("step", 0, "agreements", 1, 1, "c", "d", 0), 16),
        (("step", 0, "agreements", 2), 18),
        (("step", 0, "agreements", 3), 19),
        (("step", 0, "minutes"), 21),
        (("step", 1), 23),
        (("step", 1, "kind", "a"), 24),
        (("step", 1, "kind", "b c"), 25),
        (("step", 1, "openings", 0), 27),
        (("step", 1, "openings", 1, "name"), 30),
        (("step", 1, "openings", 1, "numbers", 1), 33),
    ],
)
def test_a_value_is_found_on_the_line_where_it_stands(place: Place, line: int) -> None:
    assert lay_out(TRICKY).lines[place] == line


def test_line_ends_of_windows_change_no_line_number() -> None:
    assert lay_out(TRICKY.replace("\n", "\r\n")).lines == lay_out(TRICKY).lines


def test_everything_that_tomllib_reads_is_found_and_nothing_else() -> None:
    assert set(lay_out(TRICKY).lines) == set(places(tomllib.loads(TRICKY)))


PIECES = st.sampled_from(
    [
        *("[", "]", "[[", "]]", "{", "}", "=", ",", ".", "#", '"', "'", '"""', "'''", "\\", " "),
        *("\n", "\n", "\r\n", "a", "b", "step", "true", "nan", "1", "1.5", '"x"', "'y'", "é"),
        *("a = 1\n", "b = [1,\n2]\n", "[[step]]\n", "[a.b]\n", 'c = """\nx"""\n', "{d = 1}"),
        *("1979-05-27 07:32:00", "e.f = ", '"g h" = '),
    ]
)


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    """TOML that is right by its making: tables with values of every shape in several styles."""
    scalars = st.sampled_from(
        ["1", "-1.5", "true", "nan", '"x # ]"', "'y }'", '"""\n a = "[" \n"""', "'''\n[[z]]\n'''"]
    )
    blank = st.sampled_from(["", " ", "\n", " # ] \n", "\n\n"])

    def lists(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        items = st.lists(st.tuples(blank, inner, blank), max_size=3)
        return items.map(lambda all_: "[" + ",".join("".join(item) for item in all_) + "]")

    def tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        items = st.lists(inner, max_size=3)
        return items.map(
            lambda all_: "{" + ", ".join(f"k{at}.z = {item}" for at, item in enumerate(all_)) + "}"
        )

    values = st.recursive(scalars, lambda inner: lists(inner) | tables(inner), max_leaves=6)
    lines: list[str] = []
    for table in draw(st.lists(st.sampled_from(["", "[[s]]", "[[s]]\n[[s.t]]"]), max_size=4)):
        lines.append(table if lines else "")
        keys = draw(st.lists(st.sampled_from(["a", "b.c", '"d e"', "'f'"]), unique=True))
        lines += [f"{key} = {draw(values)} # x" for key in keys]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return "\n".join(lines).replace("\n", end)


@given(toml_texts() | st.lists(PIECES).map("".join))
def test_the_places_found_are_those_of_the_data(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except ValueError:
        assume(False)
    layout = lay_out(text)
    assert set(layout.lines) == set(places(data))
    assert all(statement.whole for statement in layout.statements)


@given(st.lists(PIECES).map("".join) | st.text())
def test_any_text_can_be_laid_out(text: str) -> None:
    layout = lay_out(text)
    last = text.count("\n") + 1
    assert all(1 <= line <= last for line in layout.lines.values())
    assert all(1 <= one.first <= one.last <= last for one in layout.statements)


@pytest.mark.parametrize("text", ["a = " + "[" * 100, ".".join("a" * 100), "a=" + "{a=" * 100])
def test_nesting_without_end_is_refused(text: str) -> None:
    with pytest.raises(TooDeep):
        lay_out(text)


@pytest.mark.parametrize(
    "piece", ['"\\', '"', "'", '"""', "'''", "[", "a.", "= ", "a\n", "[\n", "{", '"""\n', '""', "]"]
)
def test_the_time_for_a_large_file_grows_no_faster_than_the_file(piece: str) -> None:
    began = time.monotonic()
    with contextlib.suppress(TooDeep):
        lay_out(piece * (250_000 // len(piece)))
    assert time.monotonic() - began < 10
