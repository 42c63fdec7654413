"""`facilitator people forget`: what will be gone, what stays, and what can't be reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click
from msgspec import Struct

from facilitator.cli.by_hand import between_meetings, done
from facilitator.cli.meant import anyone_meant
from facilitator.cli.place import journal_path
from facilitator.cli.problems import Sentence, in_sentences
from facilitator.core import intents
from facilitator.core.events import PersonId
from facilitator.core.forgetting import holds_name, typed_in
from facilitator.core.words import NAMELESS, listed, short
from facilitator.journal.forgetting import drafts_with, meetings_of, wipe
from facilitator.journal.problems import TROUBLE, JournalError
from facilitator.journal.store import Journal
from facilitator.keeper import minutes_folder, write_anew
from facilitator.line.paper_roll import PaperRoll
from facilitator.minutes.escape import tidy
from facilitator.minutes.files import MinutesFile, MinutesProblem, every_file
from facilitator.minutes.when import full_date
from facilitator.session import Session
from facilitator.ui.text import visible

MOST_NAMED = 10
"""So many places where a name stands as typed are told one by one."""


class Plan(Struct, frozen=True):
    """What forgetting somebody will do.

    Attributes:
        roles: what they have now, by name.
        files: how many files of minutes are written anew.
        drafts: how many half-typed lines hold the name.
        typed: where the name stands as typed words, in a fact each: the circle, by title and date.
    """

    person: PersonId
    name: str
    roles: list[str]
    files: int
    drafts: int
    typed: Counter[str]


@click.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do it without asking, in scripts.")
@click.pass_context
def forget(context: click.Context, name: str, yes: bool) -> None:
    """Take NAME out of this journal for good; what they did stays, done by “someone”.

    They leave the group with it. The name, pronouns and contact are wiped from the file, and the
    minutes are written anew. It says before what it can't reach, and asks.
    """
    with in_sentences():
        Journal.read(journal_path(context)).close()
    with between_meetings(context) as session, in_sentences():
        forgotten = session.journal.people.forgotten()
        gone = dict.fromkeys(forgotten - session.names.keys(), NAMELESS)
        wanted = name.strip()
        person = wanted if wanted in gone else anyone_meant(name, session.names)
        if person in gone:
            _finish(session, person, "")
            click.echo("They were forgotten already. The file was wiped again.")
            return
        plan = _plan(session, person)
        if not yes:
            _need_terminal()
        for line in _told(plan):
            click.echo(visible(line))
        if not yes and not click.confirm(f"Forget {visible(plan.name)} for good?"):
            click.echo("Nothing was changed.")
            return
        if person not in session.state.departed:
            done(session, intents.LeaveGroup(person))
        session.forget(person)
        _finish(session, person, plan.name)
        click.echo(f"{visible(plan.name)} is forgotten, and is called {NAMELESS} from now on.")
        for line in _left(session.journal, plan.name):
            click.echo(visible(line))


def _plan(session: Session, person: PersonId) -> Plan:
    journal, name = session.journal, session.names[person]
    meetings = meetings_of(journal, person)
    files = every_file(minutes_folder(journal.path))
    return Plan(
        person,
        name,
        [
            short(role.name)
            for role in session.state.roles.values()
            if any(term.person == person for term in role.running)
        ],
        sum(each.meeting in meetings or _holds(each, name) for each in files if each.meeting),
        len(drafts_with(journal, name)),
        _typed(session, name),
    )


def _typed(session: Session, name: str) -> Counter[str]:
    """In how many facts a name stands as typed, by the circle at which it was."""
    circles = {
        each.id: f"{each.title}, {full_date(each.day)}" for each in session.group.meetings(100_000)
    }
    return Counter(
        circles.get(fact.meeting, "between meetings")
        for fact in session.journal.facts()
        if any(holds_name(text, name) for text in typed_in(fact))
    )


def _need_terminal() -> None:
    if not PaperRoll.at_a_terminal():
        raise Sentence("Forgetting can't be taken back, and asks first. In a script, say --yes.")


def _told(plan: Plan) -> Iterator[str]:
    name = plan.name
    yield f"{name} will be called {NAMELESS}, everywhere: minutes, roles, skills, commitments."
    yield "Gone for good: the name, pronouns and contact. This can't be undone."
    yield f"Stays: what {NAMELESS} did, said and promised, since others build on it."
    if plan.roles:
        yield f"Open again, as when somebody leaves the group: {listed(plan.roles)}."
    if plan.files:
        yield f"Written anew: {_counted(plan.files, 'file')} of minutes beside the journal."
    if plan.drafts:
        yield f"Taken out of {_counted(plan.drafts, 'half-typed line')} too."
    yield from _as_typed(plan)
    yield (
        "Not reached: copies of this journal on other laptops and in backups, minutes and "
        "calendars that were sent or printed, traces on the disk outside of this file."
    )


def _as_typed(plan: Plan) -> Iterator[str]:
    if not plan.typed:
        return
    yield (
        f"Stays, since it was typed as a word and not as @{plan.name}: “{plan.name}” in "
        f"{_counted(plan.typed.total(), 'line')}, in minutes too:"
    )
    for circle, count in plan.typed.most_common(MOST_NAMED):
        yield f"  {count} × {circle}"
    if (more := len(plan.typed) - MOST_NAMED) > 0:
        yield f"  and in {more} more"


def _finish(session: Session, person: PersonId, name: str) -> None:
    """Write the minutes anew, and wipe the file.

    Raises:
        Sentence: the name is out of the table of names, but traces of it could not be wiped.
    """
    journal = session.journal
    again = f"Then: facilitator people forget {person}"
    try:
        holding = {each.meeting for each in _files(journal) if name and _holds(each, name)}
        write_anew(journal, meetings_of(journal, person) | holding - {""}, session.now())
        wipe(journal)
    except (JournalError, MinutesProblem) as error:
        words = f"The name is taken out, but traces of it may be left. {error} {again}"
        raise Sentence(words, TROUBLE) from None


def _left(journal: Journal, name: str) -> Iterator[str]:
    """The files in which the name still is, as far as the program can look."""
    files = [each.path for each in _files(journal) if _holds(each, name)]
    if files:
        yield f"These files still hold “{name}”. Look into them, and change or delete them:"
        yield from (f"  {path}" for path in files)


def _files(journal: Journal) -> list[MinutesFile]:
    return every_file(minutes_folder(journal.path))


def _holds(file: MinutesFile, name: str) -> bool:
    """Whether a name stands in a file of minutes, or in what the file is called."""
    text = f"{file.path.stem}\n{file.text}".replace("\\", "")
    return holds_name(text, tidy(name).replace("\\", ""))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
