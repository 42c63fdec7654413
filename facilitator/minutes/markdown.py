"""Minutes as Markdown: what matters first, then what was said, then who was there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitator.core.events import Hat, PersonId
from facilitator.core.state import Meeting, State
from facilitator.core.step import Filing
from facilitator.core.words import listed, short
from facilitator.minutes.commitments_told import commitment_lines, followed_up_lines
from facilitator.minutes.compose import compose
from facilitator.minutes.escape import emphasized, heading, inline, line, tidy
from facilitator.minutes.head import head
from facilitator.minutes.model import Attended, Decided, Minutes, RoleTaken, Status
from facilitator.minutes.skills import pairing_lines, skill_lines
from facilitator.minutes.steps_told import told, worded
from facilitator.minutes.taken import off_record, paused
from facilitator.minutes.when import clock, held, part, term, with_its_day


def markdown(state: State, meeting: Meeting, names: Mapping[PersonId, str], now: int) -> str:
    """The minutes of a meeting as Markdown with a YAML head.

    Args:
        state: everything that is known.
        meeting: the meeting.
        names: what people are called.
        now: UTC milliseconds; how far a meeting that is still going on has got.
    """
    return render(compose(state, meeting, names, now))


def render(minutes: Minutes) -> str:
    """Minutes as Markdown with a YAML head; blocks are parted by one empty line."""
    return head(minutes) + "\n" + body(minutes)


def body(minutes: Minutes) -> str:
    """Minutes as Markdown without the head, for what can't read one (HTML, a screen)."""
    blocks = (
        *_top(minutes),
        *_decisions(minutes),
        *_commitments(minutes),
        *_questions(minutes),
        *_roles(minutes),
        *_handoffs(minutes),
        *_skills(minutes),
        *_next_meeting(minutes),
        *_what_was_said(minutes),
        *_who_was_here(minutes),
    )
    return "\n\n".join(blocks) + "\n"


def _top(minutes: Minutes) -> Iterator[str]:
    yield f"# {heading(worded(minutes.title, minutes.agenda, 'Meeting'))}"
    count = len(minutes.people)
    people = f", {count} {'person' if count == 1 else 'people'}" if count else ""
    yield f"{held(minutes)}{people}"
    if minutes.imported_from:
        yield f"*Imported from {emphasized(minutes.imported_from)}.*"
    if minutes.status is Status.OPEN:
        yield f"*A draft: at {clock(minutes.so_far)} the meeting is still going on.*"
    elif minutes.status is Status.GATHERING:
        yield "*The meeting has not begun yet.*"
    elif minutes.status is Status.ABANDONED:
        yield "*The meeting was called and not held.*"


def _decisions(minutes: Minutes) -> Iterator[str]:
    found = [row for each in minutes.decisions for row in _decided(each)]
    yield from _section(minutes, "Decisions", found, "No decisions were recorded.")


def _decided(decided: Decided) -> Iterator[str]:
    """An agreed wording, and under it, quietly, those that were read back before it."""
    yield f"- {line(worded(decided.text))}"
    if decided.read_back:
        before = "; ".join(map(worded, decided.read_back))
        yield f"  - *Read back before: {emphasized(before)}*"


def _commitments(minutes: Minutes) -> Iterator[str]:
    found = commitment_lines(minutes)
    yield from _section(minutes, "Commitments", found, "No commitments were made.")
    yield from _section(minutes, "Earlier commitments", followed_up_lines(minutes), "")


def _questions(minutes: Minutes) -> Iterator[str]:
    """What was asked and left open, with who asked it."""
    asked = [
        note
        for step in minutes.steps
        for note in step.notes
        if note.marked and note.filing is Filing.QUESTION
    ]
    found = [
        f"- {line(worded(note.text))}" + (f" ({inline(note.person.name)})" if note.person else "")
        for note in asked
    ]
    yield from _section(minutes, "Questions left open", found, "")


def _roles(minutes: Minutes) -> Iterator[str]:
    yield from _section(minutes, "Roles", [_role(each) for each in minutes.roles], "")


def _role(role: RoleTaken) -> str:
    name = line(short(worded(role.name)))
    if role.holder is None:
        return f"- {name}: still open"
    people = [f"**{emphasized(who.name)}**" for who in (*role.also, role.holder)]
    if role.also:
        return f"- {name}: {listed(people)} claim it; the circle has not decided yet"
    dates = term(role.starts, role.ends) if not role.ended else ""
    told = f"- {name}: {people[0]}" + (f", {inline(dates)}" if dates else "")
    if role.chosen:
        told += ", chosen by the circle"
        told += f": {inline('; '.join(map(worded, role.reasons)))}" if role.reasons else ""
    if role.handed_to is not None:
        return f"{told}; handed over to **{emphasized(role.handed_to.name)}**"
    return f"{told}; {role.ended}" if role.ended else told


def _handoffs(minutes: Minutes) -> Iterator[str]:
    found = [f"- {line(worded(each.text[:1].upper() + each.text[1:]))}" for each in minutes.handed]
    yield from _section(minutes, "Handoffs", found, "")


def _skills(minutes: Minutes) -> Iterator[str]:
    yield from _section(minutes, "Skills", skill_lines(minutes.skills), "")
    yield from _section(minutes, "Pairings", pairing_lines(minutes.pairings), "")


def _next_meeting(minutes: Minutes) -> Iterator[str]:
    planned = minutes.next_meeting
    when = with_its_day(planned.when, planned.on, minutes.began.year)
    found = [when] if tidy(when) else []
    if planned.facilitator is not None:
        found.append(f"Facilitator: {planned.facilitator.name}")
    if planned.note_taker is not None:
        found.append(f"Note-taker: {planned.note_taker.name}")
    words = [line(" · ".join(found))] if found else []
    yield from _section(minutes, "Next meeting", words, "No date was set.")


def _section(minutes: Minutes, title: str, lines: list[str], absence: str) -> Iterator[str]:
    """A section, or its absence in words if the meeting is over and the absence matters."""
    if lines:
        yield f"## {title}"
        yield "\n".join(lines)
    elif absence and minutes.status is Status.CLOSED:
        yield f"## {title}"
        yield absence


def _what_was_said(minutes: Minutes) -> Iterator[str]:
    if minutes.steps:
        yield "## What was said"
    for stage in minutes.steps:
        yield from told(minutes, stage)
    if pauses := paused(minutes.pauses):
        yield pauses
    if off := off_record(minutes.off_record):
        yield off
    if minutes.steps and (ahead := _ahead(minutes)):
        yield f"*{ahead}*"


def _ahead(minutes: Minutes) -> str:
    """What the circle did not come to; what it left for the next meeting; what it let go."""
    still = "Still to come" if minutes.status is Status.OPEN else "Not reached"
    steps = (
        (still, minutes.not_reached),
        ("Deferred to the next meeting", minutes.deferred),
        ("Taken off the agenda", minutes.dropped),
    )
    return " ".join(f"{what}: {emphasized(', '.join(titles))}." for what, titles in steps if titles)


def _who_was_here(minutes: Minutes) -> Iterator[str]:
    here = [each for each in minutes.attendance if each.present]
    parts = {each.person: part(minutes, each.stretches) for each in here}
    whole = [each for each in here if not parts[each.person]]
    hats = _hats(minutes)
    if here or hats:
        yield "## Who was here"
    if whole:
        yield line(", ".join(map(_newcomer, whole)))
    if len(whole) < len(here):
        yield "\n".join(
            f"- {line(_newcomer(each))}, {parts[each.person]}"
            for each in here
            if parts[each.person]
        )
    if hats:
        yield inline(" · ".join(f"{hat.value.capitalize()}: {who}" for hat, who in hats.items()))


def _newcomer(attended: Attended) -> str:
    return attended.person.name + (" (new)" if attended.newcomer else "")


def _hats(minutes: Minutes) -> dict[Hat, str]:
    """Who had which hat: ``Ana, from 20:10 Bo``."""
    found: dict[Hat, list[str]] = {}
    for worn in minutes.worn:
        words = found.setdefault(worn.hat, [])
        if worn.since is None:
            words.extend([worn.person.name] if worn.person is not None else [])
        elif worn.person is None:
            words.append(f"until {clock(worn.since)}")
        else:
            words.append(f"from {clock(worn.since)} {worn.person.name}")
    return {hat: ", ".join(words) for hat, words in found.items()}
