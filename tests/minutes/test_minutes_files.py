from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from hostile import EMPTY, HOSTILE, typed
from hypothesis import given
from hypothesis import strategies as st

from facilitator.minutes import files
from facilitator.minutes.escape import quoted
from facilitator.minutes.filenames import (
    MOST_BYTES,
    candidates,
    edited_candidates,
    is_edited,
    same_name_key,
)
from facilitator.minutes.files import MinutesProblem, file_name, find, write

DAY = "2026-11-27"
FORBIDDEN = set('<>:"/\\|?*')


def minutes(meeting: str, words: str = "Hello.") -> str:
    return f'---\ntitle: "Kitchen"\nmeeting: {quoted(meeting)}\n---\n\n# Kitchen\n\n{words}\n'


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Flood kitchen", "2026-11-27 Flood kitchen.md"),
        ("What now? Tools/skills: a talk", "2026-11-27 What now Tools skills a talk.md"),
        ("../../etc/passwd", "2026-11-27 etc passwd.md"),
        (".hidden -rf", "2026-11-27 hidden rf.md"),
        ("CON", "2026-11-27 CON.md"),
        ("Ends with dots. . .", "2026-11-27 Ends with dots.md"),
        ("v1.2, second try", "2026-11-27 v1.2, second try.md"),
        ("Küche é", "2026-11-27 Küche é.md"),
        ("Кухня после потопа", "2026-11-27 Кухня после потопа.md"),
        ("救灾 厨房", "2026-11-27 救灾 厨房.md"),
        ("\u202egnp.exe", "2026-11-27 gnp.exe.md"),
        ("a\x1b[2Jb\nc", "2026-11-27 a 2Jb c.md"),
        ("🎉\ufe0f", "2026-11-27 Meeting.md"),
        ("", "2026-11-27 Meeting.md"),
    ],
)
def test_a_file_is_named_by_its_date_and_title(title: str, name: str) -> None:
    assert file_name(DAY, title) == name


def test_a_strange_date_is_no_way_into_another_folder() -> None:
    assert file_name("../../x", "Kitchen") == "undated Kitchen.md"


@given(typed, st.sampled_from(["1@a", "12@k7f3", "../x", "", "9" * 200]))
def test_every_name_is_safe_on_every_system(title: str, meeting: str) -> None:
    for name in islice(candidates(DAY, title, meeting), 3):
        for each in (name, *islice(edited_candidates(name), 2)):
            stem = each.removesuffix(".md")
            assert each.startswith(DAY)
            assert each.endswith(".md")
            assert len(each.encode()) <= MOST_BYTES
            assert not FORBIDDEN & set(each)
            assert stem == stem.rstrip(" .")
            assert "  " not in each
            assert unicodedata.normalize("NFC", each) == each
            assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in each)


def test_the_names_to_try_are_all_different() -> None:
    for title in ("x" * 500, "é" * 90, "Kitchen"):
        some = list(islice(candidates(DAY, title, "12@k7f3"), 20))
        assert len({same_name_key(name) for name in some}) == len(some)
        assert all(is_edited(name) for name in islice(edited_candidates(some[0]), 3))
        assert not any(is_edited(name) for name in some)


@pytest.mark.parametrize("title", [*HOSTILE, *EMPTY], ids=range(len(HOSTILE + EMPTY)))
def test_minutes_with_a_hostile_title_are_written_into_their_folder(
    tmp_path: Path, title: str
) -> None:
    path = write(tmp_path / "minutes", "1@a", DAY, title, minutes("1@a"))
    assert path.parent == tmp_path / "minutes"
    assert names(tmp_path) == ["minutes"]
    assert names(path.parent) == [path.name]


def test_what_is_written_is_the_text_with_a_fingerprint_in_its_head(tmp_path: Path) -> None:
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    rows = path.read_text(encoding="utf-8").split("\n")
    stamp = next(row for row in rows if row.startswith("fingerprint: "))
    assert rows.index(stamp) == rows.index('meeting: "1@a"') + 1
    rows.remove(stamp)
    assert "\n".join(rows) == minutes("1@a")


@pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX systems")
def test_only_the_owner_can_read_the_minutes(tmp_path: Path) -> None:
    path = write(tmp_path / "minutes", "1@a", DAY, "Kitchen", minutes("1@a"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_writing_again_replaces_what_the_program_wrote(tmp_path: Path) -> None:
    first = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    again = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a", "More."))
    assert again == first
    assert "More." in again.read_text(encoding="utf-8")
    assert names(tmp_path) == [first.name]


def test_writing_the_same_leaves_the_file_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    before = path.stat()
    write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_two_meetings_of_the_same_name_on_the_same_day_have_two_files(tmp_path: Path) -> None:
    for title in ("Kitchen", "KITCHEN"):
        for meeting in ("1@a", "2@a", "2-a", "3@a"):
            write(tmp_path, meeting, DAY, title, minutes(meeting, f"Of {meeting}."))
    assert names(tmp_path) == [
        "2026-11-27 Kitchen (2-a).md",
        "2026-11-27 Kitchen (2-a, 2).md",
        "2026-11-27 Kitchen (3-a).md",
        "2026-11-27 Kitchen.md",
    ]
    for meeting in ("1@a", "2@a", "2-a", "3@a"):
        path = find(tmp_path, meeting)
        assert path is not None
        assert f"Of {meeting}." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [b"", b"My diary.\n", b"\xff\xfe\x00", b'---\nmeeting: "1@a"\n', b"---\nmeeting: [1@a]\n---\n"],
)
def test_a_file_that_is_not_minutes_is_never_overwritten(tmp_path: Path, content: bytes) -> None:
    stranger = tmp_path / file_name(DAY, "kitchen")
    stranger.write_bytes(content)
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    assert path != stranger
    assert same_name_key(path.name) != same_name_key(stranger.name)
    assert stranger.read_bytes() == content


def test_a_folder_in_the_way_is_gone_around(tmp_path: Path) -> None:
    (tmp_path / file_name(DAY, "Kitchen")).mkdir()
    assert write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a")).is_file()


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("Hello.", "Hello, and thank you."),
        lambda text: text + "\nP.S.\n",
        lambda text: "\n".join(row for row in text.split("\n") if "fingerprint" not in row),
        lambda text: text.replace('"Kitchen"', '"Our kitchen"'),
    ],
)
def test_a_version_edited_by_hand_is_kept(tmp_path: Path, edit: Callable[[str], str]) -> None:
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    edited = edit(path.read_text(encoding="utf-8"))
    path.write_text(edited, encoding="utf-8")
    assert write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a", "More.")) == path
    kept = tmp_path / "2026-11-27 Kitchen (edited by hand).md"
    assert kept.read_text(encoding="utf-8") == edited
    assert "More." in path.read_text(encoding="utf-8")

    write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a", "Yet more."))
    assert names(tmp_path) == [kept.name, path.name]
    assert find(tmp_path, "1@a") == path


def test_every_edited_version_is_kept(tmp_path: Path) -> None:
    for words in ("One.", "Two.", "Two.", "Three."):
        path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
        path.write_text(minutes("1@a", words), encoding="utf-8")
    write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    kept = [entry for entry in sorted(tmp_path.iterdir()) if is_edited(entry.name)]
    assert sorted(each.read_text(encoding="utf-8") for each in kept) == sorted(
        minutes("1@a", words) for words in ("One.", "Two.", "Three.")
    )


@pytest.mark.parametrize(
    "resave",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.rstrip(b"\n"),
        lambda data: data + b"\n\n",
    ],
)
def test_an_editor_that_only_saves_differently_has_edited_nothing(
    tmp_path: Path, resave: Callable[[bytes], bytes]
) -> None:
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    path.write_bytes(resave(path.read_bytes()))
    write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a", "More."))
    assert names(tmp_path) == [path.name]


def test_a_file_that_was_renamed_keeps_its_new_name(tmp_path: Path) -> None:
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    renamed = path.rename(tmp_path / "Our first debrief.md")
    assert write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a", "More.")) == renamed
    assert names(tmp_path) == ["Our first debrief.md"]


def test_a_name_that_is_taken_at_the_last_moment_is_left_to_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def taken(handle: int) -> None:
        (tmp_path / file_name(DAY, "Kitchen")).write_text("theirs")
        sync(handle)

    monkeypatch.setattr(os, "fsync", taken)
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    assert path.name == "2026-11-27 Kitchen (1-a).md"


def test_where_there_are_no_links_minutes_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    for meeting in ("1@a", "2@a"):
        write(tmp_path, meeting, DAY, "Kitchen", minutes(meeting))
    assert len(names(tmp_path)) == 2


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "does not allow"),
        (errno.EACCES, "does not allow"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_trouble_is_said_in_a_sentence_and_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    before = path.read_bytes()

    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(MinutesProblem, match=words):
        write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a", "More."))
    with pytest.raises(MinutesProblem, match=words):
        write(tmp_path, "2@a", DAY, "Kitchen", minutes("2@a"))
    assert names(tmp_path) == [path.name]
    assert path.read_bytes() == before


def test_an_edited_version_that_cannot_be_kept_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a"))
    path.write_text(minutes("1@a", "Mine."), encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "_write_new", full)
    with pytest.raises(MinutesProblem, match="Make some room"):
        write(tmp_path, "1@a", DAY, "Kitchen", minutes("1@a", "More."))
    assert path.read_text(encoding="utf-8") == minutes("1@a", "Mine.")


def test_a_file_where_the_folder_should_be_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "minutes").write_text("a file")
    with pytest.raises(MinutesProblem, match="a file where a folder should be"):
        write(tmp_path / "minutes", "1@a", DAY, "Kitchen", minutes("1@a"))
    with pytest.raises(MinutesProblem, match="read from"):
        find(tmp_path / "minutes", "1@a")


def test_a_text_that_names_another_meeting_is_refused(tmp_path: Path) -> None:
    for text in (minutes("2@a"), "# Kitchen\n"):
        with pytest.raises(ValueError, match="not the minutes of 1@a"):
            write(tmp_path / "minutes", "1@a", DAY, "Kitchen", text)
    assert names(tmp_path) == []


def test_a_meeting_without_a_file_has_none(tmp_path: Path) -> None:
    assert find(tmp_path, "1@a") is None
    assert find(tmp_path / "missing", "1@a") is None
