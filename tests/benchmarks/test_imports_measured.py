"""The log that is imported to be measured is one that has everything in it."""

from __future__ import annotations

from datetime import date

from benchmarks import __main__ as program
from benchmarks import imports
from facilitator.core.forms import Kind as Form
from facilitator.importing.bringing import foreseen
from facilitator.importing.reading import Kind, Wanted, read_log


def test_it_can_be_asked_for_by_name() -> None:
    assert program.BENCHMARKS["imports"] is imports.measure


def test_the_log_has_as_many_lines_as_it_says_of_every_kind() -> None:
    lines = imports.log_of(10_000).splitlines()
    assert len(lines) == 10_000
    (logged,) = read_log(lines, Kind.IRC, Wanted((date(2015, 3, 1), ""))).meetings
    counts = foreseen(logged, "Kitchen", {}).reading.counts
    assert min(counts[kind] for kind in (Form.COMMITMENT, Form.DECISION, Form.LINK)) > 150
    assert counts[Form.MENDING] > 150
    assert counts[Form.NOTE] > 8_000
