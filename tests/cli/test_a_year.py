"""A year of a group, from a flood to the next summer, through the commands as they are typed.

It meets on the last Tuesday of each month at 19:00. Every date below is worked out by hand.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from a_year import ZONE, Group, days
from support.files import ask

PANTRY = "Pantry steward"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Group]:
    """In Central Europe, after all of it has happened."""
    folder = tmp_path_factory.mktemp("year")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("FACILITATOR_DB", "circle.db")
        patch.setenv("TZ", ZONE)
        time.tzset()
        group = Group(folder)
        for season in (the_flood, autumn, winter, spring, the_emergency, summer):
            season(group)
        yield group
    time.tzset()


def the_flood(group: Group) -> None:
    """Its debrief on Tuesday 31 August 2027, and the skill share two days later."""
    group.meets(
        "2027-08-31 19:00",
        *("step 4 yes", "next", "+ first aid", "? bo: first aid", "? dee: facilitating"),
        "! @chidi borrow the PA by friday",
        *("step 6 yes", "claim dee: bring", "meet tue 28 sep, 19:00", "meet facilitator bo"),
        agenda="debrief-commons",
    )
    group.roles(
        "2027-08-31 21:30",
        f"open|{PANTRY}|--months|3|--skill|Keys|--skill|Ordering",
        "claim|pantry|ana",
    )
    group.exports("the flood")
    group.meets(
        "2027-09-02 19:00",
        *("step 4 yes", "pair all", "step 8 yes", "learned bo: first aid from ana"),
        "meet tue 28 sep, 19:00",
        agenda="skill-share",
    )
    group.exports("the first skill share")


def autumn(group: Group) -> None:
    """Ana hands the pantry over to Bo; summer time ends between two circles."""
    group.roles("2027-09-28 18:00", "successor|pantry|bo")
    group.meets("2027-09-28 19:00", "handoff pantry shadow", "meet tue 26 oct, 19:00")
    group.meets("2027-10-26 19:00", "! @bo order flour by 1 november", "meet tue 30 nov, 19:00")
    group.exports("before summer time ends")
    group.roles("2027-11-20 12:00", "led|pantry|--on|2027-11-18", "tick|pantry|keys")
    group.roles("2027-11-21 12:00", "tick|pantry|ordering", "confirm|pantry|keys")
    group.said["too early"] = group.is_refused("roles", "release", "pantry")
    group.meets(
        "2027-11-30 19:00",
        *("step 2 yes", "handoff pantry confirm ordering", "handoff pantry done shelves labeled"),
        *("handoff pantry sign ana", "handoff pantry sign bo", "meet tue 28 dec, 19:00"),
    )


def winter(group: Group) -> None:
    """Bo hands the pantry over to Chidi on the leap day."""
    group.roles("2027-12-28 18:00", "successor|pantry|chidi")
    group.meets("2027-12-28 19:00", "handoff pantry shadow", "meet tue 25 jan, 19:00")
    group.exports("at the turn of the year")
    group.roles("2028-01-20 12:00", "led|pantry", "tick|pantry|keys", "tick|pantry|ordering")
    group.meets(
        "2028-01-25 19:00", "! @eli paint the door by 29 february", "meet tue 29 feb, 19:00"
    )
    group.exports("before the leap day")
    group.meets(
        "2028-02-29 19:00",
        *("step 2 yes", "handoff pantry confirm keys", "handoff pantry confirm ordering"),
        *("handoff pantry sign chidi", "handoff pantry sign bo", "meet tue 28 mar, 19:00"),
    )
    group.exports("before summer time begins")


def spring(group: Group) -> None:
    """A skill share at last, and a fire that brings the next one forward."""
    group.meets("2028-03-28 19:00", "meet tue 25 apr, 19:00")
    group.meets("2028-03-30 19:00", "meet tue 25 apr, 19:00", agenda="skill-share")
    group.exports("the second skill share")
    group.meets("2028-04-04 19:00", "meet tue 25 apr, 19:00", agenda="debrief-commons")
    group.exports("the fire")


def the_emergency(group: Group) -> None:
    """Chidi lets go of the pantry; it is open until Dee takes it on."""
    group.roles("2028-04-20 12:00", "release|pantry|--emergency|moved away")
    group.said["opening"] = group.meets(
        "2028-04-25 19:00", "say", "step 3 yes", "meet tue 30 may, 19:00"
    )
    group.roles_then["the emergency"] = group.listed()
    group.exports("the emergency")
    group.meets("2028-05-30 19:00", "step 3 yes", "claim dee: pantry", "meet tue 27 jun, 19:00")


def summer(group: Group) -> None:
    """Eli learns the pantry from Dee; the circle of August is the last."""
    group.roles("2028-06-27 18:00", "successor|pantry|eli")
    group.meets("2028-06-27 19:00", "meet tue 25 jul, 19:00")
    group.meets(
        "2028-07-25 19:00",
        *("handoff pantry shadow", "! @ana call the printer by 1 september"),
        "meet tue 29 aug, 19:00",
    )
    group.meets("2028-08-22 19:00", "meet tue 29 aug, 19:00", agenda="skill-share")
    group.meets("2028-08-29 19:00", "meet tue 26 sep, 19:00", "meet facilitator eli")
    group.roles_then["the end"] = group.listed()
    group.exports("the end")


@pytest.mark.parametrize(
    ("when", "entries"),
    [
        (
            "the flood",
            {
                "Skill share, practical": "2027-09-02",
                "Chidi: borrow the PA": "2027-09-03",
                "Bring the pots: Dee's term ends": "2027-09-14",
                f"{PANTRY}: Ana hands over to nobody yet": "2027-11-16",
                f"{PANTRY}: Ana's term ends": "2027-11-30",
                "Next circle": "2027-09-28T17:00:00+00:00",
            },
        ),
        (
            "the first skill share",
            {"Skill share, strategic": "2027-09-16", "Next circle": "2027-09-28T17:00:00+00:00"},
        ),
        (
            "before summer time ends",
            {
                "Bo: order flour": "2027-11-01",
                f"{PANTRY}: Ana hands over to Bo": "2027-11-16",
                "Next circle": "2027-11-30T18:00:00+00:00",
            },
        ),
        (
            "at the turn of the year",
            {
                f"{PANTRY}: Bo hands over to Chidi": "2028-02-15",
                f"{PANTRY}: Bo's term ends": "2028-02-29",
                "Next circle": "2028-01-25T18:00:00+00:00",
            },
        ),
        (
            "before the leap day",
            {
                "Eli: paint the door": "2028-02-29",
                "Next circle": "2028-02-29T18:00:00+00:00",
            },
        ),
        (
            "before summer time begins",
            {
                f"{PANTRY}: Chidi hands over to nobody yet": "2028-05-15",
                f"{PANTRY}: Chidi's term ends": "2028-05-29",
                "Next circle": "2028-03-28T17:00:00+00:00",
            },
        ),
        ("the second skill share", {"Skill share, practical": "2028-04-13"}),
        ("the fire", {"Skill share, practical": "2028-04-06"}),
    ],
)
def test_the_calendar_has_the_right_days_all_through_the_year(
    year: Group, when: str, entries: dict[str, str]
) -> None:
    assert entries.items() <= days(year.exported[when]).items()


def test_the_calendar_of_the_end_has_all_of_its_days_and_no_others(year: Group) -> None:
    assert days(year.exported["the end"]) == {
        "Chidi: borrow the PA": "2027-09-03",
        "Bo: order flour": "2027-11-01",
        "Eli: paint the door": "2028-02-29",
        f"{PANTRY}: Dee hands over to Eli": "2028-08-16",
        f"{PANTRY}: Dee's term ends": "2028-08-30",
        "Ana: call the printer": "2028-09-01",
        "Skill share, strategic": "2028-09-05",
        "Next circle": "2028-09-26T17:00:00+00:00",
    }
    details = year.exported["the end"]["Skill share, strategic"].description.value
    assert details == "facilitating"
    assert year.exported["the end"]["Next circle"].description.value == "Facilitator: Eli"


def test_a_skill_share_that_a_fire_brings_forward_is_the_same_entry(year: Group) -> None:
    before = year.exported["the second skill share"]["Skill share, practical"]
    after = year.exported["the fire"]["Skill share, practical"]
    assert before.uid.value == after.uid.value
    assert int(before.sequence.value) < int(after.sequence.value)


def test_whoever_imports_every_file_has_each_thing_once_and_as_it_was_said_last(
    year: Group,
) -> None:
    held = [(each.summary.value, each.dtstart.value) for each in year.calendars.entries.values()]
    assert len(held) == len(set(held))
    handed = sorted(
        (day.isoformat(), title) for title, day in held if title.startswith(f"{PANTRY}:")
    )
    assert handed == [
        ("2027-11-16", f"{PANTRY}: Ana hands over to Bo"),
        ("2027-11-30", f"{PANTRY}: Ana's term ends"),
        ("2028-02-15", f"{PANTRY}: Bo hands over to Chidi"),
        ("2028-02-29", f"{PANTRY}: Bo's term ends"),
        ("2028-08-16", f"{PANTRY}: Dee hands over to Eli"),
        ("2028-08-30", f"{PANTRY}: Dee's term ends"),
    ]


def test_a_second_export_has_the_same_identities_and_a_higher_sequence(year: Group) -> None:
    first = {each.uid.value: each for each in year.exported["the end"].values()}
    year.clock.set("2028-08-30 09:00")
    year.does("people", "rename", "ana", "Ana")
    year.exports("nothing has happened")
    unchanged = {each.uid.value: each for each in year.exported["nothing has happened"].values()}
    assert {uid: each.dtstart.value for uid, each in unchanged.items()} == {
        uid: each.dtstart.value for uid, each in first.items()
    }
    year.roles("2028-08-30 09:00", "tell|pantry|--left|the freezer")
    year.exports("a day later")
    second = {each.uid.value: each for each in year.exported["a day later"].values()}
    assert second.keys() == first.keys()
    for uid, each in second.items():
        assert int(each.sequence.value) > int(first[uid].sequence.value)


def test_stepping_down_before_the_next_one_is_trained_is_refused_with_what_is_missing(
    year: Group,
) -> None:
    assert year.said["too early"] == (
        f"facilitator: Ana can't step down from {PANTRY} yet: Ana has not confirmed “Ordering”, "
        "Ana has not signed and Bo has not signed. In an emergency, release it with a reason.\n"
    )


def test_the_emergency_is_told_at_the_next_opening_until_the_role_is_filled(year: Group) -> None:
    words = f"{PANTRY}: open since Thu 20 Apr: Chidi let go in an emergency (moved away)"
    assert words in year.said["opening"]
    then = year.roles_then["the emergency"][PANTRY]
    assert (then["state"], then["held"]) == ("open", [])
    assert then["concerns"] == [{"what": "open since an emergency", "words": words}]
    assert not [each for each in year.exported["the emergency"] if each.startswith(PANTRY)]


def test_the_roles_as_json_say_who_has_it_and_what_its_handoff_lacks(year: Group) -> None:
    pantry = year.roles_then["the end"][PANTRY]
    (term,) = pantry["held"]
    assert (term["person"], term["starts"], term["ends"]) == ("Dee", "2028-05-30", "2028-08-30")
    assert (term["successor"], term["named"], term["shadowing"], term["led"]) == (
        "Eli",
        "2028-06-27",
        "2028-07-25",
        None,
    )
    assert pantry["state"] == "shadowing"
    assert pantry["missing"] == [
        "Eli has not led it once",
        "Eli has not ticked “Keys”",
        "Eli has not ticked “Ordering”",
        "Dee has not signed",
        "Eli has not signed",
    ]


def test_the_tables_have_every_term_and_every_handoff(year: Group) -> None:
    file = year.folder / "circle.db"
    terms = """
        SELECT identity.name, starts, ends, over, ending FROM terms
        JOIN roles ON roles.id = terms.role JOIN identity ON identity.person = terms.person
        WHERE roles.name = ? ORDER BY starts
    """
    assert ask(file, terms, PANTRY) == [
        ("Ana", "2027-08-31", "2027-11-30", "2027-11-30", "handed over"),
        ("Bo", "2027-11-30", "2028-02-29", "2028-02-29", "handed over"),
        ("Chidi", "2028-02-29", "2028-05-29", "2028-04-20", "released in an emergency"),
        ("Dee", "2028-05-30", "2028-08-30", None, None),
    ]
    handoffs = """
        SELECT next.name, named, shadowing, led, holder_signed, successor_signed FROM handoffs
        JOIN identity AS next ON next.person = handoffs.successor ORDER BY named
    """
    assert ask(file, handoffs) == [
        ("Bo", "2027-09-28", "2027-09-28", "2027-11-18", "2027-11-30", "2027-11-30"),
        ("Chidi", "2027-12-28", "2027-12-28", "2028-01-20", "2028-02-29", "2028-02-29"),
        ("Eli", "2028-06-27", "2028-07-25", None, None, None),
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2027-08-31", "Bring the pots"),
        ("2027-11-30", f"{PANTRY}, done: shelves labeled"),
        ("2027-11-30", f"Ana signed for “{PANTRY}”"),
        ("2027-11-30", f"Bo signed for “{PANTRY}”"),
        ("2027-11-30", f"{PANTRY}: **Bo**, Tue 30 Nov 2027 to Tue 29 Feb 2028"),
        ("2028-02-29", f"Chidi signed for “{PANTRY}”"),
        ("2028-02-29", f"{PANTRY}: **Chidi**, Tue 29 Feb to Mon 29 May 2028"),
        ("2028-04-25", f"{PANTRY}: still open"),
        ("2028-05-30", f"{PANTRY}: **Dee**, Tue 30 May to Wed 30 Aug 2028"),
        ("2028-08-29", "tue 26 sep, 19:00"),
    ],
)
def test_the_minutes_tell_what_was_done_about_roles(year: Group, day: str, words: str) -> None:
    assert words in year.minutes(day)
