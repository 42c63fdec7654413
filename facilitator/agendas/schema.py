"""What an agenda file may say, read off the types in `facilitator.core.agenda`."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from msgspec import inspect
from msgspec.structs import replace

from facilitator.core.agenda import STEP_KINDS, Agenda, RoleOpening, Step

KIND = "kind"
"""The key that says which kind of step a table is."""

Fields = dict[str, inspect.Field]

# What people write for a key when they have not got the list before them.
_OTHER_WORDS = {
    "name": "title",
    "title": "name",
    "heading": "title",
    "type": "kind",
    "time": "minutes",
    "duration": "minutes",
    "length": "minutes",
    "seconds": "seconds_each",
    "each": "seconds_each",
    "turn": "seconds_each",
    "times": "rounds",
    "repeat": "rounds",
    "laps": "rounds",
    "timer": "clock",
    "question": "prompt",
    "topic": "prompt",
    "say": "script",
    "text": "script",
    "description": "purpose",
    "roles": "openings",
    "rules": "agreements",
    "term": "days",
    "weeks": "days",
    "tasks": "weekly",
    "week_by_week": "weekly",
    "needs": "skills",
    "knows": "skills",
}

# And what they call a kind of step.
_OTHER_KINDS = {
    "welcome": "opening",
    "agreements": "opening",
    "introduction": "opening",
    "check_in": "round",
    "checkin": "round",
    "check_out": "round",
    "checkout": "round",
    "go_round": "round",
    "go_around": "round",
    "prompt": "round",
    "stack": "discussion",
    "talk": "discussion",
    "debate": "discussion",
    "topic": "discussion",
    "floor": "discussion",
    "proposal": "discussion",
    "practice": "discussion",
    "drill": "muster",
    "stopwatch": "muster",
    "roll_call": "muster",
    "rollcall": "muster",
    "evacuation": "muster",
    "tasks": "roles",
    "claims": "roles",
    "election": "selection",
    "elections": "selection",
    "choice": "selection",
    "nomination": "selection",
    "handoff": "handoffs",
    "handover": "handoffs",
    "succession": "handoffs",
    "promises": "commitments",
    "todo": "commitments",
    "actions": "commitments",
    "pause": "break",
    "tea": "break",
    "coffee": "break",
    "lunch": "break",
    "close": "closing",
    "end": "closing",
    "farewell": "closing",
}


@cache
def fields_of(kind: type) -> Fields:
    """The fields of a table, by the key that a file uses."""
    info = inspect.type_info(kind)
    if not isinstance(info, inspect.StructType):
        raise TypeError(f"{kind} is not a table")
    return {field.encode_name: field for field in info.fields}


@cache
def fields_of_any_step() -> Fields:
    """The fields of every kind of step together; for a step whose kind is not known."""
    every = fields_of(Step)
    return {
        name: replace(field, required=field.required and name in every)
        for kind in STEP_KINDS.values()
        for name, field in fields_of(kind).items()
    }


def other_word_for(word: str, known: list[str]) -> str | None:
    """The known word that means the same, or is the same in other letters."""
    plain = _plain(word)
    same = next((name for name in known if _plain(name) == plain), None)
    other = _OTHER_WORDS.get(plain)
    return same or (other if other in known else None)


def nearest(word: str, known: list[str]) -> str | None:
    """The known word that was probably meant."""
    by_plain_form = {_plain(name): name for name in known}
    close = get_close_matches(_plain(word), list(by_plain_form), n=1, cutoff=0.55)
    return by_plain_form[close[0]] if close else None


def kind_meant_by(word: str) -> str | None:
    """The kind of step that was probably meant by one that is not known."""
    return _OTHER_KINDS.get(_plain(word)) or nearest(word, list(STEP_KINDS))


def meant_by(key: str, known: list[str]) -> str | None:
    """The key that was probably meant by one that is not known in its table."""
    return other_word_for(key, known) or (None if home_of(key) else nearest(key, known))


def home_of(key: str) -> str | None:
    """Where in a file a key belongs, if an agenda knows it at all."""
    if key in fields_of(Step) or key == KIND:
        return "a [[step]]"
    kinds = [f'"{tag}"' for tag, kind in STEP_KINDS.items() if key in fields_of(kind)]
    if kinds:
        return f"a [[step]] of kind {one_of(kinds)}"
    if key in fields_of(RoleOpening):
        return "[[step.openings]]"
    if key in fields_of(Agenda):
        return "the lines above the first [[step]]"
    return None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def one_of(words: list[str]) -> str:
    """Words as a sentence lists them: `a, b or c`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
