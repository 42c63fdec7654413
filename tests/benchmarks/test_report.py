"""The arithmetic of the benchmarks' report; nothing here is timed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import __main__ as program
from benchmarks.effort import FULL, QUICK, Effort
from benchmarks.report import SLOWEST, Figure, as_json, as_table, quantile

MADE_ON: dict[str, str | int | float] = {"python": "3.11.7", "load": 0.25}


def test_a_median_lies_in_the_middle_whatever_the_order() -> None:
    assert quantile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert quantile([4.0, 1.0, 2.0, 3.0], 0.5) == 2.5


def test_a_quantile_lies_between_its_neighbors() -> None:
    assert quantile([0.0, 10.0], 0.95) == 9.5
    assert quantile([float(place) for place in range(101)], 0.95) == 95.0
    assert quantile([7.0], 0.95) == 7.0
    assert quantile([1.0, 2.0], 1.0) == 2.0


def test_nothing_has_no_quantile() -> None:
    with pytest.raises(ValueError, match="sample"):
        quantile([], 0.5)


def test_a_ratio_is_ours_over_the_peers() -> None:
    figure = Figure("start", "s", (0.6, 0.9, 0.6), (0.4, 0.4, 9.0), goal=1.5)
    assert figure.our_figure == 0.6
    assert figure.peer_figure == 0.4
    assert figure.ratio == pytest.approx(1.5)


def test_a_slow_figure_is_held_against_the_slow_samples_of_the_peer() -> None:
    figure = Figure("key", "ms", (0.0, 20.0), (0.0, 10.0), goal=2.0, share=SLOWEST)
    assert (figure.our_figure, figure.peer_figure) == (19.0, 9.5)
    assert figure.ratio == 2.0


@pytest.mark.parametrize(("ours", "met"), [(2.0, True), (2.001, False), (0.1, True)])
def test_a_goal_with_a_peer_bounds_the_ratio(ours: float, met: bool) -> None:
    assert Figure("append", "ms", (ours,), (1.0,), goal=2.0).met is met


@pytest.mark.parametrize(("ours", "met"), [(1.0, True), (1.001, False)])
def test_a_goal_without_a_peer_bounds_the_figure(ours: float, met: bool) -> None:
    figure = Figure("fold", "s", (ours,), goal=1.0)
    assert figure.ratio is None
    assert figure.met is met


def test_a_figure_without_a_goal_is_told_and_not_judged() -> None:
    assert Figure("share", "%", (9.0,), (1.0,)).met is None


def test_a_peer_that_takes_no_time_is_missed_and_does_not_stop_the_report() -> None:
    figure = Figure("share", "%", (1.0,), (0.0,), goal=1.5)
    assert figure.met is False
    assert json.loads(as_json([figure], MADE_ON))["figures"][0]["ratio"] is None


def test_the_table_shows_both_sides_the_ratio_the_goal_and_the_verdict() -> None:
    table = as_table(
        [
            Figure("start", "s", (0.3,), (0.25,), goal=1.3),
            Figure("key", "ms", (9.0,), (3.0,), goal=2.0),
            Figure("fold", "s", (0.5,), goal=1.0),
            Figure("told", "%", (4.0,), (2.0,)),
        ],
        MADE_ON,
    )
    lines = [line.split() for line in table.splitlines()]
    assert ["start", "0.3", "s", "0.25", "s", "1.20", "≤", "1.3", "met"] in lines
    assert ["key", "9", "ms", "3", "ms", "3.00", "≤", "2", "MISSED"] in lines
    assert ["fold", "0.5", "s", "≤", "1", "s", "met"] in lines
    assert ["told", "4", "%", "2", "%", "2.00"] in lines
    assert "2 of 3 goals met, 1 missed" in table


def test_json_has_every_sample_and_what_was_made_of_them() -> None:
    told = json.loads(as_json([Figure("key", "ms", (9.0, 11.0), (5.0,), goal=2.0)], MADE_ON))
    assert told == {
        "machine": MADE_ON,
        "figures": [
            {
                "what": "key",
                "unit": "ms",
                "quantile": 0.5,
                "ours": 10.0,
                "peer": 5.0,
                "ratio": 2.0,
                "goal": 2.0,
                "met": True,
                "samples": {"ours": [9.0, 11.0], "peer": [5.0]},
            }
        ],
    }


def test_the_command_runs_what_is_named_and_writes_json_where_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    efforts: list[Effort] = []

    def measure(effort: Effort, folder: Path) -> list[Figure]:
        efforts.append(effort)
        assert folder.is_dir()
        return [Figure("given", "s", (3.0,), (1.0,), goal=2.0)]

    monkeypatch.setattr(program, "BENCHMARKS", {"given": measure, "other": measure})
    assert program.main(["given", "--json", str(tmp_path / "figures.json")]) == 0
    assert program.main(["--quick"]) == 0
    assert efforts == [FULL, QUICK, QUICK]
    figures = json.loads((tmp_path / "figures.json").read_text("utf-8"))["figures"]
    assert [(figure["what"], figure["met"]) for figure in figures] == [("given", False)]
    assert "MISSED" in capsys.readouterr().out


def test_an_unknown_name_is_told_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        program.main(["hoem"])
    assert ended.value.code == 2
    assert (
        "home, keys, idle, append, fold, scribe, imports, room, stack, hours"
        in capsys.readouterr().err
    )
