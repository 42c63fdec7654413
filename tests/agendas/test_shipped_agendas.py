"""The agendas that come with the program."""

from __future__ import annotations

import pytest

from facilitator.agendas import check, find, load
from facilitator.core.agenda import Agenda, Filing, Opening, Roles, Round

PEOPLE = 12


@pytest.fixture(params=["debrief-commons", "weekly-circle"])
def name(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("FACILITATOR_AGENDAS", "/nowhere")
    return str(request.param)


@pytest.fixture
def debrief(monkeypatch: pytest.MonkeyPatch) -> Agenda:
    monkeypatch.setenv("FACILITATOR_AGENDAS", "/nowhere")
    return load(find("debrief-commons"))


def test_a_shipped_agenda_has_no_mistakes(name: str) -> None:
    assert check(find(name)) == []


def test_every_round_has_time_for_twelve_people(name: str) -> None:
    rounds = [step for step in load(find(name)).steps if isinstance(step, Round)]
    assert rounds
    for step in rounds:
        assert 0 < step.seconds_each * PEOPLE <= step.minutes * 60, step.title


def test_every_step_has_a_plan_and_words_to_read_aloud(name: str) -> None:
    for step in load(find(name)).steps:
        assert step.minutes > 0, step.title
        assert step.script.strip(), step.title


def test_the_comments_at_the_top_name_the_length_that_the_steps_add_up_to(name: str) -> None:
    comments = find(name).read_text(encoding="utf-8").partition("\n\n")[0]
    assert f"{PEOPLE} people and {load(find(name)).minutes} minutes" in comments.replace(
        "\n# ", " "
    )


def test_a_debrief_takes_no_more_than_a_hundred_minutes(debrief: Agenda) -> None:
    assert debrief.minutes <= 100


def test_a_debrief_runs_through_its_steps_in_order(debrief: Agenda) -> None:
    kinds = [step.label for step in debrief.steps]
    assert kinds == [
        *("opening", "round", "round", "round", "round", "roles"),
        *("commitments", "round", "closing"),
    ]


def test_a_debrief_opens_with_phones_off_and_the_agreements(debrief: Agenda) -> None:
    opening = debrief.steps[0]
    assert isinstance(opening, Opening)
    assert "phone" in opening.script
    assert opening.agreements == (
        "Phones are off.",
        "One person speaks at a time.",
        "It is always fine to pass.",
        "What is said here stays here.",
    )


def test_a_debrief_asks_the_three_questions_between_check_in_and_check_out(
    debrief: Agenda,
) -> None:
    rounds = [(step.filing, step.prompt) for step in debrief.steps if isinstance(step, Round)]
    assert rounds[1:-1] == [
        (Filing.WITNESSED, "What did you witness?"),
        (Filing.SKILL, "What skill did you use, or wish you had?"),
        (Filing.BUILD, "What do you want to build next?"),
    ]
    assert [rounds[0][0], rounds[-1][0]] == [Filing.CHECK_IN, Filing.CHECK_OUT]


def test_a_debrief_offers_roles_for_two_weeks_each_with_a_purpose(debrief: Agenda) -> None:
    (roles,) = (step for step in debrief.steps if isinstance(step, Roles))
    assert len(roles.openings) >= 4
    assert {opening.days for opening in roles.openings} == {14}
    assert all(opening.purpose for opening in roles.openings)
