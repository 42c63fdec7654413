"""Why each dependency is here, how far it may move, and which version was tested."""

from __future__ import annotations

import re

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from support.project import ROOT, pyproject


def runtime() -> list[Requirement]:
    return [Requirement(each) for each in pyproject()["project"]["dependencies"]]


def everything() -> list[Requirement]:
    project = pyproject()
    others = [*project["dependency-groups"]["dev"], *project["build-system"]["requires"]]
    return [*runtime(), *map(Requirement, others)]


def pinned() -> dict[str, Version]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, version in pins}


def test_every_runtime_dependency_has_a_least_version_and_ends_before_a_major_one() -> None:
    for each in runtime():
        bounds = {bound.operator: Version(bound.version) for bound in each.specifier}
        assert set(bounds) == {">=", "<"}, f"{each}: write name>=tested,<next major"
        assert bounds["<"].release == (bounds["<"].major,), f"{each}: end at a major version"
        assert pinned()[canonicalize_name(each.name)].major + 1 == bounds["<"].major, (
            f"{each}: the end is not the major version after the one that is tested"
        )


def test_every_dependency_is_pinned_at_a_version_that_it_allows() -> None:
    pins = pinned()
    for each in everything():
        name = canonicalize_name(each.name)
        assert name in pins, f"{name} is not in constraints.txt: run make lock"
        assert each.specifier.contains(pins[name]), f"{each}, but {pins[name]}: run make lock"


def test_contributing_says_in_a_line_why_each_dependency_is_here() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    reasons = {
        canonicalize_name(name)
        for name in re.findall(r"^- \*\*([\w-]+)\*\*: \w.{9,}$", contributing, re.MULTILINE)
    }
    wanted = {canonicalize_name(each.name) for each in everything()}
    assert wanted <= reasons, f"no reason given for {sorted(wanted - reasons)}"
    assert reasons <= wanted, f"{sorted(reasons - wanted)} left, but the reason stayed"
