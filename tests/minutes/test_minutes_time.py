"""The time of a step, pauses, hats handed over, musters, and what became of the agenda."""

from __future__ import annotations

import pytest
from an_assembly import LATER, Assembly, assembly, opened
from reading import blocks, body_of

from facilitator.core import agenda, events
from facilitator.core.events import Hat, Stop
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.minutes.data import as_data
from facilitator.minutes.markdown import markdown


def told(evening: Assembly, now: int = LATER) -> list[str]:
    return [words for _, words in blocks(body_of(markdown(*evening.told(), now)))]


def at_storage() -> Assembly:
    """An assembly at a step for which 15 minutes are planned."""
    evening = opened()
    evening.goes_to("19:10:00", 3)
    return evening


def closed(evening: Assembly, clock: str = "19:30:00") -> Assembly:
    evening.happens(clock, events.MeetingClosed())
    return evening


def agreed(evening: Assembly, clock: str, minutes: int, step: str = "step-3") -> str:
    return evening.happens(clock, events.StepExtended(step, minutes))


def time_of(evening: Assembly) -> str:
    """What stands under the heading of the first step that is told."""
    words = told(evening)
    return words[words.index("What was said") + 2]


def test_more_time_is_told_with_the_moments_at_which_the_room_agreed_to_it() -> None:
    evening = at_storage()
    agreed(evening, "19:20:00", 5)
    assert time_of(closed(evening)) == "15 min planned, 5 more agreed at 19:20: 20 min taken"
    again = at_storage()
    agreed(again, "19:20:00", 5)
    agreed(again, "19:25:00", 2)
    assert (
        time_of(closed(again)) == "15 min planned, 7 more agreed at 19:20 and 19:25: 20 min taken"
    )


def test_less_time_is_agreed_to_as_well() -> None:
    evening = at_storage()
    agreed(evening, "19:12:00", -5)
    assert time_of(closed(evening)) == "15 min planned, 5 fewer agreed at 19:12: 20 min taken"


def test_time_that_was_agreed_to_and_taken_back_is_not_told() -> None:
    evening = at_storage()
    more = agreed(evening, "19:20:00", 5)
    agreed(evening, "19:21:00", 3)
    evening.happens("19:22:00", events.Undone(more))
    assert time_of(closed(evening)) == "15 min planned, 3 more agreed at 19:21: 20 min taken"


def test_a_step_without_a_plan_has_the_time_that_was_agreed_to() -> None:
    plan = agenda.Agenda(title="Open", steps=(agenda.Opening(title="Talk"),))
    evening = opened(plan)
    evening.goes_to("19:00:00", 1)
    agreed(evening, "19:05:00", 10, "step-1")
    assert time_of(closed(evening)) == "10 min agreed at 19:05: 30 min taken"


def test_a_step_to_which_the_circle_came_back_is_one_section_with_its_times() -> None:
    evening = at_storage()
    evening.goes_to("19:15:00", 5)
    evening.goes_to("19:20:00", 3)
    words = told(closed(evening))
    assert words.count("3. Do we rent the dry room?") == 1
    assert time_of(evening) == "15 min, as planned, 19:10–19:15 and 19:20–19:30"


def test_a_look_at_another_step_is_no_second_visit() -> None:
    evening = at_storage()
    evening.goes_to("19:15:00", 5)
    evening.goes_to("19:15:20", 3)
    evening.goes_to("19:25:00", 5)
    evening.goes_to("19:29:10", 3)
    evening.goes_to("19:29:30", 5)
    assert time_of(closed(evening)) == "15 min, as planned"


def test_a_step_that_was_added_says_when_unless_the_meeting_had_not_begun() -> None:
    added = events.StepAdded(agenda.Closing(title="Keys", minutes=5), after="step-3")
    evening = at_storage()
    evening.step = evening.happens("19:20:00", added)
    evening.happens("19:20:00", events.StepBegan(evening.step))
    assert "Added at 19:20; 5 min planned, 10 min taken" in told(closed(evening))
    early = Assembly()
    early.happens("18:50:00", events.MeetingGathered("Assembly", assembly()[1].agenda, 60))
    early.step = early.happens("18:55:00", added)
    early.happens("19:00:00", events.MeetingOpened(60))
    early.happens("19:00:00", events.StepBegan(early.step))
    assert time_of(closed(early)) == "5 min planned, 30 min taken"


def test_a_step_of_an_earlier_meeting_says_that_it_was_carried_over() -> None:
    evening = at_storage()
    keys = agenda.Closing(title="Keys", minutes=5)
    evening.step = evening.happens(
        "19:12:00", events.StepAdded(keys, "step-3", from_meeting="9@a", from_step="step-2")
    )
    evening.happens("19:20:00", events.StepBegan(evening.step))
    assert "Carried over from last time; 5 min planned, 10 min taken" in told(closed(evening))


def test_steps_that_were_put_off_or_taken_off_stand_at_the_end() -> None:
    evening = at_storage()
    evening.happens("19:15:00", events.StepDropped("step-6"))
    evening.happens("19:16:00", events.StepDropped("step-5", deferred=True))
    evening.happens("19:17:00", events.StepDropped("step-3", deferred=True))
    words = told(closed(evening))
    assert words[words.index("Who was here") - 1 :][:1] == [
        "Not reached: Welcome, Muster, Winter, Close. "
        "Deferred to the next meeting: The van, Storage. Taken off the agenda: Songs."
    ]
    assert time_of(evening) == "15 min planned, 20 min taken; the rest is for the next meeting"
    data = as_data(*evening.told(), LATER)
    assert data["not_reached"] == ["Welcome", "Muster", "Winter", "Close"]
    assert data["deferred"] == ["The van", "Storage"]
    assert data["dropped"] == ["Songs"]


@pytest.mark.parametrize(
    ("stop", "until", "reason", "words"),
    [
        (Stop.BREAK, "19:22:00", "", "break of 10 min at 19:12"),
        (Stop.BREAK, "19:12:30", "", ""),
        (Stop.SILENCE, "19:12:30", "", "silence of 30 s at 19:12"),
        (Stop.SILENCE, "19:14:00", "for *Ana*", "silence of 2 min at 19:12 (for *Ana*)"),
        (Stop.PAUSE, "19:12:40", "", ""),
        (Stop.PAUSE, "19:14:00", "", "2 min at 19:12"),
        (Stop.PAUSE, "19:12:40", "the door", "40 s at 19:12 (the door)"),
        (Stop.CATCHING_UP, "19:12:40", "", ""),
        (Stop.CATCHING_UP, "19:14:00", "", "2 min for the notes"),
        (Stop.LEFT, "19:14:00", "", "2 min not counted at 19:12"),
    ],
)
def test_a_pause_is_told_if_it_matters_and_charged_to_nobody(
    stop: Stop, until: str, reason: str, words: str
) -> None:
    evening = at_storage()
    evening.stops("19:12:00", until, stop, reason)
    closed(evening)
    paused = [line for line in told(evening) if line.startswith("Pauses")]
    assert paused == ([f"Pauses: {words}"] if words else [])
    step = as_data(*evening.told(), LATER)["steps"][0]
    assert step["taken_seconds"] + step["pauses"][0]["seconds"] == 20 * 60


def test_short_waits_for_the_notes_are_told_together() -> None:
    evening = at_storage()
    for minute in (12, 14, 16):
        evening.stops(f"19:{minute}:00", f"19:{minute}:40", Stop.CATCHING_UP)
    assert "Pauses: 2 min for the notes" in told(closed(evening))


def test_a_machine_that_slept_in_a_break_adds_nothing_to_it() -> None:
    evening = at_storage()
    evening.stops("19:12:00", "19:22:00", Stop.BREAK)
    _, meeting, _ = evening.told()
    pause = meeting.pauses[0]
    evening.happens("19:24:00", events.TimeLeftOut(pause.began, (pause.ended or 0) + 90_000))
    data = as_data(*closed(evening).told(), LATER)["steps"][0]
    assert [(each["stop"], each["seconds"]) for each in data["pauses"]] == [
        ("break", 600),
        ("asleep", 90),
    ]
    assert data["taken_seconds"] == 20 * 60 - 690
    assert "Pauses: break of 10 min at 19:12, 2 min not counted at 19:12" in told(evening)


def test_a_break_that_goes_on_has_no_end_yet() -> None:
    evening = at_storage()
    evening.happens("19:15:00", events.CirclePaused(stop=Stop.BREAK))
    now = evening.facts[-1].at + 300_000
    assert "Pauses: break since 19:15" in told(evening, now)
    assert as_data(*evening.told(), now)["steps"][0]["pauses"][0]["ended"] is None


def test_a_break_that_is_a_step_is_told_as_the_step_and_not_as_a_pause_of_it() -> None:
    tea = agenda.Break(title="Tea", minutes=10)
    evening = opened(agenda.Agenda(title="Open", steps=(agenda.Opening(title="Talk"), tea)))
    evening.goes_to("19:10:00", 2)
    evening.stops("19:10:00", "19:12:00", Stop.BREAK)
    evening.stops("19:12:00", "19:14:00", Stop.SILENCE)
    evening.stops("19:14:00", "19:22:00", Stop.BREAK)
    words = told(closed(evening, "19:22:00"))
    assert words[words.index("2. Tea") + 1 :][:2] == [
        "10 min, as planned",
        "Pauses: silence of 2 min at 19:12",
    ]
    assert as_data(*evening.told(), LATER)["duration_seconds"] == 20 * 60


def hats(evening: Assembly) -> str:
    return told(closed(evening))[-1]


def test_a_hat_that_is_handed_over_says_from_when_it_was_whose() -> None:
    evening = at_storage()
    evening.gives("19:20:00", Hat.FACILITATOR, "Bo")
    evening.gives("19:25:00", Hat.FACILITATOR, "Eli")
    evening.gives("19:25:20", Hat.FACILITATOR, "Chidi")
    assert hats(evening) == ("Facilitator: Ana, from 19:20 Bo, from 19:25 Chidi · Note-taker: Dee")
    data = as_data(*evening.told(), LATER)
    assert data["hats"]["facilitator"]["name"] == "Chidi"
    assert [
        (each["hat"], each["person"]["name"], each["since"] and each["since"][11:16])
        for each in data["worn"]
    ] == [
        ("facilitator", "Ana", None),
        ("facilitator", "Bo", "19:20"),
        ("facilitator", "Chidi", "19:25"),
        ("note-taker", "Dee", None),
    ]


def test_whoever_has_a_hat_at_the_opening_has_had_it_all_along() -> None:
    evening = opened()
    evening.gives("19:00:30", Hat.FACILITATOR, "Bo")
    assert hats(evening) == "Facilitator: Bo · Note-taker: Dee"


def test_a_hat_can_be_given_late_and_taken_off() -> None:
    evening = at_storage()
    evening.gives("19:20:00", Hat.TIMEKEEPER, "Bo")
    evening.gives("19:21:00", Hat.NOTE_TAKER, "")
    assert hats(evening) == (
        "Facilitator: Ana · Note-taker: Dee, until 19:21 · Timekeeper: from 19:20 Bo"
    )


def test_a_hat_that_comes_back_within_a_minute_never_left() -> None:
    evening = at_storage()
    evening.gives("19:20:00", Hat.FACILITATOR, "Bo")
    evening.gives("19:20:10", Hat.FACILITATOR, "Ana")
    assert hats(evening) == "Facilitator: Ana · Note-taker: Dee"


def test_whoever_went_home_before_the_opening_had_no_hat() -> None:
    evening = Assembly()
    evening.happens("18:50:00", events.MeetingGathered("Assembly", assembly()[1].agenda, 60))
    for name in ("Ana", "Bo"):
        evening.arrives("18:55:00", name)
    evening.gives("18:56:00", Hat.FACILITATOR, "Ana")
    evening.happens("18:58:00", events.PersonLeft(evening.people["Ana"]))
    evening.happens("19:00:00", events.MeetingOpened(60))
    evening.gives("19:10:00", Hat.FACILITATOR, "Bo")
    assert hats(evening) == "Facilitator: from 19:10 Bo"


def mustered(*ticks: tuple[str, str]) -> Assembly:
    evening = opened()
    evening.goes_to("19:00:00", 2)
    for clock, name in ticks:
        evening.happens(clock, events.Mustered(evening.step, evening.people[name]))
    return evening


def test_a_muster_says_who_came_when_and_who_was_missing() -> None:
    evening = mustered(("19:00:40", "Bo"), ("19:01:10", "Ana"))
    for name in ("Chidi", "Dee", "Eli"):
        evening.happens("19:02:00", events.PersonLeft(evening.people[name]))
    evening.goes_to("19:04:00", 3)
    assert (
        "2 of 4 there after 4:00. Missing: Fatima and Goran. In order: 0:40 Bo, 1:10 Ana."
        in told(closed(evening))
    )


def test_a_muster_says_whether_all_were_there_in_the_planned_time() -> None:
    everyone = ("Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima", "Goran")
    evening = mustered(*(("19:03:00", name) for name in everyone))
    evening.goes_to("19:04:00", 3)
    assert any(
        words.startswith("7 of 7 there after 3:00, within the 5 min planned. In order: 3:00 Ana,")
        for words in told(closed(evening))
    )
    muster = as_data(*evening.told(), LATER)["steps"][0]["muster"]
    assert (muster["in_time"], muster["planned_seconds"], muster["missing"]) == (True, 300, [])
    assert muster["ticked"][0]["after_seconds"] == 180


def test_a_step_that_is_no_muster_has_none() -> None:
    assert as_data(*closed(at_storage()).told(), LATER)["steps"][0]["muster"] is None


def test_the_facts_of_another_meeting_change_nothing_in_this_one() -> None:
    evening = at_storage()
    agreed(evening, "19:20:00", 5)
    text = markdown(*closed(evening).told(), LATER)
    other = evening.facts[-1]
    strange = [
        Fact("90@b", 90, "b", other.at, "one", "90@b", "80@b", events.StepExtended("step-3", 9))
    ]
    state = fold([*evening.facts, *strange])
    names = evening.told()[2]
    assert markdown(state, state.meetings[evening.meeting], names, LATER) == text


def test_a_stopwatch_shows_the_second_that_has_begun() -> None:
    evening = mustered(("19:00:40", "Bo"))
    evening.goes_to("19:04:00", 3)
    state, meeting, names = closed(evening).told()
    meeting.mustered["step-2"][evening.people["Bo"]] += 400
    assert "In order: 0:41 Bo.\n" in markdown(state, meeting, names, LATER)


def test_whoever_is_told_of_is_called_by_name_though_never_seated() -> None:
    evening = opened()
    evening.goes_to("19:10:00", 4)
    evening.people |= {"Zoe": "99@b", "Yan": "98@b"}
    evening.gives("19:11:00", Hat.GUARDIAN, "Yan")
    evening.goes_round("19:12:00", "Zoe", events.Direction.SUNWISE)
    evening.talk("19:12:10 Ana")
    evening.goes_round("19:14:00", "Zoe", events.Direction.COUNTER)
    evening.talk("19:14:10 Ana")
    words = told(closed(evening))
    assert "Round 2, counter-sunwise from Zoe" in words
    assert words[-1].endswith("Guardian: from 19:11 Yan")
