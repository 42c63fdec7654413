"""From a log to its meetings: who was there, when it was, what is furniture."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from logs import FLOOD, PANTRY, only, read, written

from facilitator.importing.described import LoggedMeeting
from facilitator.importing.nicks import MOST_PEOPLE
from facilitator.importing.reading import Kind

LATIN = "abcdefghijklmnopqrstuvwxyz 0123456789 :=!*?+%#/.@<>[]'\\&\té"


def began(logged: LoggedMeeting) -> str:
    return datetime.fromtimestamp(logged.began / 1000, UTC).isoformat()[:19]


def test_a_meetbot_log_is_a_meeting_from_its_start_to_its_end() -> None:
    log = read(FLOOD.read_bytes(), Kind.MEETBOT)
    (found,) = log.meetings
    assert (found.title, found.chair, found.people) == (
        "Flood kitchen",
        "ana",
        ("ana", "chidi", "bo"),
    )
    assert (began(found), log.outside) == ("2015-03-01T20:00:02", 4)
    assert found.day_from == "the log itself"
    assert [entry.words for entry in found.entries if entry.struck] == [
        "#agreed Doors open at noon"
    ]


def test_a_w3c_log_is_one_meeting_with_its_scribe_and_those_present() -> None:
    found = only(PANTRY.read_bytes())
    assert (found.title, found.chair, found.scribe) == ("Pantry working group", "ana", "bo")
    assert found.people == ("ana", "bo", "chidi", "Fatima Haddad", "dee")
    assert began(found) == "2015-03-08T12:00:00"
    assert ("bo", "Fatima: the shelf by the door is broken") in written(found)
    assert ("ana", "\\bo: can you note that?") in written(found)
    assert ("ana", "s/door/gate/") in written(found)


def test_several_meetings_in_one_log_are_several() -> None:
    text = "<ana> #startmeeting One\n<bo> yes\n<ana> #endmeeting\n<dee> between\n" * 2
    log = read(text + "<ana> #startmeeting Two\n<ana> no end", Kind.MEETBOT)
    assert [each.title for each in log.meetings] == ["One", "One", "Two"]
    assert log.outside == 2
    assert len(read(text).meetings) == 1


def test_a_meetbot_log_without_a_start_is_one_meeting() -> None:
    assert written(only("<ana> hello", Kind.MEETBOT)) == [("ana", "\\hello")]


def test_times_go_over_midnight_and_never_back() -> None:
    found = only("23:58 <ana> one\n00:01 <ana> two\n00:00 <ana> three\n<bo> four")
    after = [(entry.at - found.began) // 60_000 for entry in found.entries]
    assert after == [0, 3, 3, 3]


def test_a_day_that_changes_is_not_counted_twice() -> None:
    text = (
        "--- Log opened Sun Mar 01 23:50:00 2015\n23:58 <ana> one\n"
        "--- Day changed Mon Mar 02 2015\n00:01 <ana> two"
    )
    found = only(text)
    assert began(found) == "2015-03-01T23:58:00"
    assert found.ended - found.began == 3 * 60_000


def test_the_day_is_that_of_the_lines_then_what_is_said_then_the_heads_then_the_files() -> None:
    said = date(2020, 2, 2)
    lines = only("2016-01-01 10:00 <ana> hi", day=said)
    assert (began(lines)[:10], lines.day_from) == ("2016-01-01", "the times of its lines")
    wanted = only("Date: 3 May 2017\n10:00 <ana> hi", day=said)
    assert (began(wanted)[:10], wanted.day_from) == ("2020-02-02", "--date")
    head = only("Date: 3 May 2017\n10:00 <ana> hi")
    assert (began(head)[:10], head.day_from) == ("2017-05-03", "the log itself")
    otherwise = only("10:00 <ana> hi\n10:01 <bo> date: 5 May 2030 is too late")
    assert began(otherwise)[:10] == "2015-03-01"
    assert only("10:00 <ana> hi").day_from == "the file's name"


def test_times_are_those_of_the_room_unless_the_log_says_otherwise() -> None:
    assert began(only("12:00 <ana> hi", utc_offset=120)) == "2015-03-01T10:00:00"
    assert began(only("2015-03-01T12:00Z <ana> hi", utc_offset=120)) == "2015-03-01T12:00:00"
    assert only("2015-03-01T12:00+0530 <ana> hi").utc_offset == 330


def test_a_nick_with_a_tail_or_another_nick_is_the_same_person() -> None:
    text = (
        "12:00 <ana> one\n12:01 <ana_> two\n12:02 <ana|tea> three\n12:03 <Ana> four\n"
        "12:04 * ana is now known as cook\n12:05 <cook> five\n12:06 <|> odd"
    )
    found = only(text)
    assert found.people == ("ana", "|")
    assert [entry.who for entry in found.entries] == ["ana"] * 5 + ["|"]


def test_a_nick_can_be_said_to_be_somebody() -> None:
    found = only("<cjw> hi\n<CJW_> there", renamed={"cjw": "Chidi"})
    assert found.people == ("Chidi",)
    assert found.also_called == (("cjw", "Chidi"),)


def test_a_sign_stands_alone_or_is_none() -> None:
    words = ["+1", "=) nice", "!ping", "*cough*", "? what", "+ first aid", "% pots: ana", "\\o/"]
    assert [each for _, each in written(only("\n".join(f"<ana> {word}" for word in words)))] == [
        f"\\{word}" for word in words
    ]
    typed = ["= Doors open", "! call", "* a shelf", "?? who"]
    assert [each for _, each in written(only("\n".join(f"<a> {word}" for word in typed)))] == typed


def test_bots_and_their_commands_are_left_out() -> None:
    text = (
        "<Zakim> ana, you wanted to ask\n<zakim> I see ana there\n<ana> zakim, who is here?\n"
        "<ana> q+\n<ana> q?\n<bo> ack ana\n<ana> rrsagent, make minutes\n<ana> #save\n<bo> hello"
    )
    found = only(text)
    assert (written(found), found.left_out) == ([("bo", "\\hello")], 8)


def test_words_that_only_begin_like_furniture_are_words() -> None:
    words = [
        "present - three of us",
        "Present: all of us were there",
        "scribe: we need one, please help",
        "q+ to ask about the wall",
        "ack the budget",
        "chair: the red one is broken",
        "meeting tomorrow?",
        "regrets: bo",
        "#vote yes",
        "present-day politics",
    ]
    found = only("\n".join(f"<ana> {word}" for word in words))
    assert [each.removeprefix("\\") for _, each in written(found)] == words
    assert found.people == ("ana",)


def test_a_topic_that_zakim_takes_up_is_one() -> None:
    text = "<ana> hi\n<Zakim> agendum 2 -- The shelf -- taken up [from ana]"
    assert written(only(text))[1] == ("", "#topic The shelf")


def test_so_many_people_can_be_there_and_of_the_others_no_words_are_lost() -> None:
    text = "\n".join(f"<n{place}x> word{place}" for place in range(MOST_PEOPLE + 3))
    found = only(text)
    assert len(found.people) == MOST_PEOPLE
    assert found.entries[-1].words == f"\\n{MOST_PEOPLE + 2}x: word{MOST_PEOPLE + 2}"


def test_nobody_says_anything_in_a_log_of_furniture() -> None:
    for text in ("", "\n\n", "12:00 -!- ana has joined #x", "<zakim> hello", "just words"):
        assert read(text).meetings == ()


@given(st.binary(max_size=400))
def test_any_bytes_as_a_log_are_read(data: bytes) -> None:
    if data[:2] not in (b"\x1f\x8b", b"PK") and data.count(0) * 10 <= len(data):
        for kind in Kind:
            read(data, kind)


@given(st.lists(st.tuples(st.sampled_from(("ana", "bo")), st.text(LATIN, max_size=60)), min_size=1))
def test_every_line_is_in_the_meeting_or_counted_and_no_words_are_lost(
    said: list[tuple[str, str]],
) -> None:
    text = "\n".join(f"<{nick}> x{words}" for nick, words in said)
    found = only(text)
    assert found.left_out == 0
    assert [entry.words.removeprefix("\\") for entry in found.entries] == [
        f"x{words}".strip() for _, words in said
    ]
    anything = read("\n".join(f"<{nick}> {words}" for nick, words in said))
    for meeting in anything.meetings:
        assert len(meeting.entries) + meeting.left_out == len(said)
