"""One role's page, part by part."""

from __future__ import annotations

from support.group import Group, with_pantry
from support.handoffs import claim, name_next, shadow

from facilitator.core import intents
from facilitator.core.roles.board import board
from facilitator.ui.role_page import role_page


def page(group: Group, name: str) -> dict[str, list[str]]:
    """What stands in each part of a role's page, by the title of the part."""
    today = group.today.isoformat()
    role = group.role(name).id
    place = next(each for each in board(group.state, today, group.names) if each.role.id == role)
    return {
        part.title: [f"{line.text} {line.detail}".strip() for line in part.lines]
        for part in role_page(place, group.state, today, group.names)
    }


def test_after_an_emergency_the_page_and_its_history_say_how_far_the_next_one_was_trained() -> None:
    group = with_pantry(skills=("Keys",))
    claim(group, "Pantry", "Ana")
    name_next(group, "Pantry", "Bo")
    shadow(group, "Pantry")
    group.do(intents.ReleaseTerm(group.term("Pantry").id, ("moved away",), emergency=True))
    trained = (
        "Bo was to be next, named Mon 4 Jan, shadowing since Mon 4 Jan; had not led it once; "
        "not ticked: “Keys”"
    )
    told = page(group, "Pantry")
    assert told["Now"][-1] == trained
    assert told["Everyone who had it"] == [
        "Ana, Mon 4 Jan – Mon 4 Jan claimed; released in an emergency: moved away; " + trained
    ]
