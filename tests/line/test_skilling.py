"""Skills in lines: used and wished for, pairs, what was learned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.files import who
from support.skills import PAIR, PEOPLE, SHARE, TEACH, known
from typist import Typist, complaints, typing

from facilitator.core.events import Sense
from facilitator.core.skill import Skill


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """Ana speaks, in a round about skills."""
    with typing(tmp_path, *PEOPLE, agenda=SHARE) as found:
        found("begin", "next")
        yield found


def skill(at: Typist, words: str) -> Skill:
    found = at.session.state.skills.named(words)
    assert found is not None, words
    return found


@pytest.mark.parametrize(
    ("line", "told", "sense"),
    [
        ("used first aid", "Ana used “first aid”.", Sense.USED),
        ("+ first aid", "Ana used “first aid”.", Sense.USED),
        ("+first aid", "Ana used “first aid”.", Sense.USED),
        ("wished first aid", "Ana wishes for “first aid”.", Sense.WISHED),
        ("? first aid", "Ana wishes for “first aid”.", Sense.WISHED),
        ("teaches first aid", "Ana teaches “first aid”.", Sense.TEACHES),
    ],
)
def test_a_skill_is_the_speakers(typist: Typist, line: str, told: str, sense: Sense) -> None:
    assert typist(line) == [told]
    assert list(skill(typist, "first aid").said(sense)) == [who(typist.session, "Ana")]


def test_several_skills_and_somebody_else_can_be_named(typist: Typist) -> None:
    assert typist("used @bo first aid, cooking") == ["Bo used “first aid”; Bo used “cooking”."]
    assert typist("? bo: wiring") == ["Bo wishes for “wiring”."]
    assert typist("undo")[0] == "Taken back: Bo wishes for “wiring”."
    assert typist("undo")[0] == "Taken back: Bo used “first aid”; Bo used “cooking”."


def test_where_people_are_asked_what_they_teach_a_plus_is_an_offer(typist: Typist) -> None:
    typist(f"step {TEACH}", "yes", "next")
    assert typist("+ @bo first aid") == ["Bo teaches “first aid”."]


def test_a_sign_with_a_number_or_a_word_is_still_the_key_that_it_was(typist: Typist) -> None:
    typist("+", "+ 60", "? next", "?")
    assert not typist.session.state.skills.known
    assert typist.meeting.turn is not None
    assert typist.meeting.turn.extended == 90
    assert typist.status == 0


def test_two_question_marks_are_an_open_question(typist: Typist) -> None:
    assert typist("?? who has the key") == ["open question “who has the key”."]
    assert typist.written == ["who has the key"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("used", "Which skill? Type it after the +, as in: + first aid."),
        ("wished @bo", "Which skill? Type it after the ?, as in: ? first aid."),
        ("+ @zed first aid", "Nobody here is zed."),
        ("learned bo:", "Which skill? Type what it is called, as in: first aid."),
        ("learned zed: first aid", "zed is no person here."),
        ("pair all", "No pair is suggested."),
        ("pair 1", "There is no pair yet."),
        ("pair bo and dee", "Who shows what to whom? pair bo with dee: first aid"),
        ("pair bo with bo: first aid", "Nobody is paired with themselves."),
        ("skills juggling", "No skill fits juggling."),
        ("skills", "No skill is known yet."),
    ],
)
def test_what_can_not_be_done_is_said(
    typist: Typist, capsys: pytest.CaptureFixture[str], line: str, words: str
) -> None:
    typist(line)
    assert complaints(capsys.readouterr().err)[-1][1] == words


def test_what_was_learned_says_from_whom(typist: Typist) -> None:
    known(typist.session)
    typist.desk.tell_others()
    assert typist("learned dee: first from bo") == ["Dee learned “First aid” from Bo."]
    assert typist("learned eli knots") == ["Eli learned “knots”."]
    assert skill(typist, "first aid").learned[who(typist.session, "Dee")].teacher == who(
        typist.session, "Bo"
    )


def test_pairs_are_listed_by_number_with_their_reasons_and_taken(typist: Typist) -> None:
    known(typist.session)
    typist(f"step {PAIR}", "yes")
    assert typist("pair") == [
        "1 Bo shows First aid to Chidi: Bo offers it since Sun 23 Nov; Chidi wishes for it.",
        "2 Ana shows Keeping the book to Eli: Ana used it on Sun 23 Nov; Eli wishes for it.",
        "Facilitating: nobody has it yet; Dee wishes for it.",
    ]
    assert typist("pair 2") == ["Ana shows “Keeping the book” to Eli."]
    assert typist("pair all") == ["Bo shows “First aid” to Chidi."]
    assert typist("pair chidi with eli: cook") == ["Chidi shows “Cooking for 100” to Eli."]
    assert len([*typist.session.state.skills.practicing()]) == 4


def test_one_undo_takes_all_the_pairs_back(typist: Typist) -> None:
    known(typist.session)
    typist(f"step {PAIR}", "yes")
    practicing = len([*typist.session.state.skills.practicing()])
    assert typist("pair all") == [
        "Bo shows “First aid” to Chidi.",
        "Ana shows “Keeping the book” to Eli.",
    ]
    typist("undo")
    assert len([*typist.session.state.skills.practicing()]) == practicing


def test_what_was_said_already_is_told_calmly(typist: Typist) -> None:
    typist("+ first aid")
    assert typist("+ FIRST AID") == ["That is written down already."]
    assert typist("+ first aid, wiring") == ["Ana used “wiring”."]
    assert typist.status == 0


def test_skills_are_told_with_who_has_and_wishes_for_them(typist: Typist) -> None:
    known(typist.session)
    assert typist("skills") == [
        "Keeping the book: only Ana has it; Eli wishes for it.",
        "Facilitating: nobody has it yet; Dee wishes for it.",
        "Cooking for 100: Chidi has it.",
        "First aid, practical: Bo teaches it; Ana has it; Dee learns it from Bo; "
        "Chidi and Dee wish for it.",
    ]
    assert typist("skills eli") == ["Keeping the book: only Ana has it; Eli wishes for it."]
