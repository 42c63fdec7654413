"""`facilitator agendas`: list, show, check and start agenda files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, Any

import click
import msgspec

from facilitator import agendas as files
from facilitator.cli.completing import complete_agenda
from facilitator.cli.outline import outline
from facilitator.core.agenda import Agenda
from facilitator.ui.text import visible


class Refused(click.ClickException):
    """Wrong input: what is wrong, in words for a person."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the words as they are; a `FILE:LINE:` must begin its line."""
        for line in self.message.splitlines():
            click.echo(visible(line), file=file, err=file is None)


class Trouble(Refused):
    """The input is right, but the disk or the folder says no."""

    exit_code = 1


def _examples(*commands: str) -> str:
    lines = [f"  facilitator agendas {command}" for command in commands]
    return "\n".join(["\b", "Examples:" if len(lines) > 1 else "Example:", *lines])


@click.group(epilog=_examples("list"))
def agendas() -> None:
    """The plans that circles follow: TOML files, one a plan.

    Your group's own come first, from the folder that the variable FACILITATOR_AGENDAS names
    if it is set; the others come with the program.
    """


@agendas.command("list", epilog=_examples("list"))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
def list_(as_json: bool) -> None:
    """List the agendas there are: your group's own, and those that come with the program."""
    rows = [_row(found) for found in files.all_agendas()]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    width = max((len(visible(str(row["name"]))) for row in rows), default=0)
    for row in rows:
        name = visible(str(row["name"]))
        click.echo(f"{name:<{width}}  {_summary(row)}".rstrip())


@agendas.command(epilog=_examples("show debrief-commons", "show ./draft.toml"))
@click.argument("name", shell_complete=complete_agenda)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
def show(name: str, as_json: bool) -> None:
    """Show an agenda step by step, with its times. NAME can also be a file."""
    try:
        path = files.find(name)
        agenda = files.load(path)
    except files.AgendaError as error:
        raise Refused(str(error)) from None
    if as_json:
        click.echo(json.dumps(_facts(agenda, path), indent=2))
    else:
        click.echo("\n".join(outline(agenda)))


@agendas.command(epilog=_examples("check friday-circle", "check drafts/*.toml"))
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
@click.pass_context
def check(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Check agenda files. FILE can also be the name of an agenda.

    Every mistake is a line on standard error, FILE:LINE: what is wrong and what would be
    right. The exit status is 0 when there is none, and 2 when there are some.
    """
    wrong = False
    for name in names:
        file = _file_to_check(name)
        problems = files.check(file)
        for problem in problems:
            click.echo(str(problem), err=True)
        if not problems:
            click.echo(f"{visible(file)}: nothing wrong")
        wrong = wrong or bool(problems)
    if wrong:
        ctx.exit(2)


@agendas.command(epilog=_examples("new friday-circle", "new our-debrief --from debrief-commons"))
@click.argument("name")
@click.option("--from", "source", metavar="AGENDA", help="Begin with a copy of this one.")
@click.option("--to", metavar="FOLDER|FILE", help="Where to write it, if not to your own agendas.")
def new(name: str, source: str | None, to: str | None) -> None:
    """Write a new agenda for you to edit, and print where it is.

    It goes to your group's own agendas, so that its name is enough to start it. A file that
    is there already is never written over.
    """
    try:
        starter = files.template(name)
        path = files.write_new(name, files.copy_of(source) if source is not None else starter, to)
    except files.AgendaError as error:
        raise Refused(str(error)) from None
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        where = visible(str(error.filename or to or files.own_folder()))
        raise Trouble(f"{where} could not be written: {reason}") from None
    click.echo(visible(str(path)))


def _file_to_check(name: str) -> str:
    """The file that was meant: a file if it looks like one or is there, or else an agenda."""
    if files.is_path(name) or "\0" in name or Path(name).exists():
        return name
    try:
        return str(files.find(name))
    except files.UnknownAgenda:
        return name


def _row(found: files.Found) -> dict[str, object]:
    row: dict[str, object] = {
        "name": found.name,
        "file": str(found.path),
        "from": "program" if found.shipped else "group",
    }
    try:
        agenda = files.load(found.path)
    except files.BadAgenda as error:
        return row | {"mistakes": len(error.problems)}
    return row | {
        "title": agenda.title,
        "purpose": agenda.purpose,
        "minutes": agenda.minutes,
        "steps": len(agenda.steps),
        "mistakes": 0,
    }


def _summary(row: dict[str, object]) -> str:
    if row["mistakes"]:
        advice = f"facilitator agendas check {row['name']}"
        return visible(f"cannot be used yet, see: {advice}")
    owner = "comes with the program" if row["from"] == "program" else "your group's own"
    return f"{row['minutes']:>3} min  {visible(str(row['title']))} ({owner})"


def _facts(agenda: Agenda, path: Path) -> dict[str, object]:
    contents = msgspec.to_builtins(agenda)
    return {"name": path.stem, "file": str(path), "minutes": agenda.minutes, **contents}
