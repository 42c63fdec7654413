"""What minutes say of a stretch off the record, of topics of which nothing came, of wordings."""

from __future__ import annotations

from typing import Any

from reading import blocks, body_of
from support.agendas import ASSEMBLY
from support.play import Circle
from support.scenes import hand_of, hands_up

from facilitator.core import intents
from facilitator.core.events import NOBODY, Lacking, Mention, Wish
from facilitator.core.off_record import turned
from facilitator.core.walking import what_next
from facilitator.minutes.data import as_data
from facilitator.minutes.markdown import markdown

MINUTE = 60_000


def at_the_pantry() -> Circle:
    """Ana has the word; Bo and Chidi have their hands up."""
    circle = Circle(ASSEMBLY, ["Ana", "Bo", "Chidi"])
    circle.do(intents.OpenCircle())
    hands_up(circle, "Ana", "Bo")
    circle.do(intents.CallHand(hand_of(circle, "Ana")))
    return circle


def onward(circle: Circle) -> None:
    wish = what_next(circle.meeting)
    assert wish is not None
    circle.do(wish)


def page(circle: Circle) -> list[str]:
    text = markdown(circle.state, circle.meeting, circle.names, circle.now)
    return [words for _, words in blocks(body_of(text))]


def stage(circle: Circle) -> dict[str, Any]:
    found: dict[str, Any] = as_data(circle.state, circle.meeting, circle.names, circle.now)
    return dict(found["steps"][0])


def off_for_a_while() -> Circle:
    """Ana speaks for a minute; off the record she goes on for two, then Bo speaks, and Chidi."""
    circle = at_the_pantry()
    circle.now += MINUTE
    circle.do(turned(circle.meeting))
    circle.now += 2 * MINUTE
    hands_up(circle, "Chidi", wish=Wish.RESPONSE)
    onward(circle)
    circle.now += 4 * MINUTE
    onward(circle)
    circle.now += 4 * MINUTE
    circle.do(turned(circle.meeting))
    return circle


def test_that_it_was_and_how_long_is_all_that_is_told() -> None:
    circle = off_for_a_while()
    circle.do(intents.CloseCircle())
    words = page(circle)
    assert "Off the record: 20:01–20:11 (10 min)" in words
    assert "Spoke: Ana." in words
    assert not any("Bo" in each for each in words[words.index("What was said") : -2])
    told = stage(circle)
    assert [each["person"]["name"] for each in told["turns"]] == ["Ana"]
    assert told["turns"][0]["taken_seconds"] == 60
    (stretch,) = told["off_record"]
    assert stretch["seconds"] == 600


def test_nobody_is_said_not_to_have_been_heard_who_was_heard_off_the_record() -> None:
    circle = Circle(ASSEMBLY, ["Ana", "Bo"])
    circle.do(intents.OpenCircle())
    circle.do(intents.GoToStep("step-1", "step-2"))
    onward(circle)
    circle.do(turned(circle.meeting))
    onward(circle)
    circle.do(turned(circle.meeting))
    circle.do(intents.EndTurn(circle.meeting.speaking or ""))
    circle.do(intents.CloseCircle())
    assert not any("Not heard" in each for each in page(circle))
    assert any("Spoke: " in each for each in page(circle))


def test_a_round_that_was_off_the_record_as_a_whole_is_not_told() -> None:
    circle = Circle(ASSEMBLY, ["Ana", "Bo"])
    circle.do(intents.OpenCircle())
    circle.do(turned(circle.meeting))
    circle.do(intents.GoToStep("step-1", "step-2"))
    onward(circle)
    onward(circle)
    circle.do(turned(circle.meeting))
    told = as_data(circle.state, circle.meeting, circle.names, circle.now)["steps"]
    assert [(each["turns"], each["rounds"]) for each in told] == [([], []), ([], [])]


def test_a_response_to_what_was_said_off_the_record_names_no_turn() -> None:
    circle = off_for_a_while()
    hands_up(circle, "Bo", wish=Wish.RESPONSE)
    onward(circle)
    told = stage(circle)["turns"]
    assert [(each["person"]["name"], each["answers"]) for each in told] == [
        ("Ana", ""),
        ("Bo", ""),
    ]


def test_one_that_still_goes_on_says_since_when() -> None:
    circle = at_the_pantry()
    circle.do(turned(circle.meeting))
    circle.now += MINUTE
    assert "Off the record: since 20:00" in page(circle)


def test_a_short_one_is_told_too_and_several_stand_in_one_line() -> None:
    circle = at_the_pantry()
    for _ in range(2):
        circle.do(turned(circle.meeting))
        circle.now += 20_000
        circle.do(turned(circle.meeting))
    assert "Off the record: 20:00 (20 s), 20:00 (20 s)" in page(circle)


def left_with_nothing(lacking: Lacking = Lacking.OUTCOME) -> Circle:
    circle = at_the_pantry()
    if lacking is Lacking.PROMISE:
        circle.do(intents.RecordDecision(("A pantry",), "step-1"))
    circle.do(intents.NothingCameOf("step-1", "step-2", lacking))
    return circle


def test_that_nothing_came_of_a_topic_stands_under_it() -> None:
    assert "Nothing was decided or promised." in page(left_with_nothing())
    assert "Nothing was promised." in page(left_with_nothing(Lacking.PROMISE))


def test_what_is_written_down_later_goes_before_the_answer_of_then() -> None:
    circle = left_with_nothing()
    circle.do(intents.RecordDecision(("A pantry",), "step-1"))
    assert not any(each.startswith("Nothing was") for each in page(circle))
    assert stage(circle)["nothing_came"] == ""
    circle.do(intents.StrikeLine(circle.state.facts[-1].id))
    assert stage(circle)["nothing_came"] == "decided or promised"
    circle.do(intents.Commit(("sweep",), "step-1", NOBODY))
    assert stage(circle)["nothing_came"] == ""


def test_how_a_wording_was_read_back_before_stands_quietly_under_it_if_it_was_another() -> None:
    circle = at_the_pantry()
    ana = circle.who("Ana")
    for wording in (("Tuesdays, with ", Mention(ana)), ("*Tuesdays*",), ("Tuesdays",)):
        circle.do(intents.ReadBack("step-1", wording))
    circle.do(intents.RecordDecision(("Tuesdays",), "step-1"))
    circle.do(intents.ReadBack("step-1", ("Soup",)))
    circle.do(intents.RecordDecision(("Soup",), "step-1"))
    text = markdown(circle.state, circle.meeting, circle.names, circle.now)
    assert (
        "- Tuesdays\n  - *Read back before: Tuesdays, with Ana; \\*Tuesdays\\**\n- Soup\n" in text
    )
    data = as_data(circle.state, circle.meeting, circle.names, circle.now)
    assert [each["read_back"] for each in data["decisions"]] == [
        ["Tuesdays, with Ana", "*Tuesdays*"],
        [],
    ]
