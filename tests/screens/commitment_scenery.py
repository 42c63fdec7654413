"""Groups that promised something, as they are photographed and played with."""

from __future__ import annotations

from role_scenery import PEOPLE, known, wait
from support.files import do, who
from support.prepared import Prepare, all_of, opened, sending

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Opening
from facilitator.session import Session

CIRCLE = Agenda(
    title="Weekly circle",
    steps=(
        Opening(title="Welcome", minutes=5, agreements=("Phones are off.",)),
        Closing(title="Close", minutes=5),
    ),
)


def one(session: Session, what: str) -> str:
    """The commitment of these words."""
    found = session.state.commitments.values()
    return next(each.id for each in found if each.what == (what,))


def promised(session: Session) -> None:
    """On Sunday 23 November a circle was held; five promised something. A month has gone by."""
    known()(session)
    for name, what, due, due_on in (
        ("Ana", "borrow the PA", "friday", "2025-11-28"),
        ("Bo", "call the printer about the flyers for the winter fair", "Dec 23", "2025-12-23"),
        ("Chidi", "ask the school for its hall", "in two months", "2026-01-23"),
        ("Dee", "bring a book", "next meeting", ""),
        ("Ana", "learn the song", "", ""),
        ("Eli", "wash the pots", "", ""),
        ("Fatima", "mend the tent", "monday", "2025-11-24"),
    ):
        do(session, intents.Commit((what,), "", who(session, name), due, due_on))
    wait(session, 14)
    do(session, intents.CarryCommitment(one(session, "borrow the PA")))
    do(
        session,
        intents.RenegotiateCommitment(
            one(session, "borrow the PA"), "in two weeks", "2025-12-21", reason=("the van broke",)
        ),
        intents.KeepCommitment(one(session, "wash the pots")),
        intents.ReleaseCommitment(one(session, "mend the tent"), ("it was stolen",)),
    )
    wait(session, 16)


usual: Prepare = all_of(promised, opened(*PEOPLE[:4], agenda=CIRCLE))
"""The next circle has just been opened, on Tuesday 23 December."""

settled: Prepare = all_of(
    usual,
    lambda session: do(
        session,
        intents.KeepCommitment(one(session, "borrow the PA")),
        intents.CarryCommitment(one(session, "bring a book")),
        intents.Commit(("sweep",), "step-1", who(session, "Bo"), "friday", "2025-12-26"),
        intents.Commit(("sweep",), "step-1", who(session, "Ana"), "friday", "2025-12-26"),
        intents.GoToStep("step-1", "step-2"),
    ),
)
"""It has spoken of two of them, and promised more."""


def cruel(*words: str) -> Prepare:
    """People and promises of any words; some are overdue."""

    def prepare(session: Session) -> None:
        known(*words)(session)
        for place, name in enumerate(words):
            what = words[(place + 1) % len(words)]
            due, due_on = ("friday", "2025-11-28") if place % 2 else (what[:200], "")
            do(session, intents.Commit((what,), "", who(session, name), due, due_on))
        for place, each in enumerate([*session.state.commitments]):
            if place % 4 == 3:
                do(session, intents.ReleaseCommitment(each, (words[place % len(words)],)))
        wait(session, 30)

    return prepare


def opening(*people: str) -> Prepare:
    """A circle with these people has just been opened."""
    return all_of(opened(*people, agenda=CIRCLE), sending())
