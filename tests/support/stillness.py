"""When a program on a screen has nothing left to do: asked of its event loop, not guessed."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App
from textual.timer import Timer

SOON = 1 / 50
"""Seconds within which a timer belongs to what was done; Textual's own pause sleeps as long."""


async def still(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until every task waits for something from outside, or for a time that is not soon.

    Textual's ``wait_for_idle``, whose place it takes, sleeps until the whole process has used
    hardly any time of the processor for a while: long for each key, on a busy machine up to a
    second, and after it nobody knows that all was done.
    """
    loop: Any = asyncio.get_running_loop()
    waited = 0.0
    while True:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        wait = _next(loop)
        # What goes on for ever, as a clock does that is drawn anew each moment, is left to go on.
        if wait is None or waited >= max_sleep:
            return
        waited += max(wait, 0.001)
        await asyncio.sleep(wait)


async def settle(app: App[Any]) -> None:
    """Wait until all is done that was asked for, and all is painted that came of it."""
    loop: Any = asyncio.get_running_loop()
    while True:
        await still()
        app.screen._on_timer_update()
        if not loop._ready:
            return


def _next(loop: Any) -> float | None:
    """How long it is to the next timer, if it is soon and not paused."""
    soon = [each for each in loop._scheduled if each.when() < loop.time() + SOON]
    if not soon:
        return None
    tasks: set[Any] = asyncio.all_tasks(loop)
    paused = {task._fut_waiter for task in tasks if _is_paused(task)}
    waits = [
        each.when() - loop.time()
        for each in soon
        if not each.cancelled() and paused.isdisjoint(each._args)
    ]
    return max(0.0, min(waits)) if waits else None


def _is_paused(task: asyncio.Task[Any]) -> bool:
    """Whether a task is one of Textual's timers, and does nothing when its time comes.

    The one by which a screen paints itself is such a timer as long as nothing has changed.
    """
    frame = getattr(task.get_coro(), "cr_frame", None)
    timer = frame.f_locals.get("self") if frame is not None else None
    return isinstance(timer, Timer) and not timer._active.is_set()
