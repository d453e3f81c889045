.PHONY: help build release example test bench bench-backends clean

help: ## Shows what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Builds the command line tool for development
	swift build --product specforge

release: ## Builds the command line tool as it is shipped
	swift build -c release --product specforge

example: ## Generates examples/users into a git repository, builds and starts the backend, and calls it
	scripts/example.sh

test: ## Installs what the tests need and runs all of them
	scripts/test.sh

bench: ## Measures reading, generating and committing, in a release build
	scripts/bench.sh

bench-backends: ## Measures generated backends beside hand-written ones, under load
	scripts/bench-backends.sh

clean: ## Removes everything that was built
	rm -rf .build .build-*
