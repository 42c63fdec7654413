"""What each person is called in one meeting's minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from facilitator.core.events import NOBODY, Mention, PersonId, Text
from facilitator.core.state import Commitment, Meeting, Role, State
from facilitator.core.visible import visible
from facilitator.core.words import NAMELESS
from facilitator.minutes.escape import tidy


def called(people: Iterable[PersonId], names: Mapping[PersonId, str]) -> dict[PersonId, str]:
    """A name for each person, different for each.

    Someone without a name (forgotten, or unknown to this copy) is called ``someone``. Of two
    people with the same name the second is ``Ana (2)``.
    """
    result: dict[PersonId, str] = {}
    taken: set[str] = set()
    times: dict[str, int] = {}
    for person in people:
        typed = names.get(person, "")
        wanted = _storable(typed) if tidy(typed) else NAMELESS
        name, key = wanted, tidy(wanted).casefold()
        times.setdefault(key, 1)
        while tidy(name).casefold() in taken:
            times[key] += 1
            name = f"{wanted} ({times[key]})"
        taken.add(tidy(name).casefold())
        result[person] = name
    return result


def spelled(text: Text, names: Mapping[PersonId, str]) -> str:
    """A text with the people in it called by their names, otherwise as typed."""
    return _storable(
        "".join(
            names.get(part.person, NAMELESS) if isinstance(part, Mention) else part for part in text
        )
    )


def everyone(
    state: State, meeting: Meeting, commitments: Iterable[Commitment], roles: Iterable[Role]
) -> list[PersonId]:
    """Everyone whom the minutes speak of, in the order in which they joined the group."""
    joined = {person: place for place, person in enumerate(state.people)}
    found = dict.fromkeys(_named(meeting, commitments, roles))
    for pairing in state.skills.pairings.values():
        if pairing.meeting == meeting.id:
            found |= dict.fromkeys((pairing.teacher, pairing.learner))
    found.pop(NOBODY, None)
    return sorted(found, key=lambda person: joined.get(person, len(joined)))


def _named(
    meeting: Meeting, commitments: Iterable[Commitment], roles: Iterable[Role]
) -> Iterator[PersonId]:
    yield from meeting.seats
    yield from meeting.attendance
    yield from meeting.hats.values()
    yield from (change.person for change in meeting.hat_changes)
    yield from (turn.person for turn in meeting.turns.values())
    yield from (going.start for going in meeting.rounds.values())
    yield from (hand.person for hand in meeting.hands.values())
    for ticked in meeting.mustered.values():
        yield from ticked
    for note in meeting.notes.values():
        yield note.person
        yield from _mentioned(note.text)
    for nomination in meeting.nominations.values():
        yield from (nomination.by, nomination.person)
        yield from _mentioned(nomination.reason)
    yield from (proposal.person for proposal in meeting.proposals.values())
    for objection in meeting.objections.values():
        yield objection.person
        yield from _mentioned((*objection.reason, *objection.how))
    for decision in meeting.decisions.values():
        yield from _mentioned(
            tuple(part for text in (decision.text, *decision.before) for part in text)
        )
    for commitment in commitments:
        yield commitment.owner
        said = (commitment.what, *((*each.what, *each.reason) for each in commitment.lineage))
        yield from _mentioned(tuple(part for text in said for part in text))
    for role in roles:
        for term in role.terms:
            yield from (term.person, term.successor)
            for reason in (*term.reasons, term.reason):
                yield from _mentioned(reason)
    yield from (said.person for said in meeting.skills_said.values())
    yield from (said.teacher for said in meeting.skills_said.values())
    yield from (meeting.next_meeting.facilitator, meeting.next_meeting.note_taker)


def _mentioned(text: Text) -> Iterator[PersonId]:
    return (part.person for part in text if isinstance(part, Mention))


def _storable(text: str) -> str:
    """The text, unless no UTF-8 file can hold it: then with what can't be held made visible."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(visible(each) if "\ud800" <= each <= "\udfff" else each for each in text)
    return text
