"""A logged meeting comes into a journal as if it had been held here: facts at the log's times."""

from __future__ import annotations

from pathlib import Path

import pytest
from logs import FLOOD, ORIGIN, PANTRY, HandClock, brought, only
from support.files import ask, circle, do, journal, rebuilt, session, tables

from facilitator.core import intents
from facilitator.core.events import Hat
from facilitator.core.forms import Kind as Form
from facilitator.core.words import plain
from facilitator.importing.bringing import Bringing, bring, foreseen
from facilitator.importing.reading import Kind
from facilitator.importing.taking_back import HELD_HERE, take_back
from facilitator.importing.understood import MOST_EVERYWHERE


def promises(at: Bringing) -> list[tuple[str, str, str]]:
    """Whose, what and by which day."""
    names = at.names
    return [
        (names.get(each.owner, ""), plain(each.what, names), each.due_on)
        for each in at.state.commitments.values()
    ]


def notes(at: Bringing) -> list[tuple[str, str, str]]:
    """Who said what, and what it is filed as."""
    assert at.meeting is not None
    return [
        (at.names.get(note.person, ""), plain(note.text, at.names), note.filing.value)
        for note in at.meeting.notes.values()
    ]


def test_a_meetbot_meeting_is_a_closed_circle_with_all_that_was_kept(tmp_path: Path) -> None:
    at, found = brought(tmp_path / "a.db", FLOOD.read_text(), Kind.MEETBOT)
    meeting = at.meeting
    assert meeting is not None
    assert meeting.closed is not None
    assert [step.title for step in meeting.steps.values()] == [
        "Before the first topic",
        "Gas for the kitchen",
        "Doors",
    ]
    assert promises(at) == [
        ("bo", "call the gas company", "2015-03-06"),
        ("chidi", "bring the electric plate", ""),
        ("ana", "clean the pots", ""),
        ("bo", "clean the pots", ""),
        ("", "write to the mayor", ""),
    ]
    assert [plain(each.text, at.names) for each in meeting.decisions.values()] == [
        "Two bottles are always full",
        "Doors open at 17:00",
    ]
    assert at.names[meeting.hats[Hat.FACILITATOR]] == "ana"
    assert meeting.imported == ORIGIN
    assert found.reading.topics == 2
    assert found.reading.counts[Form.COMMITMENT] == 5
    assert [visit.span.began for visit in meeting.visits][1] - meeting.gathered == 68_000


def test_a_w3c_meeting_has_the_words_of_whoever_was_scribed(tmp_path: Path) -> None:
    at, _ = brought(tmp_path / "a.db", PANTRY.read_text())
    said = notes(at)
    assert ("Fatima Haddad", "the shelf by the gate is broken", "note") in said
    assert ("Fatima Haddad", "and the one above it will be soon", "note") in said
    assert ("chidi", "I can bring a drill", "note") in said
    assert ("ana", "bo: can you note that?", "note") in said
    assert ("ana", "who has the second key?", "question") in said
    assert ("ana", "https://example.org/budget", "link") in said
    assert promises(at) == [
        ("chidi", "bring the drill", "2015-03-10"),
        ("Fatima Haddad", "count the tin", ""),
    ]


@pytest.mark.parametrize(
    ("line", "owners", "what"),
    [
        ("#action ana borrow the PA", ["ana"], "borrow the PA"),
        ("#action Ana to borrow the PA", ["ana"], "borrow the PA"),
        ("#action ana: borrow the PA", ["ana"], "borrow the PA"),
        ("#action @ana borrow the PA", ["ana"], "borrow the PA"),
        ("#action ana, bo borrow the PA", ["ana", "bo"], "borrow the PA"),
        (
            "#action ana, bo and Zoë Kim will get gas",
            ["ana", "bo", "Zoë Kim"],
            "get gas",
        ),
        ("ACTION: ana and bo to borrow the PA", ["ana", "bo"], "borrow the PA"),
        ("ACTION: Zoë Kim to borrow the PA", ["Zoë Kim"], "borrow the PA"),
        ("ACTION: zoe borrow the PA", ["Zoë Kim"], "borrow the PA"),
        ("#action an email to the mayor", [""], "an email to the mayor"),
        ("#action borrow the PA", [""], "borrow the PA"),
        ("#action analyze the soil", [""], "analyze the soil"),
    ],
)
def test_an_action_is_whose_name_it_begins_with(
    tmp_path: Path, line: str, owners: list[str], what: str
) -> None:
    text = f"<ana> hi\n<bo> hi\n<ana> present+ Zoë Kim\n<dee> {line}"
    at, _ = brought(tmp_path / "a.db", text)
    assert [promise[:2] for promise in promises(at)] == [(owner, what) for owner in owners]


def test_whoever_comes_to_circles_is_not_doubled(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with circle(path, "Ana", "Zoë Kim", "Bo One", "Bo Two") as held:
        do(held, intents.OpenCircle(), intents.CloseCircle())
        known = dict(held.names)
    at, found = brought(path, "<ANA> hi\n<zoe> hi\n<bo> hi\n<zoe_> #action zoe call\n<ana> yes")
    assert set(at.names.values()) - set(known.values()) == {"bo"}
    assert found.also == (("ANA", "Ana"), ("zoe", "Zoë Kim"))
    assert promises(at) == [("Zoë Kim", "call", "")]


def test_somebody_of_the_group_who_was_not_there_can_be_given_an_action(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with circle(path, "Ana", "Goran") as held:
        do(held, intents.OpenCircle(), intents.CloseCircle())
    at, _ = brought(path, "<ana> ACTION: Goran to call")
    assert promises(at) == [("Goran", "call", "")]
    assert at.meeting is not None
    assert [at.names[person] for person in at.meeting.seats] == ["Ana"]


def test_the_tables_are_those_that_the_facts_make(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    for text, kind in ((FLOOD.read_text(), Kind.MEETBOT), (PANTRY.read_text(), Kind.IRC)):
        brought(path, text, kind)
    with journal(path) as opened:
        before = tables(opened.connection)
        assert before["notes"]
        assert rebuilt(opened) == before


def test_what_is_foreseen_is_what_comes_in(tmp_path: Path) -> None:
    for name, text, kind in (
        ("a", FLOOD.read_text(), Kind.MEETBOT),
        ("b", PANTRY.read_text(), Kind.IRC),
    ):
        _, found = brought(tmp_path / f"{name}.db", text, kind)
        told = foreseen(only(text, kind), "Kitchen", {})
        assert (told.reading.counts, told.reading.topics) == (
            found.reading.counts,
            found.reading.topics,
        )
        assert (told.people, told.reading.agenda) == (found.people, found.reading.agenda)


def test_an_import_is_taken_back_as_one_and_can_come_in_again(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with circle(path, "Ana") as held:
        do(held, intents.OpenCircle(), intents.CloseCircle())
        assert held.meeting is not None
        here = held.meeting.id
    at, _ = brought(path, FLOOD.read_text(), Kind.MEETBOT)
    with journal(path) as opened:
        assert take_back(opened, here, HandClock()) == HELD_HERE
        assert take_back(opened, at.at, HandClock()) is None
        before = tables(opened.connection)
        assert rebuilt(opened) == before
    assert ask(path, "SELECT count(*) FROM commitments") == [(0,)]
    assert ask(path, "SELECT count(*) FROM people") == [(1,)]
    with session(path) as later:
        assert [each.id for each in later.group.meetings()] == [here]
        assert later.group.imported(ORIGIN.digest) == {}


def test_an_import_that_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"

    class Interrupted(Exception):
        pass

    def progress(done: int, _of: int) -> None:
        raise Interrupted

    with journal(path) as opened, pytest.raises(Interrupted):
        bring(opened, only("<ana> hi\n<bo> there"), "Kitchen", ORIGIN, progress)
    assert ask(path, "SELECT count(*) FROM event") == [(0,)]
    assert ask(path, "SELECT count(*) FROM identity") == [(0,)]
    brought(path, "<ana> hi\n<bo> there")
    assert ask(path, "SELECT count(*) FROM meetings WHERE closed IS NOT NULL") == [(1,)]


def test_what_mends_nothing_is_a_note(tmp_path: Path) -> None:
    text = "<ana> the cat\n<bo> s/dog/cow/\n<bo> s/cat/cow/\n<bo> s/the cow//"
    at, _ = brought(tmp_path / "a.db", text)
    assert [words for _, words, _ in notes(at)] == ["the cow", "s/dog/cow/", "s/the cow//"]


def test_mending_everywhere_has_an_end(tmp_path: Path) -> None:
    text = "<ana> a\n" + "<ana> s/a/aa/g\n" * (MOST_EVERYWHERE + 3)
    at, _ = brought(tmp_path / "a.db", text)
    assert [words for _, words, _ in notes(at)][1:] == ["s/a/aa/g"] * 3


def test_more_topics_than_an_agenda_holds_are_notes(tmp_path: Path) -> None:
    text = "\n".join(f"<ana> Topic: number {place}" for place in range(203))
    at, found = brought(tmp_path / "a.db", text)
    assert at.meeting is not None
    assert len(at.meeting.visits) == 200
    assert [words for _, words, _ in notes(at)] == ["number 200", "number 201", "number 202"]
    assert found.reading.topics == 203


def test_a_topic_twice_in_a_row_is_one_and_one_taken_back_is_none(tmp_path: Path) -> None:
    text = "<a> #topic Doors\n<a> #topic Doors\n<a> #topic Oops\n<a> #undo\n<a> #info still doors"
    at, _ = brought(tmp_path / "a.db", text)
    assert at.meeting is not None
    assert [step.title for step in at.meeting.steps.values()] == ["Doors"]
    assert [note.step for note in at.meeting.notes.values()] == ["step-1"]


def test_hostile_words_are_words(tmp_path: Path) -> None:
    words = [
        "[/]",
        "\x1b[2J",
        '"; drop table event; --',
        "x" * 1_000_000,
        "\x00\x07\u202e",
        "<ana>",
    ]
    at, _ = brought(tmp_path / "a.db", "\n".join(f"<ana> -{word}" for word in words))
    assert [said for _, said, _ in notes(at)] == [f"-{word}" for word in words]
