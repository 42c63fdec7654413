"""Whose turn it is to have a hat, fairly over past meetings. It suggests, and decides nothing.

The rule is that of a fair carpool (Fagin and Williams, *A Fair Carpool Scheduling Algorithm*,
1983): whoever was at a meeting owes an equal share of its hat, whoever had it pays the whole, and
whoever owes most is suggested. So everyone has a hat as often as their share of the meetings that
they came to, and whoever stays away falls into no debt. A place is never lost: when somebody else
takes the hat, be it that the first one skips or that two swap, everyone there owes a little more
and only whoever took it less, so that the first one stays first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field

from facilitator.core.facts import place
from facilitator.core.state import Meeting
from facilitator.core.timing import local_date
from facilitator.core.vocabulary import NOBODY, FactId, Hat, PersonId
from facilitator.core.words import short_date

ROTATING = (Hat.FACILITATOR, Hat.NOTE_TAKER)
"""The hats that go round. Nobody is suggested for two of them at one meeting."""

PLANNED = "as agreed"
"""The reason for somebody whom the last meeting named."""

LATELY = 3
"""Whoever was at one of so many latest meetings is counted on for the next one."""

_WHOLE = 720_720
"""What having a hat once pays; up to 16 people can share it without a rest."""


class Past(Struct, frozen=True):
    """A meeting as the rota looks at it: its ISO date, who was there, who had or skipped what.

    Who is in ``swapped`` let somebody else have the hat, and has it another time instead.
    """

    meeting: FactId
    day: str
    attended: frozenset[PersonId]
    hats: Mapping[Hat, PersonId] = {}
    skipped: frozenset[tuple[Hat, PersonId]] = frozenset()
    swapped: Mapping[Hat, PersonId] = {}


class Candidate(Struct, frozen=True):
    """Somebody who can have a hat, and why they stand where they stand.

    Attributes:
        times: how often they had it.
        day: the ISO date on which they had it last.
        ago: how many meetings ago that was; 1 is the latest one.
        newcomer: they have not been at a meeting before: they may volunteer, and are not asked.
        skipped: they do not take it this time.
        asked_before: they skipped it at the latest meeting.
        swapped: somebody else had it for them, and they have not had it since.
    """

    person: PersonId
    times: int = 0
    day: str = ""
    ago: int = 0
    newcomer: bool = False
    skipped: bool = False
    asked_before: bool = False
    swapped: bool = False

    @property
    def reason(self) -> str:
        """Why they stand there: ``not yet``, ``last time Sun 12 Oct, 4 meetings ago``."""
        if self.ago and not self.skipped and not self.swapped:
            return f"last time {short_date(self.day)}, {self.brief}"
        return self.brief

    @property
    def brief(self) -> str:
        """The reason in few words: ``not yet``, ``4 meetings ago``."""
        if self.skipped:
            return "not this time"
        if self.newcomer:
            return "first time here"
        if self.swapped:
            return "swapped turns"
        words = f"{self.ago} meeting{'' if self.ago == 1 else 's'} ago" if self.ago else "not yet"
        return f"{words}, skipped last time" if self.asked_before else words


class Suggestion(Struct, frozen=True):
    """Who could have a hat, and why."""

    person: PersonId
    reason: str


class _Account(Struct):
    """What somebody owes, and what the rota tells of them."""

    owes: int = 0
    attended: int = 0
    swapped: bool = False
    had: list[int] = field(default_factory=list)


def candidates(
    history: Sequence[Past],
    hat: Hat,
    people: Sequence[PersonId],
    skipped: Collection[PersonId] = (),
) -> list[Candidate]:
    """The people who can have a hat, whoever is to be asked first at the front.

    Whoever owes the same as another comes first if they had it longer ago, then if they come
    first in ``people``. Before them all is whose turn somebody else took in a swap; behind them are
    newcomers, then those who skip it this time.

    Args:
        history: past meetings, the oldest first.
        hat: what there is to have.
        people: whom to choose from, in seating order.
        skipped: who does not take it this time.
    """
    accounts = _accounts(history, hat)
    found = []
    for seat, person in enumerate(people):
        account = accounts.get(person, _Account())
        latest = account.had[-1] if account.had else -1
        candidate = Candidate(
            person,
            times=len(account.had),
            day=history[latest].day if account.had else "",
            ago=len(history) - latest if account.had else 0,
            newcomer=account.attended == 0,
            skipped=person in skipped,
            asked_before=bool(history) and (hat, person) in history[-1].skipped,
            swapped=account.swapped,
        )
        last = (candidate.skipped, candidate.newcomer, not candidate.swapped)
        key = (last, -account.owes, latest, seat)
        found.append((key, candidate))
    return [candidate for _, candidate in sorted(found, key=lambda each: each[0])]


def suggestions(
    history: Sequence[Past],
    people: Sequence[PersonId],
    *,
    worn: Mapping[Hat, PersonId],
    skipped: Collection[tuple[Hat, PersonId]] = (),
    planned: Mapping[Hat, PersonId],
) -> dict[Hat, Suggestion]:
    """Somebody for each hat of the rota that nobody has, if there is somebody to ask.

    Args:
        history: past meetings, the oldest first.
        people: who is there, in seating order.
        worn: who has which hat already.
        skipped: who does not take which hat this time.
        planned: whom the last meeting named; it knew more than the rota does.
    """
    taken = {worn[hat] for hat in ROTATING if worn.get(hat, NOBODY) != NOBODY}
    found: dict[Hat, Suggestion] = {}
    open_hats = [hat for hat in ROTATING if worn.get(hat, NOBODY) == NOBODY]
    for hat in open_hats:
        person = planned.get(hat, NOBODY)
        if person in people and person not in taken and (hat, person) not in skipped:
            found[hat] = Suggestion(person, PLANNED)
            taken.add(person)
    for hat in open_hats:
        if hat in found:
            continue
        skip = [person for skips, person in skipped if skips == hat]
        for each in candidates(history, hat, people, skip):
            if each.person not in taken and not each.newcomer and not each.skipped:
                found[hat] = Suggestion(each.person, each.brief)
                taken.add(each.person)
                break
    return {hat: found[hat] for hat in open_hats if hat in found}


def holders(
    worn: Mapping[Hat, PersonId], suggested: Mapping[Hat, Suggestion]
) -> dict[Hat, PersonId]:
    """Who has each hat of the rota, or is suggested for it."""
    asked = {hat: each.person for hat, each in suggested.items()}
    found = {hat: worn.get(hat, NOBODY) or asked.get(hat, NOBODY) for hat in ROTATING}
    return {hat: person for hat, person in found.items() if person != NOBODY}


def whose_turn(history: Sequence[Past], hat: Hat) -> Candidate | None:
    """Who is to be asked next of those who came lately, before it is known who will be there."""
    lately = {person for past in history[-LATELY:] for person in past.attended}
    longest_known = sorted(lately, key=lambda person: (place(person), person))
    return next(iter(candidates(history, hat, longest_known)), None)


def looked_at(meeting: Meeting) -> Past:
    """A meeting that is still going on, as the next one will look back at it."""
    return Past(
        meeting.id,
        local_date(meeting.gathered, meeting.utc_offset).isoformat(),
        frozenset(meeting.attendance),
        dict(meeting.wore),
        frozenset(meeting.skipped),
        dict(meeting.swapped),
    )


def _accounts(history: Sequence[Past], hat: Hat) -> dict[PersonId, _Account]:
    """What everybody owes; a meeting at which nobody had the hat left nothing to share."""
    accounts: dict[PersonId, _Account] = {}
    for index, past in enumerate(history):
        holder = past.hats.get(hat, NOBODY)
        there = past.attended | {holder} if holder != NOBODY else past.attended
        for person in there:
            account = accounts.setdefault(person, _Account())
            account.attended += 1
            if holder != NOBODY:
                account.owes += _WHOLE // len(there)
        if holder != NOBODY:
            accounts[holder].owes -= _WHOLE
            accounts[holder].had.append(index)
            accounts[holder].swapped = False
        if (gave_up := past.swapped.get(hat, NOBODY)) != NOBODY:
            accounts.setdefault(gave_up, _Account()).swapped = True
    return accounts
