"""The window is closed in the middle of a circle."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from support.terminal import Terminal


@pytest.mark.parametrize("sign", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_window_ends_the_program_and_leaves_nothing_of_a_rehearsal(
    tmp_path: Path, sign: signal.Signals
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with Terminal("rehearse", home=tmp_path, also={"TMPDIR": str(temporary)}) as terminal:
        terminal.wait_for("9 here")
        assert list(temporary.iterdir())
        os.kill(terminal.pid, sign)
        terminal.exit_status()
        assert b"Traceback" not in terminal.raw
    assert list(temporary.iterdir()) == []


def test_a_rehearsal_from_the_command_line_ends_with_the_program(tmp_path: Path) -> None:
    with Terminal("rehearse", home=tmp_path) as terminal:
        terminal.wait_for("9 here")
        terminal.press("q")
        assert terminal.exit_status() == 0
