"""Which file a name means, and how a new one is started."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.agendas import (
    BadAgenda,
    UnknownAgenda,
    WillNotWrite,
    all_agendas,
    check,
    copy_of,
    find,
    load,
    own_folder,
    template,
    write_new,
)
from facilitator.core.agenda import STEP_KINDS, Selection

SHIPPED = [
    *("after-action-review", "debrief-commons", "decompression", "general-assembly"),
    *("lean-coffee", "readiness-drill", "skill-share", "weekly-circle", "working-group-start"),
]
ALL = ", ".join(SHIPPED)
MINE = 'title = "Mine"\n[[step]]\nkind = "closing"\ntitle = "Close"\n'


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group's own folder, which does not exist yet."""
    folder = tmp_path / "own"
    monkeypatch.setenv("FACILITATOR_AGENDAS", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def put(folder: Path, name: str, text: str = MINE) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_agendas_are_there_without_a_folder_of_ones_own() -> None:
    found = {agenda.name: agenda.shipped for agenda in all_agendas()}
    assert found == dict.fromkeys(SHIPPED, True)


def test_the_groups_own_agenda_comes_before_a_shipped_one_of_its_name(own: Path) -> None:
    path = put(own, "weekly-circle.toml")
    assert find("weekly-circle") == path
    assert [agenda.name for agenda in all_agendas()] == SHIPPED
    assert [agenda.name for agenda in all_agendas() if not agenda.shipped] == ["weekly-circle"]


def test_only_visible_toml_files_are_agendas(own: Path) -> None:
    for name in ("notes.txt", ".hidden.toml", "friday.toml"):
        put(own, name)
    (own / "folder.toml").mkdir()
    names = [agenda.name for agenda in all_agendas() if not agenda.shipped]
    assert names == ["friday"]


def test_without_the_variable_agendas_are_kept_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("FACILITATOR_AGENDAS")
    assert own_folder().is_absolute()
    assert own_folder().parts[-2:] == ("facilitator", "agendas")


def test_a_path_is_taken_wherever_a_name_is(tmp_path: Path) -> None:
    put(tmp_path, "draft.toml")
    assert load(find("draft.toml")).title == "Mine"
    assert load(find(f".{os.sep}draft.toml")).title == "Mine"


def test_a_name_is_never_a_path(tmp_path: Path) -> None:
    put(tmp_path, "draft")
    put(tmp_path, "draft.toml")
    with pytest.raises(UnknownAgenda, match='there is no agenda "draft"'):
        find("draft")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("debreif", 'there is no agenda "debreif"; did you mean debrief-commons?'),
        ("assembly", 'there is no agenda "assembly"; did you mean general-assembly?'),
        ("xyzzy", f'there is no agenda "xyzzy"; there are {ALL}'),
        ("", f'there is no agenda ""; there are {ALL}'),
        ("..", f'there is no agenda ".."; there are {ALL}'),
        ("nowhere.toml", 'there is no file "nowhere.toml"'),
        ("a\0b/c.toml", 'there is no file "a\\u0000b/c.toml"'),
        (
            "../../etc/passwd",
            '"../../etc/passwd" is not an agenda: the file\'s name must end with .toml',
        ),
    ],
)
def test_what_cannot_be_found_is_said_in_a_sentence(name: str, words: str) -> None:
    with pytest.raises(UnknownAgenda) as raised:
        find(name)
    assert str(raised.value) == words


def test_a_new_agenda_is_found_by_its_name_and_has_no_mistakes(own: Path) -> None:
    path = write_new("friday-circle", template("friday-circle"))
    assert path == own / "friday-circle.toml" == find("friday-circle")
    assert check(path) == []
    assert load(path).title == "Friday circle"
    assert "# " in path.read_text(encoding="utf-8")


def test_a_new_agenda_makes_the_data_folder_for_the_user_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACILITATOR_AGENDAS", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "facilitator")
    folder = write_new("friday-circle", template("friday-circle")).parent
    assert folder.parent == tmp_path / "facilitator"
    assert [each.stat().st_mode & 0o777 for each in (folder.parent, folder)] == [0o700, 0o700]


@pytest.mark.parametrize("name", ["a", "2024", "círculo-semanal", "x" * 60, "ß"])
def test_a_template_of_any_safe_name_has_no_mistakes(name: str) -> None:
    assert check(write_new(name, template(name))) == []


def test_every_round_of_the_template_has_time_for_twelve_people() -> None:
    for step in load(write_new("new", template("new"))).steps:
        assert step.turn_seconds * 12 * step.planned_rounds <= step.minutes * 60


def test_the_template_has_a_discussion_and_names_every_kind_of_step() -> None:
    text = template("new")
    assert "discussion" in [step.label for step in load(write_new("new", text)).steps]
    kinds = text.partition("# - kind is ")[2].partition("# - ")[0]
    assert all(kind in kinds for kind in STEP_KINDS)


def test_the_template_has_a_selection_and_handoffs_behind_signs_that_can_be_taken_away() -> None:
    text = template("new")
    steps = [step.label for step in load(write_new("new", text)).steps]
    assert not {"selection", "handoffs"} & {*steps}
    begun, ended = text.index("#[[step]]"), text.index('[[step]]\nkind = "commitments"')
    lines = text[begun:ended].splitlines(keepends=True)
    taken = text[:begun] + "".join(line.removeprefix("#") for line in lines) + text[ended:]
    whole = load(write_new("whole", taken))
    assert [step.label for step in whole.steps] == [
        *steps[: steps.index("commitments")],
        *("selection", "handoffs"),
        *steps[steps.index("commitments") :],
    ]
    (selection,) = (step for step in whole.steps if isinstance(step, Selection))
    assert (selection.role, len(selection.weekly), len(selection.skills)) == (
        "Pantry steward",
        2,
        1,
    )
    for step in whole.steps:
        assert step.turn_seconds * 12 * step.planned_rounds <= step.minutes * 60


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "a/b", "a\\b", "../up", "a b", "a.toml", ".hidden", "-x", "x-", "a--b"),
        *("a_b", "x\n", "\x1b", 'a"b', "x" * 61, "con", "NUL", "com1", "{x}", "~", "%s", "a:b"),
    ],
)
def test_a_name_that_is_not_safe_for_a_file_is_refused(name: str, own: Path) -> None:
    with pytest.raises(WillNotWrite):
        template(name)
    with pytest.raises(WillNotWrite):
        write_new(name, MINE)
    assert not own.exists()


def test_a_file_that_is_there_is_never_written_over(own: Path) -> None:
    path = put(own, f"{'friday-' * 7}circle.toml", "precious")
    with pytest.raises(WillNotWrite) as refused:
        write_new(path.stem, MINE)
    there = f"there is a file {path} already"
    assert str(refused.value) == f"{there}; choose another name, or delete it first"
    assert path.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("to", ["drafts", "drafts/", "drafts/friday.toml"])
def test_a_new_agenda_can_be_written_to_a_folder_or_a_file(to: str, tmp_path: Path) -> None:
    write_new("friday", MINE, to)
    assert (tmp_path / "drafts" / "friday.toml").read_text(encoding="utf-8") == MINE


def test_a_copy_keeps_the_comments_and_the_words() -> None:
    text = copy_of("debrief-commons")
    assert text == find("debrief-commons").read_text(encoding="utf-8")
    assert text.startswith("# Debrief commons")


def test_a_copy_of_an_agenda_with_mistakes_is_refused(own: Path) -> None:
    put(own, "broken.toml", "title = ")
    with pytest.raises(BadAgenda):
        copy_of("broken")
