"""Style sheets are read once, and with the colors of the theme that is on."""

from __future__ import annotations

from textual.color import Color
from textual.css.stylesheet import Stylesheet

from facilitator.ui.stylesheet import KeptStylesheet

DARK, BRIGHT = {"paper": "#101010", "ink": "#ffffff"}, {"paper": "#fafafa", "ink": "#000000"}
SHEETS = {
    "screen.tcss": "Screen { background: $paper; color: $ink; }",
    "box.tcss": "#box { color: $ink; &:focus { color: $paper; } }",
}


def filled(sheet: Stylesheet) -> Stylesheet:
    for path, css in SHEETS.items():
        sheet.add_source(css, read_from=(path, ""))
    return sheet


def test_the_rules_are_those_that_textual_reads_in_each_theme() -> None:
    kept, plain = (filled(kind(variables=DARK)) for kind in (KeptStylesheet, Stylesheet))
    for colors in (DARK, BRIGHT, DARK):
        for sheet in (kept, plain):
            sheet.set_variables(colors)
            sheet.reparse()
        assert kept.css == plain.css
        assert kept.rules[0].styles.background == Color.parse(colors["paper"])


def test_a_sheet_is_read_once_for_each_theme() -> None:
    first, second = (filled(KeptStylesheet(variables=DARK)) for _ in range(2))
    assert all(one is two for one, two in zip(first.rules, second.rules, strict=True))
    before = list(first.rules)
    first.add_source("#later { color: $ink; }", read_from=("later.tcss", ""))
    first.reparse()
    assert [rule for rule in first.rules if rule in before] == before
    assert len(first.rules) == len(before) + 1
