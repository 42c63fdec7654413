"""How the phases of a turn look and read, the same on every screen; loads no Textual."""

from __future__ import annotations

from facilitator.ui.styles import QUIET
from facilitator.ui.views import Phase

STYLES = {
    Phase.IDLE: QUIET,
    Phase.CALM: "b $success",
    Phase.WARNING: "b $warning",
    Phase.OVER: "b $error",
    Phase.PAUSED: QUIET,
}
"""The style of a clock in each phase."""

OFF_RECORD = "b $warning"
"""The style in which it is said that nothing is written down."""

WORDS = {
    Phase.WARNING: "! time is nearly up",
    Phase.OVER: "+ over time",
    Phase.PAUSED: "‖ paused",
}
"""What is said under a clock; phases without a word need none."""
