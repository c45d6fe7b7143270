# The names that everybody uses, people and CI alike. `make` alone lists them.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help venv demo test fuzz check docs examples bench clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
	  while IFS='|' read -r target what; do printf '  %-14s %s\n' "$$target" "$$what"; done

venv: $(READY) ## set up .venv, where everything below runs

# pip and setuptools first: dependency groups and the licence's notation need newer ones than many Pythons bring.
$(READY): pyproject.toml setup.py constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'socialplan needs Python 3.11 or newer, for example: make venv PYTHON=python3.13' >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --retries 8 --constraint constraints.txt --upgrade pip setuptools
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --retries 8 --constraint constraints.txt \
	  --no-build-isolation --editable . --group dev
	@touch $@

# Findings (status 1) belong to the demonstration; only a run that could not happen is a failure.
demo: $(READY) ## lint and render the plan of a café
	$(BIN)/socialplan lint examples/cafe-taiwan || test $$? -eq 1
	$(BIN)/socialplan render examples/cafe-taiwan

test: $(READY) ## the whole suite, on two processes
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup

fuzz: $(READY) ## made-up inputs that no run has tried yet; a failure prints how to see it again
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -q -n 2 --dist loadgroup -m hypothesis

check: $(READY) ## format, lint, types, layers, generated pages up to date
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/generate_docs.py --check

docs: $(READY) ## rewrite the generated pages and the schema
	$(BIN)/python tools/generate_docs.py

examples: $(READY) ## rewrite what the examples promise and each format prints; read the diff
	$(BIN)/python tools/generate_examples.py
	$(BIN)/python tools/generate_snapshots.py

bench: $(READY) ## socialplan beside its peers on the same plans: BENCH=--quick, BENCH=--markdown
	$(BIN)/python -m benchmarks $(BENCH)

clean: ## remove what the other targets made, .venv included
	rm -rf .venv build dist src/*.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools benchmarks templates -name __pycache__ -type d -prune -exec rm -rf {} +
