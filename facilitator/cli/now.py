"""What time it is for a command."""

from __future__ import annotations

from typing import cast

import click

from facilitator.clock import Clock, SystemClock


def clock_of(context: click.Context) -> Clock:
    """The clock that was handed in as the ``obj`` of the command line, or the machine's."""
    handed = cast("Clock | None", context.find_root().obj)
    return handed if handed is not None else SystemClock()
