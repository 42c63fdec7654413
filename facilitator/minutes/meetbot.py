"""Minutes as MeetBot writes them: topics by number, what belongs to each, actions by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from facilitator.core.facts import place
from facilitator.core.step import Filing
from facilitator.core.vocabulary import FactId
from facilitator.minutes.escape import tidy
from facilitator.minutes.model import Minutes, Promised, Said, Stage, Who
from facilitator.minutes.plain import WIDTH, cells
from facilitator.minutes.steps_told import worded
from facilitator.minutes.when import due_told, full_date

UNASSIGNED = "**UNASSIGNED**"
NONE = "* (none)"

_LABELS = {
    Filing.BUILD: "IDEA: ",
    Filing.QUESTION: "HELP: ",
    Filing.LINK: "LINK: ",
    Filing.TOPIC: "TOPIC: ",
}


def meetbot_text(minutes: Minutes) -> str:
    """The minutes in the layout of MeetBot's text file."""
    title = tidy(worded(minutes.title, minutes.agenda, "Meeting"))
    bar = "=" * min(WIDTH, max(4, cells(title)))
    lines = [bar, title, bar, "", *_held(minutes), "", *_headed("Meeting summary")]
    for number, stage in enumerate(minutes.steps, start=1):
        lines += _topic(minutes, number, stage)
    lines += [] if minutes.steps else [NONE]
    lines += ["", *_ended(minutes), *_headed("Action items"), *_actions(minutes)]
    lines += ["", *_headed("Action items, by person"), *_by_person(minutes)]
    lines += ["", *_headed("People present (lines said)"), *_present(minutes)]
    return "\n".join(lines) + "\n"


def _headed(words: str) -> list[str]:
    return [words, "-" * len(words)]


def _held(minutes: Minutes) -> Iterator[str]:
    began = f"{full_date(minutes.date)} at {_clock(minutes.began)}"
    by = next((f" by {tidy(who.name)}" for who in minutes.hats.values()), "")
    yield f"Meeting started{by} on {began}."
    if minutes.imported_from:
        yield f"Imported from {tidy(minutes.imported_from)}."


def _ended(minutes: Minutes) -> list[str]:
    if minutes.ended is None:
        return ["The meeting is still going on." if minutes.happened else "Not held.", ""]
    return [f"Meeting ended at {_clock(minutes.ended)}.", ""]


def _topic(minutes: Minutes, number: int, stage: Stage) -> Iterator[str]:
    began = f"  ({_clock(stage.visits[0].began)})" if stage.visits else ""
    yield f"{number}. {tidy(worded(stage.question, stage.title, 'Topic'))}{began}"
    items = sorted(_items(minutes, stage), key=lambda item: (place(item[0]), item[0]))
    for _, words in items:
        yield f"   * {words}"


def _items(minutes: Minutes, stage: Stage) -> Iterator[tuple[FactId, str]]:
    for note in stage.notes:
        yield note.id, f"{_label(note)}{tidy(worded(note.text))}  {_signed(note.person, note.at)}"
    for each in minutes.decisions:
        if each.step == stage.id:
            yield each.id, f"AGREED: {tidy(worded(each.text))}  {_signed(None, each.at)}"
    for promise in minutes.commitments:
        if promise.step == stage.id:
            yield promise.id, f"ACTION: {_action(promise, minutes)}  {_signed(None, promise.at)}"


def _label(note: Said) -> str:
    return _LABELS.get(note.filing, "") if note.marked else ""


def _signed(who: Who | None, at: datetime) -> str:
    return f"({tidy(who.name)}, {_clock(at)})" if who is not None else f"({_clock(at)})"


def _action(promise: Promised, minutes: Minutes) -> str:
    owner = f"{tidy(promise.owner.name)}: " if promise.owner is not None else ""
    return f"{owner}{_what(promise, minutes)}"


def _what(promise: Promised, minutes: Minutes) -> str:
    due = due_told(promise.due, promise.due_on, minutes.began.year)
    return f"{tidy(worded(promise.what))}{f', {tidy(due)}' if due else ''}"


def _actions(minutes: Minutes) -> list[str]:
    return [f"* {_action(each, minutes)}" for each in minutes.commitments] or [NONE]


def _by_person(minutes: Minutes) -> list[str]:
    names, found = {"": UNASSIGNED}, dict[str, list[str]]()
    for each in minutes.commitments:
        owner = each.owner.id if each.owner is not None else ""
        if each.owner is not None:
            names[owner] = tidy(each.owner.name)
        found.setdefault(owner, []).append(f"  * {_what(each, minutes)}")
    nobodys = found.pop("", [f"  {NONE}"])
    ordered = {**found, "": nobodys}
    return [line for owner, items in ordered.items() for line in (f"* {names[owner]}", *items)]


def _present(minutes: Minutes) -> list[str]:
    said = Counter(
        note.person.id for stage in minutes.steps for note in stage.notes if note.person is not None
    )
    there = sorted(minutes.people, key=lambda who: -said[who.id])
    return [f"* {tidy(who.name)} ({said[who.id]})" for who in there] or [NONE]


def _clock(moment: datetime) -> str:
    return moment.strftime("%H:%M:%S")
