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
	@$(BIN)/python -m pytest $(TESTS) --ignore tests/e2e/resilience $(ARGS)
	@echo "Not among these: tests/e2e/resilience (faults of the database, chaos), by make test-resilience."

.PHONY: test-unit test-integration test-e2e test-resilience
test-unit: setup-dev ## run the unit tests alone: seconds, no socket
	@exec $(BIN)/python -m pytest tests/unit $(ARGS)
test-integration: setup-dev ## run the tests on a real PostgreSQL
	@exec $(BIN)/python -m pytest tests/integration $(ARGS)
test-e2e: setup-dev ## run the tests on a deployed local stack
	@exec $(BIN)/python -m pytest tests/e2e --ignore tests/e2e/resilience $(ARGS)
test-resilience: setup-dev ## run what breaks whole stacks at random: five minutes
	@exec $(BIN)/python -m pytest tests/e2e/resilience $(ARGS)

# In this order, so that what is fast fails first.
TESTS := $(wildcard tests/unit tests/integration tests/e2e tests/browser)

.PHONY: check
check: setup-dev ## check style, types, imports, templates and pins
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy -p sagemaker_models.deployment -m sagemaker_models.deploy
	$(BIN)/lint-imports
	$(BIN)/cfn-lint template.yaml $(wildcard stacks/*.yaml)
	env -u AWS_PROFILE SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=us-east-1 $(BIN)/sam validate --lint --template-file template.yaml
	$(BIN)/python -m devstack.pins
	$(BIN)/python -m devstack.scan

.PHONY: scan
scan: setup-dev ## scan the translated template and the stacks for policies that are broken
	@exec $(BIN)/python -m devstack.scan

.PHONY: format
format: setup-dev ## format the code and sort the imports
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

.PHONY: bench
bench: setup-dev ## print every benchmark's table; make bench-NAME prints one
	@for file in benchmarks/*.py; do $(BIN)/python "$$file" $(ARGS); done
bench-%: setup-dev
	@exec $(BIN)/python benchmarks/$(subst -,_,$*).py $(ARGS)

MINUTES := 10
.PHONY: fuzz
fuzz: setup-dev ## damage documents at random and read them; MINUTES=10, ARGS="--folder resumes --seed 7"
	@exec $(BIN)/python -m tests.documents.fuzz --minutes $(MINUTES) $(ARGS)

.PHONY: chaos
chaos: setup-dev ## break everything at random under 50 people and 200 letters; ROUNDS=100 kills as many processes more
	@exec $(BIN)/python -m tests.e2e.resilience.chaos $(if $(ROUNDS),--rounds $(ROUNDS)) $(ARGS)

.PHONY: build
build: setup ## build the artifacts for the running Python, byte code included
	@exec $(BIN)/python -m devstack.build

# Tools that agree with nothing else on versions have an environment of their own: .venv-operators, .venv-audit.
OWN_ENVIRONMENT = $(BIN)/uv venv -q --allow-existing --python $(BIN)/python .venv-$(1) && \
	$(BIN)/uv pip install -q --require-hashes --python .venv-$(1)/bin/python -r requirements/$(1).txt

.PHONY: operators models check-models
operators: setup ## install what deploys models to AWS (the SageMaker SDK), in an environment of its own
	@$(call OWN_ENVIRONMENT,operators)
models: setup ## pack the archives of the models, into .aws-sam/models
	@exec $(BIN)/python -m sagemaker_models.deploy pack
check-models: operators ## compare where AWS keeps its containers with what the SageMaker SDK knows
	@exec .venv-operators/bin/python -m sagemaker_models.deploy check

# CONFIG is an environment of samconfig.toml: dev, prod. The stack is resumate-<CONFIG>. MODELS="--only embedder" where
# Bedrock writes the letters.
.PHONY: deploy-aws smoke-test
NAMED = @test -n "$(CONFIG)" || { echo "Name an environment of samconfig.toml: make $@ CONFIG=dev" >&2; exit 2; }
deploy-aws: ## deploy what was built to AWS: CONFIG=dev; the stack, its models, its page
	$(NAMED)
	$(BIN)/python -m samcli deploy --config-env $(CONFIG) --no-confirm-changeset
	.venv-operators/bin/python -m sagemaker_models.deploy up --stack-name resumate-$(CONFIG) $(MODELS)
	$(BIN)/python -m devstack deploy-page --stack-name resumate-$(CONFIG)
smoke-test: ## write a letter on a stack on AWS: CONFIG=dev; its account is erased afterwards
	$(NAMED)
	$(BIN)/python -m devstack letter --stack-name resumate-$(CONFIG) \
		--resume devstack/samples/resume.pdf --job devstack/samples/job.txt

.PHONY: audit sbom check-workflows audit-tools
audit-tools: setup ## install what audits the pins and reads the workflows, in an environment of its own
	@$(call OWN_ENVIRONMENT,audit)
audit: audit-tools ## look the pins up in the public list of vulnerabilities (needs the network)
	@exec $(BIN)/python -m devstack.audit
sbom: audit-tools ## write the bill of materials of what runs on AWS (CycloneDX), into .aws-sam/sbom
	@mkdir -p .aws-sam/sbom
	@for file in layers/dependencies/requirements.txt functions/*/requirements.txt \
			sagemaker_models/embedding/code/requirements.txt; do \
		.venv-audit/bin/cyclonedx-py requirements "$$file" --output-reproducible \
			-o ".aws-sam/sbom/$$(dirname "$$file" | tr / -).cdx.json"; \
	done
	@ls -l .aws-sam/sbom
check-workflows: audit-tools ## look for what is unsafe in the workflows
	@exec .venv-audit/bin/zizmor --offline .github

.PHONY: pins
pins: setup ## resolve requirements/*.in and the layer's anew, with hashes
	$(UV_COMPILE) requirements/bootstrap.in -o requirements/bootstrap.txt
	$(UV_COMPILE) requirements/dev.in -o requirements/dev.txt $(UPGRADE)
	$(UV_COMPILE) requirements/stack.in -c requirements/dev.txt -o requirements/stack.txt
	$(UV_COMPILE) layers/dependencies/requirements.in -c requirements/dev.txt -o layers/dependencies/requirements.txt
	$(UV_COMPILE) functions/export_letter/requirements.in -c requirements/dev.txt -o functions/export_letter/requirements.txt
	$(UV_COMPILE) functions/migrate_database/requirements.in -c requirements/dev.txt -o functions/migrate_database/requirements.txt
	$(UV_COMPILE) --no-deps requirements/model.in -o requirements/model.txt
	$(UV_COMPILE) requirements/operators.in -o requirements/operators.txt $(UPGRADE)
	$(UV_COMPILE) requirements/audit.in -o requirements/audit.txt $(UPGRADE)
	$(UV_COMPILE) requirements/scan.in -o requirements/scan.txt $(UPGRADE)

.PHONY: screenshots
screenshots: setup-dev ## take pictures of every view of the running page, into screenshots/; ARGS=--readme those of the README
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
	rm -rf .venv .venv-* .aws-sam .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.PHONY: setup setup-dev
setup: ## install what `make run` needs
	@$(SET_UP) stack
setup-dev: ## install what `make test` and `make check` need
	@$(SET_UP) dev
