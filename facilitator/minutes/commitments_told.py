"""Commitments in Markdown: what was promised by person, and what became of earlier promises."""

from __future__ import annotations

from facilitator.minutes.escape import emphasized, inline
from facilitator.minutes.model import Minutes, Promised
from facilitator.minutes.steps_told import worded
from facilitator.minutes.when import due_told

NOBODY_YET = "Nobody yet"


def commitment_lines(minutes: Minutes) -> list[str]:
    """What was promised, the commitments of each person together, with their dates."""
    first: dict[str, int] = {}
    for place, each in enumerate(minutes.commitments):
        first.setdefault(each.owner.id if each.owner is not None else "", place)
    by_person = sorted(
        minutes.commitments, key=lambda each: first[each.owner.id if each.owner else ""]
    )
    return [_task(each, minutes.began.year) for each in by_person]


def _task(promised: Promised, year: int) -> str:
    owner = promised.owner.name if promised.owner is not None else NOBODY_YET
    done = "x" if promised.state == "kept" else " "
    told = f"- [{done}] **{emphasized(owner)}**: {inline(worded(promised.what))}"
    if due := due_told(promised.due, promised.due_on, year):
        told += f" — {inline(due)}"
    if promised.state == "released":
        told += f" — {inline(f'released: {promised.reason}')}"
    return told


def followed_up_lines(minutes: Minutes) -> list[str]:
    """What became of earlier commitments, with the lineage of each."""
    return [
        f"- **{emphasized(each.owner.name if each.owner is not None else NOBODY_YET)}**: "
        f"{inline(worded(each.what))} — {inline(each.lineage)}"
        for each in minutes.followed_up
    ]
