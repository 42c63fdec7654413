"""One step of the minutes as Markdown: its time, what was said part by part, who was not heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitator.core.events import Wish
from facilitator.core.words import short
from facilitator.minutes.escape import emphasized, heading, inline, line, tidy
from facilitator.minutes.model import Minutes, Promised, RoleTaken, Who
from facilitator.minutes.model_of_steps import Stage
from facilitator.minutes.musters import in_words
from facilitator.minutes.said import Part, parts
from facilitator.minutes.taken import off_record, paused, time_line
from facilitator.minutes.voices import Entry, Others, Voice
from facilitator.minutes.when import due_told

NO_WORDS = "(no words)"

WISHES = {
    Wish.PROCESS: "point of process",
    Wish.RESPONSE: "in answer",
    Wish.QUESTION: "question",
    Wish.LAST_WORD: "last word",
}
"""What a turn was for; whoever simply spoke needs no word."""


def told(minutes: Minutes, stage: Stage) -> Iterator[str]:
    """The blocks that tell a step."""
    number = f"{stage.number}. " if stage.number is not None else ""
    yield f"### {number}{heading(worded(stage.question, stage.title, 'Step'))}"
    if time := time_line(minutes, stage):
        yield f"*{time}*"
    if pauses := paused(stage.pauses):
        yield pauses
    if off := off_record(stage.off_record):
        yield off
    if stage.muster is not None:
        yield inline(in_words(stage.muster))
    found = parts(minutes, stage)
    rounds = [going.id for going in stage.rounds]
    for part in found:
        if len(found) > 1 and part.round is None:
            yield "#### Discussion"
        elif len(found) > 1 and part.round is not None:
            start = f" from {heading(part.round.start.name)}" if part.round.start else ""
            number = f"Round {rounds.index(part.round.id) + 1}"
            yield f"#### {number}, {part.round.direction.value}{start}"
        yield from _part(part, minutes.began.year)
    if stage.nothing_came:
        yield f"Nothing was {stage.nothing_came}."


def worded(*candidates: str) -> str:
    """The first text that has any words."""
    return next(filter(tidy, candidates), NO_WORDS)


def _part(part: Part, year: int) -> Iterator[str]:
    entries: Sequence[Entry] = part.entries
    quoted = {each.person for each in _voices(entries) if each.texts}
    told = {each.person for each in _voices(entries)}
    silent = [who.name for who in part.turns.heard if who not in told]
    if all(isinstance(each, Others) for each in entries):
        # Nothing was written down: the order in which they spoke says it all.
        silent = [_spoke(voice) for voice in _voices(entries)] or silent
        entries = ()
    also = "Also spoke" if quoted else "Spoke"
    if entries:
        yield "\n".join(row for entry in entries for row in _entry(entry, year, also))
    others = (
        (also, silent),
        ("Passed", _names(part.turns.passed)),
        ("Asked to speak later, and did not", _names(part.turns.put_off)),
        ("Not heard", _names(part.unheard)),
        ("Hand still up", _names(part.still_up)),
    )
    if any(people for _, people in others):
        yield " ".join(f"{label}: {inline(', '.join(who))}." for label, who in others if who)


def _voices(entries: Iterable[Entry]) -> Iterator[Voice]:
    """Everyone who is told to have spoken in some entries."""
    for entry in entries:
        if isinstance(entry, Others):
            yield from entry.voices
        elif isinstance(entry, Voice):
            yield from (entry, *entry.answered)


def _entry(entry: Entry, year: int, also: str) -> Iterator[str]:
    if isinstance(entry, Voice):
        yield from _voice(entry)
    elif isinstance(entry, Others):
        yield f"- {also}: {inline(', '.join(map(_spoke, entry.voices)))}"
    elif isinstance(entry, Promised):
        owner = entry.owner.name if entry.owner is not None else "nobody yet"
        due = due_told(entry.due, entry.due_on, year)
        what = f"{worded(entry.what)}, {due}" if due else worded(entry.what)
        yield f"- *Commitment:* {inline(owner)}, {inline(what)}"
    elif isinstance(entry, RoleTaken):
        holder = entry.holder.name if entry.holder is not None else "nobody yet"
        yield f"- *Role:* {inline(holder)}, {inline(short(worded(entry.name)))}"
    else:
        yield f"- *Decided:* {inline(worded(entry.text))}"


def _voice(voice: Voice, indent: str = "") -> Iterator[str]:
    """What one person said, with the direct responses to it."""
    if voice.person is None:
        yield from (f"{indent}- {line(worded(text))}" for text in voice.texts)
        return
    how = _how(voice)
    who = f"{indent}- **{emphasized(voice.person.name)}**" + (f", {inline(how)}" if how else "")
    if len(voice.texts) == 1:
        yield f"{who}: {inline(worded(voice.texts[0]))}"
    else:
        yield who
        yield from (f"{indent}  - {line(worded(text))}" for text in voice.texts)
    for answer in voice.answered:
        yield from _voice(answer, indent + "  ")


def _spoke(voice: Voice) -> str:
    """``Hui (question)``: someone of whom nothing was written down."""
    name = voice.person.name if voice.person is not None else ""
    how = _how(voice)
    return f"{name} ({how})" if how else name


def _how(voice: Voice) -> str:
    word = WISHES.get(voice.wish, "") if voice.wish is not None else ""
    if voice.wish is Wish.RESPONSE and voice.to is not None:
        return f"{word} to {voice.to.name}"
    return word


def _names(people: Iterable[Who]) -> list[str]:
    return [who.name for who in people]
