"""A selection in lines is left only after a question while something stands in its way."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, who
from typist import typing

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Selection

AGENDA = Agenda(
    title="Choice",
    steps=(
        Selection(title="A steward", role="Pantry"),
        Closing(title="Close"),
    ),
)


@pytest.mark.parametrize("word", ["next", "step"])
def test_a_selection_with_an_objection_is_left_only_after_a_question(
    tmp_path: Path, word: str
) -> None:
    with typing(tmp_path, "Ana", "Bo", agenda=AGENDA) as typist:
        typist("begin")
        do(typist.session, intents.Propose("step-1", who(typist.session, "Bo")))
        proposal = next(iter(typist.meeting.proposals))
        ana = who(typist.session, "Ana")
        do(typist.session, intents.Object(proposal, ana, ("no evenings",)))
        typist("next", "next", "next")
        assert typist(word) == ["Ana objects to Bo. Leave this selection? yes or no."]
        assert typist("no") == ["The selection was not left."]
        assert typist.meeting.step_id == "step-1"
        typist(word, "yes")
        assert typist.meeting.step_id == "step-2"
