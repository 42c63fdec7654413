"""`facilitator skills`: who has and wishes for which, and who could teach whom."""

from __future__ import annotations

import json

import click

from facilitator.cli.by_hand import between_meetings, done
from facilitator.cli.meant import group_skill_meant, person_meant, storable
from facilitator.cli.problems import Sentence
from facilitator.cli.skills_told import (
    Asked,
    Remembered,
    list_data,
    list_lines,
    match_data,
    match_lines,
    skills_remembered,
)
from facilitator.core import intents
from facilitator.core.events import NOBODY, SkillSort

EXAMPLES = """
\b
Examples:
  facilitator skills                                     all of them, and who has which
  facilitator skills list --person ana
  facilitator skills match                               who could teach whom
  facilitator skills learned dee "first aid" --from bo
  facilitator skills describe "first aid" --sort practical
"""
JSON_OPTION = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, for other programs."
)
PERSON = click.option("--person", metavar="NAME", help="Only what is about this person.")
SKILL = click.option("--skill", metavar="WORDS", help="Only this skill.")


@click.group(invoke_without_command=True, epilog=EXAMPLES)
@click.pass_context
def skills(context: click.Context) -> None:
    """Skills: who has, teaches, learns and wishes for which, and who could teach whom.

    A skill is named by its name or the first letters of it, and so is a person. Without a
    command, the skills are listed.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_skills)


@skills.command("list")
@PERSON
@SKILL
@JSON_OPTION
@click.pass_context
def list_skills(
    context: click.Context,
    as_json: bool = False,
    person: str | None = None,
    skill: str | None = None,
) -> None:
    """List the skills: what only one person has first, with who has and wishes for each."""
    group = skills_remembered(context)
    asked = _asked(group, person, skill)
    if as_json:
        click.echo(json.dumps(list_data(group, asked), indent=2))
        return
    for line in list_lines(group, asked):
        click.echo(line)


@skills.command()
@PERSON
@SKILL
@JSON_OPTION
@click.pass_context
def match(
    context: click.Context,
    as_json: bool,
    person: str | None,
    skill: str | None,
) -> None:
    """Say who could teach whom and why, whom to shadow, and when skills are shared next."""
    group = skills_remembered(context)
    asked = _asked(group, person, skill)
    if as_json:
        click.echo(json.dumps(match_data(group, asked), indent=2))
        return
    for line in match_lines(group, asked):
        click.echo(line)


def _asked(group: Remembered, person: str | None, skill: str | None) -> Asked:
    return Asked(
        person_meant(person, group.state, group.names) if person is not None else NOBODY,
        group_skill_meant(skill, group.state) if skill is not None else "",
    )


@skills.command()
@click.argument("skill")
@click.option("--name", default=None, help="What it is called from now on.")
@click.option(
    "--sort", type=click.Choice([sort.value for sort in SkillSort]), help="Of which sort it is."
)
@click.pass_context
def describe(context: click.Context, skill: str, name: str | None, sort: str | None) -> None:
    """Call SKILL something else, or say of which sort it is.

    With the name of another skill it becomes part of that one, with its people.
    """
    if name is None and sort is None:
        raise Sentence("Say what is to change: --name, or --sort.")
    with between_meetings(context) as session:
        words = session.state.skills.called(group_skill_meant(skill, session.state))
        new = storable(name) if name is not None else None
        done(session, intents.DescribeSkill(words, new, SkillSort(sort) if sort else None))


@skills.command()
@click.argument("person")
@click.argument("skill")
@click.option("--from", "teacher", metavar="NAME", help="Who showed it.")
@click.option("--on", metavar="DATE", default="", help="The day on which it was, if not today.")
@click.pass_context
def learned(context: click.Context, person: str, skill: str, teacher: str | None, on: str) -> None:
    """PERSON can do SKILL now; it need not be one that the group knows."""
    with between_meetings(context, on) as session:
        state, names = session.state, session.names
        who = person_meant(person, state, names)
        words = storable(skill)
        if state.skills.named(words) is not None:
            words = state.skills.called(state.skills.key_of(words))
        shown_by = person_meant(teacher, state, names) if teacher is not None else NOBODY
        done(session, intents.LearnSkill(who, words, shown_by))
