"""Minutes as Markdown: what matters first, then what was said, then who was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from facilitator.core.events import PersonId
from facilitator.core.state import Meeting, State
from facilitator.core.words import minutes as in_minutes
from facilitator.minutes.compose import compose
from facilitator.minutes.escape import emphasized, heading, inline, line, tidy
from facilitator.minutes.head import head
from facilitator.minutes.model import Attended, Minutes, Promised, RoleTaken, Stage, Status, Who
from facilitator.minutes.said import Entry, Voice, entries, turns
from facilitator.minutes.when import by, clock, date_in, held, part, term

NO_WORDS = "(no words)"


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
        *_roles(minutes),
        *_next_meeting(minutes),
        *_what_was_said(minutes),
        *_who_was_here(minutes),
    )
    return "\n\n".join(blocks) + "\n"


def _top(minutes: Minutes) -> Iterator[str]:
    yield f"# {heading(_worded(minutes.title, minutes.agenda, 'Meeting'))}"
    count = len(minutes.people)
    people = f", {count} {'person' if count == 1 else 'people'}" if count else ""
    yield f"{held(minutes)}{people}"
    if minutes.status is Status.OPEN:
        yield f"*A draft: at {clock(minutes.so_far)} the meeting is still going on.*"
    elif minutes.status is Status.GATHERING:
        yield "*The meeting has not begun yet.*"
    elif minutes.status is Status.ABANDONED:
        yield "*The meeting was called and not held.*"


def _decisions(minutes: Minutes) -> Iterator[str]:
    found = [f"- {line(_worded(each.text))}" for each in minutes.decisions]
    yield from _section(minutes, "Decisions", found, "No decisions were recorded.")


def _commitments(minutes: Minutes) -> Iterator[str]:
    found = [_task(each, minutes.began.year) for each in minutes.commitments]
    yield from _section(minutes, "Commitments", found, "No commitments were made.")


def _task(promised: Promised, year: int) -> str:
    owner = promised.owner.name if promised.owner is not None else "Nobody yet"
    due = by(promised.due, year)
    until = f" — {inline(due)}" if due else ""
    return f"- [ ] **{emphasized(owner)}**: {inline(_worded(promised.what))}{until}"


def _roles(minutes: Minutes) -> Iterator[str]:
    yield from _section(minutes, "Roles", [_role(each) for each in minutes.roles], "")


def _role(role: RoleTaken) -> str:
    name = line(_worded(role.name))
    if role.holder is None:
        return f"- {name}: still open"
    dates = term(role.starts, role.ends)
    return f"- {name}: **{emphasized(role.holder.name)}**" + (f", {inline(dates)}" if dates else "")


def _next_meeting(minutes: Minutes) -> Iterator[str]:
    planned = minutes.next_meeting
    found = [date_in(planned.when, minutes.began.year)] if tidy(planned.when) else []
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
        yield from _stage(minutes, stage)
    if minutes.steps and minutes.not_reached:
        still = "Still to come" if minutes.status is Status.OPEN else "Not reached"
        yield f"*{still}: {emphasized(', '.join(minutes.not_reached))}.*"


def _stage(minutes: Minutes, stage: Stage) -> Iterator[str]:
    number = f"{stage.number}. " if stage.number is not None else ""
    yield f"### {number}{heading(_worded(stage.question, stage.title, 'Step'))}"
    if stage.taken_seconds is not None:
        yield f"*{_time_taken(stage.planned_minutes, stage.taken_seconds)}*"
    told = entries(minutes, stage)
    if told:
        year = minutes.began.year
        yield "\n".join(part for entry in told for part in _entry(entry, year))
    named = {each.person for each in told if isinstance(each, Voice)}
    took = turns(stage)
    silent = [who for who in took.heard if who not in named]
    others = (
        ("Also spoke" if named else "Spoke", silent),
        ("Passed", took.passed),
        ("Asked to speak later, and did not", took.put_off),
        ("Not heard", stage.unheard),
    )
    if any(people for _, people in others):
        yield " ".join(f"{label}: {inline(_list(who))}." for label, who in others if who)


def _time_taken(planned_minutes: int, seconds: int) -> str:
    taken = in_minutes(seconds * 1000) if seconds >= 60 else "less than a minute"
    if not planned_minutes:
        return f"{taken} taken"
    planned = in_minutes(planned_minutes * 60_000)
    return f"{taken}, as planned" if planned == taken else f"{planned} planned, {taken} taken"


def _entry(entry: Entry, year: int) -> Iterator[str]:
    if isinstance(entry, Promised):
        owner = entry.owner.name if entry.owner is not None else "nobody yet"
        due = by(entry.due, year)
        what = f"{_worded(entry.what)}, {due}" if due else _worded(entry.what)
        yield f"- *Commitment:* {inline(owner)}, {inline(what)}"
    elif isinstance(entry, RoleTaken):
        holder = entry.holder.name if entry.holder is not None else "nobody yet"
        yield f"- *Role:* {inline(holder)}, {inline(_worded(entry.name))}"
    elif not isinstance(entry, Voice):
        yield f"- *Decided:* {inline(_worded(entry.text))}"
    elif entry.person is None:
        yield from (f"- {line(_worded(text))}" for text in entry.texts)
    elif len(entry.texts) == 1:
        yield f"- **{emphasized(entry.person.name)}**: {inline(_worded(entry.texts[0]))}"
    else:
        yield f"- **{emphasized(entry.person.name)}**"
        yield from (f"  - {line(_worded(text))}" for text in entry.texts)


def _who_was_here(minutes: Minutes) -> Iterator[str]:
    here = [each for each in minutes.attendance if each.present]
    parts = {each.person: part(minutes, each.stretches) for each in here}
    whole = [each for each in here if not parts[each.person]]
    if here or minutes.hats:
        yield "## Who was here"
    if whole:
        yield line(", ".join(map(_newcomer, whole)))
    if len(whole) < len(here):
        yield "\n".join(
            f"- {line(_newcomer(each))}, {parts[each.person]}"
            for each in here
            if parts[each.person]
        )
    if minutes.hats:
        hats = (f"{hat.value.capitalize()}: {who.name}" for hat, who in minutes.hats.items())
        yield inline(" · ".join(hats))


def _newcomer(attended: Attended) -> str:
    return attended.person.name + (" (new)" if attended.newcomer else "")


def _list(people: Iterable[Who]) -> str:
    return ", ".join(who.name for who in people)


def _worded(*candidates: str) -> str:
    """The first text that has any words."""
    return next(filter(tidy, candidates), NO_WORDS)
