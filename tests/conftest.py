"""How the tests run: the same examples every time, and no deadline on a busy machine."""

from __future__ import annotations

import gc

import pytest
import textual.app
import textual.pilot
from hypothesis import HealthCheck, settings
from support.stillness import still

settings.register_profile(
    "circle",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("circle")

# A test goes on when the program has nothing left to do, and not when some time has passed.
for module in (textual.app, textual.pilot):
    module.wait_for_idle = still  # type: ignore[attr-defined]


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look for garbage in what the tests leave, not again and again in all that was loaded.

    A program on a screen is some hundred thousand objects, and each test has a new one.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 10, 10)
