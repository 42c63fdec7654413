"""Commands for what roles there are: open, describe, merge, drop, how long terms are, undo."""

from __future__ import annotations

from typing import Any

import click

from facilitator.cli.by_hand import between_meetings, done, on_a_day
from facilitator.cli.meant import role_meant, storable
from facilitator.cli.problems import Sentence
from facilitator.core import intents
from facilitator.core.events import RoleKind
from facilitator.core.writing import last_by_hand
from facilitator.ui.text import visible

KIND = click.Choice([kind.value for kind in RoleKind])


@click.command("open")
@click.argument("name")
@click.option("--kind", type=KIND, help="Without it, the length says.")
@click.option("--days", type=click.IntRange(min=1), default=None, help="The length of a term.")
@click.option("--months", type=click.IntRange(1, 12), default=None, help="Or in calendar months.")
@click.option("--purpose", default="", help="What it is for.")
@click.option("--weekly", multiple=True, help="What is done week by week; several times over.")
@click.option("--skill", multiple=True, help="What is passed on to the next; several times over.")
@on_a_day
@click.pass_context
def open_role(context: click.Context, /, name: str, on: str, **said: Any) -> None:
    """Open a role called NAME, for somebody to claim."""
    with between_meetings(context, on) as session:
        offer = intents.OfferRole(
            storable(name),
            days=said["days"] or 0,
            months=said["months"] or 0,
            role_kind=_kind(said),
            purpose=storable(said["purpose"]).strip(),
            weekly=_lines(said["weekly"]),
            skills=_lines(said["skill"]),
        )
        done(session, offer)


@click.command()
@click.argument("role")
@click.option("--name", default=None, help="What it is called from now on.")
@click.option("--kind", type=KIND, default=None, help="What kind of role it is.")
@click.option("--days", type=click.IntRange(min=1), default=None, help="The length of a term.")
@click.option("--months", type=click.IntRange(1, 12), default=None, help="Or in calendar months.")
@click.option("--purpose", default=None, help="What it is for.")
@click.option("--weekly", multiple=True, help="What is done week by week, all of it anew.")
@click.option("--skill", multiple=True, help="What is passed on to the next, all of it anew.")
@on_a_day
@click.pass_context
def describe(context: click.Context, /, role: str, on: str, **said: Any) -> None:
    """Call ROLE something else, or say anew what it is; its history stays."""
    with between_meetings(context, on) as session:
        described = intents.DescribeRole(
            role_meant(role, session.state).id,
            _words(said["name"]),
            _words(said["purpose"]),
            said["days"],
            said["months"],
            _kind(said),
            _lines(said["weekly"]) or None,
            _lines(said["skill"]) or None,
        )
        done(session, described)


def _kind(said: dict[str, Any]) -> RoleKind | None:
    return RoleKind(said["kind"]) if said["kind"] else None


def _words(said: str | None) -> str | None:
    return None if said is None else storable(said)


def _lines(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(storable, said))


@click.command()
@click.argument("role")
@click.argument("into")
@on_a_day
@click.pass_context
def merge(context: click.Context, role: str, into: str, on: str) -> None:
    """Make ROLE part of the role INTO, with its history."""
    with between_meetings(context, on) as session:
        one, other = (role_meant(words, session.state).id for words in (role, into))
        done(session, intents.MergeRoles(one, other))


@click.command()
@click.argument("role")
@click.option("--reason", default="", help="Why, in a few words.")
@on_a_day
@click.pass_context
def drop(context: click.Context, role: str, reason: str, on: str) -> None:
    """ROLE is not needed any more. Its history stays."""
    with between_meetings(context, on) as session:
        why = (storable(reason),) if reason.strip() else ()
        done(session, intents.DropRole(role_meant(role, session.state).id, why))


@click.command()
@click.option("--micro-days", type=int, default=None, help="A micro-role: so many days at most.")
@click.option("--least-days", type=int, default=None, help="A stewardship: so many at least.")
@click.option("--most-days", type=int, default=None, help="A stewardship: so many at most.")
@click.pass_context
def bounds(
    context: click.Context, micro_days: int | None, least_days: int | None, most_days: int | None
) -> None:
    """Show how long terms can be, or choose it for the group."""
    with between_meetings(context) as session:
        if (micro_days, least_days, most_days) != (None, None, None):
            done(session, intents.ChooseBounds(micro_days, least_days, most_days))
        now = session.state.bounds
        click.echo(f"A micro-role: {now.micro_days} days at most.")
        click.echo(f"A stewardship: {now.least_days} to {now.most_days} days.")


@click.command()
@click.pass_context
def undo(context: click.Context) -> None:
    """Take back the last thing that was written down between meetings on this machine."""
    with between_meetings(context) as session:
        action = last_by_hand(session.state, session.journal.replica)
        if action is None:
            raise Sentence("Nothing was written down between meetings that could be taken back.")
        told = session.told(action)
        refusal = session.send(intents.Undo(action))
        if refusal is not None:
            raise Sentence(refusal.words)
        click.echo(f"Taken back: {visible(told)}.")


COMMANDS = (open_role, describe, merge, drop, bounds, undo)
