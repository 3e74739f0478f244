# newsgraph: `make run` shows the whole road on the sample newsroom, `make test` runs the tests, `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.SUFFIXES:

VENV := .venv
BIN := $(VENV)/bin
NEWSGRAPH := $(BIN)/newsgraph
READY := $(VENV)/.ready
SOURCES ?=
CHANGED := pyproject.toml requirements.txt

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help setup run build validate publish check lint types architecture test coverage reproduce quality bench golden sample lock wheel train clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

setup: $(READY) ## make the environment from the pinned, hashed requirements

$(READY): $(CHANGED)
	@python="$$(bash .ci/find-python)" && \
	  echo "setting up $(VENV) with $$("$$python" --version)" >&2 && \
	  "$$python" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

run: $(READY) ## build, validate and publish the sample newsroom to an embedded receiver
	@$(NEWSGRAPH) demo $(SOURCES)

build: $(READY) ## build every source into output/
	@$(NEWSGRAPH) build $(SOURCES)

validate: $(READY) ## validate every file in output/
	@$(NEWSGRAPH) validate output

publish: $(READY) ## deliver what the outbox holds (NEWSGRAPH_ENDPOINT or newsroom.toml names where)
	@$(NEWSGRAPH) publish

check: lint types architecture test ## everything that must hold before a commit

lint: $(READY) ## style, unused dependencies
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/deptry .

types: $(READY) ## mypy, strict
	@$(BIN)/mypy

architecture: $(READY) ## imports point down, the core is pure, no cycles
	@$(BIN)/lint-imports --no-cache

test: $(READY) ## the tests
	@$(BIN)/python -m pytest -q $(PYTEST)

coverage: $(READY) ## the tests, with what they cover
	@$(BIN)/python -m pytest -q --cov --cov-report=term:skip-covered $(PYTEST)

reproduce: $(READY) ## the committed sample is what the code makes
	@$(BIN)/python -m pytest -q tests/test_sample.py

QUALITY := quality perturb reliability salience quality_corpora quality_identity names quality_normalize quality_scrapes
BENCH := build validate mutants normalize annotate names authority readers formats push crash

quality: $(READY) ## score the development gold and corpora and print the tables
	@for each in $(QUALITY); do echo "== $$each"; $(BIN)/python -m benchmarks.$$each || exit 1; done

bench: $(READY) ## speed and memory, as ratios
	@for each in $(BENCH); do echo "== $$each"; $(BIN)/python -m benchmarks.$$each || exit 1; done

golden: $(READY) ## rewrite every step of the cases; read the difference
	@$(BIN)/python -m tests.golden

sample: $(READY) ## rewrite the committed build of the sample article
	@$(BIN)/python -m tests.golden --sample

lock: ## pin the requirements anew (needs uv)
	uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --python-version 3.12 --upgrade pyproject.toml requirements.in -o requirements.txt

wheel: $(READY) ## build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

train: ## train the models from openly licensed data (an environment of its own)
	@bash training/names/train.sh
	@bash training/facts/train.sh

clean: ## remove what a run and the checks made
	@rm -rf output/articles output/entities output/sitemaps output/feeds output/report.json output/held.json output/.state dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
