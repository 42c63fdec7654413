"""A small assembly, key by key: whatever can be done from its first step to its last."""

from __future__ import annotations

from script import GATHER, Script, without

AGENDA = """\
title = "Assembly"

[[step]]
kind = "muster"
title = "Muster"
prompt = "Who is here?"
minutes = 3

[[step]]
kind = "round"
title = "Go-round"
prompt = "What brings you?"
minutes = 10
seconds_each = 60
filing = "check-in"

[[step]]
kind = "discussion"
title = "Water"
prompt = "Where does the water go?"
minutes = 20
seconds_each = 90

[[step]]
kind = "break"
title = "Tea"
minutes = 10

[[step]]
kind = "closing"
title = "Close"
minutes = 5
"""
PLAN = ("Muster", "Go-round", "Water", "Tea", "Close")


def assembly() -> Script:
    """Four people are ticked off, go round once, and talk with the stack."""
    script = Script(PLAN)
    script.words("Ana,Bo,Chidi,Dee", "4 here", GATHER, seats=("Ana", "Bo", "Chidi", "Dee"))
    script.key("f2", "0 of 4 have arrived", GATHER, stage="open", step="Muster")
    _muster(script)
    script.step("Go-round", "Ana begins", rounds="Ana sunwise 0")
    _go_round(script)
    script.step("Water", "h raises a hand", floor="stack")
    _water(script)
    _agenda(script)
    return script


def _muster(script: Script) -> None:
    script.chosen(
        "y",
        ("Who has arrived?", "Bo"),
        seen="✓ Bo",
        trail=((("escape",), "1 of 4 have arrived"),),
        mustered=("Bo",),
    )
    script.chosen(
        "t",
        ("Which hat changes heads?", "timekeeper"),
        ("Who is timekeeper from now on?", "Dee"),
        seen="",
        proof=False,
        hats=("timekeeper: Dee",),
    )
    script.chosen(
        "S",
        ("Who changes places?", "Bo"),
        ("Who changes places with Bo?", "Chidi"),
        seen=r"· Chidi\s(?s:.*)✓ Bo",
        seats=("Ana", "Chidi", "Bo", "Dee"),
    )
    script.chosen("e", ("Who is out for a moment", "Dee"), seen="○ Dee", out=("Dee",))


def _go_round(script: Script) -> None:
    script.turn("n", "", "", "Ana", 60)
    script.chosen(
        "r",
        ("Round", "other"),
        seen="Ana speaks · Bo next",
        rounds=("Ana counter-sunwise 0",),
    )
    script.chosen(
        "r",
        ("Round", "Seconds for each"),
        ("How much time for each?", "45"),
        seen="0:45 each",
        rounds=("Ana counter-sunwise 45",),
    )
    script.turn("p", "Ana", "passed", "Bo", 45)
    script.chosen("e", ("Who is out for a moment", "Dee"), seen="[·›] Dee", out=())
    script.stands("g", "silence", "silence · g ends it")
    script.stands("w", "catching up", "waiting for the notes")
    script.chosen(
        "j",
        ("Who speaks now?", "Chidi"),
        seen="▶ Chidi",
        speaker="Chidi",
        heard=("Ana passed", "Bo heard"),
    )
    script.chosen(
        "b",
        ("A break of how many minutes", "10"),
        seen="10 min break after this turn",
        break_planned=10,
    )
    heard: tuple[str, ...] = ("Ana passed", "Bo heard", "Chidi heard")
    script.key(
        "n",
        r"back at \d",
        speaker="",
        heard=heard,
        given=0,
        stop="break",
        standing=True,
        break_planned=0,
    )
    script.key("b", without("back at"), stop="", standing=False)
    script.turn("n", "", "", "Dee", 45)
    script.turn("n", "Dee", "heard", "", 0)
    script.key("n", "once more: Ana", asked_again=True)
    script.chosen("j", ("Who speaks now?", "Ana"), seen="▶ Ana", speaker="Ana", given=45)
    heard = ("Bo heard", "Chidi heard", "Dee heard", "Ana heard")
    script.key("n", "everyone has been heard", speaker="", heard=heard, given=0)


def _water(script: Script) -> None:
    script.chosen(
        "m",
        ("Time", "The room agreed"),
        ("How many more minutes", "5"),
        seen="of 25:00",
        agreed=("Water +5",),
    )
    _hand(script, "Bo", "1 · Bo", "Bo speak")
    _hand(script, "Dee?", "1 · Dee question", "Dee question", "Bo speak")
    _called(script, "n", "Dee", "Bo speak")
    _hand(script, "Ana", "2 · Ana", "Bo speak", "Ana speak")
    _called(script, "n", "Bo", "Ana speak")
    _hand(script, "Bo", "2 ✓ Bo", "Ana speak", "Bo speak")
    _called(script, "n", "Ana", "Bo speak")
    _hand(script, "Chidi", "2 · Chidi", "Bo speak", "Chidi speak")
    _called(script, "s", "Chidi", "Bo speak")
    script.chosen(
        "k", ("The stack", "Bo"), ("The hand of Bo", "Lower it"), seen="no hand is up", hands=()
    )
    script.key("K", "The stack is closed", shut=True)
    script.key("f", "The round goes on", floor="round", rounds=("Chidi sunwise 0",))
    script.key("f", "Back at the stack; it is closed", floor="stack")
    script.line("ditch it")
    script.agreed("= we dig")


def _hand(script: Script, words: str, seen: str, *hands: str) -> None:
    script.chosen("h", ("Whose hand is up?", words), seen=seen, hands=hands)


def _called(script: Script, key: str, who: str, *hands: str) -> None:
    script.key(key, rf"▶ {who}", speaker=who, given=90, hands=hands)


def _agenda(script: Script) -> None:
    script.chosen(
        "O",
        ("Options of the group", "sees the notes"),
        seen="",
        proof=False,
        chosen=("notes in the room on",),
    )
    script.chosen(
        "A",
        ("Agenda: go to a step", "add a step"),
        ("Add a step after this one", "Pump 5"),
        ("“Pump”, 5 min: what is it?", "A discussion"),
        seen="3/6 +Water",
        plan=("Muster", "Go-round", "Water", "Pump", "Tea", "Close"),
    )
    script.chosen(
        "A",
        ("Agenda: go to a step", "defer a step"),
        ("Defer which step", "Tea"),
        seen="3/5 +Water",
        plan=("Muster", "Go-round", "Water", "Pump", "Close"),
    )
    script.chosen("o", ("Offer a role", "Bring pots"), seen="", proof=False)
    script.chosen(
        "c",
        ("Which role is claimed?", "pots"),
        ("Who takes “Bring pots”?", "Dee"),
        seen="",
        proof=False,
        claimed=("Bring pots: Dee",),
    )
    seats = ("Ana", "Chidi", "Bo", "Dee", "Eli")
    script.chosen("a", ("Who arrived?", "Eli"), seen="· Eli", seats=seats)
    script.chosen(
        "x",
        ("Who is leaving?", "Bo"),
        seen=without(r"[·✓›] Bo"),
        seats=("Ana", "Chidi", "Dee", "Eli"),
    )
