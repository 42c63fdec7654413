"""What holds for every file: `check` agrees with msgspec, and nothing makes it raise."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from facilitator.agendas import check, load
from facilitator.agendas.checking import find_mistakes
from facilitator.agendas.layout import Layout
from facilitator.agendas.syntax import Reading, read_toml
from facilitator.core.agenda import STEP_KINDS, ClockStyle, Filing, Occasion, decode_agenda
from facilitator.core.vocabulary import RoleKind

one_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

NOON = datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.UTC)

anything = st.recursive(
    st.one_of(
        st.sampled_from(["", " ", "x", "down", "round", "\x1b", "\u2003", "x" * 10_001]),
        st.sampled_from([-1, 0, 1, 4, 5, 6, 14, 366, 367, 1440, 1441, 3600, 3601, 10**30]),
        st.booleans(),
        st.floats(),
        st.sampled_from([datetime.date(2024, 1, 1), datetime.time(1), NOON]),
    ),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)
words = st.sampled_from(["Welcome", "Why?", "\x1b"])


def or_anything(right: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Nearly always a right value, so that whole agendas are right often enough."""
    return st.integers(0, 30).flatmap(lambda roll: anything if roll == 0 else right)


def table(
    must: dict[str, st.SearchStrategy[object]], may: dict[str, st.SearchStrategy[object]]
) -> st.SearchStrategy[object]:
    """A table with these keys, now and then one too few or one too many."""

    @st.composite
    def draw_table(draw: st.DrawFn) -> object:
        whole: dict[str, object] = draw(st.fixed_dictionaries(must, optional=may))
        if draw(st.integers(0, 25)) == 0:
            whole.pop(draw(st.sampled_from(sorted(must))), None)
        if draw(st.integers(0, 25)) == 0:
            key = draw(st.sampled_from(["minuts", "name", "prompt", "kind", "step", "", "zzz"]))
            whole[key] = draw(anything | words)
        return whole

    return draw_table()


minutes = or_anything(st.integers(0, 1440))
clocks = or_anything(st.sampled_from([str(style) for style in ClockStyle]))
filings = or_anything(st.sampled_from([str(filing) for filing in Filing]))
openings = table(
    {"name": or_anything(words)},
    {
        "purpose": or_anything(words),
        "days": or_anything(st.integers(1, 366)),
        "months": or_anything(st.integers(0, 12)),
        "kind": or_anything(st.sampled_from([str(kind) for kind in RoleKind])),
        "weekly": or_anything(st.lists(or_anything(words), max_size=2)),
        "skills": or_anything(st.lists(or_anything(words), max_size=2)),
    },
)
of_one_kind: dict[str, tuple[dict[str, st.SearchStrategy[object]], ...]] = {
    "opening": ({}, {"agreements": or_anything(st.lists(or_anything(words), max_size=2))}),
    "round": (
        {"prompt": or_anything(words)},
        {
            "seconds_each": or_anything(st.integers(5, 3600)),
            "rounds": or_anything(st.integers(1, 5)),
            "filing": filings,
            "asks": or_anything(st.booleans()),
        },
    ),
    "discussion": (
        {"prompt": or_anything(words)},
        {
            "seconds_each": or_anything(st.integers(5, 3600)),
            "filing": filings,
            "asks": or_anything(st.booleans()),
        },
    ),
    "muster": ({"prompt": or_anything(words)}, {}),
    "selection": (
        {"role": or_anything(words)},
        {
            "purpose": or_anything(words),
            "months": or_anything(st.integers(0, 12)),
            "weekly": or_anything(st.lists(or_anything(words), max_size=2)),
            "skills": or_anything(st.lists(or_anything(words), max_size=2)),
            "seconds_each": or_anything(st.integers(5, 3600)),
        },
    ),
    "roles": ({}, {"openings": or_anything(st.lists(or_anything(openings), max_size=2))}),
}


def step_of(kind: str) -> st.SearchStrategy[object]:
    must, may = of_one_kind.get(kind, ({}, {}))
    return table(
        {"kind": or_anything(st.just(kind)), "title": or_anything(words), **must},
        {"minutes": minutes, "clock": clocks, "script": or_anything(words), **may},
    )


steps = st.sampled_from(list(STEP_KINDS)).flatmap(step_of)
agendas = table(
    {"title": or_anything(words), "step": or_anything(st.lists(or_anything(steps), max_size=3))},
    {
        "purpose": or_anything(words),
        "occasion": or_anything(st.sampled_from([str(each) for each in Occasion])),
    },
)


def is_agenda(data: object) -> bool:
    """Whether msgspec takes it, and nothing in it was passed over."""
    try:
        agenda = decode_agenda(data)
    except msgspec.ValidationError:
        return False
    return keeps_every_key(data, msgspec.to_builtins(agenda))


def keeps_every_key(given: object, kept: object) -> bool:
    if isinstance(given, dict) and isinstance(kept, dict):
        return all(key in kept and keeps_every_key(given[key], kept[key]) for key in given)
    if isinstance(given, list) and isinstance(kept, list | tuple):
        return all(map(keeps_every_key, given, kept))
    return True


@settings(max_examples=400)
@given(agendas)
def test_the_check_finds_nothing_exactly_when_msgspec_takes_it_all(
    data: dict[str, object],
) -> None:
    reading = Reading(data, Layout({}, []), [], frozenset())
    assert (not find_mistakes(reading)) == is_agenda(data)


def test_the_strategy_makes_good_agendas_and_bad_ones() -> None:
    seen: set[bool] = set()

    @settings(database=None)
    @given(agendas)
    def look(data: object) -> None:
        seen.add(is_agenda(data))

    look()
    assert seen == {True, False}


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_the_strategy_makes_good_steps_of_every_kind_and_uses_all_their_keys(kind: str) -> None:
    used: set[str] = set()

    @settings(database=None, max_examples=200)
    @given(step_of(kind))
    def look(step: dict[str, object]) -> None:
        if is_agenda({"title": "x", "step": [step]}):
            used.update(step)

    look()
    assert used == {"kind", *STEP_KINDS[kind].__struct_fields__}


@one_file
@given(content=st.binary())
def test_no_bytes_make_it_raise(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "any.toml"
    file.write_bytes(content)
    problems = check(file)
    assert problems, "no bytes that short are an agenda"
    assert all(problem.line >= 1 and str(problem).isprintable() for problem in problems)


def mutations(text: str) -> st.SearchStrategy[str]:
    """The text with a few slices of it deleted, doubled, or replaced by signs TOML cares about."""
    signs = st.sampled_from(["", '"', "'", '"""', "[", "]", "{", "}", "=", "\n", "#", "\\", "\x00"])
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, 30), signs, st.booleans())

    def apply(cuts: list[tuple[int, int, str, bool]]) -> str:
        changed = text
        for start, length, sign, twice in cuts:
            piece = changed[start : start + length] if twice else ""
            changed = changed[:start] + piece + sign + piece + changed[start + length :]
        return changed

    return st.lists(cut, min_size=1, max_size=4).map(apply)


SHIPPED = Path(__file__).parents[2] / "agendas" / "debrief-commons.toml"


@one_file
@given(text=mutations(SHIPPED.read_text(encoding="utf-8")))
def test_a_damaged_agenda_is_read_or_explained(text: str, tmp_path: Path) -> None:
    file = tmp_path / "damaged.toml"
    file.write_text(text, encoding="utf-8")
    problems = check(file)
    last = text.count("\n") + 1
    assert all(1 <= problem.line <= last for problem in problems)
    assert all(str(problem).isprintable() for problem in problems)
    assert not any("this is not TOML" in problem.text for problem in problems)
    if not problems:
        assert load(file).steps


@given(data=agendas)
def test_the_check_agrees_with_msgspec_from_the_text_on(data: dict[str, object]) -> None:
    try:
        lines = [f"{_inline(key)} = {_inline(value)}\n" for key, value in data.items()]
    except TypeError:
        assume(False)  # dates, which JSON has not
    reading = read_toml("".join(lines))
    assert reading.mistakes == []
    assert (not find_mistakes(reading)) == is_agenda(data)


def _inline(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_inline(k)} = {_inline(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, float):
        return str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@pytest.mark.parametrize("piece", ["x\n", "[\n", '"""', "a = 1\n", "[[step]]\n", "]", "a.b.", "\\"])
def test_a_large_file_of_nonsense_is_answered(piece: str, tmp_path: Path) -> None:
    file = tmp_path / "large.toml"
    file.write_text(piece * (200_000 // len(piece)), encoding="utf-8")
    assert check(file)
