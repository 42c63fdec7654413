"""The program is ended after the close and before the minutes are written."""

from __future__ import annotations

from pathlib import Path

from support.files import circle, do, session

from facilitator.core import intents
from facilitator.keeper import MinutesKeeper


def test_minutes_that_could_not_be_written_in_time_are_written_at_the_next_start(
    tmp_path: Path,
) -> None:
    path = tmp_path / "circle.db"
    with circle(path, "Ana") as at:
        do(at, intents.OpenCircle(), intents.CloseCircle())
    with session(path) as at:
        keeper = MinutesKeeper(at)
        keeper.write_missing()
        written = list(keeper.folder.glob("*.md"))
        assert len(written) == 1
        before = written[0].read_text("utf-8")
        keeper.write_missing()
        assert list(keeper.folder.glob("*.md")) == written
        assert written[0].read_text("utf-8") == before


def test_looking_at_old_minutes_leaves_a_corrected_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "circle.db"
    with circle(path, "Ana") as at:
        keeper = MinutesKeeper(at)
        do(at, intents.OpenCircle(), intents.CloseCircle())
        meeting = at.meeting
        assert meeting is not None
        assert keeper.path is not None
        corrected = keeper.path.read_text("utf-8").replace("Ana", "Ana B.")
        keeper.path.write_text(corrected, "utf-8")
    with session(path) as again:
        keeper = MinutesKeeper(again)
        again.enter(meeting.id)
        assert [each.read_text("utf-8") for each in keeper.folder.glob("*.md")] == [corrected]
