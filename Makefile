# Every target sets up what it needs; on a fresh machine only Python 3.11+ and make are required.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

.PHONY: demo test test-all mutants coverage lint score bench docs clean
demo: .venv/installed
	@rm -rf build/demo && mkdir -p build/demo
	$(BIN)/mandates ingest examples --db build/demo/register.db
	$(BIN)/mandates ask "what is UNODC requested to do" --db build/demo/register.db

test: .venv/complete
	$(BIN)/pytest -n auto --dist loadgroup -m "not slow"

# All tests: those of `make test`, then the slow ones.
test-all: test
	$(BIN)/pytest -n auto --dist loadgroup -m slow

# Whether a test notices when a rule is switched off or the code of rules/ is changed.
mutants: .venv/complete
	$(BIN)/python -m tests.mutants.lexicon
	$(BIN)/python -m tests.mutants.code

coverage: .venv/complete
	@rm -rf build/coverage && mkdir -p build/coverage
	$(BIN)/coverage run -m pytest -n auto --dist loadgroup
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lint: .venv/complete
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports

score: .venv/installed
	@mkdir -p build && rm -f build/score.db
	-$(BIN)/mandates ingest $(SHARED)/corpus --db build/score.db
	$(BIN)/mandates export provisions --format csv -o build/provisions.csv --db build/score.db
	$(BIN)/mandates export paragraphs --format csv -o build/paragraphs.csv --db build/score.db
	$(BIN)/python $(SHARED)/eval/score.py build/provisions.csv --errors $(or $(ERRORS),0)
	$(BIN)/python $(SHARED)/eval/score_paragraphs.py build/paragraphs.csv --errors $(or $(ERRORS),0)

docs: .venv/complete
	$(BIN)/python docs/make.py
	$(BIN)/python -m db.describe > docs/schema.md

bench: .venv/complete
	$(BIN)/python -m tests.bench

.venv/installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

# What tests and checks need beside it: the extras and the tools.
.venv/complete: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[serve,chart,dev]'
	@touch $@

clean:
	rm -rf .venv build
