# digest: from raw dumps to a bilingual news site. `make` lists what there is.
# Everything is installed into .venv; PYTHON=python3.12 names another Python to make it with.

PYTHON ?= python3
BIN = .venv/bin
CODE = $(wildcard digest tests bench tools)
MAKEFLAGS += --no-builtin-rules --no-print-directory
unexport PYTHONDONTWRITEBYTECODE # compiled modules make every start quicker

.PHONY: help build serve check publish demo test golden soak bench lighthouse coverage audit lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

build: .venv/run.stamp ## import what is new, translate if config.yaml says so, render to output/
	@$(BIN)/digest build $(ARGS)

serve: .venv/run.stamp ## serve the site on this machine, rebuild and reload at every edit
	@$(BIN)/digest serve $(ARGS)

check: .venv/run.stamp ## say what is wrong with the content and the built site
	@$(BIN)/digest check $(ARGS)

publish: .venv/run.stamp ## build, check, then run the command that config.yaml gives
	@$(BIN)/digest publish $(ARGS)

demo: .venv/run.stamp ## build a site of invented stories that shows every feature
	@$(BIN)/python -m bench.demo $(ARGS)

test: .venv/test.stamp ## lint, check types and layers, run all tests
	@$(PYTHON) tools/programs.py
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy $(CODE)
	@$(BIN)/lint-imports
	@$(BIN)/pytest -n auto --maxprocesses 4 $(ARGS)

golden: .venv/test.stamp ## rewrite what the tests expect of whole builds; review it with git diff
	@$(BIN)/pytest --golden $(ARGS)

soak: .venv/test.stamp ## kill, fuzz and starve it for longer than make test does
	@$(BIN)/pytest --soak $(ARGS)

coverage: .venv/test.stamp ## run all tests and show which branches no test takes
	@$(BIN)/pytest -n auto --maxprocesses 4 --cov --cov-report term --cov-report html $(ARGS)

bench: .venv/test.stamp ## measure speed and memory: make bench N=10000
	@$(BIN)/python -m bench $(if $(N),--stories $(N)) $(ARGS)

lighthouse: .venv/test.stamp ## score pages of the built site
	@$(PYTHON) tools/programs.py lighthouse
	@$(BIN)/python tools/lighthouse.py $(ARGS)

audit: .venv/maintain.stamp ## look the locked packages up among known vulnerabilities
	@$(BIN)/python tools/locks.py audit $(ARGS)

lock: .venv/maintain.stamp ## renew requirements/ and package-lock.json: make lock ARGS=--upgrade
	@$(BIN)/python tools/locks.py lock $(ARGS)

clean: ## remove everything that make made: .venv, output, caches
	@rm -rf .venv .cache .demo .snapshots output dist htmlcov .coverage* tools/*/node_modules
	@rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

.venv/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py run

.venv/test.stamp: requirements/test.txt .venv/run.stamp
	@$(PYTHON) tools/environment.py test

.venv/maintain.stamp: requirements/maintain.txt .venv/run.stamp
	@$(PYTHON) tools/environment.py maintain

# A .venv that was copied or moved here, or whose Python is gone, is made anew.
-include .venv/home.mk
ifneq ($(VENV_HOME)$(if $(realpath $(BIN)/python),, has no Python),$(CURDIR))
.PHONY: .venv/run.stamp
endif
