"""Skills, and who could teach whom, as lines of text and as plain data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import click
from msgspec import Struct

from facilitator.cli.by_hand import remembered
from facilitator.cli.place import journal_path
from facilitator.cli.problems import in_sentences
from facilitator.core.events import NOBODY, PersonId
from facilitator.core.skills.knowing import Known, overview
from facilitator.core.skills.matching import (
    Match,
    Unmatched,
    match_words,
    matches,
    nobody_knows,
    nobody_words,
    place_words,
    reason_words,
    shadowing_places,
)
from facilitator.core.skills.sharing import Share, share_words
from facilitator.core.skills.wording import known_words, skill_heading
from facilitator.core.state import State
from facilitator.core.words import called, sentence
from facilitator.journal.group import Group
from facilitator.journal.store import Journal
from facilitator.ui.text import column, visible

NAME_CELLS = 30


class Asked(Struct, frozen=True):
    """What is asked for: about one person, about one skill (its key), or about everything."""

    person: PersonId = NOBODY
    skill: str = ""


class Remembered(Struct, frozen=True):
    """What people can do, only to be looked at.

    Attributes:
        today: the ISO date where the program runs.
        share: the next skill share, if one can be told.
    """

    state: State
    names: Mapping[PersonId, str]
    today: str
    newcomers: Collection[PersonId]
    share: Share | None


def skills_remembered(context: click.Context) -> Remembered:
    """The skills in the journal that a command names.

    Raises:
        Sentence: the journal is not there, or can't be read.
    """
    lasting = remembered(context)
    with in_sentences():
        journal = Journal.read(journal_path(context))
        try:
            newcomers = Group(journal.connection, journal.path).newcomers()
        finally:
            journal.close()
    return Remembered(lasting.state, lasting.names, lasting.today, newcomers, lasting.share)


def _of_list(group: Remembered, asked: Asked) -> list[Known]:
    return [
        each
        for each in overview(group.state)
        if asked.skill in ("", each.skill.key) and asked.person in (NOBODY, *_people(each))
    ]


def _people(known: Known) -> Iterator[PersonId]:
    yield from known.has
    yield from known.wishes
    for pairing in known.pairings:
        yield from (pairing.teacher, pairing.learner)


def list_lines(group: Remembered, asked: Asked) -> Iterator[str]:
    """A line for each skill, what only one person has first; then how many have others."""
    found = _of_list(group, asked)
    if not found:
        yield (
            "Nothing is known of that."
            if asked != Asked()
            else "No skill yet. In a circle: + first aid was used, ? sound system is wished for."
        )
        return
    for each in found:
        mark = "!" if each.alone or each.missing else " "
        heading = column(skill_heading(each), NAME_CELLS)
        yield f"{mark} {heading}  {visible(known_words(each, group.names))}".rstrip()
    if asked == Asked():
        shared = sum(each.shared for each in found)
        yield ""
        yield f"More than one person has {shared} of {len(found)}."
        if any(each.alone or each.missing for each in found):
            yield "! is wanted, and only one person has it, or nobody."


def list_data(group: Remembered, asked: Asked) -> list[dict[str, Any]]:
    """The same as plain data; people by name, dates as ISO dates."""
    return [_data(each, group.names) for each in _of_list(group, asked)]


def _data(known: Known, names: Mapping[PersonId, str]) -> dict[str, Any]:
    skill = known.skill
    return {
        "skill": skill.name,
        "sort": skill.sort.value if skill.sort is not None else None,
        "has": [_has(known, person, names) for person in known.has],
        "learns": [
            {
                "person": called(each.learner, names),
                "teacher": called(each.teacher, names),
                "since": each.on,
            }
            for each in known.pairings
        ],
        "wishes": [
            {"person": called(person, names), "since": skill.wishes[person].on}
            for person in known.wishes
        ],
        "roles": [role.name for role in known.roles],
        "only_one": bool(known.alone),
    }


def _has(known: Known, person: PersonId, names: Mapping[PersonId, str]) -> dict[str, Any]:
    skill = known.skill
    learned = skill.learned.get(person)
    return {
        "person": called(person, names),
        "teaches": skill.teaches[person].on if person in skill.teaches else None,
        "used": skill.used[person].on if person in skill.used else None,
        "learned": learned.on if learned is not None else None,
        "learned_from": called(learned.teacher, names)
        if learned is not None and learned.teacher
        else None,
    }


def _of_match(group: Remembered, asked: Asked) -> list[Match]:
    return [
        each
        for each in matches(group.state, group.newcomers)
        if asked.skill in ("", each.skill) and asked.person in (NOBODY, each.teacher, each.learner)
    ]


def _unmatched(group: Remembered, asked: Asked) -> list[Unmatched]:
    return [
        each
        for each in nobody_knows(group.state, matches(group.state, group.newcomers))
        if asked.skill in ("", each.skill.key) and asked.person in (NOBODY, *each.people)
    ]


def match_lines(group: Remembered, asked: Asked) -> Iterator[str]:
    """Pairs with their reasons, what nobody has, whom to shadow, the next skill share."""
    state, names = group.state, group.names
    found = _of_match(group, asked)
    for each in found:
        words = f"{match_words(each, state, names)}: {reason_words(each, names)}"
        yield visible(sentence(words))
    told = len(found)
    for one in _unmatched(group, asked):
        told += 1
        yield visible(sentence(nobody_words(one, names)))
    for place in shadowing_places(state, group.today):
        about = (NOBODY, place.holder, place.learner)
        if asked.skill in ("", place.skill) and asked.person in about:
            told += 1
            yield visible(sentence(place_words(place, state, names)))
    if not told:
        yield "Nobody wishes for anything that they do not practice already."
    if group.share is not None and asked == Asked():
        yield visible(sentence(share_words(group.share, state, group.today)))


def match_data(group: Remembered, asked: Asked) -> dict[str, Any]:
    """The same as plain data; people by name, dates as ISO dates."""
    state, names, share = group.state, group.names, group.share
    return {
        "pairs": [
            {
                "skill": state.skills.called(each.skill),
                "teacher": called(each.teacher, names),
                "learner": called(each.learner, names),
                "newcomer": each.newcomer,
                "reason": reason_words(each, names),
            }
            for each in _of_match(group, asked)
        ],
        "nobody": [
            {
                "skill": one.skill.name,
                "wishes": [called(person, names) for person in one.people],
            }
            for one in _unmatched(group, asked)
        ],
        "shadowing": [
            {
                "role": state.roles[place.role].name,
                "holder": called(place.holder, names),
                "learner": called(place.learner, names),
                "skill": state.skills.called(place.skill),
            }
            for place in shadowing_places(state, group.today)
            if asked.skill in ("", place.skill)
            and asked.person in (NOBODY, place.holder, place.learner)
        ],
        "next_share": None
        if share is None
        else {
            "due": share.due,
            "sort": share.sort.value,
            "after_debrief": share.after_debrief,
            "topics": [
                {"skill": state.skills.called(each.skill), "wishes": each.wishes}
                for each in share.topics
            ],
        },
    }
