"""The stack: hands in the order of the practice, suggestions that reorder nothing, nobody lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.agendas import ASSEMBLY
from support.play import Circle, seen
from support.scenes import discussing, hand_of, hands_up, having_the_word, shut, stacked, turn

from facilitator.core import intents
from facilitator.core.events import Floor, Outcome, Wish
from facilitator.core.intents import Refusal
from facilitator.core.stack import hand_of as hand_up
from facilitator.core.stack import heard_at, stack, suggestion
from facilitator.core.walking import what_next

NAMES = "ABCDEF"
ORDER = ["process", "response", "question", "speak", "last word"]


def in_line(circle: Circle) -> list[str]:
    return circle.called([hand.person for hand in stack(circle.meeting)])


def speaker(circle: Circle) -> str | None:
    turn = circle.meeting.turn
    return circle.names[turn.person] if turn is not None else None


def next_thing(circle: Circle) -> None:
    wish = what_next(circle.meeting)
    assert wish is not None
    circle.do(wish)


def test_process_goes_before_response_before_question_before_speakers_before_the_last_word() -> (
    None
):
    circle = Circle(ASSEMBLY, NAMES)
    circle.do(intents.OpenCircle())
    for name, wish in zip("ABCDE", (Wish.SPEAK, Wish.LAST_WORD, *Wish), strict=False):
        hands_up(circle, name, wish=wish)
    hands_up(circle, "F", wish=Wish.PROCESS)
    assert in_line(circle) == ["C", "F", "D", "E", "A", "B"]


_HAPPENS = st.lists(
    st.one_of(
        st.tuples(st.just("raise"), st.sampled_from(NAMES), st.sampled_from(Wish)),
        st.tuples(st.just("raise"), st.sampled_from(NAMES), st.just(Wish.SPEAK)),
        st.tuples(
            st.sampled_from(("lower", "move", "call", "call on", "end", "out", "back", "leave")),
            st.sampled_from(NAMES),
            st.sampled_from(Wish),
        ),
    ),
    max_size=30,
)


def happen(circle: Circle, what: str, name: str, wish: Wish) -> None:
    person, meeting = circle.who(name), circle.meeting
    up = hand_up(meeting, person)
    hand = up.id if up is not None else "99@none"
    speaking = meeting.speaking or ""
    wanted: dict[str, intents.Intent] = {
        "raise": intents.RaiseHand("step-1", person, wish),
        "lower": intents.LowerHand(hand),
        "move": intents.MoveHand(hand),
        "call": intents.CallHand(hand, speaking),
        "call on": intents.CallOn(person, speaking),
        "end": intents.EndTurn(speaking, list(Outcome)[NAMES.index(name) % 3]),
        "out": intents.StepOut(person),
        "back": intents.ComeBack(person),
        "leave": intents.Leave(person),
    }
    circle.send(wanted[what])


@given(_HAPPENS)
def test_whatever_happens_the_stack_is_in_the_order_of_the_practice(
    happenings: list[tuple[str, str, Wish]],
) -> None:
    circle = Circle(ASSEMBLY, NAMES)
    circle.do(intents.OpenCircle())
    for happening in happenings:
        before = [hand.id for hand in stack(circle.meeting)]
        happen(circle, *happening)
        hands = stack(circle.meeting)
        ranks = [ORDER.index(hand.wish.value) for hand in hands]
        assert ranks == sorted(ranks)
        people = [hand.person for hand in hands]
        assert len(people) == len(set(people)), "one hand each"
        if happening[0] != "move":
            kept = [hand.id for hand in hands if hand.id in before]
            assert kept == [hand for hand in before if hand in kept], "nobody is overtaken"
        assert sum(hand.wish is Wish.LAST_WORD for hand in hands) <= 1


@given(_HAPPENS)
def test_who_was_not_heard_is_suggested_among_those_who_want_to_speak_and_nothing_moves(
    happenings: list[tuple[str, str, Wish]],
) -> None:
    circle = Circle(ASSEMBLY, NAMES)
    circle.do(intents.OpenCircle())
    for happening in happenings:
        happen(circle, *happening)
        hands, before = stack(circle.meeting), seen(circle.state)
        found = suggestion(circle.meeting)
        assert seen(circle.state) == before
        assert stack(circle.meeting) == hands
        heard = heard_at(circle.meeting, "step-1")
        speakers = [hand for hand in hands if hand.wish is Wish.SPEAK]
        fresh = [hand for hand in speakers if hand.person not in heard]
        if found is None:
            assert not fresh or hands[0] is fresh[0] or hands[0].wish is not Wish.SPEAK
        else:
            assert (found.hand, found.instead_of) == (fresh[0], hands[0])
            assert hands[0].wish is Wish.SPEAK
            assert hands[0].person in heard


def test_whoever_lets_others_go_first_is_behind_those_who_want_the_same() -> None:
    circle = stacked()
    hands_up(circle, "Zoë", wish=Wish.LAST_WORD)
    circle.do(intents.MoveHand(hand_of(circle, "Ana")))
    assert in_line(circle) == ["Chidi", "Ana", "Zoë"]
    circle.do(intents.Undo(circle.state.facts[-1].action))
    assert in_line(circle) == ["Ana", "Chidi", "Zoë"]


def test_a_wish_that_is_withdrawn_is_not_heard() -> None:
    circle = stacked()
    circle.do(intents.LowerHand(hand_of(circle, "Ana")))
    next_thing(circle)
    assert (speaker(circle), in_line(circle)) == ("Chidi", [])


def test_a_hand_raised_for_something_else_is_one_hand() -> None:
    circle = stacked()
    hands_up(circle, "Chidi", wish=Wish.QUESTION)
    assert in_line(circle) == ["Chidi", "Ana"]


def test_a_response_names_the_turn_that_it_answers() -> None:
    circle = having_the_word()
    hands_up(circle, "Zoë", wish=Wish.RESPONSE)
    assert circle.meeting.hands[hand_of(circle, "Zoë")].answers == turn(circle)
    assert in_line(circle) == ["Zoë", "Chidi"]


def test_a_closed_stack_hears_who_is_on_it_and_takes_one_last_word() -> None:
    circle = shut()
    assert isinstance(circle.send(intents.RaiseHand("step-1", circle.who("Zoë"))), Refusal)
    hands_up(circle, "Zoë", wish=Wish.LAST_WORD)
    spoke = []
    for _ in range(3):
        next_thing(circle)
        spoke.append(speaker(circle))
    assert spoke == ["Ana", "Chidi", "Zoë"]
    circle.do(intents.ReopenStack("step-1"))
    hands_up(circle, "Ana")
    assert in_line(circle) == ["Ana"]


def test_whoever_is_taken_out_of_order_leaves_the_order_of_the_others() -> None:
    circle = stacked()
    hands_up(circle, "Zoë")
    circle.do(intents.CallHand(hand_of(circle, "Zoë")))
    assert (speaker(circle), in_line(circle)) == ("Zoë", ["Ana", "Chidi"])


def test_whoever_is_called_on_uses_up_the_hand_that_is_up() -> None:
    circle = stacked()
    circle.do(intents.CallOn(circle.who("Chidi")))
    assert (speaker(circle), in_line(circle)) == ("Chidi", ["Ana"])


def test_come_back_to_me_on_the_stack_is_behind_those_who_want_the_same() -> None:
    circle = having_the_word()
    circle.do(intents.EndTurn(turn(circle), Outcome.LATER))
    assert (speaker(circle), in_line(circle)) == ("Chidi", ["Ana"])
    assert circle.who("Ana") not in heard_at(circle.meeting, "step-1")


def test_whoever_was_called_on_without_a_hand_and_is_to_be_come_back_to_gets_one() -> None:
    circle = stacked()
    circle.do(intents.CallOn(circle.who("Zoë")))
    circle.do(intents.EndTurn(turn(circle), Outcome.LATER))
    assert (speaker(circle), in_line(circle)) == ("Ana", ["Chidi", "Zoë"])


def test_a_hand_raised_while_speaking_is_the_one_that_is_come_back_to() -> None:
    circle = having_the_word()
    hands_up(circle, "Ana", wish=Wish.QUESTION)
    circle.do(intents.EndTurn(turn(circle), Outcome.LATER))
    assert (speaker(circle), in_line(circle)) == ("Ana", ["Chidi"])


def test_whoever_goes_out_in_the_middle_of_a_turn_on_the_stack_is_not_forgotten() -> None:
    circle = having_the_word()
    circle.do(intents.StepOut(circle.who("Ana")))
    assert (speaker(circle), in_line(circle)) == (None, ["Chidi"])
    circle.do(intents.ComeBack(circle.who("Ana")))
    assert in_line(circle) == ["Chidi", "Ana"]


def test_a_hand_waits_for_someone_who_is_out_and_goes_down_with_someone_who_leaves() -> None:
    circle = stacked()
    circle.do(intents.StepOut(circle.who("Ana")))
    circle.do(intents.Leave(circle.who("Chidi")))
    assert in_line(circle) == []
    circle.do(intents.Welcome("Ana"))
    circle.do(intents.Welcome("Chidi"))
    assert in_line(circle) == ["Ana"]


def test_hands_stay_up_at_a_step_that_is_left_and_are_not_heard_at_another() -> None:
    circle = stacked()
    circle.do(intents.GoToStep("step-1", "step-2"))
    assert in_line(circle) == []
    circle.do(intents.GoToStep("step-2", "step-1"))
    assert in_line(circle) == ["Ana", "Chidi"]


def test_switching_between_round_and_stack_in_mid_step_keeps_both() -> None:
    circle = discussing()
    circle.do(intents.GoToStep("step-1", "step-2"))
    next_thing(circle)
    circle.do(intents.GiveFloor("step-2", Floor.STACK))
    hands_up(circle, "Chidi", "Ana")
    next_thing(circle)
    assert (speaker(circle), in_line(circle)) == ("Chidi", ["Ana"])
    circle.do(intents.GiveFloor("step-2", Floor.ROUND))
    next_thing(circle)
    assert (speaker(circle), in_line(circle)) == ("Chidi", ["Ana"])
    assert circle.meeting.turn is not None
    assert circle.meeting.turn.round
    circle.do(intents.GiveFloor("step-2", Floor.STACK))
    next_thing(circle)
    assert (speaker(circle), in_line(circle)) == ("Ana", [])


def test_come_back_to_me_in_a_round_holds_though_the_stack_has_the_floor_by_then() -> None:
    circle = discussing()
    circle.do(intents.GoToStep("step-1", "step-2"))
    next_thing(circle)
    circle.do(intents.GiveFloor("step-2", Floor.STACK))
    circle.do(intents.EndTurn(turn(circle), Outcome.LATER))
    circle.do(intents.GiveFloor("step-2", Floor.ROUND))
    spoke = []
    for _ in range(3):
        next_thing(circle)
        spoke.append(speaker(circle))
    assert spoke == ["Chidi", "Zoë", "Ana"]


def test_a_hand_raised_where_nobody_takes_turns_opens_the_stack() -> None:
    circle = discussing()
    circle.do(intents.GoToStep("step-1", "step-4"))
    assert not circle.meeting.floor
    hands_up(circle, "Ana", wish=Wish.QUESTION)
    next_thing(circle)
    assert (circle.meeting.floor, speaker(circle)) == (Floor.STACK, "Ana")
