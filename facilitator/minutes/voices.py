"""What one person said at a stretch, and how voices follow one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from facilitator.core.events import FactId, Wish
from facilitator.minutes.model import Decided, Promised, RoleTaken, Who


class Voice(Struct, frozen=True):
    """What one person said at a stretch; nobody in particular is ``None``.

    Attributes:
        person: who.
        texts: what was written down of it, if anything.
        turn: the turn in an open discussion, or nothing.
        wish: what the hand was raised for that led to the turn.
        answers: the turn that it was a direct response to, or nothing.
        to: whom it was a response to, where it isn't told under their words.
        answered: the direct responses to it.
    """

    person: Who | None
    texts: tuple[str, ...]
    turn: FactId = ""
    wish: Wish | None = None
    answers: FactId = ""
    to: Who | None = None
    answered: tuple[Voice, ...] = ()


class Others(Struct, frozen=True):
    """People who spoke one after the other, and of whom nothing was written down."""

    voices: tuple[Voice, ...]


Paper: TypeAlias = Decided | Promised | RoleTaken
Entry: TypeAlias = Voice | Others | Paper


def merged(entries: Iterable[Voice | Paper]) -> list[Entry]:
    """Entries in which what a person said several times in a row is one voice.

    In an open discussion each turn stays a voice of its own, with the direct responses to it,
    and those of whom nothing was written down are told together.
    """
    result: list[Entry] = []
    for entry in _threaded(list(entries)):
        last = result[-1] if result else None
        if not isinstance(entry, Voice):
            result.append(entry)
        elif isinstance(last, Others) and not entry.texts and not entry.answered:
            result[-1] = Others((*last.voices, entry))
        elif not entry.texts and not entry.answered:
            result.append(Others((entry,)))
        elif isinstance(last, Voice) and _goes_on(last, entry):
            result[-1] = replace(last, texts=last.texts + entry.texts)
        else:
            result.append(entry)
    return result


def _goes_on(last: Voice, entry: Voice) -> bool:
    return entry.person == last.person and not entry.turn


def _threaded(entries: list[Voice | Paper]) -> Iterator[Voice | Paper]:
    """The entries with direct responses under the words that they respond to."""
    voices: dict[FactId, Voice] = {}
    roots: dict[FactId, FactId] = {}
    under: dict[FactId, list[Voice]] = {}
    for entry in entries:
        if not isinstance(entry, Voice) or not entry.turn:
            continue
        # What was said later can't have been responded to.
        answered = voices.get(entry.answers)
        root = entry.turn if answered is None else roots[answered.turn]
        told_below = root != entry.turn and bool(voices[root].texts)
        voice = entry
        if answered is not None and not (told_below and answered.turn == root):
            voice = replace(entry, to=answered.person)
        if told_below:
            under.setdefault(root, []).append(voice)
        voices[entry.turn], roots[entry.turn] = voice, root
    below = {voice.turn for answers in under.values() for voice in answers}
    for entry in entries:
        if not isinstance(entry, Voice) or not entry.turn:
            yield entry
        elif entry.turn not in below:
            yield replace(voices[entry.turn], answered=tuple(under.get(entry.turn, ())))
