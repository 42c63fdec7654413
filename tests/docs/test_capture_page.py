"""The page about the line says what the grammar knows, and nothing else."""

from __future__ import annotations

import re

from support.project import ROOT

from facilitator.core.capture import understand
from facilitator.core.forms import FORMS

PAGE = (ROOT / "docs" / "capture.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
    for row in PAGE.splitlines()
    if row.startswith("| ") and row.count("|") == 5
]


def test_the_table_is_that_of_the_forms() -> None:
    head, _, *rows = ROWS
    assert head[:3] == ["meaning", "sign", "also understood"]
    assert [row[0] for row in rows] == [form.meaning for form in FORMS]
    for row, form in zip(rows, FORMS, strict=True):
        assert row[1].strip("`") == form.sign
        assert row[3].strip("`") == form.example
        said = re.findall(r"`([^`]+)`", row[2])
        assert [each for each in said if each.startswith("#")] == list(form.tags)
        words = [each.removesuffix(":") for each in said if not each.startswith("#")]
        assert words == [word for word in form.words if word in words]
        assert all(word.isascii() and word in form.words for word in words)


def test_every_english_word_of_a_form_is_in_the_table() -> None:
    others = {"AUFGABE", "TAREA", "TAREFA", "BESCHLUSS", "ACUERDO", "IDEE", "IDEIA", "FRAGE"}
    others |= {"PREGUNTA", "PERGUNTA", "THEMA", "TEMA", "SUJET", "ASSUNTO"}
    for form in FORMS:
        for word in form.words:
            if word.isascii() and word not in others:
                assert f"`{word}:`" in PAGE


def test_each_example_of_a_promise_is_understood_as_the_page_says() -> None:
    names = {"1@a": "Ana", "2@a": "Bo", "3@a": "Chidi"}
    both = [line for line in re.findall(r"`(! [^`]+)`", PAGE) if "carry" in line]
    assert len(both) == 2
    for line in both:
        assert (understand(line, names).owner, understand(line, names).others) == ("1@a", ("2@a",))
    dates = re.findall(r"`((?:by|before|in|bis|antes|dans|até) [^`]+)`", PAGE)
    assert len(dates) == 8
    for words in dates:
        assert understand(f"! call {words}", names).due
    assert not understand("! bring soup in a pot", names).due
