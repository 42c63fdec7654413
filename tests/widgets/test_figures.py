"""Clock readings in large figures."""

from __future__ import annotations

import pytest

from facilitator.core.words import span
from facilitator.widgets.figures import large


@pytest.mark.parametrize("milliseconds", [0, 12_000, 74_000, 3_600_000, -12_000, 36_000_000])
def test_every_reading_has_three_lines_of_one_width(milliseconds: int) -> None:
    lines = large(span(milliseconds))
    assert len(lines) == 3
    assert len({len(line) for line in lines}) == 1


def test_readings_that_differ_look_different() -> None:
    readings = [
        f"{mark}{minutes}:{seconds:02}"
        for mark in ("", "! ", "‖ ", "+")
        for minutes in range(10)
        for seconds in range(60)
    ]
    assert len({large(reading) for reading in readings}) == len(readings)


def test_what_is_no_reading_has_no_figures() -> None:
    assert large("soon") == ()
    assert large("") == ()
