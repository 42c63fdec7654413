"""The page about logs says what is understood, and each of its rows is true."""

from __future__ import annotations

import re
from datetime import date

import click
import pytest
from support.project import ROOT

from facilitator.cli.main import main
from facilitator.cli.minutes import FORMATS
from facilitator.core.forms import Kind as Form
from facilitator.importing.bringing import Brought, foreseen
from facilitator.importing.reading import Kind, Wanted, read_log

PAGE = (ROOT / "docs" / "importing.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in row.split("|")[1:-1]]
    for row in PAGE.splitlines()
    if row.startswith("| `")
]
KINDS = {
    "a note": Form.NOTE,
    "a commitment": Form.COMMITMENT,
    "a decision": Form.DECISION,
    "an idea": Form.IDEA,
    "a question": Form.QUESTION,
    "a link": Form.LINK,
    "a step": Form.TOPIC,
    "the last line": Form.MENDING,
}


def imported(*lines: str) -> Brought:
    text = ["<bo> scribe: bo", "<ana> old doors", *(f"<bo> {line}" for line in lines)]
    (logged,) = read_log(text, Kind.IRC, Wanted((date(2015, 3, 1), ""))).meetings
    return foreseen(logged, "Kitchen", {"1@a": "Chidi"})


CASES = [
    (example, becomes)
    for cell, becomes in ROWS
    for example in re.findall(r"`([^`]+)`", cell)
    if any(becomes.startswith(kind) for kind in KINDS)
]


def test_the_table_has_a_row_for_each_kind_of_line() -> None:
    assert {next((k for k in KINDS if becomes.startswith(k)), "") for _, becomes in CASES} == {
        *KINDS
    }


@pytest.mark.parametrize(("example", "becomes"), CASES)
def test_a_line_becomes_what_the_page_says(example: str, becomes: str) -> None:
    line = example.removeprefix("<ana> ")
    if example.startswith("* ana"):
        text = ["<ana> hi", example]
        (logged,) = read_log(text, Kind.IRC, Wanted((date(2015, 3, 1), ""))).meetings
        assert logged.entries[-1].who == "ana"
        return
    kind = next(KINDS[each] for each in KINDS if becomes.startswith(each))
    assert imported(line).reading.lines[-1].kind is kind


def test_signs_mean_what_they_mean_only_with_a_space_behind_them() -> None:
    (row,) = [cell for cell, becomes in ROWS if becomes.startswith("what the sign means")]
    kinds = [imported(each).reading.lines[-1].kind for each in re.findall(r"`([^`]+)`", row)]
    assert kinds == [Form.COMMITMENT, Form.DECISION, Form.IDEA, Form.QUESTION]


@pytest.mark.parametrize(
    "example",
    [
        example
        for cell, becomes in ROWS
        for example in re.findall(r"`([^`]+)`", cell)
        if becomes.startswith(("bo took", "they were", "the first", "the title"))
    ],
)
def test_what_is_about_the_meeting_is_no_line_of_it(example: str) -> None:
    assert len(imported(example).reading.lines) == 1


def test_the_commands_and_formats_of_the_page_are_there() -> None:
    context = click.Context(main)
    group = main.get_command(context, "import")
    assert isinstance(group, click.Group)
    assert {*re.findall(r"facilitator import (\w+)", PAGE)} == {*group.commands}
    assert {"md", *re.findall(r"--format (\w+)", PAGE)} == {*FORMATS}
    for option in re.findall(r"`(--[a-z][a-z-]*)", PAGE):
        assert option in {opt for each in group.commands["irc"].params for opt in each.opts}
