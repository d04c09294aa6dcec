# playbook: build, test, check and install. `make help` lists what there is.

PREFIX ?= /usr/local
DESTDIR ?=
STATE_DIR ?=
BUILD := .build/release
SHARE = $(DESTDIR)$(PREFIX)/share
GUIDES := Sources/playbook/Documentation.docc
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib
# Debian packages that the build and the runner need; the program that tells whether each is there.
PACKAGES := libyaml-dev libsqlite3-dev libsodium-dev pkg-config tzdata
# Programs that read what the tests write, as others would.
TEST_PACKAGES := libxml2-utils python3
BENCH_PACKAGES := hyperfine time yamllint gcc g++ python3-jinja2 libkainjow-mustache-dev

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
	@# 10 and 130 are an officer who left a run with everything saved.
	@$(BUILD)/playbook --library . $(if $(STATE_DIR),--state-dir $(STATE_DIR)) || case $$? in 10 | 130) ;; *) exit $$? ;; esac

test: setup ## Run the whole suite.
	@sh Tests/Support/install-packages.sh $(TEST_PACKAGES)
	$(SWIFT) build --product playbook
	sh Tests/Support/run-tests.sh $(SWIFT)

check: build ## Lint the code, hold imports to the house's rules, check the shipped library.
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	sh Tests/Support/import-rules.sh
	$(BUILD)/playbook check --library . --strict
	$(BUILD)/playbook samples check --library .

bench: build ## Measure against peers in one run.
	@sh Tests/Support/install-packages.sh $(BENCH_PACKAGES)
	$(SWIFT) build $(RELEASE) --product playbook-bench
	@sh Tests/Benchmarks/run.sh

install: build ## Install the binary, the library, completions, the manual and the guides below PREFIX.
	install -d $(SHARE)/playbook $(SHARE)/doc/playbook $(SHARE)/man/man1 $(SHARE)/bash-completion/completions
	install -d $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(BUILD)/playbook $(DESTDIR)$(PREFIX)/bin/playbook
	cp -R playbooks templates $(SHARE)/playbook/
	chmod -R u=rwX,go=rX $(SHARE)/playbook
	install -m 644 $(GUIDES)/*.md $(SHARE)/doc/playbook/
	$(BUILD)/playbook manual > $(SHARE)/man/man1/playbook.1
	$(BUILD)/playbook --generate-completion-script bash > $(SHARE)/bash-completion/completions/playbook
	$(BUILD)/playbook --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_playbook
	$(BUILD)/playbook --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/playbook.fish

uninstall: ## Remove what install put below PREFIX; records stay where they are.
	rm -rf $(SHARE)/playbook $(SHARE)/doc/playbook
	rm -f $(DESTDIR)$(PREFIX)/bin/playbook $(SHARE)/man/man1/playbook.1
	rm -f $(SHARE)/bash-completion/completions/playbook $(SHARE)/zsh/site-functions/_playbook
	rm -f $(SHARE)/fish/vendor_completions.d/playbook.fish

clean: ## Remove what was built.
	rm -rf .build
