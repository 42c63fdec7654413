"""The days that a group should not miss, as entries of a calendar. Pure: values in, values out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from msgspec.structs import replace

from facilitator.core.commitments.standing import made_on
from facilitator.core.events import FactId, PersonId
from facilitator.core.roles.standing import missing, needed_roles
from facilitator.core.skills.sharing import Share, topic_words
from facilitator.core.state import State
from facilitator.core.tenure import Role, Term
from facilitator.core.terms import day_of
from facilitator.core.words import by, called, listed, plain
from facilitator.dates import dated, moment_meant
from facilitator.journal.group import NextTime
from facilitator.minutes.calendar import Entry

Names = Mapping[PersonId, str]

HANDOFF_DAYS = 14
"""A handoff begins two weeks before the term ends."""

MEETING_MINUTES = 120
"""How long a meeting is in the calendar; nobody says it when the next one is agreed on."""


def of_roles(state: State, day: str, names: Names) -> Iterator[Entry]:
    """The end of each term in force on an ISO date, and the beginning of each handoff.

    Where a term was let go before its end, and that is still to come, both are called off.
    """
    for role in needed_roles(state):
        for term in role.held_on(day):
            yield from _of_term(role, term, names)
    for role in state.roles.values():
        for term in role.terms:
            if not term.runs and day < term.ends:
                for entry in _of_term(role, term, names):
                    yield replace(entry, called_off=True)


def _of_term(role: Role, term: Term, names: Names) -> Iterator[Entry]:
    ends = day_of(term.ends)
    if ends is None:
        return
    who = called(term.person, names)
    details = role.purpose
    if role.kind.handed_over:
        lacking = missing(role, term, names)
        details = "\n".join(filter(None, (role.purpose, f"Missing: {listed(lacking)}")))
        next_one = called(term.successor, names) if term.successor else "nobody yet"
        yield _whole_day(
            f"handoff-{_plain(term.id)}",
            ends - timedelta(days=min(HANDOFF_DAYS, ends.toordinal() - 1)),
            f"{role.name}: {who} hands over to {next_one}",
            details,
            "handoff",
        )
    title = f"{role.name}: {who}'s term ends"
    yield _whole_day(f"term-{_plain(term.id)}", ends, title, details, "role")


def of_commitments(state: State, names: Names, titles: Mapping[FactId, str]) -> Iterator[Entry]:
    """Each commitment on the day when it is due, called off once it is kept or released.

    One that has no day any more is called off on the last one that it had.

    Args:
        state: what outlasts meetings.
        names: what people are called.
        titles: what each meeting is called.
    """
    for each in dated(state.commitments.values()):
        days = [each.due_on, *(change.due_on for change in reversed(each.lineage))]
        due = day_of(next(filter(None, days), ""))
        if due is None:
            continue
        owner = called(each.owner, names) if each.owner else "Nobody yet"
        place = f" at {titles[each.meeting]}" if each.meeting in titles else ""
        promised = f"Promised{place} on {made_on(each)}"
        entry = _whole_day(
            f"commitment-{_plain(each.id)}",
            due,
            f"{owner}: {plain(each.what, names)}",
            promised + (f", {by(each.due)}" if each.due else ""),
            "commitment",
        )
        yield replace(entry, called_off=each.over or not each.due_on)


def of_next_meeting(
    agreed: Sequence[NextTime], names: Names, offset_on: Callable[[date], int]
) -> Iterator[Entry]:
    """The next meeting, if the words of its date say a day.

    As long as the day on which several meetings agreed was still to come, they spoke of the same
    next one: it keeps the identity that it had first, and moves.

    Args:
        agreed: what each meeting agreed on, the latest first.
        names: what people are called.
        offset_on: minutes east of UTC on a day: summer time may begin or end till then.
    """
    if not agreed or (found := _moment(agreed[0])) is None:
        return
    planned = first = agreed[0]
    for earlier in agreed[1:]:
        before = _moment(earlier)
        if before is None:
            continue
        if before[0].isoformat() <= first.said_on:
            break
        first = earlier
    hats = (("Facilitator", planned.facilitator), ("Note-taker", planned.note_taker))
    told = [f"{hat}: {called(person, names)}" for hat, person in hats if person]
    yield Entry(
        f"next-meeting-{_plain(first.meeting)}",
        found[0],
        found[1],
        offset_on(found[0]),
        MEETING_MINUTES,
        "Next circle",
        "\n".join(told),
        ("circle",),
    )


def _moment(planned: NextTime) -> tuple[date, time | None] | None:
    """The day that was agreed on, and the time if one was said."""
    day = day_of(planned.said_on)
    return moment_meant(planned.when, day) if planned.when and day else None


def of_shares(share: Share | None, early: Iterable[Share], state: State) -> Iterator[Entry]:
    """The day by which skills are shared next, with what is wished for most.

    A debrief may bring it forward; it stays the same entry until it was held. One that was held
    before its day, which is still to come, is called off there.
    """
    if share is not None:
        yield from _of_share(share, state)
    for each in early:
        for entry in _of_share(each, state):
            yield replace(entry, called_off=True)


def _of_share(share: Share, state: State) -> Iterator[Entry]:
    due = day_of(share.due)
    if due is None:
        return
    why = "48 hours after the debrief" if share.after_debrief else ""
    about = [topic_words(each, state) for each in share.topics]
    yield _whole_day(
        f"skill-share-{_plain(share.follows)}",
        due,
        f"Skill share, {share.sort.value}",
        "\n".join(filter(None, (why, *about))),
        "skill share",
    )


def _whole_day(uid: str, day: date, title: str, details: str, category: str) -> Entry:
    return Entry(uid, day, None, 0, 0, title, details, (category,))


def _plain(identity: FactId) -> str:
    """An identity without the sign that parts a calendar's identities from their domain."""
    return identity.replace("@", "-")
