"""What minutes say of roles: who took them on, who was chosen, who was handed what."""

from __future__ import annotations

from support.play import Circle
from support.scenes import at_roles, go_round, pots, proposed

from facilitator.core import intents
from facilitator.core.roles.standing import role_called
from facilitator.minutes.data import as_data
from facilitator.minutes.markdown import markdown


def told(circle: Circle, title: str) -> list[str]:
    """The lines of a section of the minutes, as they stand in the file."""
    text = markdown(circle.state, circle.meeting, circle.names, circle.now)
    if f"## {title}\n" not in text:
        return []
    return text.split(f"## {title}\n")[1].split("\n## ")[0].strip().splitlines()


def chosen() -> Circle:
    """The circle chose Chidi for the pantry."""
    circle = proposed()
    go_round(circle)
    circle.do(intents.FillRole(next(iter(circle.meeting.proposals))))
    return circle


def term(circle: Circle, name: str) -> str:
    """The term that runs in a role."""
    role = role_called(circle.state, name)
    assert role is not None
    assert role.term is not None
    return role.term.id


def handed_over() -> Circle:
    """The circle chose Chidi, who handed the pantry over to Ana in the same meeting."""
    circle = chosen()
    pantry, ana = term(circle, "Pantry"), circle.who("Ana")
    for wish in (
        intents.NameSuccessor(pantry, ana),
        intents.BeginShadowing(pantry),
        intents.RecordLed(pantry),
        intents.TickSkill(pantry, "Keys"),
        intents.ConfirmSkill(pantry, "Keys"),
        intents.SignHandoff(pantry, circle.who("Chidi")),
        intents.SignHandoff(pantry, ana),
    ):
        circle.do(wish)
    return circle


def test_who_was_chosen_is_told_with_the_reasons_also_when_they_handed_over_at_once() -> None:
    assert told(chosen(), "Roles") == [
        "- Pantry: **Chidi**, Sun 23 Nov 2025 to Fri 23 Jan 2026, chosen by the circle: "
        "Ana says so; Zoë says so"
    ]
    circle = handed_over()
    assert told(circle, "Roles") == [
        "- Pantry: **Chidi**, chosen by the circle: Ana says so; Zoë says so; "
        "handed over to **Ana**",
        "- Pantry: **Ana**, Sun 23 Nov 2025 to Fri 23 Jan 2026",
    ]
    first, second = as_data(circle.state, circle.meeting, circle.names, circle.now)["roles"]
    assert (first["chosen"], first["ended"], first["handed_to"]["name"]) == (
        True,
        "handed over",
        "Ana",
    )
    assert (second["chosen"], second["ended"], second["handed_to"]) == (False, "", None)


def test_a_handoff_is_told_with_the_names_of_both() -> None:
    assert told(handed_over(), "Handoffs") == [
        "- Ana is next for “Pantry”",
        "- Ana shadows “Pantry”",
        "- Ana led “Pantry” once",
        "- Ana ticked “Keys” of “Pantry”",
        "- Chidi confirmed “Keys” of “Pantry” for Ana",
        "- Chidi signed for “Pantry”",
        "- Ana signed for “Pantry”",
        "- “Pantry” handed over from Chidi to Ana",
    ]


def test_who_was_chosen_and_had_to_let_go_at_once_is_told_before_who_has_it_now() -> None:
    circle = chosen()
    circle.do(intents.ReleaseTerm(term(circle, "Pantry"), ("ill",), emergency=True))
    role = role_called(circle.state, "Pantry")
    assert role is not None
    circle.do(intents.ClaimRole(role.id, circle.who("Zoë")))
    assert told(circle, "Roles") == [
        "- Pantry: **Chidi**, chosen by the circle: Ana says so; Zoë says so; "
        "released in an emergency",
        "- Pantry: **Zoë**, Sun 23 Nov 2025 to Fri 23 Jan 2026",
    ]


def test_of_two_claims_the_one_that_was_not_chosen_is_not_in_the_list() -> None:
    circle = at_roles()
    circle.do(intents.ClaimRole(pots(circle), circle.who("Ana")))
    dates = "Sun 23 Nov to Sun 7 Dec 2025"
    first = next(line for line in told(circle, "Roles") if "Pots" in line)
    assert first.endswith("claim it; the circle has not decided yet")
    circle.do(intents.SettleClaim(circle.state.roles[pots(circle)].running[0].id))
    assert [line for line in told(circle, "Roles") if "Pots" in line] == [
        f"- Pots: **Chidi**, {dates}"
    ]
    assert told(circle, "Handoffs") == ["- The circle decided that Chidi has “Pots”"]


def test_a_claim_that_was_given_back_before_another_one_is_told_once() -> None:
    circle = at_roles()
    circle.do(intents.ReleaseTerm(term(circle, "Pots")))
    circle.do(intents.ClaimRole(pots(circle), circle.who("Ana")))
    assert [line for line in told(circle, "Roles") if "Pots" in line] == [
        "- Pots: **Ana**, Sun 23 Nov to Sun 7 Dec 2025"
    ]
    assert told(circle, "Handoffs") == ["- “Pots” given back by Chidi"]


def test_a_very_long_name_is_shortened_in_the_lists_and_whole_in_the_data() -> None:
    circle = at_roles()
    name = "Steward " + "x" * 3_000
    circle.do(intents.TakeOnRole(name, circle.who("Ana"), circle.meeting.step_id or ""))
    circle.do(intents.ReleaseTerm(term(circle, name)))
    text = markdown(circle.state, circle.meeting, circle.names, circle.now)
    assert max(map(len, text.splitlines())) < 200
    assert "- Steward xxx" in text
    data = as_data(circle.state, circle.meeting, circle.names, circle.now)
    assert name in [each["name"] for each in data["roles"]]
