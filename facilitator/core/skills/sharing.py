"""When the group shares skills next, of which sort, and what about.

Within 48 hours after an action, and every two weeks otherwise, alternating practical skills with
strategic ones (PRACTICE: what the answers of a debrief are for).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from facilitator.core.letters import plain_letters
from facilitator.core.skills.knowing import wishing
from facilitator.core.state import State
from facilitator.core.step import Occasion
from facilitator.core.terms import day_of
from facilitator.core.timing import local_date
from facilitator.core.vocabulary import FactId, SkillSort
from facilitator.core.words import listed, short_date

AFTER_DEBRIEF = 48 * 3_600_000
"""Milliseconds from the close of an action's debrief until there is a skill share."""

EVERY_DAYS = 14
MOST_TOPICS = 3


class Held(Struct, frozen=True):
    """A meeting with an occasion that was closed, and when (UTC milliseconds), in the room."""

    meeting: FactId
    occasion: Occasion
    closed: int
    utc_offset: int = 0

    @property
    def day(self) -> date:
        """The day in the room on which it was closed."""
        return local_date(self.closed, self.utc_offset)


class Topic(Struct, frozen=True):
    """A skill that could be shared: its key, and how many wish for it."""

    skill: str
    wishes: int


class Share(Struct, frozen=True):
    """The next skill share.

    Attributes:
        due: the ISO date by which it is held.
        sort: whether it is the turn of practical or of strategic skills.
        after_debrief: whether it is due because of a debrief.
        follows: the meeting that it is the next skill share after: the last one, or, as long as
            there was none, the first debrief. It stays while the day of the next one moves.
        topics: what is wished for most, of that sort or of none.
    """

    due: str
    sort: SkillSort
    after_debrief: bool
    follows: FactId
    topics: tuple[Topic, ...] = ()

    def is_due(self, day: str) -> bool:
        """Whether its day has come, on an ISO date."""
        return self.due <= day


def next_share(state: State, held: Sequence[Held]) -> Share | None:
    """The next skill share; none before the group had a debrief or a skill share.

    Args:
        state: what people wish for, and what was practiced at which meeting.
        held: the debriefs and skill shares that were closed, in any order.
    """
    past = sorted(held, key=lambda each: each.closed)
    shares = [each for each in past if each.occasion is Occasion.SKILL_SHARE]
    last = shares[-1] if shares else None
    debriefs = [
        each
        for each in past
        if each.occasion is Occasion.DEBRIEF and (last is None or each.closed > last.closed)
    ]
    due: list[tuple[date, bool]] = []
    if debriefs:
        first = debriefs[0]
        due.append((local_date(first.closed + AFTER_DEBRIEF, first.utc_offset), True))
    if last is not None:
        due.append((last.day + timedelta(days=EVERY_DAYS), False))
    if not due:
        return None
    day, after_debrief = min(due)
    sort = sort_of(state, shares).other
    follows = last if last is not None else debriefs[0]
    return Share(day.isoformat(), sort, after_debrief, follows.meeting, topics(state, sort))


def held_early(state: State, held: Sequence[Held], day: str) -> list[Share]:
    """The skill shares that were told for a day after an ISO date, and were held before it came.

    Args:
        state: what people wish for, and what was practiced at which meeting.
        held: the debriefs and skill shares that were closed, in any order.
        day: the ISO date.
    """
    today = day_of(day)
    past = sorted(held, key=lambda each: each.closed)
    # None is told for a day further ahead, so that older ones can't be still to come.
    told = [
        next_share(state, past[:place])
        for place, each in enumerate(past)
        if each.occasion is Occasion.SKILL_SHARE
        and today is not None
        and (today - each.day).days < EVERY_DAYS
    ]
    return [share for share in told if share is not None and share.due > day]


def sort_of(state: State, shares: Iterable[Held]) -> SkillSort:
    """The sort of what was shared last: what was practiced there, or else the other one in turn.

    Before the first it is as if it had been strategic, so that the first is practical.
    """
    taught: dict[FactId, list[SkillSort]] = {}
    for pairing in state.skills.pairings.values():
        skill = state.skills.known.get(pairing.skill)
        if skill is not None and skill.sort is not None:
            taught.setdefault(pairing.meeting, []).append(skill.sort)
    sort = SkillSort.STRATEGIC
    for share in shares:
        sorts = taught.get(share.meeting)
        sort = max(sorts, key=sorts.count) if sorts else sort.other
    return sort


def topics(state: State, sort: SkillSort) -> tuple[Topic, ...]:
    """What is wished for, the most wished first; what has no sort yet comes behind its like."""
    found = []
    for skill in state.skills.known.values():
        count = len(wishing(skill, state.departed))
        if count and skill.sort in (sort, None):
            found.append((skill.sort is None, -count, plain_letters(skill.name), skill.key, count))
    return tuple(Topic(key, count) for *_, key, count in sorted(found))


def share_words(share: Share, state: State, day: str) -> str:
    """``Skill share due since Mon 4 Jan, practical: first aid (3 wishes) or wiring``."""
    when = {
        (-1): f"due since {short_date(share.due)}",
        0: "due today",
        1: f"due by {short_date(share.due)}",
    }[(share.due > day) - (share.due < day)]
    why = ", 48 hours after the debrief" if share.after_debrief else ""
    about = [topic_words(each, state) for each in share.topics[:MOST_TOPICS]]
    return f"Skill share {when}{why}, {share.sort.value}" + (f": {listed(about)}" if about else "")


def topic_words(topic: Topic, state: State) -> str:
    """``first aid (3 wishes)``."""
    wishes = f" ({topic.wishes} wishes)" if topic.wishes > 1 else ""
    return f"{state.skills.called(topic.skill)}{wishes}"
