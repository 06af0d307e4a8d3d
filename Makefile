# Needs make and Python 3.11, 3.12 or 3.13; the first target that needs more sets it up in .venv.
.DEFAULT_GOAL := run
PYTHON   ?= python3
READY    := .venv/.ready
IN_VENV  := $(PYTHON) tools/bootstrap.py --exec
OFFSCREEN := QT_QPA_PLATFORM=offscreen
COMPILE  := build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
            --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml

.PHONY: setup run test lint bench simulate faults fuzz screenshots installers check-installers translations sbom audit lock clean

setup: $(READY)  ## make .venv with the program in it

$(READY): requirements-dev.lock tools/bootstrap.py
	@$(PYTHON) tools/bootstrap.py

run: $(READY)  ## start the window, or the demonstration where there is no screen
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then .venv/bin/innolab-desktop; else \
	echo "No screen here (DISPLAY is not set): showing the demonstration in the terminal."; \
	rm -rf build/demo; .venv/bin/innolab demo build/demo; fi

test: $(READY)  ## every test, without a screen; pass options with ARGS="..."
	@$(OFFSCREEN) $(IN_VENV) -m pytest $(or $(ARGS),--numprocesses=2 --dist=loadfile --max-worker-restart=0 --durations=25 --durations-min=4)

lint: $(READY)  ## style, types and walls
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/basedpyright
	@.venv/bin/lint-imports

bench: $(READY)  ## speed as ratios, written to build/results/bench.json
	@mkdir -p build/results
	@$(OFFSCREEN) $(IN_VENV) benchmarks/run.py $(ARGS)

screenshots: $(READY)  ## pictures of every page and dialog, in build/screenshots; LOOKS="light dark"
	@$(OFFSCREEN) $(IN_VENV) tools/screenshots.py build/screenshots $(LOOKS)

simulate: $(READY)  ## 400 municipalities exchange mails for two years; pass options with ARGS
	@$(IN_VENV) tests/simulation/run.py $(ARGS)

faults: $(READY)  ## kills, cut power, failing calls, full disks; pass options with ARGS (--small, --part calls …)
	@mkdir -p build/results
	@$(IN_VENV) tests/faults/run.py $(ARGS)

fuzz: $(READY)  ## mutants, then a search for inputs that break a reader; ARGS="--seconds 60 --target cbor"
	@mkdir -p build/results
	@$(IN_VENV) tests/fuzz/run.py $(ARGS)

installers: $(READY)  ## one folder with both programs, in dist/
	@.venv/bin/pyinstaller --log-level WARN --noconfirm --distpath dist --workpath build/pyinstaller installer/innolab.spec
	@du -sm dist/innolab-desktop | awk '{print "dist/innolab-desktop: " $$1 " MB"}'

check-installers:  ## start what `make installers` built and let it test itself
	@$(OFFSCREEN) dist/innolab-desktop/innolab-desktop --self-test

translations: $(READY)  ## after a change of texts: what is new in English, and what Qt reads of it
	@$(IN_VENV) tools/translations.py

sbom:  ## the list of all shipped parts, in build/sbom.cdx.json
	@$(PYTHON) tools/sbom.py

audit:  ## ask for known weaknesses of what is shipped; fails when it cannot ask
	@mkdir -p build && $(PYTHON) -m venv build/audit
	@build/audit/bin/pip install --quiet pip-audit || true
	@$(PYTHON) tools/audit.py build/audit/bin/pip-audit

lock:  ## refresh both lock files from pyproject.toml; pass --upgrade with ARGS
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/pip install --quiet uv
	@$(COMPILE) --output-file requirements.lock $(ARGS)
	@$(COMPILE) --group dev --output-file requirements-dev.lock $(ARGS)

clean:  ## remove everything that can be made again
	@rm -rf .venv build dist
