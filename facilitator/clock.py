"""The clock that is handed in wherever the time is needed."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What the program asks of a clock."""

    def now(self) -> int:
        """UTC wall time, in milliseconds since 1970."""
        ...

    def utc_offset(self) -> int:
        """Local time's distance from UTC, in minutes east."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> int:
        """UTC wall time, in milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def utc_offset(self) -> int:
        """Local time's distance from UTC, in minutes east."""
        offset = datetime.now().astimezone().utcoffset()
        return int(offset.total_seconds() // 60) if offset is not None else 0
