"""From the forecast to lines of words: when each step ends, when all does, and what could give."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from facilitator.core.forecast import Forecast, Standing, StepForecast
from facilitator.core.relief import Relief
from facilitator.core.state import Meeting
from facilitator.core.words import minutes, time_of_day
from facilitator.ui.text import fit, visible
from facilitator.ui.views import Mark

_MARKS = {
    Standing.BEEN: Mark.HEARD,
    Standing.HERE: Mark.SPEAKING,
    Standing.AHEAD: Mark.WAITING,
    Standing.NOT_REACHED: Mark.AWAY,
}
ON_TIME = 2
"""Minutes early or late that nobody minds, as in the headline of the circle."""


class ForecastRow(Struct, frozen=True):
    """One step of the agenda against the clock.

    Attributes:
        mark: ``✓`` been there, ``▶`` here, ``·`` still to come, ``○`` not reached.
        title: the step's name.
        begins: as ``19:42``; empty where it was not reached.
        times: as ``12 of 10 min``, or what there is of it.
        ends: as ``→ 20:05``; empty where it was not reached.
    """

    mark: str
    title: str
    begins: str
    times: str
    ends: str

    @property
    def words(self) -> str:
        """``19:42 · 12 of 10 min · → 20:05``; ``10 min · not reached``."""
        ends = self.ends or Standing.NOT_REACHED.value
        return " · ".join(filter(None, (self.begins, self.times, ends)))


class ForecastView(Struct, frozen=True):
    """The agenda against the clock.

    Attributes:
        rows: in the order of the plan.
        end: as ``ends 20:36, announced for 20:30: 6 min late``.
        reliefs: what could give, a line each; none on time.
    """

    rows: tuple[ForecastRow, ...]
    end: str
    reliefs: tuple[str, ...]


def forecast_view(
    meeting: Meeting, forecast: Forecast, reliefs: Sequence[Relief] = ()
) -> ForecastView:
    """The forecast in words, in the time of the room."""
    rows = tuple(_row(meeting, step) for step in forecast.steps)
    return ForecastView(rows, _end(meeting, forecast), relief_lines(reliefs))


def forecast_lines(view: ForecastView, cells: int) -> tuple[str, ...]:
    """The agenda as lines of at most so many cells, two a step where they would be too wide."""
    lines = []
    for row in view.rows:
        one = f"{row.mark} {row.title}  {row.words}"
        if cell_len(visible(one)) <= cells:
            lines.append(fit(one, cells))
        else:
            lines += [fit(f"{row.mark} {row.title}", cells), fit(f"  {row.words}", cells)]
    return (*lines, "", fit(view.end, cells), *(fit(each, cells) for each in view.reliefs))


def relief_lines(reliefs: Sequence[Relief]) -> tuple[str, ...]:
    """What could give, a line each; if nothing suffices alone, what all of it comes to."""
    lines = [relief.words for relief in reliefs]
    if len(reliefs) > 1 and reliefs[0].missing:
        saved = sum(relief.saves for relief in reliefs)
        missing = -(-max(0, reliefs[0].late - saved) // 60_000)
        rest = f"{missing} min still missing" if missing else "that is enough"
        lines.append(f"All of it together: {minutes(saved)}, {rest}")
    return tuple(lines)


def _row(meeting: Meeting, step: StepForecast) -> ForecastRow:
    offset = meeting.utc_offset
    return ForecastRow(
        _MARKS[step.standing].value,
        meeting.steps[step.step].title,
        time_of_day(step.begins, offset) if step.begins is not None else "",
        _times(step),
        f"→ {time_of_day(step.ends, offset)}" if step.ends is not None else "",
    )


def _times(step: StepForecast) -> str:
    planned = f"{step.planned} min" if step.planned else ""
    if step.standing not in (Standing.BEEN, Standing.HERE):
        return planned
    taken = minutes(step.actual)
    return f"{taken.removesuffix(' min')} of {planned}" if planned else taken


def _end(meeting: Meeting, forecast: Forecast) -> str:
    ends, announced = (
        time_of_day(at, meeting.utc_offset) for at in (forecast.ends, forecast.announced)
    )
    verb = "ends" if meeting.closed is None else "ended"
    late = round(forecast.late / 60_000)
    if abs(late) <= ON_TIME:
        return f"{verb} {ends}, on time"
    stand = "late" if late > 0 else "early"
    return f"{verb} {ends}, announced for {announced}: {minutes(abs(late) * 60_000)} {stand}"
