# R2P Notes: what can be done, each one line into scripts/. Tools are installed on first use, see scripts/toolchain.sh.
.PHONY: help serve test dev build bench startup audit fmt screenshots

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

serve: ## set up what is missing, build the page, serve it on this machine
	@scripts/serve.sh

test: ## set up what is missing, run every check: format, clippy, tests, the page in a real browser
	@scripts/test.sh

dev: ## serve with rebuild on change
	@scripts/dev.sh

build: ## leave the page in dist/, for any static host
	@scripts/build.sh

bench: ## measure
	@scripts/bench.sh

startup: ## time how soon the page can be read, beside a bare Yew page
	@scripts/startup.sh

audit: ## hold the crates and npm packages against known faults, licences and sources
	@scripts/audit.sh

fmt: ## format the code
	@scripts/fmt.sh

screenshots: ## picture every view, light and dark, narrow and wide, into tests/e2e/out/
	@scripts/screenshots.sh
