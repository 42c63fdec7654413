"""The agendas that come with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator.agendas import all_agendas, check, find, load
from facilitator.core.agenda import (
    STEP_KINDS,
    Agenda,
    ClockStyle,
    Discussion,
    Filing,
    Muster,
    Occasion,
    Opening,
    Roles,
    Round,
    Step,
)
from facilitator.core.tenure import kind_by_length
from facilitator.core.terms import Bounds, length_refused

ROOT = Path(__file__).parents[2]
PEOPLE = 12
HANDS = 5
WORD = re.compile(r"[a-z_]+")
SHIPPED = [
    *("after-action-review", "debrief-commons", "decompression", "general-assembly"),
    *("lean-coffee", "readiness-drill", "skill-share", "weekly-circle", "working-group-start"),
]


@pytest.fixture(autouse=True)
def no_agendas_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_AGENDAS", "/nowhere")


@pytest.fixture(params=SHIPPED)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def debrief() -> Agenda:
    return load(find("debrief-commons"))


def comments(name: str) -> str:
    """The comments at the top of a shipped agenda, as one line."""
    head = find(name).read_text(encoding="utf-8").partition("\n\n")[0]
    return head.replace("\n# ", " ")


def steps(name: str, kind: type[Step]) -> list[Step]:
    return [step for step in load(find(name)).steps if isinstance(step, kind)]


def titles(name: str) -> list[str]:
    return [step.title for step in load(find(name)).steps]


def rows(page: str) -> dict[str, list[str]]:
    """The rows of the tables of a page that begin with a word in code, by that word."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return {row[0].strip("`"): row[1:] for row in cells if re.fullmatch(r"`[a-z-]+`", row[0])}


def test_every_agenda_in_the_folder_is_tried_here() -> None:
    assert sorted(path.stem for path in (ROOT / "agendas").iterdir()) == SHIPPED


def test_a_shipped_agenda_has_no_mistakes(name: str) -> None:
    assert check(find(name)) == []


def test_every_round_has_time_for_twelve_people_and_not_much_more(name: str) -> None:
    rounds = steps(name, Round)
    assert rounds
    for step in rounds:
        spoken = step.turn_seconds * PEOPLE * step.planned_rounds
        assert 0 <= step.minutes * 60 - spoken <= 180, step.title


def test_every_discussion_has_time_for_several_hands(name: str) -> None:
    for step in steps(name, Discussion):
        assert step.turn_seconds * HANDS <= step.minutes * 60, step.title


def test_every_step_has_a_plan_and_words_to_read_aloud(name: str) -> None:
    for step in load(find(name)).steps:
        assert step.minutes > 0, step.title
        assert step.script.strip(), step.title


def test_words_to_read_aloud_come_in_sentences_of_one_breath(name: str) -> None:
    for step in load(find(name)).steps:
        for sentence in re.split(r"[.?!:;]", step.script):
            assert len(sentence.split()) <= 28, sentence


def test_words_to_read_aloud_name_no_keys(name: str) -> None:
    for step in load(find(name)).steps:
        found = re.search(r"`|\b(press|F\d|Esc|Enter|Ctrl)\b", step.script)
        assert found is None, step.script


def test_every_agenda_opens_with_agreements_and_ends_with_a_closing(name: str) -> None:
    first, *_, last = load(find(name)).steps
    assert isinstance(first, Opening)
    assert any("phone" in words.casefold() for words in (first.script, *first.agreements))
    assert any("fine to pass" in agreement for agreement in first.agreements)
    assert last.label == "closing"
    assert "facilitates" in last.script
    assert "notes" in last.script


def test_every_agenda_reads_back_what_was_promised_and_hears_everyone_before_it_ends(
    name: str,
) -> None:
    *_, promises, check_out, closing = load(find(name)).steps
    assert promises.label == "commitments"
    assert check_out.filed_as is Filing.CHECK_OUT
    assert closing.label == "closing"


def test_every_role_says_what_it_is_for_and_ends_within_three_months(name: str) -> None:
    for step in steps(name, Roles):
        assert step.offered, step.title
        for opening in step.offered:
            assert opening.purpose, opening.name
            kind = opening.role_kind or kind_by_length(*opening.length)
            assert not length_refused(kind, *opening.length, Bounds()), opening.name


def test_the_comments_at_the_top_name_the_length_that_the_steps_add_up_to(name: str) -> None:
    assert f"{PEOPLE} people and {load(find(name)).minutes} minutes" in comments(name)


def test_the_comments_at_the_top_say_how_to_make_it_your_own(name: str) -> None:
    assert re.search(rf"--from {name}\s", comments(name))


def test_the_comments_that_explain_every_key_know_every_kind_of_step() -> None:
    explained = comments("debrief-commons")
    for kind in STEP_KINDS:
        assert re.search(rf"kind is [^.]*\b{kind}\b", explained), kind


def test_the_readme_and_the_page_on_agendas_tell_of_every_agenda(name: str) -> None:
    assert name in rows("README.md")
    assert rows("docs/agendas.md")[name][0] == str(load(find(name)).minutes)


def test_the_page_on_agendas_tells_of_every_kind_of_step_and_of_every_key_it_has() -> None:
    told = {key: row for key, row in rows("docs/agendas.md").items() if key not in SHIPPED}
    assert set(told) == set(STEP_KINDS)
    own_keys = {key for kind in STEP_KINDS.values() for key in kind.__struct_fields__}
    for tag, kind in STEP_KINDS.items():
        own = set(kind.__struct_fields__) - set(Step.__struct_fields__)
        named = {key for code in re.findall(r"`[^`]+`", told[tag][1]) for key in WORD.findall(code)}
        assert own == named & own_keys, tag


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


def test_an_assembly_hears_reports_before_it_talks_and_decides_before_it_shares_out_roles() -> None:
    kinds = [step.label for step in load(find("general-assembly")).steps]
    assert kinds == [
        *("opening", "round", "round", "round", "discussion", "break", "discussion"),
        *("discussion", "round", "roles", "commitments", "round", "closing"),
    ]
    assert titles("general-assembly")[2:4] == ["Consent to the agenda", "Reports"]


def test_decompression_shows_nobody_a_countdown() -> None:
    assert {step.clock for step in load(find("decompression")).steps} == {ClockStyle.HIDDEN}


def test_decompression_asks_nobody_what_they_witnessed() -> None:
    filed = [step.filed_as for step in steps("decompression", Round)]
    assert filed == [Filing.CHECK_IN, Filing.NOTE, Filing.NOTE, Filing.CHECK_OUT]


def test_a_skill_share_takes_offers_and_wishes_and_then_the_pairs() -> None:
    filed = {step.title: step.filed_as for step in steps("skill-share", Step)}
    assert filed["What I can teach"] is Filing.TEACH
    assert filed["What I want to learn"] is Filing.WISH
    assert filed["Who practices with whom"] is Filing.PAIR
    assert filed["What I can do now"] is Filing.SKILL


def test_a_debrief_and_a_skill_share_say_what_they_are_and_nothing_else_does() -> None:
    said = {found.name: load(found.path).occasion for found in all_agendas() if found.shipped}
    assert {name: occasion for name, occasion in said.items() if occasion is not None} == {
        "debrief-commons": Occasion.DEBRIEF,
        "skill-share": Occasion.SKILL_SHARE,
    }


def test_lean_coffee_asks_after_every_topic_for_another_five_minutes() -> None:
    talks = steps("lean-coffee", Discussion)
    assert len(talks) == 6
    for topic, more in zip(talks[::2], talks[1::2], strict=True):
        assert more.title == f"{topic.title}: another five minutes?"
        assert (topic.minutes, more.minutes) == (8, 5)


def test_a_review_goes_round_twice_on_what_happened_before_anyone_asks_why() -> None:
    assert titles("after-action-review")[2:6] == [
        *("What was planned", "What happened", "Why", "What next")
    ]
    happened = steps("after-action-review", Round)[2]
    assert (happened.planned_rounds, happened.filed_as) == (2, Filing.WITNESSED)


def test_a_working_group_agrees_on_a_purpose_and_how_it_decides_before_it_gives_roles() -> None:
    order = titles("working-group-start")
    wanted = ["Our purpose in one sentence", "What we bring", "How we decide", "Roles"]
    assert [title for title in order if title in wanted] == wanted
    (roles,) = steps("working-group-start", Roles)
    assert all(1 <= opening.months <= 3 for opening in roles.offered)


def test_a_drill_hears_of_the_contact_tree_then_musters_upward_against_ten_minutes() -> None:
    (muster,) = steps("readiness-drill", Muster)
    assert (muster.minutes, muster.clock) == (10, ClockStyle.UP)
    order = titles("readiness-drill")
    assert order.index("The contact tree") < order.index("Muster") < order.index("After the drill")
