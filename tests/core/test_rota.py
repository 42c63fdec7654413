"""The rota: fair over any past, in words, and nobody loses their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from support.agendas import ONE_ROUND
from support.play import Circle

from facilitator.core import intents
from facilitator.core.events import Hat, PersonId
from facilitator.core.rota import (
    PLANNED,
    Past,
    Suggestion,
    candidates,
    looked_at,
    suggestions,
    whose_turn,
)

LED, WROTE = Hat.FACILITATOR, Hat.NOTE_TAKER
PEOPLE = ("ana", "bo", "chidi", "dee")
GROUPS = st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True)
SOME = st.frozensets(st.sampled_from("abcdefgh"))
PASTS = st.lists(
    st.builds(
        Past,
        st.text(max_size=3),
        st.sampled_from(("2025-10-05", "2025-10-12", "no date")),
        SOME,
        st.dictionaries(st.sampled_from(Hat), st.sampled_from(["", *"abcdefgh"])),
        st.frozensets(st.tuples(st.sampled_from(Hat), st.sampled_from("abcdefgh"))),
        st.dictionaries(st.sampled_from(Hat), st.sampled_from("abcdefgh")),
    ),
    max_size=12,
)


def meeting(*there: PersonId, led: PersonId = "", wrote: PersonId = "", day: int = 1) -> Past:
    hats = {hat: one for hat, one in ((LED, led), (WROTE, wrote)) if one}
    return Past(f"m{day}", f"2025-10-{day:02}", frozenset(there), hats)


def asked(history: Sequence[Past], people: Sequence[PersonId] = PEOPLE) -> list[PersonId]:
    """Who is asked to facilitate, in order."""
    return [each.person for each in candidates(history, LED, people)]


def first_times(people: Sequence[PersonId]) -> list[Past]:
    """A meeting at which everyone was, and nobody had a hat."""
    return [Past("m0", "2025-09-01", frozenset(people))]


def test_who_had_the_hat_less_often_is_asked_first_then_who_had_it_longer_ago() -> None:
    history = [
        meeting(*PEOPLE, led="bo", day=5),
        meeting(*PEOPLE, led="ana", day=12),
        meeting(*PEOPLE, led="dee", day=19),
        meeting(*PEOPLE, led="dee", day=26),
    ]
    assert asked(history) == ["chidi", "bo", "ana", "dee"]


def test_those_who_owe_the_same_are_asked_in_seating_order() -> None:
    history = [meeting(*PEOPLE, led="ana")]
    assert asked(history, ("dee", "bo", "ana", "chidi")) == ["dee", "bo", "chidi", "ana"]


def test_the_reason_is_said_in_words() -> None:
    history = [
        meeting("ana", "bo", "chidi", led="bo", day=12),
        meeting("ana", "bo", "chidi", day=19),
        meeting("ana", "bo", "chidi", led="chidi", day=26),
    ]
    found = candidates(history, LED, ("ana", "bo", "chidi", "eli"))
    assert [(each.person, each.reason, each.brief) for each in found] == [
        ("ana", "not yet", "not yet"),
        ("bo", "last time Sun 12 Oct, 3 meetings ago", "3 meetings ago"),
        ("chidi", "last time Sun 26 Oct, 1 meeting ago", "1 meeting ago"),
        ("eli", "first time here", "first time here"),
    ]


def test_whoever_came_to_half_of_the_meetings_is_asked_half_as_often() -> None:
    history = first_times(("ana", "bo", "chidi"))
    for week in range(30):
        there = ("ana", "bo", "chidi") if week % 2 else ("ana", "bo")
        history.append(meeting(*there, led=asked(history, there)[0]))
    led = Counter(past.hats[LED] for past in history[1:])
    # A third of 15 meetings for Chidi; the rest is shared by the two who were at all 30.
    assert abs(led["chidi"] - 5) <= 1
    assert abs(led["ana"] - led["bo"]) <= 1


def test_a_newcomer_is_asked_last_and_not_suggested() -> None:
    history = [meeting("ana", led="ana")]
    assert asked(history, ("eli", "ana")) == ["ana", "eli"]
    assert suggestions(history, ("eli",), worn={}, planned={}) == {}


def test_a_group_without_a_past_is_suggested_nobody() -> None:
    assert suggestions([], PEOPLE, worn={}, planned={}) == {}


def test_a_meeting_without_the_hat_leaves_nothing_to_share() -> None:
    # Chidi was at many meetings that nobody facilitated: they owe nothing for those.
    history = [
        meeting("ana", "bo", led="bo", day=1),
        *(meeting("chidi", wrote="chidi", day=day) for day in range(2, 9)),
    ]
    assert asked(history, ("chidi", "bo", "ana")) == ["ana", "chidi", "bo"]


def test_each_hat_has_a_rota_of_its_own_and_nobody_is_suggested_for_two() -> None:
    history = [meeting(*PEOPLE, led="ana", wrote="dee", day=5)]
    found = suggestions(history, PEOPLE, worn={}, planned={})
    assert found == {LED: Suggestion("bo", "not yet"), WROTE: Suggestion("ana", "not yet")}


def test_a_hat_that_somebody_has_is_not_suggested_and_its_wearer_gets_no_second_one() -> None:
    history = [meeting(*PEOPLE, led="ana", wrote="dee", day=5)]
    found = suggestions(history, PEOPLE, worn={LED: "ana"}, planned={})
    assert found == {WROTE: Suggestion("bo", "not yet")}


def test_whom_the_last_meeting_named_wins_over_the_rota_if_they_are_there() -> None:
    history = [meeting(*PEOPLE, led="ana", wrote="dee", day=5)]
    named = {LED: "dee", WROTE: "chidi"}
    found = suggestions(history, PEOPLE, worn={}, planned=named)
    assert found == {LED: Suggestion("dee", PLANNED), WROTE: Suggestion("chidi", PLANNED)}
    found = suggestions(history, ("ana", "bo", "chidi"), worn={}, planned=named)
    assert found == {LED: Suggestion("bo", "not yet"), WROTE: Suggestion("chidi", PLANNED)}


def test_somebody_named_who_skips_is_suggested_no_more() -> None:
    history = [meeting(*PEOPLE, led="ana", day=5)]
    found = suggestions(history, PEOPLE, worn={}, skipped={(LED, "dee")}, planned={LED: "dee"})
    assert found[LED] == Suggestion("bo", "not yet")


def test_nobody_is_suggested_where_everybody_skips() -> None:
    history = [meeting(*PEOPLE, led="ana", day=5)]
    everybody = {(LED, person) for person in PEOPLE}
    assert LED not in suggestions(history, PEOPLE, worn={}, skipped=everybody, planned={})
    said = [each.reason for each in candidates(history, LED, PEOPLE, PEOPLE)]
    assert said == ["not this time"] * 4


def test_a_skip_is_told_the_next_time() -> None:
    skipped = frozenset({(LED, "bo")})
    history = [Past("m1", "2025-10-05", frozenset(PEOPLE), {LED: "chidi"}, skipped)]
    found = candidates(history, LED, ("bo",))
    assert found[0].brief == "not yet, skipped last time"


def test_a_meeting_that_goes_on_is_looked_at_as_the_next_one_will() -> None:
    circle = Circle(ONE_ROUND, ("Ana", "Bo"))
    ana, bo = circle.who("Ana"), circle.who("Bo")
    circle.do(intents.SkipInRota(LED, bo))
    circle.do(intents.GiveHat(LED, ana))
    circle.do(intents.OpenCircle())
    circle.do(intents.Leave(bo))
    assert looked_at(circle.meeting) == Past(
        circle.id,
        "2025-11-23",
        frozenset({ana, bo}),
        {LED: ana},
        frozenset({(LED, bo)}),
    )


def test_two_swap_turns_and_whoever_gave_theirs_up_is_asked_first_the_next_time() -> None:
    circle = Circle(ONE_ROUND, ("Ana", "Bo", "Chidi"))
    ana, bo, chidi = (circle.who(name) for name in ("Ana", "Bo", "Chidi"))
    before = [meeting(ana, bo, chidi, led=chidi, day=5)]
    circle.do(intents.GiveHat(LED, ana))
    circle.do(intents.SwapTurns(LED, ana, chidi))
    assert circle.meeting.hats == {LED: chidi}
    circle.do(intents.OpenCircle())
    history = [*before, looked_at(circle.meeting)]
    found = candidates(history, LED, (bo, chidi, ana))
    assert [each.person for each in found] == [ana, bo, chidi]
    assert (found[0].brief, found[0].reason) == ("swapped turns", "swapped turns")
    then = suggestions(history, (bo, chidi, ana), worn={}, planned={})
    assert then[LED] == Suggestion(ana, "swapped turns")
    assert whose_turn(history, LED) == found[0]
    later = [*history, meeting(ana, bo, chidi, led=ana, day=26)]
    assert candidates(later, LED, (bo, chidi, ana))[0].person == bo


def test_whoever_takes_the_hat_after_all_has_swapped_nothing() -> None:
    circle = Circle(ONE_ROUND, ("Ana", "Bo"))
    ana, bo = circle.who("Ana"), circle.who("Bo")
    circle.do(intents.SwapTurns(LED, ana, bo))
    assert looked_at(circle.meeting).swapped == {LED: ana}
    circle.do(intents.GiveHat(LED, ana))
    assert looked_at(circle.meeting).swapped == {}


def test_whoever_left_early_had_the_hat_all_the_same() -> None:
    circle = Circle(ONE_ROUND, ("Ana", "Bo"))
    circle.do(intents.GiveHat(LED, circle.who("Ana")))
    circle.do(intents.OpenCircle())
    circle.do(intents.Leave(circle.who("Ana")))
    assert circle.meeting.hats == {}
    assert looked_at(circle.meeting).hats == {LED: circle.who("Ana")}


def test_a_hat_that_was_taken_off_before_the_opening_was_nobodys() -> None:
    circle = Circle(ONE_ROUND, ("Ana", "Bo"))
    circle.do(intents.GiveHat(LED, circle.who("Ana")))
    circle.do(intents.GiveHat(LED, ""))
    circle.do(intents.GiveHat(WROTE, circle.who("Bo")))
    circle.do(intents.Leave(circle.who("Bo")))
    assert looked_at(circle.meeting).hats == {}


def test_whoever_has_a_hat_and_skips_it_takes_it_off() -> None:
    circle = Circle(ONE_ROUND, ("Ana", "Bo"))
    ana = circle.who("Ana")
    circle.do(intents.GiveHat(LED, ana))
    circle.do(intents.SkipInRota(LED, ana))
    assert circle.meeting.hats == {}
    assert circle.meeting.skipped == {(LED, ana)}


@given(PASTS, GROUPS, st.sampled_from(Hat), SOME)
def test_any_history_puts_everybody_in_an_order_once(
    history: list[Past], people: list[str], hat: Hat, skipped: frozenset[str]
) -> None:
    found = candidates(history, hat, people, skipped)
    assert sorted(each.person for each in found) == sorted(people)
    assert all(each.reason and each.brief for each in found)
    sent = {(hat, person) for person in skipped}
    for each in suggestions(history, people, worn={}, skipped=sent, planned={}).values():
        assert each.person in people


@given(st.integers(1, 9), st.integers(0, 60))
def test_where_everyone_comes_and_follows_nobody_is_asked_two_times_more_than_another(
    many: int, meetings: int
) -> None:
    people = [f"p{number}" for number in range(many)]
    history = first_times(people)
    for _ in range(meetings):
        history.append(meeting(*people, led=asked(history, people)[0]))
        counts = [each.times for each in candidates(history, LED, people)]
        assert max(counts) - min(counts) <= 1


@given(st.lists(SOME.filter(bool), max_size=60))
def test_whoever_comes_when_they_like_has_the_hat_as_often_as_their_share(
    evenings: list[frozenset[str]],
) -> None:
    everyone = sorted(frozenset().union(*evenings))
    history = first_times(everyone)
    shares: Counter[str] = Counter()
    for there in evenings:
        history.append(meeting(*there, led=asked(history, sorted(there))[0]))
        for person in there:
            shares[person] += 1 / len(there)  # type: ignore[assignment]
    led = Counter(past.hats[LED] for past in history[1:])
    # The bound of the fair carpool: it does not grow with the number of meetings.
    assert all(abs(led[person] - shares[person]) <= len(everyone) for person in everyone)


@given(PASTS, GROUPS, st.data())
def test_whoever_skips_or_swaps_stays_first(
    history: list[Past], people: list[str], data: st.DataObject
) -> None:
    history = [*first_times(people), *history]
    first = asked(history, people)[0]
    instead = data.draw(st.sampled_from([one for one in people if one != first] or [first]))
    skips = data.draw(st.sampled_from((frozenset(), frozenset({(LED, first)}))))
    tonight = Past("m9", "2025-11-02", frozenset(people), {LED: instead}, skips)
    if instead != first:
        assert asked([*history, tonight], people)[0] == first


@given(PASTS, GROUPS)
def test_a_meeting_without_the_hat_changes_nobodys_place(
    history: list[Past], people: list[str]
) -> None:
    history = [*first_times(people), *history]
    assert asked([*history, meeting(*people, wrote=people[0])], people) == asked(history, people)
