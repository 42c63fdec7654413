"""Commands for terms: claim, settle, successor, shadow, led, pass on, tell, sign, release."""

from __future__ import annotations

import click

from facilitator.cli.by_hand import between_meetings, done, on_a_day
from facilitator.cli.meant import person_meant, role_meant, skill_meant, storable, term_meant
from facilitator.cli.problems import Sentence
from facilitator.core import intents
from facilitator.core.events import NOBODY, Text


@click.command()
@click.argument("role")
@click.argument("name")
@on_a_day
@click.pass_context
def claim(context: click.Context, role: str, name: str, on: str) -> None:
    """NAME takes ROLE on, for a term from that day; who has it already goes on for another."""
    with between_meetings(context, on) as session:
        wanted = role_meant(role, session.state)
        person = person_meant(name, session.state, session.names)
        done(session, intents.ClaimRole(wanted.id, person))


@click.command()
@click.argument("role")
@click.argument("name")
@on_a_day
@click.pass_context
def settle(context: click.Context, role: str, name: str, on: str) -> None:
    """Of several who claim ROLE, the circle decided for NAME."""
    with between_meetings(context, on) as session:
        wanted = role_meant(role, session.state)
        person = person_meant(name, session.state, session.names)
        claims = [term.id for term in wanted.held_on(session.today) if term.person == person]
        if not claims:
            raise Sentence(f"{session.names[person]} does not claim {wanted.name}.")
        done(session, intents.SettleClaim(claims[0]))


@click.command()
@click.argument("role")
@click.argument("name", default="")
@on_a_day
@click.pass_context
def successor(context: click.Context, role: str, name: str, on: str) -> None:
    """NAME is to have ROLE next, and is trained for it. Without NAME, nobody is."""
    with between_meetings(context, on) as session:
        _, term = term_meant(role, session.state, session.today)
        person = person_meant(name, session.state, session.names) if name else NOBODY
        done(session, intents.NameSuccessor(term.id, person))


@click.command()
@click.argument("role")
@on_a_day
@click.pass_context
def shadow(context: click.Context, role: str, on: str) -> None:
    """The successor of ROLE goes along with the holder."""
    with between_meetings(context, on) as session:
        _, term = term_meant(role, session.state, session.today)
        done(session, intents.BeginShadowing(term.id))


@click.command()
@click.argument("role")
@on_a_day
@click.pass_context
def led(context: click.Context, role: str, on: str) -> None:
    """The successor of ROLE did it once themselves."""
    with between_meetings(context, on) as session:
        _, term = term_meant(role, session.state, session.today)
        done(session, intents.RecordLed(term.id))


@click.command()
@click.argument("role")
@click.argument("skill")
@on_a_day
@click.pass_context
def tick(context: click.Context, role: str, skill: str, on: str) -> None:
    """The successor of ROLE can do SKILL, and says so."""
    with between_meetings(context, on) as session:
        wanted, term = term_meant(role, session.state, session.today)
        done(session, intents.TickSkill(term.id, skill_meant(skill, wanted)))


@click.command()
@click.argument("role")
@click.argument("skill")
@on_a_day
@click.pass_context
def confirm(context: click.Context, role: str, skill: str, on: str) -> None:
    """The holder of ROLE agrees that the successor can do SKILL."""
    with between_meetings(context, on) as session:
        wanted, term = term_meant(role, session.state, session.today)
        done(session, intents.ConfirmSkill(term.id, skill_meant(skill, wanted)))


@click.command()
@click.argument("role")
@click.option("--done", "was_done", default=None, help="What was done.")
@click.option("--left", default=None, help="What is left to do.")
@click.option("--know", default=None, help="What the next one has to know.")
@on_a_day
@click.pass_context
def tell(context: click.Context, /, role: str, on: str, **said: str | None) -> None:
    """Write down what is handed over with ROLE, in words."""
    with between_meetings(context, on) as session:
        _, term = term_meant(role, session.state, session.today)
        done_left_know = (_text(said[part]) for part in ("was_done", "left", "know"))
        done(session, intents.TellHandoff(term.id, *done_left_know))


def _text(words: str | None) -> Text | None:
    if words is None:
        return None
    return (storable(words).strip(),) if words.strip() else ()


@click.command()
@click.argument("role")
@click.argument("name")
@on_a_day
@click.pass_context
def sign(context: click.Context, role: str, name: str, on: str) -> None:
    """NAME, the holder or the successor, signs; with both, ROLE changes hands."""
    with between_meetings(context, on) as session:
        _, term = term_meant(role, session.state, session.today)
        person = person_meant(name, session.state, session.names)
        done(session, intents.SignHandoff(term.id, person))


@click.command()
@click.argument("role")
@click.option("--emergency", default="", metavar="REASON", help="Let go at once, and why.")
@click.option("--reason", default="", help="Why a micro-role is given back.")
@on_a_day
@click.pass_context
def release(context: click.Context, role: str, emergency: str, reason: str, on: str) -> None:
    """The holder of ROLE steps down.

    A stewardship is handed over to a trained successor, so this says what is missing. In an
    emergency it is let go all the same, with a reason, and is open until somebody has it.
    """
    with between_meetings(context, on) as session:
        _, term = term_meant(role, session.state, session.today)
        why = _text(emergency or reason) or ()
        done(session, intents.ReleaseTerm(term.id, why, emergency=bool(emergency)))


COMMANDS = (claim, settle, successor, shadow, led, tick, confirm, tell, sign, release)
