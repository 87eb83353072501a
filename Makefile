# The chores of the course. `make` alone lists them.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# A file at a time: notebooks cannot be split. Two cores are common, and who drives a browser mostly waits for it.
WORKERS := -n 3 --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help setup course lab site test test-all lint lessons lock fuzz clean
.DELETE_ON_ERROR:

help: ## list the chores
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv from requirements.lock (PYTHON=python3.12 picks a Python)
	@:

$(READY): requirements.lock pyproject.toml tools/environment.py
	@command -v "$(PYTHON)" >/dev/null || { echo "setup: there is no $(PYTHON); install Python 3.11 or newer" >&2; exit 1; }
	@"$(PYTHON)" tools/environment.py

course: $(READY) ## build the book and serve it on this machine (PORT=8000)
	@$(BIN)/python -m interop_course site --serve --port "$(or $(PORT),8000)"

lab: $(READY) ## open the lessons in JupyterLab, with a kernel (PORT=8888)
	@$(BIN)/python -m interop_course.publish.lab "$(or $(PORT),8888)"

site: $(READY) ## pack the whole course for a web server or a USB stick, into dist/
	@$(BIN)/python -m interop_course site --zip

# $(call stage,NAME,COMMAND): say what runs and how long it took; stop at the first failure.
define stage
	@printf '\n== %s\n' '$(1)'; start=$$(date +%s); $(2); code=$$?; \
	printf -- '-- %s: %s s\n' '$(1)' $$(($$(date +%s) - start)); exit $$code
endef

test: $(READY) ## run every check: lint, types, lessons, book, tests, browser
	$(call stage,browser,$(BIN)/python tools/browser.py)
	$(call stage,lint and types,$(MAKE) --no-print-directory lint)
	$(call stage,lessons,$(BIN)/python -m pytest $(WORKERS) --nbval notebooks)
	$(call stage,book,$(BIN)/python -m interop_course site)
	$(call stage,tests,$(BIN)/python -m pytest $(WORKERS))

test-all: test ## run every check, the coverage, and the long property and soak runs
	$(call stage,coverage,$(BIN)/python -m pytest $(WORKERS) --cov)
	$(call stage,long runs,$(BIN)/python -m pytest $(WORKERS) -m slow --hypothesis-profile=soak)

lint: $(READY) ## check style, formatting and types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "lint: not formatted as ruff would: $(BIN)/ruff format" >&2; exit 1; }
	@$(BIN)/mypy

lessons: $(READY) ## run the lessons again and store their outputs in normal form
	@$(BIN)/python -m interop_course lessons refresh

lock: $(READY) ## write requirements.lock anew from pyproject.toml
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --all-extras --generate-hashes \
	  --no-emit-index-url --no-annotate --custom-compile-command 'make lock' pyproject.toml -o requirements.lock

fuzz: ## look for bytes that the wire package cannot bear, on Linux (SECONDS=600)
	@test -x _build/fuzz/venv/bin/python || "$(PYTHON)" -m venv _build/fuzz/venv
	@_build/fuzz/venv/bin/python -m pip install --quiet --require-hashes -r fuzz/requirements.lock
	@_build/fuzz/venv/bin/python fuzz/wire.py run "$(or $(SECONDS),600)"

clean: ## remove the built book and what tools leave behind; .venv stays
	@rm -rf _build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
