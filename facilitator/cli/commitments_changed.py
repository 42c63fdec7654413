"""Commands for commitments: add, keep, renegotiate, release, carry."""

from __future__ import annotations

import click

from facilitator.cli.by_hand import between_meetings, done, on_a_day, today_of
from facilitator.cli.meant import person_meant, storable
from facilitator.cli.problems import Sentence
from facilitator.core import intents
from facilitator.core.commitments.standing import promises, says_next_meeting
from facilitator.core.commitments.wording import promise_words
from facilitator.core.events import NOBODY, FactId, Text
from facilitator.core.mentions import with_mentions
from facilitator.core.words import sentence
from facilitator.dates import dated, due_on
from facilitator.line import finding
from facilitator.line.orders import LineError
from facilitator.session import Session
from facilitator.ui.text import visible

WHICH = click.argument("commitment", nargs=-1, required=True)
BY = click.option("--by", default=None, metavar="WHEN", help="By when: friday, in two weeks.")


@click.command()
@click.argument("what")
@click.argument("names", nargs=-1)
@BY
@on_a_day
@click.pass_context
def add(context: click.Context, what: str, names: tuple[str, ...], by: str | None, on: str) -> None:
    """Write down that each of NAMES promised WHAT; without a name, nobody did yet."""
    with between_meetings(context, on) as session:
        people = [person_meant(name, session.state, session.names) for name in names] or [NOBODY]
        due = storable(by or "").strip()
        wish = intents.Commit(
            _text(what, session), "", people[0], due, due_on(due, session.today), tuple(people[1:])
        )
        known = set(session.state.commitments)
        done(session, wish)
        for one in session.state.commitments.keys() - known:
            _say(session, one)
        _doubt(due, session.today)


@click.command()
@WHICH
@on_a_day
@click.pass_context
def keep(context: click.Context, commitment: tuple[str, ...], on: str) -> None:
    """COMMITMENT is kept: what was promised is done."""
    with between_meetings(context, on) as session:
        done(session, intents.KeepCommitment(_meant(commitment, context, session)))


@click.command()
@WHICH
@BY
@click.option("--what", default=None, help="What is promised from now on, in other words.")
@click.option("--reason", default="", help="Why, in a few words.")
@on_a_day
@click.pass_context
def renegotiate(
    context: click.Context, /, commitment: tuple[str, ...], on: str, **said: str | None
) -> None:
    """Agree anew on COMMITMENT: by when, or what is promised."""
    by, what = said["by"], said["what"]
    with between_meetings(context, on) as session:
        due = None if by is None else storable(by).strip()
        one = _meant(commitment, context, session)
        wish = intents.RenegotiateCommitment(
            one,
            due,
            due_on(due or "", session.today),
            None if what is None else _text(what, session),
            _text(said["reason"] or "", session),
        )
        done(session, wish)
        _say(session, one)
        _doubt(due or "", session.today)


@click.command()
@WHICH
@click.option("--reason", default="", help="Why; without a reason it is not released.")
@on_a_day
@click.pass_context
def release(context: click.Context, commitment: tuple[str, ...], reason: str, on: str) -> None:
    """Whoever made COMMITMENT need not do it any more, for a reason."""
    with between_meetings(context, on) as session:
        one = _meant(commitment, context, session)
        done(session, intents.ReleaseCommitment(one, _text(reason, session)))


@click.command()
@WHICH
@on_a_day
@click.pass_context
def carry(context: click.Context, commitment: tuple[str, ...], on: str) -> None:
    """COMMITMENT goes on to the next meeting, which asks for it."""
    with between_meetings(context, on) as session:
        done(session, intents.CarryCommitment(_meant(commitment, context, session)))


def _text(words: str, session: Session) -> Text:
    words = " ".join(storable(words).split())
    return with_mentions(words, session.names) if words else ()


def _meant(words: tuple[str, ...], context: click.Context, session: Session) -> FactId:
    """The commitment that words mean, or a number of the list as it is today.

    Raises:
        Sentence: none is meant, or several are.
    """
    listed = promises(dated(session.state.commitments.values()), today_of(context))
    try:
        found = finding.commitment(" ".join(map(storable, words)), listed, session.names)
    except LineError as error:
        raise Sentence(str(error)) from None
    return found.commitment.id


def _say(session: Session, commitment: FactId) -> None:
    """Say whose it is, what and by when, as it is now."""
    found = session.state.commitments[commitment]
    click.echo(sentence(visible(promise_words(found, session.names, session.today))))


def _doubt(due: str, day: str) -> None:
    """Say that words mean no day, so that nobody relies on being reminded."""
    if due and not due_on(due, day) and not says_next_meeting(due):
        click.echo(f"“{visible(due)}” says no day: it is on the list, and never overdue.")


COMMANDS = (add, keep, renegotiate, release, carry)
