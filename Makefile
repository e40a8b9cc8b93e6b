# Six targets: run, install, format, check, test, bench (and docs). Only make and Python 3.11 or newer are needed.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STORE := var/example.db
STAMP := $(VENV)/.installed

.PHONY: run install format check test bench docs lock clean

run: install ## process the example corpus and serve the record
	mkdir -p var
	$(BIN)/standoff run examples --store $(STORE) || test $$? -eq 3
	$(BIN)/standoff serve --store $(STORE)

install: $(STAMP) ## set everything up in .venv

$(STAMP): requirements.lock pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@

format: install
	$(BIN)/ruff format src bench tests docs training
	$(BIN)/ruff check --fix --quiet src bench tests docs training

check: install ## linters, types, layers
	$(BIN)/ruff format --check src bench tests docs training
	$(BIN)/ruff check src bench tests docs training
	$(BIN)/mypy
	$(BIN)/lint-imports

test: install ## the whole test suite
	$(BIN)/pytest -n 2

bench: install ## compare quality with the floors
	$(BIN)/python -m bench gate

docs: install ## write the generated pages again
	$(BIN)/python -m docs.generate

lock: ## pin what pyproject.toml asks for, with hashes
	$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) var
