"""An open discussion, rounds on one prompt, and who was not heard."""

from __future__ import annotations

from pathlib import Path

from an_assembly import LATER, Assembly, assembly, opened
from reading import blocks

from facilitator.core import events
from facilitator.core.events import Direction, Outcome, Wish
from facilitator.minutes.compose import compose
from facilitator.minutes.data import as_data
from facilitator.minutes.markdown import markdown
from facilitator.minutes.steps_told import told as step_told

GOLDEN = Path(__file__).parent / "assembly.md"
STORAGE, WINTER = 3, 4


def told(evening: Assembly, number: int) -> list[str]:
    """What the minutes say of a step after its heading and its time."""
    minutes = compose(*evening.told(), LATER)
    stage = next(each for each in minutes.steps if each.number == number)
    return [words for _, words in blocks("\n\n".join(step_told(minutes, stage)))][2:]


def test_an_assembly_reads_like_minutes_that_a_group_would_keep() -> None:
    assert markdown(*assembly(), LATER) == GOLDEN.read_text(encoding="utf-8")


def discussion() -> Assembly:
    evening = opened()
    evening.goes_to("19:10:00", STORAGE)
    return evening


def closed(evening: Assembly, clock: str = "20:20:00") -> Assembly:
    evening.happens(clock, events.MeetingClosed())
    return evening


def test_a_discussion_without_notes_says_who_spoke_in_which_order_and_what_for() -> None:
    evening = discussion()
    bo = evening.speaks("19:11:00", "Bo", wish=Wish.QUESTION)
    evening.speaks("19:12:00", "Ana", wish=Wish.RESPONSE, answers=bo)
    evening.speaks("19:13:00", "Bo")
    evening.speaks("19:14:00", "Eli", wish=Wish.PROCESS)
    evening.speaks("19:15:00", "Dee", wish=Wish.LAST_WORD)
    assert told(closed(evening), STORAGE) == [
        "Spoke: Bo (question), Ana (in answer to Bo), Bo, Eli (point of process), Dee (last word)."
    ]


def test_direct_responses_stand_under_the_words_that_they_answer() -> None:
    evening = discussion()
    bo = evening.speaks("19:11:00", "Bo", "The room is dry.")
    ana = evening.speaks("19:12:00", "Ana", "It is not.", Wish.RESPONSE, bo)
    evening.speaks("19:13:00", "Eli", "It was in May.", Wish.RESPONSE, ana)
    evening.speaks("19:14:00", "Dee", "Who has been there?")
    text = markdown(*closed(evening).told(), LATER)
    assert (
        "- **Bo**: The room is dry.\n"
        "  - **Ana**, in answer: It is not.\n"
        "  - **Eli**, in answer to Ana: It was in May.\n"
        "- **Dee**: Who has been there?\n"
    ) in text


def test_a_response_to_words_that_nobody_wrote_down_says_to_whom() -> None:
    evening = discussion()
    bo = evening.speaks("19:11:00", "Bo")
    evening.speaks("19:12:00", "Ana", "It is not dry.", Wish.RESPONSE, bo)
    assert told(closed(evening), STORAGE) == [
        "Also spoke: Bo",
        "Ana, in answer to Bo: It is not dry.",
    ]


def test_nobody_answers_what_was_said_later() -> None:
    evening = discussion()
    later = f"{len(evening.facts) + 5}@k7f3"
    ana = evening.speaks("19:11:00", "Ana", "First.", Wish.RESPONSE, later)
    assert evening.speaks("19:12:00", "Bo", "Second.", Wish.RESPONSE, ana) == later
    assert told(closed(evening), STORAGE)[:2] == [
        "Ana, in answer: First.",
        "Bo, in answer: Second.",
    ]


def test_what_is_written_down_late_stands_under_the_speakers_latest_turn() -> None:
    evening = discussion()
    evening.speaks("19:11:00", "Bo", "First.")
    evening.speaks("19:12:00", "Ana", "Second.")
    evening.note("19:13:00", "Bo", "What I forgot.")
    assert told(closed(evening), STORAGE) == ["Bo", "First.", "What I forgot.", "Ana: Second."]


def test_hands_that_were_up_and_not_heard_when_the_step_was_left_are_told() -> None:
    evening = discussion()
    turn = evening.speaks("19:11:00", "Bo", "The room is dry.")
    evening.raises("19:12:00", "Eli")
    evening.raises("19:12:10", "Bo")
    lowered = evening.raises("19:12:20", "Ana")
    evening.happens("19:12:30", events.HandLowered(lowered))
    evening.raises("19:12:40", "Chidi")
    evening.happens("19:12:50", events.PersonLeft(evening.people["Chidi"]))
    evening.ends_turn("19:13:00", turn)
    assert told(evening, STORAGE) == ["Bo: The room is dry."]
    evening.goes_to("19:14:00", 7)
    assert told(evening, STORAGE) == ["Bo: The room is dry.", "Not heard: Eli. Hand still up: Bo."]


def test_someone_who_was_put_off_to_the_end_of_the_stack_is_told_once() -> None:
    evening = discussion()
    turn = evening.speaks("19:11:00", "Bo")
    evening.ends_turn("19:11:10", turn, Outcome.LATER)
    evening.raises("19:11:10", "Bo")
    evening.ends_turn("19:12:00", evening.speaks("19:11:10", "Ana"))
    assert told(closed(evening), STORAGE) == ["Spoke: Ana. Asked to speak later, and did not: Bo."]


def rounds() -> Assembly:
    evening = opened()
    evening.goes_to("19:10:00", WINTER)
    evening.goes_round("19:10:00", "Bo", Direction.SUNWISE)
    evening.talk("19:10:10 Bo Shoes.", "19:12:00 Chidi", "19:13:00 Dee-")
    return evening


def test_a_single_round_needs_no_heading() -> None:
    assert told(closed(rounds()), WINTER) == [
        "Bo: Shoes.",
        "Also spoke: Chidi. Passed: Dee. Not heard: Ana, Eli, Fatima, Goran.",
    ]


def test_each_of_several_rounds_says_where_it_started_and_who_was_not_heard_in_it() -> None:
    evening = rounds()
    evening.goes_round("19:15:00", "Dee", Direction.COUNTER)
    evening.talk("19:15:10 Dee Warm ones.", "19:16:00 Ana", "19:17:00 Eli", "19:18:00 Fatima")
    evening.talk("19:19:00 Goran")
    evening.note("19:20:00", "Chidi", "Size 41.")
    evening.decides("19:21:00", "We swap shoes.")
    assert told(closed(evening), WINTER) == [
        "Round 1, sunwise from Bo",
        "Bo: Shoes.",
        "Chidi: Size 41.",
        "Passed: Dee. Not heard: Ana, Eli, Fatima, Goran.",
        "Round 2, counter-sunwise from Dee",
        "Dee: Warm ones.",
        "Decided: We swap shoes.",
        "Also spoke: Ana, Eli, Fatima, Goran. Not heard: Bo, Chidi.",
    ]


def test_a_round_in_which_nobody_spoke_is_no_round() -> None:
    evening = rounds()
    evening.goes_round("19:15:00", "Dee", Direction.COUNTER)
    assert told(closed(evening), WINTER)[0] == "Bo: Shoes."


def test_a_discussion_in_the_midst_of_a_round_is_told_beside_it() -> None:
    evening = rounds()
    evening.happens("19:14:00", events.FloorGiven(evening.step, events.Floor.STACK))
    evening.ends_turn("19:16:00", evening.speaks("19:14:10", "Goran", "What about boots?"))
    evening.raises("19:16:00", "Ana")
    evening.happens("19:17:00", events.FloorGiven(evening.step, events.Floor.ROUND))
    evening.talk("19:17:10 Eli Boots are fine.")
    assert told(closed(evening), WINTER) == [
        "Round 1, sunwise from Bo",
        "Bo: Shoes.",
        "Eli: Boots are fine.",
        "Also spoke: Chidi. Passed: Dee. Not heard: Ana, Fatima, Goran.",
        "Discussion",
        "Goran: What about boots?",
        "Not heard: Ana.",
    ]


def test_someone_out_for_a_moment_still_attends_and_can_be_missed() -> None:
    evening = rounds()
    evening.happens("19:14:00", events.PersonSteppedOut(evening.people["Goran"]))
    data = as_data(*closed(evening).told(), LATER)
    unheard = data["steps"][0]["rounds"][0]["unheard"]
    assert [who["name"] for who in unheard] == ["Ana", "Eli", "Fatima", "Goran"]
    goran = next(each for each in data["attendance"] if each["person"]["name"] == "Goran")
    assert goran["present"]
    assert goran["stretches"][-1]["ended"] is None
    assert "- Goran" not in markdown(*evening.told(), LATER)


def test_the_data_say_of_each_turn_what_it_was_for_and_what_it_answered() -> None:
    step = as_data(*assembly(), LATER)["steps"][2]
    goran, fatima = step["turns"][:2]
    assert (goran["wish"], goran["answers"], goran["round"]) == ("speak", "", "")
    assert (fatima["wish"], fatima["answers"]) == ("response", goran["id"])
    assert [who["name"] for who in step["hands_up"]] == ["Chidi"]


def test_the_data_say_of_each_turn_in_which_round_it_was() -> None:
    step = as_data(*assembly(), LATER)["steps"][3]
    first, second = step["rounds"]
    assert (first["direction"], first["start"]["name"]) == ("sunwise", "Bo")
    assert (second["direction"], second["start"]["name"]) == ("counter-sunwise", "Dee")
    assert [turn["round"] for turn in step["turns"]] == [first["id"]] * 7 + [second["id"]] * 6
    assert [who["name"] for who in second["unheard"]] == ["Bo"]
