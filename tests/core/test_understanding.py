"""One typed line, understood: nothing that was typed is lost, and nothing raises."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.core import mentions
from facilitator.core.capture import Captured, understand
from facilitator.core.completing import skill_begun
from facilitator.core.events import Mention
from facilitator.core.forms import FORMS, NOTE_SIGN, Kind
from facilitator.core.letters import plain_letters
from facilitator.core.vocabulary import Sense
from facilitator.core.words import plain

ANA, CHIDI, ZOE, JOSE, LI, MO, SARA, TWIN, OTHER = (f"{place}@a" for place in range(1, 10))
NAMES = {
    ANA: "Ana",
    CHIDI: "Chidi Obi",
    ZOE: "Zoë",
    JOSE: "Jose\u0301 Luis",
    LI: "Li O'Neil",
    MO: "محمد",
    SARA: "Sara-Lou",
    TWIN: "Kim",
    OTHER: "kim",
}


def note(*text: str | Mention) -> Captured:
    return Captured(Kind.NOTE, text)


def promise(owner: str, due: str, *text: str | Mention) -> Captured:
    return Captured(Kind.COMMITMENT, text, owner, due)


def stranger(name: str, words: str) -> Captured:
    return Captured(Kind.COMMITMENT, (words,), stranger=name)


EXAMPLES: list[tuple[str, Captured]] = [
    ("It rained.", note("It rained.")),
    ("  It rained.  ", note("It rained.")),
    ("", note("")),
    ("\\= not a decision", note("= not a decision")),
    ("\\!", note("!")),
    ("= We meet on Tuesdays", Captured(Kind.DECISION, ("We meet on Tuesdays",))),
    ("=", Captured(Kind.DECISION, ("",))),
    ("= @ana keeps the key", Captured(Kind.DECISION, (Mention(ANA), " keeps the key"))),
    ("! borrow the PA", promise("", "", "borrow the PA")),
    ("! @chidi borrow the PA by friday", promise(CHIDI, "friday", "borrow the PA")),
    ("!@Chidi Obi: borrow the PA", promise(CHIDI, "", "borrow the PA")),
    ("! Ana → call the printer due 3 March", promise(ANA, "3 March", "call the printer")),
    ("! ana: call the printer", promise(ANA, "", "call the printer")),
    ("! ana call the printer", promise("", "", "ana call the printer")),
    ("! @kim pots", stranger("kim", "@kim pots")),
    ("! @nobody pots", stranger("nobody", "@nobody pots")),
    ("! @zoe, pots until the end of May", promise(ZOE, "until the end of May", "pots")),
    ("! go by bus", promise("", "", "go by bus")),
    ("! stand by the door", promise("", "", "stand by the door")),
    ("! ask before the next meeting", promise("", "before the next meeting", "ask")),
    ("! call people off due to rain", promise("", "", "call people off due to rain")),
    ("! learn the song by heart", promise("", "", "learn the song by heart")),
    ("! print the flyers made by Ana", promise("", "", "print the flyers made by Ana")),
    ("! @nguyen chairs", stranger("nguyen", "@nguyen chairs")),
    ("! by friday", promise("", "friday", "")),
    ("! get it by: noon", promise("", "noon", "get it")),
    ("! stand by me by friday", promise("", "friday", "stand by me")),
    ("! BABY FOOD BY MONDAY", promise("", "MONDAY", "BABY FOOD")),
    ("! nearby shop", promise("", "", "nearby shop")),
    ("thanks @josé", note("thanks ", Mention(JOSE))),
    ("thanks @jose luis!", note("thanks ", Mention(JOSE), "!")),
    ("thanks @José Luis!", note("thanks ", Mention(JOSE), "!")),
    ("thanks @Zoe\u0308!", note("thanks ", Mention(ZOE), "!")),
    ("thanks @Jose\u0301 Luis!", note("thanks ", Mention(JOSE), "!")),
    ("@li o'neil and @LI", note(Mention(LI), " and ", Mention(LI))),
    ("@sara-lou's pots", note(Mention(SARA), "'s pots")),
    ("شكرا @محمد", note("شكرا ", Mention(MO))),
    ("mail ana@home.org", note("mail ana@home.org")),
    ("@@ana", note("@", Mention(ANA))),
    ("at @ home", note("at @ home")),
    ("@anabel", note("@anabel")),
    ("@ﾞ", note("@ﾞ")),
    ("\u200b", note("\u200b")),
]


@pytest.mark.parametrize(("line", "meant"), EXAMPLES)
def test_a_line_means(line: str, meant: Captured) -> None:
    assert understand(line, NAMES) == meant


@pytest.mark.parametrize(
    ("name", "line"),
    [("Jose\u0301", "thanks @José"), ("\u0301", "@"), ("e\u0301", "! @é"), ("A" * 99, "@a")],
)
def test_a_name_that_is_longer_than_the_rest_of_the_line_is_no_accident(
    name: str, line: str
) -> None:
    understood = understand(line, {ANA: name})
    assert plain(understood.text, {}) or understood.owner


_BITS = st.sampled_from(
    (
        "@",
        "@ana",
        "@Zoë",
        "@kim",
        "Ana: ",
        "→",
        "->",
        " and ",
        "#action ",
        "TOPIC:",
        "... ",
        "s/",
        "#pantry",
        "in two weeks",
        "bis Freitag",
        "* ",
        "% ",
        " by ",
        "due:",
        "until ",
        "friday",
        "the ",
        "! ",
        "= ",
        "+ ",
        "? ",
        "??",
        "\\",
        "\u0301",
        "ß",
        "İ",
        "ﬁ",
        "ﾞ",
        "\u202e",
        "محمد",
        "\x00",
        "😀\u200d",
        " ",
    )
)
LINES = st.lists(st.one_of(_BITS, _BITS, st.text(max_size=5)), max_size=12).map("".join)
CALLED = st.dictionaries(
    st.sampled_from((ANA, CHIDI, ZOE)),
    st.one_of(
        st.sampled_from(("Ana", "ana", "Jose\u0301", "ß", "\u0301", "ﾞ")), st.text(max_size=4)
    ),
)
DUE = r"[\s,;·]*(?:(?:by|due|before|until):?\s+)?"
_BEGUN = {NOTE_SIGN, *(each for form in FORMS for each in (form.sign, *form.tags, *form.words))}
BEGINS = "|".join(re.escape(begun) for begun in sorted(_BEGUN - {""}, key=len, reverse=True))
BETWEEN = r"\s*(?:→|->|:|,|and|&|to|will)?\s*"


def shape(meant: Captured) -> re.Pattern[str]:
    """Every line that can mean this: its own words, signs, and something for each person."""
    owners = [meant.owner, *meant.others] if meant.owner else []
    owner = "".join(rf"@?(.+?){BETWEEN}" for _ in owners)
    text = "".join(re.escape(part) if isinstance(part, str) else "@(.+?)" for part in meant.text)
    due = DUE + re.escape(meant.due) if meant.due else ""
    begun = rf"\s*(?:{BEGINS})?\s*:?\s*(?:\.\.\.|…)?\s*"
    return re.compile(rf"{begun}{owner}{text}[\s,;·]*{due}\s*", re.DOTALL | re.IGNORECASE)


@settings(max_examples=400)
@given(LINES, CALLED)
@example("! @é pots, by friday", {ANA: "e\u0301"})
@example("@ﾞ", {ANA: "Ana"})
@example("thanks @an and @Ana Lu.", {ANA: "Ana Lu", CHIDI: "Chidi"})
def test_a_line_can_be_put_together_again_from_what_it_means(
    line: str, names: dict[str, str]
) -> None:
    meant = understand(line, names)
    again = shape(meant).fullmatch(line)
    assert again, meant
    mentioned = [part.person for part in meant.text if isinstance(part, Mention)]
    owners = [meant.owner, *meant.others] if meant.owner else []
    people = [*owners, *mentioned]
    for person, typed in zip(people, again.groups(), strict=True):
        assert plain_letters(names[person]).startswith(plain_letters(typed))


@pytest.mark.parametrize("name", ["\u0301", "'", "\u0301 \u0301"])
def test_nothing_typed_means_nobody_even_if_a_name_has_no_letters(name: str) -> None:
    for line in (":", "words", ": words"):
        assert understand(line, {"1@a": name}).owner == ""


@given(st.text(max_size=40))
def test_where_nobody_is_known_a_note_is_kept_to_the_letter(line: str) -> None:
    understood = understand("\\" + line, {})
    assert understood.text == (line.strip(),)


def test_a_person_is_looked_up_so_often_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    find = mentions.find_person

    def counted(words: str, names: dict[str, str]) -> tuple[str | None, int]:
        looked_up.append(words[:1])
        return find(words, names)

    monkeypatch.setattr(mentions, "find_person", counted)
    understood = understand("@nobody " * 5000, NAMES)
    assert plain(understood.text, NAMES) == ("@nobody " * 5000).strip()
    assert len(looked_up) == mentions.MOST_MENTIONS


def test_a_long_word_is_made_plain_once_for_each_mention(monkeypatch: pytest.MonkeyPatch) -> None:
    made_plain = 0
    same = plain_letters

    def counted(words: str) -> str:
        nonlocal made_plain
        made_plain += len(words)
        return same(words)

    monkeypatch.setattr(mentions, "plain_letters", counted)
    names = {f"{place}@a": f"Person {place}" for place in range(300)}
    understood = understand("@" + "a" * 10_000, names)
    assert understood == note("@" + "a" * 10_000)
    assert made_plain < 10_000 + 300 * 3 * len("Person 100")


@pytest.mark.parametrize(
    "line",
    [
        "x" * 10_000,
        "@" * 10_000,
        "! " + "by " * 3333,
        "! @" + "." * 9999,
        "! ana" + " " * 9999 + ":",
        "! call" + " " * 20_000 + "him",
        "! @ana" + " " * 20_000 + "calls",
        "% pots" + " " * 20_000 + "@ana",
    ],
)
def test_a_very_long_line_is_understood_as_any_other(line: str) -> None:
    understood = understand(line, NAMES)
    kept = plain(understood.text, NAMES) + understood.due + understood.owner
    assert len(kept.replace(" ", "")) >= len(line.replace(" ", "")) - 10


def used(*skills: str, owner: str = "") -> Captured:
    return Captured(Kind.SKILL, (), owner, skills=skills)


def wished(*skills: str, owner: str = "") -> Captured:
    return Captured(Kind.SKILL, (), owner, skills=skills, sense=Sense.WISHED)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("+ first aid", used("first aid")),
        ("+first  aid ", used("first aid")),
        ("? sound system", wished("sound system")),
        ("?sound system", wished("sound system")),
        ("+ first aid, cooking,, Cooking ,wiring", used("first aid", "cooking", "wiring")),
        ("+ first aid; cooking", used("first aid", "cooking")),
        ("+ cooking for 1,000, carrying", used("cooking for 1,000", "carrying")),
        ("+ @ana first aid", used("first aid", owner=ANA)),
        ("+ ana: first aid, cooking", used("first aid", "cooking", owner=ANA)),
        ("? Chidi Obi → sound system", wished("sound system", owner=CHIDI)),
        ("+ @ana", used(owner=ANA)),
        ("+ ana", used("ana")),
        ("+", used()),
        ("?", wished()),
        ("+ ,, '", used()),
        ("?!", wished("!")),
    ],
)
def test_a_line_about_skills_says_whose_and_which(line: str, meant: Captured) -> None:
    understood = understand(line, NAMES)
    assert (understood.kind, understood.owner, understood.skills, understood.sense) == (
        meant.kind,
        meant.owner,
        meant.skills,
        meant.sense,
    )
    assert understood.empty == (not meant.skills)


@pytest.mark.parametrize("line", ["+1", "+1 for that", "\\+ first aid", "\\?? who has the key"])
def test_what_agrees_is_a_note(line: str) -> None:
    assert understand(line, NAMES).kind is Kind.NOTE


def test_a_skill_of_somebody_who_is_not_known_says_who() -> None:
    understood = understand("+ @zed first aid", NAMES)
    assert (understood.owner, understood.stranger, understood.skills) == ("", "zed", ("first aid",))


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("+ fir", "fir"),
        ("?", ""),
        ("? ", ""),
        ("+ first aid, coo", "coo"),
        ("+ first aid, ", ""),
        ("+ @ana fir", "fir"),
        ("  + ana: cooking,fir", "fir"),
        ("+ cooking for 1,000", "cooking for 1,000"),
        ("fir", None),
        ("?? fir", None),
        ("! fir", None),
        ("", None),
    ],
)
def test_the_skill_that_is_being_typed_begins_behind_the_last_comma(
    line: str, begun: str | None
) -> None:
    start = skill_begun(line, NAMES)
    assert (None if start is None else line[start:]) == begun
