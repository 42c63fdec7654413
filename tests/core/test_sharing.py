"""When skills are shared next, of which sort, and what about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from support.group import Group

from facilitator.core import intents
from facilitator.core.agenda import Occasion
from facilitator.core.events import PairingMade, Sense, SkillSort
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.intents import FileSkill
from facilitator.core.skills.sharing import Held, next_share, share_words
from facilitator.core.state import State

DEBRIEF, SHARE = Occasion.DEBRIEF, Occasion.SKILL_SHARE
PRACTICAL, STRATEGIC = SkillSort.PRACTICAL, SkillSort.STRATEGIC


def held(occasion: Occasion, day: int, hour: int = 19, offset: int = 0) -> Held:
    """A meeting that was closed on a day of January 2027, at an hour in UTC."""
    at = datetime(2027, 1, day, hour, tzinfo=UTC)
    return Held(f"{day}@m", occasion, round(at.timestamp() * 1000), offset)


def test_before_the_first_debrief_nothing_is_due() -> None:
    assert next_share(State(), []) is None


@pytest.mark.parametrize(
    ("past", "due", "after_debrief"),
    [
        ([held(DEBRIEF, 4)], "2027-01-06", True),
        ([held(DEBRIEF, 4, 23)], "2027-01-06", True),
        ([held(DEBRIEF, 4, 23, 60)], "2027-01-07", True),
        ([held(DEBRIEF, 4), held(DEBRIEF, 10)], "2027-01-06", True),
        ([held(DEBRIEF, 4), held(SHARE, 5)], "2027-01-19", False),
        ([held(SHARE, 5), held(DEBRIEF, 4)], "2027-01-19", False),
        ([held(DEBRIEF, 4), held(SHARE, 5), held(DEBRIEF, 9)], "2027-01-11", True),
        ([held(SHARE, 5), held(SHARE, 12)], "2027-01-26", False),
        # A debrief does not put off what is due already.
        ([held(SHARE, 1), held(DEBRIEF, 20)], "2027-01-15", False),
    ],
)
def test_it_is_due_48_hours_after_a_debrief_and_two_weeks_after_the_last_one(
    past: list[Held], due: str, *, after_debrief: bool
) -> None:
    share = next_share(State(), past)
    assert share is not None
    assert (share.due, share.after_debrief) == (due, after_debrief)
    assert [share.is_due(day) for day in ("2027-01-01", due, "2027-02-01")] == [False, True, True]


@pytest.mark.parametrize(
    ("shares", "sort"), [(0, PRACTICAL), (1, STRATEGIC), (2, PRACTICAL), (3, STRATEGIC)]
)
def test_practical_and_strategic_skills_take_turns(shares: int, sort: SkillSort) -> None:
    past = [held(DEBRIEF, 1), *(held(SHARE, 2 + place) for place in range(shares))]
    share = next_share(State(), past)
    assert share is not None
    assert share.sort is sort


def practiced(at: Group, meeting: str, *skills: str) -> None:
    """Pairings that were made at a meeting."""
    ana, bo = at.who("Ana"), at.who("Bo")
    first = at.state.facts[-1].lamport + 1
    at.state = fold(
        (
            Fact(
                f"{place}@k7f3",
                place,
                "k7f3",
                0,
                "t1",
                f"{place}@k7f3",
                meeting,
                PairingMade(skill, ana, bo, "", "2027-01-05"),
            )
            for place, skill in enumerate(skills, start=first)
        ),
        onto=at.state,
    )


def sorted_skills() -> Group:
    """Cooking and wiring are practical, mapping is strategic; juggling has no sort."""
    at = Group("Ana", "Bo", "Chidi", "Dee")
    at.do(FileSkill(at.who("Ana"), ("cooking", "wiring", "mapping", "juggling")))
    for skill, sort in (("cooking", PRACTICAL), ("wiring", PRACTICAL), ("mapping", STRATEGIC)):
        at.do(intents.DescribeSkill(skill, sort=sort))
    return at


@pytest.mark.parametrize(
    ("skills", "sort"),
    [
        (("mapping",), PRACTICAL),
        (("cooking",), STRATEGIC),
        (("cooking", "mapping", "wiring"), STRATEGIC),
        (("juggling",), STRATEGIC),
    ],
)
def test_what_was_practiced_last_says_which_sort_is_next(
    skills: tuple[str, ...], sort: SkillSort
) -> None:
    at = sorted_skills()
    practiced(at, "5@m", *skills)
    share = next_share(at.state, [held(SHARE, 5)])
    assert share is not None
    assert share.sort is sort


def wished() -> Group:
    """Three wish for wiring, one for cooking, mapping and juggling; who left wishes nothing."""
    at = sorted_skills()
    for name, skills in (
        ("Bo", ("wiring", "cooking", "juggling")),
        ("Chidi", ("wiring", "mapping")),
        ("Dee", ("wiring",)),
    ):
        at.do(FileSkill(at.who(name), skills, Sense.WISHED))
    return at


def topics(at: Group, past: list[Held]) -> list[tuple[str, int]]:
    share = next_share(at.state, past)
    assert share is not None
    return [(each.skill, each.wishes) for each in share.topics]


def test_its_topics_are_what_is_wished_for_most_of_the_sort_that_is_due() -> None:
    at = wished()
    assert topics(at, [held(DEBRIEF, 4)]) == [("wiring", 3), ("cooking", 1), ("juggling", 1)]
    assert topics(at, [held(SHARE, 4)]) == [("mapping", 1), ("juggling", 1)]
    at.do(intents.LeaveGroup(at.who("Dee")))
    assert topics(at, [held(DEBRIEF, 4)])[0] == ("wiring", 2)


@pytest.mark.parametrize(
    ("past", "day", "words"),
    [
        (
            [held(DEBRIEF, 4)],
            "2027-01-05",
            "Skill share due by Wed 6 Jan, 48 hours after the debrief, practical: "
            "wiring (3 wishes), cooking and juggling",
        ),
        (
            [held(SHARE, 4)],
            "2027-01-18",
            "Skill share due today, strategic: mapping and juggling",
        ),
        (
            [held(SHARE, 4)],
            "2027-01-20",
            "Skill share due since Mon 18 Jan, strategic: mapping and juggling",
        ),
    ],
)
def test_it_is_told_in_a_sentence(past: list[Held], day: str, words: str) -> None:
    at = wished()
    share = next_share(at.state, past)
    assert share is not None
    assert share_words(share, at.state, day) == words


def test_without_wishes_it_is_told_without_topics() -> None:
    share = next_share(State(), [held(DEBRIEF, 4)])
    assert share is not None
    assert share_words(share, State(), "2027-01-07") == (
        "Skill share due since Wed 6 Jan, 48 hours after the debrief, practical"
    )
