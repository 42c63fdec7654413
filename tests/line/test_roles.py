"""The roles of the group in lines: the board, what is to be looked at, rival claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.files import do, who
from typist import Typist, complaints, typing

from facilitator.core import intents
from facilitator.core.roles.standing import role_called


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """The circle has begun."""
    with typing(tmp_path) as found:
        found("begin")
        yield found


def with_pantry(typist: Typist) -> None:
    """Ana has the pantry, Bo shadows."""
    session = typist.session
    do(
        session,
        intents.OfferRole(
            "Pantry",
            months=2,
            purpose="Nobody leaves hungry",
            weekly=("Order bread",),
            skills=("Keys",),
        ),
    )
    pantry = role_called(session.state, "Pantry")
    assert pantry is not None
    do(session, intents.ClaimRole(pantry.id, who(session, "Ana")))
    term = session.state.roles[pantry.id].terms[0].id
    do(
        session,
        intents.NameSuccessor(term, who(session, "Bo")),
        intents.BeginShadowing(term),
    )


def test_a_group_without_roles_is_told_how_to_open_one(typist: Typist) -> None:
    assert typist("board") == ["The group has no roles yet. offer ROLE opens one."]


@pytest.mark.parametrize("word", ["board", "G"])
def test_the_board_lists_every_role_by_how_it_stands(typist: Typist, word: str) -> None:
    with_pantry(typist)
    do(typist.session, intents.OfferRole("Pots"))
    assert typist(word)[-4:] == [
        "Open: 1.",
        "1 Pots: open; nobody has it yet.",
        "Shadowing: 1.",
        "2 Pantry: Ana until Fri 23 Jan; Bo shadows since Sun 23 Nov.",
    ]


@pytest.mark.parametrize("named", ["2", "pan"])
def test_one_role_is_told_with_what_it_lacks_and_who_had_it(typist: Typist, named: str) -> None:
    with_pantry(typist)
    do(typist.session, intents.OfferRole("Pots"))
    assert typist(f"board {named}")[-10:] == [
        "Pantry: Ana until Fri 23 Jan; Bo shadows since Sun 23 Nov.",
        "stewardship, 2 months a term.",
        "For: Nobody leaves hungry",
        "Week by week: Order bread",
        "Skills: Keys",
        "Lacks: Bo has not led it once",
        "Lacks: Bo has not ticked “Keys”",
        "Lacks: Ana has not signed",
        "Lacks: Bo has not signed",
        "Ana, Sun 23 Nov – Fri 23 Jan 2026: claimed.",
    ]


def test_a_role_that_is_none_is_complained_of(
    typist: Typist, capsys: pytest.CaptureFixture[str]
) -> None:
    with_pantry(typist)
    typist("board garden")
    assert [words for _, words in complaints(capsys.readouterr().err)] == ["garden is no role."]


def test_a_dropped_role_says_why(typist: Typist) -> None:
    do(typist.session, intents.OfferRole("Pots"))
    pots = next(iter(typist.session.state.roles))
    do(typist.session, intents.DropRole(pots, ("there is a dishwasher",)))
    assert typist("board")[-2:] == ["Not needed: 1.", "1 Pots: there is a dishwasher."]


def test_the_opening_tells_which_roles_are_to_be_looked_at(tmp_path: Path) -> None:
    with typing(tmp_path) as typist:
        told = typist("begin")
        assert not any("Roles to look at" in line for line in told)
        assert "Roles to look at:" not in typist("say")
        with_pantry(typist)
        do(typist.session, intents.OfferRole("Pots"))
        assert typist("say")[-2:] == ["Roles to look at:", "Pots: nobody has it yet."]
        typist("step")
        told = typist("back yes")
        assert "Roles to look at: 1. say tells them, board lists every role." in told


def test_two_claim_one_role_in_lines(typist: Typist) -> None:
    do(typist.session, intents.OfferRole("Pots", "step-1"))
    typist("claim ana: pots")
    assert typist("claim bo: pots") == ["Pots: Ana and Bo both claim it; the circle decides."]


def test_a_role_is_offered_with_its_length_behind_a_comma(typist: Typist) -> None:
    assert typist("offer Pantry, 3 months") == ["role “Pantry” offered."]
    pantry = role_called(typist.session.state, "pantry")
    assert pantry is not None
    assert (pantry.name, pantry.months) == ("Pantry", 3)


def test_a_role_is_taken_on_in_one_line_be_it_new(typist: Typist) -> None:
    do(typist.session, intents.OfferRole("Pots", "step-1"))
    typist.desk.tell_others()
    assert typist("% pots: bo") == ["Pots: Bo until Sun 7 Dec."]
    assert typist("% @ana bring the cups") == ["New role. bring the cups: Ana until Sun 7 Dec."]
    assert typist("undo")[0] == (
        "Taken back: role “bring the cups” offered; “bring the cups” claimed by Ana."
    )
    assert role_called(typist.session.state, "bring the cups") is None
    assert typist("redo")[0] == (
        "Done again: role “bring the cups” offered; “bring the cups” claimed by Ana."
    )
    typist("next", "step", "next")
    assert typist("% calls") == [f"New role. calls: {typist.speaker} until Sun 7 Dec."]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("%", "Which role? Type it after the %, as in: % pots: ana."),
        ("% pots", "Who takes Pots? Type it behind a colon, as in: % pots: ana."),
        ("% @zed pots", "Nobody here is zed. A role is claimed by someone who is here."),
        ("% Garden, 0 days: bo", "A term lasts at least a day."),
        (
            "% pantry: bo",
            "Pantry is Ana's until Fri 23 Jan. Ana names a successor, trains them, and both sign.",
        ),
    ],
)
def test_a_role_that_can_not_be_taken_on_is_said_why(
    typist: Typist, capsys: pytest.CaptureFixture[str], line: str, words: str
) -> None:
    with_pantry(typist)
    do(typist.session, intents.OfferRole("Pots"))
    typist(line)
    assert [told for _, told in complaints(capsys.readouterr().err)] == [words]


def test_a_stewardship_is_let_go_in_a_circle_only_with_a_reason_and_a_yes(
    typist: Typist, capsys: pytest.CaptureFixture[str]
) -> None:
    with_pantry(typist)
    typist("release pantry")
    why = complaints(capsys.readouterr().err)[0][1]
    assert "In an emergency, release it with a reason." in why
    assert typist("release pantry: a new job")[-1] == (
        "In an emergency Ana lets Pantry go, with nobody trained; it is open then. yes or no."
    )
    assert typist("no")[-1] == "Pantry is Ana's as before."
    typist("release pantry: a new job", "yes")
    role = role_called(typist.session.state, "Pantry")
    assert role is not None
    assert role.term is None
    assert role.terms[0].reason == ("a new job",)
    assert "emergency" in typist("board pantry")[-1]


def test_a_micro_role_is_given_back_in_a_circle(
    typist: Typist, capsys: pytest.CaptureFixture[str]
) -> None:
    do(typist.session, intents.OfferRole("Pots"))
    typist("claim bo pots", "release pots")
    role = role_called(typist.session.state, "Pots")
    assert role is not None
    assert role.term is None
    typist("release", "release pots")
    assert [why for _, why in complaints(capsys.readouterr().err)] == [
        "Which role? release pots",
        "Nobody has a role just now.",
    ]


def test_a_later_word_of_its_name_is_enough_to_take_a_role_on(typist: Typist) -> None:
    do(typist.session, intents.OfferRole("Bring the kettle"))
    assert typist("% kettle: ana")[-1].startswith("Bring the kettle: Ana until ")
    assert role_called(typist.session.state, "kettle") is None


def test_a_role_for_a_day_is_not_renewed_by_a_second_press(typist: Typist) -> None:
    do(typist.session, intents.OfferRole("Door", days=1))
    typist("claim ana door")
    assert "ask again" in typist("claim ana door")[-1]


def test_the_board_says_how_far_the_next_one_was_trained_when_a_role_was_let_go(
    typist: Typist,
) -> None:
    with_pantry(typist)
    typist("release pantry: moved away", "yes")
    assert typist("board pantry")[-1] == (
        "Ana, Sun 23 Nov – Sun 23 Nov: claimed; released in an emergency: moved away; "
        "Bo was to be next, named Sun 23 Nov, shadowing since Sun 23 Nov; had not led it once; "
        "not ticked: “Keys”."
    )
