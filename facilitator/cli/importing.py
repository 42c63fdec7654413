"""`facilitator import`: meetings that were held elsewhere come into the archive from their logs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import click

from facilitator.cli.imports_told import Result, data_of, line_of, lines_about
from facilitator.cli.logs import (
    Asked,
    LogFile,
    day_wanted,
    file_called,
    progress_to,
    read_file,
    renamed,
)
from facilitator.cli.meant import storable
from facilitator.cli.minutes import find_meeting
from facilitator.cli.now import clock_of
from facilitator.cli.place import journal_path
from facilitator.cli.problems import Sentence, in_sentences
from facilitator.core.events import MeetingImported
from facilitator.core.words import Names
from facilitator.importing.bringing import NotBrought, bring, foreseen
from facilitator.importing.reading import Kind
from facilitator.importing.taking_back import take_back
from facilitator.journal.group import Group
from facilitator.journal.problems import TROUBLE, WRONG_INPUT
from facilitator.journal.store import Journal
from facilitator.keeper import minutes_folder, put, write_anew, write_if_missing
from facilitator.minutes.files import MinutesProblem
from facilitator.minutes.markdown import markdown
from facilitator.ui.text import visible

EXAMPLES = """
\b
Examples:
  facilitator import meetbot flood-kitchen.log
  facilitator import irc 2015-03-01-*.txt --dry-run
  facilitator import irc pads.txt --date 2015-03-01 --as cjw=Chidi
  facilitator import undo 3               the third in facilitator minutes list
"""


@click.group("import", epilog=EXAMPLES)
def bring_in() -> None:
    """Bring meetings that were held elsewhere into the archive, from their logs.

    Each becomes a closed circle: topics are its steps, and actions, decisions, links and notes
    are in its minutes and lists, as if they had been typed here. The same file is imported once.
    """


def _of_logs(command: Callable[..., None]) -> Callable[..., None]:
    """What both kinds of logs take."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs."),
        click.option("--dry-run", is_flag=True, help="Say what would come in; write nothing."),
        click.option("--again", is_flag=True, help="Import it though it was imported before."),
        click.option(
            "--as", "pairs", multiple=True, metavar="NICK=NAME", help="Who a nick is; repeatable."
        ),
        click.option(
            "--date",
            "day",
            default="",
            metavar="DATE",
            help="The day, where the lines have only times.",
        ),
        click.option("--title", default="", help="What the meeting is called."),
        click.argument("files", nargs=-1, required=True, metavar="FILE..."),
    ):
        command = option(command)
    return command


@bring_in.command()
@_of_logs
@click.pass_context
def meetbot(context: click.Context, /, **options: Any) -> None:
    """Import logs of meetings that a MeetBot kept.

    A meeting is from #startmeeting to #endmeeting; a log can hold several. Understood are #topic,
    #action, #agreed, #info, #link, #idea, #help, #undo, #chair, #meetingname, and every other
    line that facilitator understands when it is typed.
    """
    _import(context, Kind.MEETBOT, options)


@bring_in.command()
@_of_logs
@click.pass_context
def irc(context: click.Context, /, **options: Any) -> None:
    """Import logs in the style of the W3C, a file each.

    Understood are Topic:, ACTION:, RESOLVED:, ISSUE:, scribe:, present+, chair:, meeting:, what a
    scribe writes as "ana: words" and "... more", s/old/new/, and every other line that
    facilitator understands when it is typed. Times before the lines may be there, or not.
    """
    _import(context, Kind.IRC, options)


@bring_in.command("undo")
@click.argument("meeting")
@click.pass_context
def undo_import(context: click.Context, meeting: str) -> None:
    """Take an imported MEETING out again.

    MEETING is its number in facilitator minutes list, or its identity. Everything that came with
    it goes too: notes, commitments, people who were nowhere else.
    """
    with in_sentences():
        Journal.read(journal_path(context)).close()
        journal = Journal.open(journal_path(context))
        try:
            wanted = find_meeting(Group(journal.connection, journal.path).meetings(), meeting)
            refusal = take_back(journal, wanted.id, clock_of(context))
            if refusal is not None:
                raise Sentence(refusal.words)
            try:
                write_anew(journal, [wanted.id], clock_of(context).now())
            except MinutesProblem as error:
                raise Sentence(str(error), TROUBLE) from None
        finally:
            journal.close()
    click.echo(visible(f"“{wanted.title}” is out of the archive again."))


def _import(context: click.Context, kind: Kind, options: dict[str, Any]) -> None:
    asked = Asked(
        kind,
        storable(options["title"]),
        day_wanted(options["day"]),
        renamed(options["pairs"]),
        options["again"],
        options["dry_run"],
    )
    results: list[Result] = []
    status = 0
    for source in options["files"]:
        called = file_called(source)
        try:
            for result in _bring_file(context, source, asked):
                results.append(result)
                if not options["as_json"]:
                    click.echo(line_of(result))
                    for line in lines_about(result):
                        click.echo(line)
        except Sentence as error:
            error.show()
            results.append(Result(called, problem=error.message))
            status = max(status, error.status)
    if options["as_json"]:
        click.echo(json.dumps([data_of(each) for each in results], indent=2))
    context.exit(status)


def _bring_file(context: click.Context, source: str, asked: Asked) -> Iterator[Result]:
    found = read_file(source, asked, clock_of(context))
    if asked.dry_run:
        yield from _foreseen(context, file_called(source), found)
        return
    with in_sentences():
        journal = Journal.open(journal_path(context))
        try:
            yield from _brought(journal, file_called(source), found, asked)
        finally:
            journal.close()


def _foreseen(context: click.Context, source: str, found: LogFile) -> Iterator[Result]:
    """What would come in; the journal is only looked at, if there is one."""
    group: Names = {}
    there: dict[int, str] = {}
    if journal_path(context).exists():
        with in_sentences():
            journal = Journal.read(journal_path(context))
            try:
                with journal.reading():
                    group = journal.people.names()
                there = Group(journal.connection, journal.path).imported(found.digest)
            finally:
                journal.close()
    for part, logged in enumerate(found.log.meetings, start=1):
        brought = foreseen(logged, logged.title or found.title, group)
        yield Result(source, brought, found.log.outside, dry=True, before=there.get(part, ""))


def _brought(journal: Journal, source: str, found: LogFile, asked: Asked) -> Iterator[Result]:
    group = Group(journal.connection, journal.path)
    there = {} if asked.again else group.imported(found.digest)
    for part, logged in enumerate(found.log.meetings, start=1):
        title = logged.title or found.title
        if part in there:
            # The program may have been ended before it could write them.
            _write_if_missing(journal, there[part])
            yield Result(source, before=there[part], title=title)
            continue
        origin = MeetingImported(asked.kind.value, found.name, found.digest, part)
        try:
            session, brought = bring(
                journal, logged, title, origin, progress_to(source, time.monotonic)
            )
        except NotBrought as error:
            raise Sentence(f"{source}: {error}", WRONG_INPUT) from None
        meeting = session.meeting
        path, problem = "", ""
        if meeting is not None:
            text = markdown(session.state, meeting, session.names, session.now())
            try:
                path = str(put(minutes_folder(journal.path), meeting, text))
            except MinutesProblem as error:
                problem = str(error)
        yield Result(source, brought, found.log.outside, minutes=path)
        if problem:
            raise Sentence(problem, TROUBLE)


def _write_if_missing(journal: Journal, meeting: str) -> None:
    try:
        write_if_missing(journal, meeting, 0)
    except MinutesProblem as error:
        raise Sentence(str(error), TROUBLE) from None
