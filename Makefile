# `make run` opens the program and `make test` proves it; each sets up what it needs first.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WHEELS := $(VENV)/wheels
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The first of these that is new enough; or say which: make PYTHON=/opt/python3.13/bin/python3
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo "$$each"; break; }; done)

# What a person has set for their own terminal or journal must not change what a test sees.
UNSET := NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE COLORTERM COLUMNS LINES TEXTUAL \
	TEXTUAL_THEME TEXTUAL_ANIMATIONS TEXTUAL_FPS FACILITATOR_DB FACILITATOR_AGENDAS \
	PYTHONPATH PYTHONDONTWRITEBYTECODE PYTEST_ADDOPTS
PYTEST := env $(UNSET:%=-u %) $(BIN)/pytest

# How many tests run at once: twice the usual number of cores, since many of them wait.
WORKERS ?= 4

# More words for the command that a target runs: make run ARGS="rehearse"
ARGS ?=

.PHONY: help setup run test check format snapshots picture bench wheel lock clean

help: ## say what there is to do here
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile \
	| while IFS='|' read -r target words; do printf '%-16s %s\n' "$$target" "$$words"; done

setup: $(READY) ## make .venv with the pinned versions; nothing the second time

run: $(READY) ## open the program; ARGS="rehearse" or another command
	@exec $(BIN)/facilitator $(ARGS)

test: check ## check, then run every test; ARGS="tests/core" for some
	@$(PYTEST) --numprocesses $(WORKERS) --dist loadgroup $(ARGS)

check: $(READY) ## lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(READY) ## lay the source out, and mend what the linter can
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

snapshots: $(READY) ## accept the screens as they are now; look at the difference before you commit
	@$(PYTEST) --snapshot-update $(ARGS)

picture: $(READY) ## draw the README's picture with the program itself
	@$(BIN)/python docs/picture.py

bench: $(READY) ## measure; ARGS="--help" for what
	@$(BIN)/python -m benchmarks $(ARGS)

wheel: $(READY) ## build dist/*.whl
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

lock: ## look for newer versions, and pin what was found in constraints.txt
	@$(call need_python)
	rm -rf $(VENV)-lock
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --upgrade pip
	$(VENV)-lock/bin/python -m pip install --quiet --editable . --group dev
	{ sed -n '/^#/p' constraints.txt; \
	$(VENV)-lock/bin/python -m pip freeze --exclude-editable; } > constraints.new
	mv constraints.new constraints.txt
	rm -rf $(VENV)-lock

clean: ## throw away everything that make has made
	rm -rf $(VENV) $(VENV)-lock dist snapshot_report.html \
	.hypothesis .import_linter_cache .mypy_cache .ruff_cache
	find facilitator tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# The wheels are kept, so that the test of an empty environment needs no network.
$(READY): pyproject.toml constraints.txt
	@$(call need_python)
	@echo "Setting up $(VENV) with $(PYTHON): once, in about a minute."
	@$(PYTHON) -m venv $(VENV)
	@rm -rf $(WHEELS)
	@$(PIP) wheel --wheel-dir $(WHEELS) --requirement constraints.txt
	@$(PIP) install --no-index --find-links $(WHEELS) --requirement constraints.txt
	@$(PIP) install --no-index --find-links $(WHEELS) --no-build-isolation \
	--constraint constraints.txt --editable .
	@touch $@

define need_python
"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
echo "Facilitator needs Python 3.11 or later, and found $(or $(PYTHON),none). \
Install one, or say where it is: make PYTHON=/path/to/python3" >&2; exit 2; }
endef
