# playbook: build, test, check and install. `make help` lists what there is.

PREFIX ?= /usr/local
DESTDIR ?=
STATE_DIR ?=
BUILD := .build/release
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib
# Debian packages that the build and the runner need; the program that tells whether each is there.
PACKAGES := libyaml-dev libsqlite3-dev libsodium-dev pkg-config tzdata
BENCH_PACKAGES := hyperfine yamllint gcc

.DEFAULT_GOAL := help
.PHONY: help setup build run test check bench install uninstall clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the system packages that are missing.
	@command -v $(SWIFT) >/dev/null || { echo 'playbook needs a Swift toolchain, 6.2 or newer: https://www.swift.org/install' >&2; exit 1; }
	@sh Tests/Support/install-packages.sh $(PACKAGES)

build: setup ## Build the release binary.
	$(SWIFT) build $(RELEASE) --product playbook

run: build ## Build, and open the start screen on the shipped library.
	@$(BUILD)/playbook --library . $(if $(STATE_DIR),--state-dir $(STATE_DIR))

test: setup ## Run the whole suite.
	$(SWIFT) build --product playbook
	sh Tests/Support/run-tests.sh $(SWIFT)

check: build ## Lint the code, hold imports to the house's rules, check the shipped library.
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	sh Tests/Support/import-rules.sh
	$(BUILD)/playbook check --library . --strict

bench: build ## Measure against peers in one run.
	@sh Tests/Support/install-packages.sh $(BENCH_PACKAGES)
	$(SWIFT) build $(RELEASE) --product playbook-bench
	@sh Tests/Benchmarks/run.sh

install: build ## Install the binary, the library, completions and the manual below PREFIX.
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/playbook $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -s -m 755 $(BUILD)/playbook $(DESTDIR)$(PREFIX)/bin/playbook
	cp -R playbooks templates $(DESTDIR)$(PREFIX)/share/playbook/
	$(BUILD)/playbook --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/playbook
	$(BUILD)/playbook --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_playbook
	$(BUILD)/playbook --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/playbook.fish
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --output-directory .build/manual
	install -m 644 .build/manual/playbook.1 $(DESTDIR)$(PREFIX)/share/man/man1/playbook.1

uninstall: ## Remove what install put below PREFIX; records stay where they are.
	rm -rf $(DESTDIR)$(PREFIX)/bin/playbook $(DESTDIR)$(PREFIX)/share/playbook $(DESTDIR)$(PREFIX)/share/man/man1/playbook.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/playbook $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_playbook
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/playbook.fish

clean: ## Remove what was built.
	rm -rf .build
