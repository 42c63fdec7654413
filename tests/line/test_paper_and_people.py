"""What is written down, people, the agenda, undo and the close, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.files import who
from typist import Typist, complaints, typing

from facilitator.core.agenda import Agenda, Muster
from facilitator.core.events import Hat, Setting
from facilitator.line.orders import WORDS


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """Ana speaks."""
    with typing(tmp_path) as found:
        found("begin", "next", "next")
        yield found


def test_a_note_belongs_to_the_step_and_the_speaker(typist: Typist) -> None:
    assert typist("note the kitchen ran out; @bo knows") == ["Noted for Ana."]
    [note] = typist.meeting.notes.values()
    assert note.person == who(typist.session, "Ana")
    assert typist.written == ["the kitchen ran out; Bo knows"]


def test_a_note_may_begin_with_any_sign(typist: Typist) -> None:
    typist("note ! no promise", "\\= no decision")
    assert typist.written == ["! no promise", "= no decision"]
    assert len(typist.meeting.notes) == 2


def test_a_commitment_says_whose_it_is_and_by_when(typist: Typist) -> None:
    assert typist("! @chidi borrow the PA by friday") == ["Commitment: Chidi, by friday."]
    assert typist("! call the printer") == ["Commitment: Ana, no date."]
    assert typist("! @kofi sweep") == ["Commitment: whose? Nobody here is kofi, no date."]
    owners = [each.owner for each in typist.session.state.commitments.values()]
    assert owners == [who(typist.session, "Chidi"), who(typist.session, "Ana"), ""]


@pytest.mark.parametrize("yes", ["yes", "agreed"])
def test_a_wording_is_read_back_and_counts_once_it_is_agreed(typist: Typist, yes: str) -> None:
    assert typist("= Doors open at 17:00") == [
        "Read back: Doors open at 17:00",
        "Agreed? yes or no.",
    ]
    assert typist.written == []
    assert typist("state")[0].endswith("Not agreed yet: Doors open at 17:00")
    assert typist("note still talking", yes) == ["Decision: Doors open at 17:00"]
    assert typist.written == ["still talking", "= Doors open at 17:00"]
    assert typist.status == 0


def test_a_wording_that_is_not_agreed_is_gone(typist: Typist) -> None:
    typist("= Doors open at 17:00", "no")
    assert typist.meeting.read_back is None
    assert typist.written == []
    assert typist("yes") == []
    assert typist.status == 2


def test_a_wording_that_nobody_agreed_to_is_complained_of_when_the_step_is_left(
    typist: Typist, capsys: pytest.CaptureFixture[str]
) -> None:
    typist("= Doors open at 17:00", "step yes")
    err = capsys.readouterr().err
    assert err == ("evening.txt:4: Not recorded, since nobody said agreed: Doors open at 17:00\n")


def test_a_wording_that_another_takes_the_place_of_is_complained_of(
    typist: Typist, capsys: pytest.CaptureFixture[str]
) -> None:
    typist("begin", "= Doors open at 17:00", "= Doors open at 18:00", "agreed")
    assert typist.written == ["= Doors open at 18:00"]
    assert [said for _, said in complaints(capsys.readouterr().err)] == [
        "Not recorded, since nobody said agreed: Doors open at 17:00"
    ]


def test_what_ends_with_a_full_stop_is_given_no_other(typist: Typist) -> None:
    typist("begin", "floor")
    assert typist("! @bo sweep by noon.")[-1] == "Commitment: Bo, by noon."
    assert typist("silence Please wait.")[-1].startswith("Silence: Please wait. ")


def test_yes_without_a_question_is_wrong(typist: Typist) -> None:
    typist("yes")
    assert typist.status == 2


def test_roles_are_listed_and_claimed_by_number_or_by_name(typist: Typist) -> None:
    typist("step 4 yes")
    assert typist("claim") == ["1 Pots: open", "2 Calls: open"]
    assert typist("claim bo: pots") == ["Pots: Bo until Sun 7 Dec."]
    assert typist("claim dee 2") == ["Calls: Dee until Sun 30 Nov."]
    assert typist("offer First aid") == ["role “First aid” offered."]
    assert typist("claim")[2] == "3 First aid: open"
    both = ["Pots: Bo and Ana both claim it; the circle decides."]
    assert typist("claim ana pots") == both
    assert typist("claim ana pots") == ["Ana claims it already."]


def test_undo_takes_back_step_by_step_and_redo_does_again(typist: Typist) -> None:
    typist("note one", "note two", "next")
    assert typist("undo") == [
        "Taken back: Ana was heard; Bo speaks.",
        "Ana speaks, 1:30 left; Bo next. 3 not yet.",
    ]
    typist("undo 2")
    assert typist.written == []
    assert typist("redo")[0] == "Done again: note “one”."
    assert typist.written == ["one"]


def test_anything_that_happened_can_be_taken_back_by_its_number(typist: Typist) -> None:
    typist("note one", "note two")
    assert typist("history")[:2] == ["1 20:00 note “two”", "2 20:00 note “one”"]
    assert typist("history 2") == ["Take back: note “one”? yes or no."]
    assert typist.written == ["one", "two"]
    typist("yes")
    assert typist.written == ["two"]


def test_the_agenda_goes_by_numbers(typist: Typist) -> None:
    assert typist("agenda")[:2] == ["1 Welcome: done, 5 min", "2 Witness: now, 10 min"]
    typist("agenda add Parking 15", "agenda add break: Tea", "agenda move 7 8", "agenda defer 6")
    titles = [typist.meeting.steps[step].title for step in typist.meeting.plan]
    assert titles == ["Welcome", "Witness", "Tea", "Parking", "Skill", "Close", "Read back"]
    typist("agenda drop 3", "agenda go 1 yes")
    assert typist.meeting.step_id == "step-1"
    assert len(typist.meeting.plan) == 6


def test_who_lists_everyone_in_speaking_order_with_their_seats(typist: Typist) -> None:
    typist("hat facilitator dee", "out bo", "next", "arrive Ines*", "leave ana")
    assert typist("who") == [
        "3 Chidi: speaks",
        "4 Dee: next, facilitator",
        "5 Ines: not yet, new",
        "1 Ana: left",
        "2 Bo: out",
    ]


def test_people_arrive_leave_and_come_back(typist: Typist) -> None:
    assert typist("arrive Zoë*") == ["Zoë arrived."]
    assert typist("arrive Kofi, Jo") == ["7 here: Ana, Bo, Chidi, Dee, Zoë*, Kofi, Jo."]
    typist("leave 7")
    assert typist("out bo") == ["Bo is out for a moment."]
    assert typist("out bo") == ["Bo is back."]
    assert typist("leave ana") == ["Ana was heard; Ana left.", "Bo next. 5 not yet."]
    typist("arrive Bo")
    assert typist.status == 2


def test_seats_are_swapped_moved_and_names_mended_by_hand(tmp_path: Path) -> None:
    with typing(tmp_path) as typist:
        typist("swap ana, dee", "move bo", "newcomer chidi", "rename chidi: Chidinma", "hat gr bo")
        called = [typist.session.names[person] for person in typist.meeting.seats]
        assert called == ["Bo", "Dee", "Chidinma", "Ana"]
        assert typist("who")[2] == "3 Chidinma: new"
        assert typist.meeting.hats == {Hat.GREETER: who(typist.session, "Bo")}
        typist("move bo after ana", "hat greeter")
        assert typist.session.names[typist.meeting.seats[-1]] == "Bo"
        assert typist.status == 0


def test_the_balance_is_told_in_seating_order_and_gives_nobody_away(typist: Typist) -> None:
    typist.clock.move(30_000)
    typist("next", "balance bo neighbor")
    typist.clock.move(10_000)
    assert typist("balance")[:4] == [
        "Ana: more, 1 turn, 0:30",
        "Bo: about even, 1 turn, 0:10",
        "Chidi: not yet",
        "Dee: not yet",
    ]
    assert typist("balance step")[2] == "Chidi: not yet"
    assert "neighbor" not in " ".join(typist("balance"))
    assert typist.meeting.categories == {who(typist.session, "Bo"): "neighbor"}


def test_a_muster_says_who_is_missing(tmp_path: Path) -> None:
    agenda = Agenda(title="Drill", steps=(Muster(title="Muster", prompt="Who?", minutes=10),))
    with typing(tmp_path, agenda=agenda) as typist:
        typist("begin")
        typist.clock.move(65_000)
        assert typist("tick dee") == ["1 of 4 there after 1:05. Missing: Ana, Bo and Chidi."]
        assert typist("tick")[0] == "1:05 Dee"
        typist("tick ana", "tick bo", "tick chidi")
        assert typist("state") == ["4 of 4 there after 1:05, within the 10 min planned."]


def test_options_are_told_and_chosen(typist: Typist) -> None:
    assert typist("options")[:2] == ["bell: on", "still: off"]
    assert typist("options bell off") == ["bell: off."]
    assert typist.meeting.settings == {Setting.BELL: False}
    typist("options bell maybe")
    assert typist.status == 2


def test_the_close_reads_back_and_waits_for_yes(typist: Typist) -> None:
    typist("! @bo sweep by friday", "meet Fri 4 Dec, 18:30", "meet facilitator dee")
    read_back = typist("close")
    assert read_back[:2] == ["Commitments: 1.", "Bo: sweep, by friday (Fri 28 Nov)"]
    assert "Next time: Fri 4 Dec, 18:30; facilitator Dee; note-taker nobody yet." in read_back
    assert read_back[-1] == "Close the circle? yes or no."
    assert typist.is_live()
    closed = typist("yes")
    assert not typist.is_live()
    assert closed == ["The circle is closed.", f"Minutes: {typist.keeper.path}"]
    assert typist.keeper.path is not None
    assert "sweep" in typist.keeper.path.read_text(encoding="utf-8")


def test_a_closed_circle_is_mended_and_reopened(typist: Typist) -> None:
    typist("close yes", "note an afterthought", "= agreed after all")
    assert typist.written == ["an afterthought", "= agreed after all"]
    typist("undo 3")
    assert typist.is_live()
    assert typist.status == 0


def test_next_at_the_end_of_the_agenda_reads_back_for_the_close(typist: Typist) -> None:
    assert typist("step 6 yes", "next")[-1] == "Close the circle? yes or no."


def test_a_circle_is_given_a_title_and_says_it(typist: Typist) -> None:
    assert typist("title Flood kitchen") == ["called “Flood kitchen”."]
    assert typist("title") == ["Flood kitchen"]
    typist("undo")
    assert typist("title") == ["Debrief"]


def test_a_circle_that_never_began_is_dropped_after_yes(tmp_path: Path) -> None:
    with typing(tmp_path) as typist:
        typist("drop")
        assert not typist.meeting.abandoned
        typist("yes")
        assert typist.meeting.abandoned


def test_help_lists_every_word_and_explains_one(typist: Typist) -> None:
    listed = " ".join(typist("help"))
    for word in ("next", "hand", "!", "=", "who", "begin", "options"):
        assert word in listed
    assert typist("help hand") == [
        "hand: Raise a hand, and say what for.",
        "Type: hand NAME [speak|question|response|process|last]",
        "Short: h",
    ]
    typist("help nonsense")
    assert typist.status == 2


@pytest.mark.parametrize("word", WORDS)
def test_no_help_speaks_of_keys_or_of_a_screen(typist: Typist, word: str) -> None:
    said = " ".join(typist(f"help {word}"))
    assert said.startswith(f"{word}: ")
    for wrong in ("Esc", "Enter again", "under the cursor", "shift", "screen", " key "):
        assert wrong not in said


@pytest.mark.parametrize(
    "line",
    [
        *("!", "=", "note", "claim bo: throne", "agenda add", "agenda move 1", "agenda drop 2"),
        *("swap ana", "swap ana, ana", "hat crown ana", "rename ana", "rename ana: Bo", "begin x"),
        *("history 99", "undo x", "undo 0", "drop", "arrive", "move ana after ana x", "notes bo"),
        *("options bell", "seat t9", "meet facilitator kofi", "balance kofi", "close maybe"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(typist: Typist, line: str) -> None:
    before = list(typist.session.state.facts)
    typist(line)
    assert typist.status == 2
    assert typist.session.state.facts == before


def test_what_is_read_aloud_belongs_to_the_step(typist: Typist) -> None:
    assert typist("say") == ["What did you witness?"]
    typist("! @bo sweep by friday", "step 4 yes", "claim bo 1")
    assert typist("say") == ["1 Pots: Bo until Sun 7 Dec", "2 Calls: open"]
    typist("step")
    assert typist("say") == [
        "Commitments: 1.",
        "Bo: sweep, by friday (Fri 28 Nov)",
        "Roles: 2.",
        "Pots: Bo until Sun 7 Dec",
        "Calls: open",
    ]


def test_when_the_facilitator_leaves_somebody_is_asked_for(typist: Typist) -> None:
    typist("hat facilitator dee", "hat greeter dee")
    assert typist("leave dee") == [
        "Dee left; facilitator: nobody; and 1 more.",
        "Nobody facilitates now. hat facilitator NAME says who does.",
    ]
    assert typist.meeting.hats == {}
    typist("undo")
    assert {*typist.meeting.hats} == {Hat.FACILITATOR, Hat.GREETER}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("#info the kitchen ran out", "note “the kitchen ran out”."),
        ("?? who has the key", "open question “who has the key”."),
        ("TOPIC: the shed", "topic “the shed”."),
        ("https://example.org", "link “https://example.org”."),
        ("write * a shelf", "note “a shelf”."),
        ("write Chidi: we need a roof", "note “we need a roof”."),
        ("ACTION: Chidi to call", "Commitment: Chidi, no date."),
        ("#action @chidi @ana carry by friday", "Commitment: Chidi and Ana, by friday."),
    ],
)
def test_a_line_is_written_down_as_its_beginning_says(typist: Typist, line: str, told: str) -> None:
    assert typist(line) == [told]
    assert typist.status == 0


def test_an_agreed_wording_is_read_back_however_it_is_typed(typist: Typist) -> None:
    assert typist("#agreed Doors open at 17:00")[0] == "Read back: Doors open at 17:00"
    assert typist("yes") == ["Decision: Doors open at 17:00"]


def test_a_line_mends_the_last_one(typist: Typist, capsys: pytest.CaptureFixture[str]) -> None:
    typist("note the pots are here")
    assert typist("s/pots/cups/") == ["mended to “the cups are here”."]
    assert typist.written == ["the cups are here"]
    assert typist("undo")[0].startswith("Taken back: mended to")
    assert typist.written == ["the pots are here"]
    assert typist("s/mugs/cups/") == []
    assert complaints(capsys.readouterr().err)[-1][1] == "No line has “mugs” in it."


def test_a_comment_of_a_script_is_still_a_comment(typist: Typist) -> None:
    assert typist("# action items come later", "#1 of three") == []
    assert typist.written == []
