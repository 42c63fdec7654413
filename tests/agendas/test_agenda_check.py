"""What is said about agenda files that are wrong, and on which line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.agendas import BadAgenda, check, load
from facilitator.core.agenda import Closing, Filing, Round

GOOD = """\
title = "Friday"
[[step]]
kind = "round"
title = "Check-in"
prompt = "How are you?"
minutes = 5
"""
HEAD = 'title = "Friday"\n'
CLOSE = '[[step]]\nkind = "closing"\ntitle = "Close"\n'
ROUND = '[[step]]\nkind = "round"\ntitle = "Talk"\nprompt = "What?"\n'
DISCUSSION = '[[step]]\nkind = "discussion"\ntitle = "Talk"\nprompt = "What?"\n'
MUSTER = '[[step]]\nkind = "muster"\ntitle = "Out"\nprompt = "Here?"\n'
ROLES = '[[step]]\nkind = "roles"\ntitle = "Roles"\n'

KINDS = (
    '"opening", "round", "discussion", "muster", "roles", "selection", "handoffs", "commitments", '
    '"break" or "closing"'
)
FILINGS = (
    '"note", "check-in", "witnessed", "skill", "teach", "wish", "pair", "build", "check-out", '
    '"question", "link" or "topic"'
)
SAVE = "in your editor, save the file with the encoding UTF-8"
WORDS_NEED_QUOTES = 'this is not a value; words need quotes, such as title = "Welcome"'
LEFT_OVER = "there is something left over after the value; words need quotes, numbers no unit"
BELONGS_TO_ROUND = 'is not known here; it belongs in a [[step]] of kind "round"'
NO_STEPS = "there are no steps; add at least one, beginning with [[step]]"

ONE_MISTAKE = {
    "minutes in words": (HEAD + CLOSE + 'minutes = "ten"\n', 5, 'it is "ten"'),
    "minutes in words, and what would be right": (
        HEAD + CLOSE + 'minutes = "ten"\n',
        5,
        "minutes must be a whole number of minutes, such as 10",
    ),
    "half minutes": (HEAD + CLOSE + "minutes = 2.5\n", 5, "such as 10; it is 2.5"),
    "minutes as a truth": (HEAD + CLOSE + "minutes = true\n", 5, "such as 10; it is true"),
    "minutes as a date": (HEAD + CLOSE + "minutes = 2024-01-01\n", 5, "it is a date"),
    "minutes as a time": (HEAD + CLOSE + "minutes = 00:10:00\n", 5, "it is a time of day"),
    "negative minutes": (
        HEAD + CLOSE + "minutes = -5\n",
        5,
        "minutes must be from 0 to 1440 (24 hours); it is -5",
    ),
    "absurd minutes": (HEAD + CLOSE + "minutes = 1441\n", 5, "(24 hours); it is 1441"),
    "endless minutes": (
        HEAD + CLOSE + f"minutes = {10**25}\n",
        5,
        "it is a number of more than 20 digits",
    ),
    "minutes that Python will not read": (
        HEAD + CLOSE + "minutes = " + "9" * 5000 + "\n",
        5,
        "the number here is far too long",
    ),
    "too short a turn": (
        HEAD + ROUND + "seconds_each = 4\n",
        6,
        "seconds_each must be from 5 to 3600 (one hour); it is 4",
    ),
    "too long a turn": (HEAD + ROUND + "seconds_each = 3601\n", 6, "(one hour); it is 3601"),
    "a misspelled key": (
        HEAD + CLOSE + "minuts = 5\n",
        5,
        '"minuts" is not known here; did you mean "minutes"?',
    ),
    "a key in capitals": (HEAD + CLOSE + "Minutes = 5\n", 5, 'did you mean "minutes"?'),
    "another word for a key": (HEAD + CLOSE + "duration = 5\n", 5, 'did you mean "minutes"?'),
    "a key that nothing is like": (
        HEAD + CLOSE + "xyzzy = 5\n",
        5,
        '"xyzzy" is not known here; known here are kind, title, minutes, clock, script',
    ),
    "a key with letters that cannot be seen": (
        HEAD + CLOSE + '"\\u001b[2J" = 5\n',
        5,
        '"\\u001b[2J" is not known here; known here are',
    ),
    "a key of another kind of step": (
        HEAD + CLOSE + 'prompt = "Why?"\n',
        5,
        '"prompt" ' + BELONGS_TO_ROUND,
    ),
    "a key of a step above the first step": (
        HEAD + "minutes = 5\n" + CLOSE,
        2,
        '"minutes" is not known here; it belongs in a [[step]]',
    ),
    "a key of a role in a step": (
        HEAD + ROLES + "days = 5\n",
        5,
        '"days" is not known here; it belongs in [[step.openings]]',
    ),
    "a misspelled title of the whole": (
        'titel = "Friday"\n' + CLOSE,
        1,
        '"titel" is not known here; did you mean "title"?',
    ),
    "a misspelled header": (
        HEAD + CLOSE.replace("[[step]]", "[[setp]]"),
        2,
        '"setp" is not known here; did you mean "step"?',
    ),
    "openings of no step": (
        HEAD + CLOSE + '[[openings]]\nname = "x"\n',
        5,
        '"openings" is not known here; it belongs in a [[step]] of kind "roles"',
    ),
    "an unknown kind": (
        HEAD + '[[step]]\nkind = "ronud"\ntitle = "Talk"\nprompt = "What?"\n',
        3,
        f'kind must be {KINDS}; it is "ronud"; did you mean "round"?',
    ),
    "another word for a discussion": (
        HEAD + DISCUSSION.replace("discussion", "Stack"),
        3,
        f'kind must be {KINDS}; it is "Stack"; did you mean "discussion"?',
    ),
    "another word for a muster": (
        HEAD + MUSTER.replace("muster", "roll call"),
        3,
        'it is "roll call"; did you mean "muster"?',
    ),
    "another word for a round, whose keys are then known": (
        HEAD + ROUND.replace('"round"', '"check-in"') + "seconds_each = 20\nrounds = 2\n",
        3,
        'it is "check-in"; did you mean "round"?',
    ),
    "rounds of a discussion": (
        HEAD + DISCUSSION + "rounds = 2\n",
        6,
        f'"rounds" {BELONGS_TO_ROUND}',
    ),
    "rounds under another name": (
        HEAD + ROUND + "repeat = 2\n",
        6,
        '"repeat" is not known here; did you mean "rounds"?',
    ),
    "a round that never ends": (
        HEAD + ROUND + "rounds = 6\n",
        6,
        "rounds must be from 1 to 5 (five rounds); it is 6",
    ),
    "rounds in words": (
        HEAD + ROUND + 'rounds = "twice"\n',
        6,
        'rounds must be a whole number of rounds, such as 2; it is "twice"',
    ),
    "time for each at a muster": (
        HEAD + MUSTER + "seconds_each = 20\n",
        6,
        'it belongs in a [[step]] of kind "round", "discussion" or "selection"',
    ),
    "a discussion without a question": (
        HEAD + '[[step]]\nkind = "discussion"\ntitle = "Talk"\n',
        2,
        'prompt is missing; add prompt = "…"',
    ),
    "a key with a space": (
        HEAD + ROUND + '"Seconds each" = 20\n',
        6,
        'did you mean "seconds_each"?',
    ),
    "a kind like nothing known": (
        HEAD + '[[step]]\nkind = "xyzzy"\ntitle = "Talk"\n',
        3,
        f'kind must be {KINDS}; it is "xyzzy"',
    ),
    "a kind that is no word": (
        HEAD + '[[step]]\nkind = 1\ntitle = "Talk"\n',
        3,
        f"kind must be {KINDS}; it is 1",
    ),
    "no kind": (
        HEAD + '[[step]]\ntitle = "Talk"\n',
        2,
        f"kind is missing; add kind = and one of {KINDS}",
    ),
    "another word for kind": (
        HEAD + '[[step]]\ntype = "closing"\ntitle = "Close"\n',
        3,
        '"type" is not known here; did you mean "kind"?',
    ),
    "an unknown clock": (
        HEAD + CLOSE + 'clock = "sideways"\n',
        5,
        'clock must be "down", "up" or "hidden"; it is "sideways"',
    ),
    "a misspelled clock": (HEAD + CLOSE + 'clock = "Down"\n', 5, 'did you mean "down"?'),
    "an unknown occasion": (
        'title = "x"\noccasion = "debriefing"\n' + CLOSE,
        2,
        'occasion must be "debrief" or "skill-share"; it is "debriefing"; did you mean "debrief"?',
    ),
    "an occasion in a step": (
        HEAD + CLOSE + 'occasion = "debrief"\n',
        5,
        '"occasion" is not known here; it belongs in the lines above the first [[step]]',
    ),
    "yes in place of true": (
        HEAD + ROUND + 'asks = "yes"\n',
        6,
        'asks must be true or false; it is "yes"',
    ),
    "a question after a step that is no topic": (
        HEAD + CLOSE + "asks = true\n",
        5,
        '"asks" is not known here; it belongs in a [[step]] of kind "round" or "discussion"',
    ),
    "an unknown filing": (
        HEAD + ROUND + 'filing = "skills"\n',
        6,
        f'filing must be {FILINGS}; it is "skills"; did you mean "skill"?',
    ),
    "no title": (CLOSE, 1, 'title is missing; add title = "…"'),
    "no title of a step": (
        HEAD + '\n[[step]]\nkind = "break"\n',
        3,
        'title is missing; add title = "…"',
    ),
    "no prompt": (
        HEAD + '[[step]]\nkind = "round"\ntitle = "Talk"\n',
        2,
        'prompt is missing; add prompt = "…"',
    ),
    "an empty title": (
        'title = ""\n' + CLOSE,
        1,
        "title is empty; write a few words between the quotes",
    ),
    "a blank prompt": (
        HEAD + ROUND.replace("What?", "  "),
        5,
        "prompt is empty; write a few words between the quotes",
    ),
    "an endless title": (
        f'title = "{"x" * 10_001}"\n' + CLOSE,
        1,
        "title has 10001 characters; 10000 are the most",
    ),
    "a title that is a number": (
        "title = 5\n" + CLOSE,
        1,
        "title must be words in quotes; it is 5",
    ),
    "a script that is a list": (
        HEAD + CLOSE + "script = []\n",
        5,
        "script must be words in quotes; it is a list",
    ),
    "agreements that are no list": (
        HEAD + '[[step]]\nkind = "opening"\ntitle = "Open"\nagreements = "Phones off"\n',
        5,
        'agreements must be a list, such as ["one", "two"]; it is "Phones off"',
    ),
    "an agreement that is no text": (
        HEAD + '[[step]]\nkind = "opening"\ntitle = "Open"\nagreements = [\n  "one",\n  2,\n]\n',
        7,
        "number 2 of agreements must be words in quotes; it is 2",
    ),
    "an empty agreement": (
        HEAD + '[[step]]\nkind = "opening"\ntitle = "Open"\nagreements = ["one", ""]\n',
        5,
        "number 2 of agreements is empty; write a few words between the quotes",
    ),
    "openings that are no tables": (
        HEAD + ROLES + 'openings = "pots"\n',
        5,
        'openings must be tables, each beginning with [[step.openings]]; it is "pots"',
    ),
    "an opening that is no table": (
        HEAD + ROLES + 'openings = [\n"pots"]\n',
        6,
        'number 1 of openings must be a table; it is "pots"',
    ),
    "an opening without a name": (
        HEAD + ROLES + '[[step.openings]]\npurpose = "x"\n',
        5,
        'name is missing; add name = "…"',
    ),
    "an opening with a title": (
        HEAD + ROLES + '[[step.openings]]\ntitle = "x"\n',
        6,
        '"title" is not known here; did you mean "name"?',
    ),
    "an opening for no days": (
        HEAD + ROLES + 'openings = [{ name = "x" },\n  { name = "y", days = 0 }]\n',
        6,
        "days must be from 1 to 366 (a year); it is 0",
    ),
    "no steps": (HEAD, 1, NO_STEPS),
    "an empty list of steps": (HEAD + "\nstep = []\n", 3, NO_STEPS),
    "steps that are a word": (
        HEAD + 'step = "x"\n',
        2,
        'step must be tables, each beginning with [[step]]; it is "x"',
    ),
    "a step that is a word": (
        HEAD + 'step = ["x"]\n',
        2,
        'number 1 of step must be a table; it is "x"',
    ),
    "more steps than a day holds": (
        HEAD + CLOSE * 201,
        2,
        "there are 201 steps; 200 are the most",
    ),
    "single brackets": (
        HEAD + CLOSE.replace("[[step]]", "[step]"),
        2,
        "[step] needs double brackets here: [[step]]",
    ),
    "single brackets further on": (
        HEAD + CLOSE + CLOSE.replace("[[step]]", "[step]"),
        5,
        "[step] needs double brackets here: [[step]]",
    ),
    "single brackets of openings": (
        HEAD + ROLES + '[step.openings]\nname = "x"\n',
        5,
        "[step.openings] needs double brackets here: [[step.openings]]",
    ),
    "an empty file": ("", 1, "there is nothing here; an agenda needs title = "),
    "a file of comments": ("# one\n# two\n", 1, "there is nothing here; an agenda needs title = "),
    "a title without quotes": ("title = Friday\n" + CLOSE, 1, WORDS_NEED_QUOTES),
    "a key without a value": (
        HEAD + CLOSE + "minutes =\n",
        5,
        '"minutes" has no value; write one after the =, or delete the line',
    ),
    "a title with an open quote": (
        'title = "Friday\n' + CLOSE,
        1,
        'the words here lack their closing quote "',
    ),
    "curly quotes": (
        "title = “Friday”\n" + CLOSE,
        1,
        "there are curly quotes here; use straight ones",
    ),
    "minutes with a unit": (HEAD + CLOSE + "minutes = 5 min\n", 5, LEFT_OVER),
    "no equals sign": (HEAD + CLOSE + "minutes 5\n", 5, "an = is missing: a line is key = value"),
    "a line of prose": (
        HEAD + "Welcome, everyone.\n" + CLOSE,
        2,
        "an = is missing: a line is key = value, such as minutes = 10",
    ),
    "a line of signs": (
        HEAD + "!!!\n" + CLOSE,
        2,
        "this is neither key = value, nor [[step]], nor a # comment",
    ),
    "a key given twice": (
        HEAD + CLOSE + 'title = """\nAgain"""\n',
        5,
        '"title" is given twice; keep one of the two',
    ),
    "a header without an end": (
        HEAD + CLOSE.replace("[[step]]", "[[step]"),
        2,
        "a closing bracket is missing; a step begins with [[step]]",
    ),
    "a list without an end": (
        HEAD + CLOSE + 'script = [\n "a",\n' + CLOSE,
        5,
        "the list that begins here with [ never ends: add its ]",
    ),
    "a list without an end before a key": (
        HEAD + '[[step]]\ntitle = "Open"\nagreements = [\n "a"\n\nkind = "opening"\n',
        4,
        "the list that begins here with [ never ends: add its ]",
    ),
    "a list without a comma": (
        HEAD + '[[step]]\nkind = "opening"\ntitle = "Open"\nagreements = [\n "a"\n "b"\n]\n',
        7,
        "the list lacks a comma here, or its closing ] before this",
    ),
    "a text without an end": (
        HEAD + CLOSE + 'script = """\nWelcome\n\n',
        5,
        'the text that begins here with """ never ends: add its """',
    ),
    "a lone backslash": (
        HEAD + CLOSE + 'script = "C:\\docs"\n',
        5,
        r"a backslash here must be doubled: \\ stands for one",
    ),
    "a control character": (
        HEAD + '# \x07\n[[step]]\nkind = "closing"\ntitle = "\x1b[2J"\n',
        2,
        r"the character '\x07' cannot stand here; delete it",
    ),
    "nesting without end": (
        HEAD + CLOSE + "script = " + "[" * 50 + "\n",
        5,
        "this is nested too deeply; an agenda has steps and openings",
    ),
    "a NUL byte": (
        HEAD + "\n\0" + CLOSE,
        3,
        f"there is a NUL byte here, so this is not a text file; {SAVE}",
    ),
}


def write(folder: Path, content: str | bytes) -> str:
    """The path of a new file with this content."""
    path = folder / "debrief.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def said(folder: Path, content: str | bytes) -> list[str]:
    """What `check` says about a file of this content, without the folder."""
    file = write(folder, content)
    return [str(problem).removeprefix(f"{folder}{os.sep}") for problem in check(file)]


@pytest.mark.parametrize("wrong", ONE_MISTAKE)
def test_a_mistake_is_reported_on_its_line_and_says_what_would_be_right(
    wrong: str, tmp_path: Path
) -> None:
    content, line, text = ONE_MISTAKE[wrong]
    first = said(tmp_path, content)[0]
    assert first.startswith(f"debrief.toml:{line}: ")
    assert text in first


@pytest.mark.parametrize("wrong", sorted(set(ONE_MISTAKE) - {"a control character"}))
def test_one_mistake_is_reported_once(wrong: str, tmp_path: Path) -> None:
    assert len(said(tmp_path, ONE_MISTAKE[wrong][0])) == 1


@pytest.mark.parametrize("wrong", ONE_MISTAKE)
def test_windows_line_ends_move_no_mistake(wrong: str, tmp_path: Path) -> None:
    content, line, _ = ONE_MISTAKE[wrong]
    assert check(write(tmp_path, content.replace("\n", "\r\n")))[0].line == line


def test_every_mistake_is_reported_in_one_go(tmp_path: Path) -> None:
    content = """\
titel = 5
[[step]]
kind = "ronud"
title = ""
promt = 5
minuts = "ten"
[step]
clock = "sideways"
agreements = [ "a",
   5,
title = Welcome
seconds_each = 1
[[step.openings]]
days = 0
[[step]
kind = "closing"
prompt = "x"
minutes = 5 min
"""
    places = [problem.line for problem in check(write(tmp_path, content))]
    assert places == [1, 1, 3, 4, 5, 5, 6, 6, 7, 8, 9, 11, 12, 13, 14, 15, 17, 18]


def test_a_broken_line_does_not_hide_the_mistakes_after_it(tmp_path: Path) -> None:
    assert said(tmp_path, HEAD + ROUND.replace('"What?"', "What?") + "minuts = -1\n") == [
        f"debrief.toml:5: {WORDS_NEED_QUOTES}",
        'debrief.toml:6: "minuts" is not known here; did you mean "minutes"?',
        "debrief.toml:6: minutes must be from 0 to 1440 (24 hours); it is -1",
    ]


def test_a_key_written_again_after_a_broken_line_has_its_own_line(tmp_path: Path) -> None:
    lines = [one.line for one in check(write(tmp_path, HEAD + CLOSE + "minutes =\nminutes = -1\n"))]
    assert lines == [5, 6]


def test_a_file_that_is_no_agenda_at_all_gets_a_bounded_answer(tmp_path: Path) -> None:
    assert 1 <= len(said(tmp_path, "What is this?\n" * 5000)) <= 20


@pytest.mark.parametrize(
    "content",
    [GOOD, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.rstrip(), "\n\n" + GOOD + "# é\n"],
    ids=["as it is", "a byte order mark", "Windows line ends", "no last line end", "accents"],
)
def test_a_good_file_has_no_problems_and_can_be_loaded(content: str, tmp_path: Path) -> None:
    file = write(tmp_path, content)
    assert check(file) == []
    agenda = load(file)
    assert agenda.steps == (Round(title="Check-in", prompt="How are you?", minutes=5),)
    assert agenda.steps[0].filed_as is Filing.NOTE


def test_a_step_needs_no_more_than_a_kind_and_a_title(tmp_path: Path) -> None:
    assert load(write(tmp_path, HEAD + CLOSE)).steps == (Closing(title="Close"),)


def test_loading_a_bad_file_raises_every_problem(tmp_path: Path) -> None:
    file = write(tmp_path, HEAD + CLOSE + "minuts = 1\nclok = 1\n")
    with pytest.raises(BadAgenda) as raised:
        load(file)
    assert raised.value.problems == check(file)
    assert len(str(raised.value).splitlines()) == len(check(file)) == 3


def test_bytes_that_are_not_utf_8_are_named_with_their_line(tmp_path: Path) -> None:
    content = (HEAD + CLOSE).encode() + b"minuts = 5\nscript = 'caf\xe9'\n"
    assert said(tmp_path, content) == [
        'debrief.toml:5: "minuts" is not known here; did you mean "minutes"?',
        f"debrief.toml:6: the byte 0xE9 here is not UTF-8; {SAVE}",
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-16-be"])
def test_a_file_in_another_unicode_encoding_says_what_to_do(encoding: str, tmp_path: Path) -> None:
    (only,) = said(tmp_path, GOOD.encode(encoding))
    assert only.startswith("debrief.toml:1: ")
    assert only.endswith(SAVE)


def test_a_missing_file_is_a_problem_in_its_first_line(tmp_path: Path) -> None:
    (problem,) = check(tmp_path / "nowhere.toml")
    assert problem.line == 1
    assert problem.text.startswith("there is no such file")


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    assert check(tmp_path)[0].text == "this is a folder; name one of the files in it"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert check(tmp_path / "pipe.toml")[0].text.startswith("this is not a file")


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    assert check(loop)[0].text == "the file cannot be read: too many levels of symbolic links"


def test_a_file_name_that_no_system_allows_is_a_problem() -> None:
    assert str(check("a\0\x1b.toml")[0]) == r"a\x00\x1b.toml:1: this cannot be the name of a file"


def test_a_huge_file_is_refused_and_one_at_the_limit_is_not(tmp_path: Path) -> None:
    padding = "#" * (1_000_000 - len(GOOD) - 1) + "\n"
    assert check(write(tmp_path, GOOD + padding)) == []
    assert said(tmp_path, GOOD + "#" + padding) == [
        "debrief.toml:1: the file is larger than 1 MB; an agenda is a page or two of text"
    ]
