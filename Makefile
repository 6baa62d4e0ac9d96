# `make serve` needs Go only; `make test` needs Go, a C compiler and Node, and fetches the rest.

GOROOT  := $(shell go env GOROOT)
CHROMIUM ?= /usr/bin/chromium
FIREFOX  ?= /usr/bin/firefox-esr
FUZZTIME ?= 20s
# slim: Ebitengine without what a map does not need, see cmd/slim; stock: as it comes, about twice as large.
ENGINE  ?= slim
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
ARGS    ?=

DIST    := web/dist
BENCH   := web/bench/dist
SCRIPTS := $(DIST)/actor-map.js $(DIST)/page.js $(DIST)/engine-worker.js $(DIST)/engine-main.js
MODULES := $(wildcard web/src/*.js web/src/*/*.js)
WASM_GO := $(shell find wasm data -name '*.go' -not -name '*_test.go' -o -name '*.kage') $(wildcard data/*.json) go.mod go.sum
ESBUILD := go tool esbuild --bundle --minify --format=iife --target=es2022 --legal-comments=none --log-level=warning
WASM    := GOOS=js GOARCH=wasm
SHADERS := $(wildcard wasm/view/*.kage)
SLIM    := bin/slim/go.mod
MODFILE := $(if $(filter slim,$(ENGINE)),-modfile=$(SLIM))
# Node refuses a large environment in a Go program, so the tests get a small one.
NODE_EXEC := env -i 'PATH=$(PATH)' 'HOME=$(HOME)' '$(GOROOT)/lib/wasm/go_js_wasm_exec'

export CHROMIUM FIREFOX
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

.PHONY: help build serve site check test lint format test-go test-race test-wasm test-weight test-js test-web test-browsers fuzz load bench release screenshot clean
.DELETE_ON_ERROR:

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

build: $(SCRIPTS) $(DIST)/map.wasm ## compile the map and its scripts into web/dist, and bin/actormap with all of it inside
	go build -trimpath -o bin/actormap ./cmd/actormap

serve: build ## open the map on this machine (ARGS="--addr 127.0.0.1:9000 file.json")
	@bin/actormap serve $(ARGS)

release: build ## archives of the program for each system into release/, with hashes and what they are made of
	go run ./cmd/release -o release -version "$(VERSION)"

site: build ## write the static site into public/ (ARGS="file.json")
	bin/actormap build -o public $(ARGS)

check: lint test-js ## between two edits: formatting, vet, staticcheck, types, unit tests of scripts, and the Go tests that take no time
	go test -short ./...

test: lint test-go test-race test-wasm test-weight test-js ## everything that has to pass before a change is taken; the browser last, when all else has passed
	@$(MAKE) --no-print-directory test-web

lint: web/node_modules/.package-lock.json ## formatting of Go, scripts, styles and JSON; vet for both targets, staticcheck, Biome
	@test -z "$$(gofmt -l cmd data wasm web/*.go)" || { echo "run gofmt -w on:" >&2; gofmt -l cmd data wasm web/*.go >&2; exit 1; }
	cd web && npx --no-install biome check . || { echo "run make format" >&2; exit 1; }
	go vet ./...
	$(WASM) go vet ./...
	go build -o bin/staticcheck honnef.co/go/tools/cmd/staticcheck
	bin/staticcheck ./...
	$(WASM) bin/staticcheck ./wasm/...

format: web/node_modules/.package-lock.json ## format Go, scripts, styles and JSON
	gofmt -w cmd data wasm web/*.go
	cd web && npx --no-install biome check --write .

# The packages that start goroutines, or are called from many. The race detector makes a test ten times as slow: it runs those on
# small fixtures that are called TestRace, and no others. wasm/raced_test.go holds the list against the sources.
RACED := ./cmd/actormap ./cmd/actormap/picture ./cmd/actormap/server ./cmd/actormap/site ./wasm/layout

test-go: ## Go tests on this machine, in random order
	go test -shuffle=on -skip '^TestRace' ./...

test-race: ## the Go tests that are called TestRace, with the race detector
	CGO_ENABLED=1 go test -race -shuffle=on -run '^TestRace' $(RACED)

test-wasm: ## the pure packages again, as WebAssembly under Node, where their bits must be the same
	@.ci/need node
	@echo "go test of the pure packages under Node"
	@$(WASM) go test -short -exec "$(NODE_EXEC)" $$(go list ./data/... ./wasm/... | grep -v -e /wasm$$ -e /bridge -e /view)

test-weight: $(DIST)/map.wasm ## what the program weighs on the wire
	$(if $(MODFILE),go run ./cmd/slim -weigh $<,@echo "the budget is the slim engine's")

test-js: web/node_modules/.package-lock.json $(SCRIPTS) ## types and unit tests of the scripts
	cd web && npx --no-install tsc
	cd web && node --test --test-reporter=dot test/unit/

test-web: build web/node_modules/.package-lock.json ## the page in a real browser (ARGS="drag.spec.js")
	@.ci/need browser
	cd web && npx --no-install playwright test --project=map --project=text $(ARGS)

test-browsers: build web/node_modules/.package-lock.json ## not part of test: a map in another site's page, in Chromium, Firefox and WebKitGTK, and what takes long (ARGS="-g Firefox")
	@.ci/need browsers
	cd web && npx --no-install playwright test --project=browsers --project=long $(ARGS)

.PHONY: test-hosts
test-hosts: build web/node_modules/.package-lock.json web/hosts/node_modules/.package-lock.json ## the map in WordPress and Hugo, in feeds and reader modes, its pictures in CairoSVG and librsvg (not part of test)
	@.ci/need hosts
	cd web && npx --no-install playwright test --project=hosts $(ARGS)

.PHONY: compare
compare: build web/node_modules/.package-lock.json web/compare/node_modules/.package-lock.json ## measure the map beside minimal embeds of other libraries (ROUNDS=5)
	@.ci/need browser
	cd web/compare && node compare.js

fuzz: ## every fuzz target for FUZZTIME each
	.ci/fuzz $(FUZZTIME)

bench: build web/node_modules/.package-lock.json web/bench/node_modules/.package-lock.json $(BENCH)/benchmap.wasm $(BENCH)/page.js ## our layout beside those of others, in Chromium (ARGS="--graphs grid:10000 --reps 5", ARGS=--render for the drawing)
	@.ci/need browser
	cd web/bench && node bench.js $(ARGS)

load: ## a hundred readers at once on the loopback, until LOAD_REQUESTS are answered
	LOAD_REQUESTS=$${LOAD_REQUESTS:-100000} go test -count=1 -v -run TestLoad ./cmd/actormap/server

screenshot: build web/node_modules/.package-lock.json ## take the picture of the README anew
	@.ci/need browser
	cd web && node test/screenshot.js

clean: ## remove everything that the other targets made
	rm -rf bin public release web/node_modules $(BENCH) web/*/node_modules web/test-results web/playwright-report
	find $(DIST) -type f -not -name .keep -delete

%/node_modules/.package-lock.json: %/package.json %/package-lock.json
	@.ci/need node
	cd $* && npm ci
	@touch $@

$(BENCH)/benchmap.wasm: $(wildcard wasm/layout/*.go wasm/layout/internal/*/*.go wasm/geom/*.go) $(wildcard cmd/benchmap/*.go)
	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -ldflags="-s -w" -o $@ ./cmd/benchmap

$(BENCH)/page.js: $(wildcard web/bench/*.js) web/bench/node_modules/.package-lock.json
	$(ESBUILD) --define:global=globalThis --outfile=$@ web/bench/page.js

# The toolchain's own glue between Go and JavaScript, with its globals handed in: it has to match the compiler, so it is never committed.
$(DIST)/go.js: $(GOROOT)/lib/wasm/wasm_exec.js Makefile
	{ echo '// @ts-nocheck'; echo 'export function makeGo(globalThis, setTimeout, clearTimeout) {'; echo 'let fs;'; cat $<; echo 'fs = globalThis.fs;'; echo 'return globalThis.Go;'; echo '}'; } > $@

$(DIST)/actor-map.js: ENTRY := web/src/actor-map.js
$(DIST)/page.js: ENTRY := web/src/page.js
$(DIST)/engine-worker.js: ENTRY := web/src/engine/worker.js
$(DIST)/engine-main.js: ENTRY := web/src/engine/main.js
$(SCRIPTS): $(MODULES) $(DIST)/go.js Makefile
	$(ESBUILD) --outfile=$@ $(ENTRY)

$(DIST)/map.wasm: $(WASM_GO) bin/engine/$(ENGINE) $(if $(MODFILE),$(SLIM))
	$(WASM) go build $(MODFILE) -trimpath -ldflags="-s -w" -o $@ ./wasm

$(SLIM): $(shell find cmd/slim -type f) $(SHADERS) go.mod go.sum
	go run ./cmd/slim -o $(@D) $(SHADERS:%=-shader %)

# Tells which engine web/dist/map.wasm was built with.
bin/engine/$(ENGINE):
	$(if $(filter slim stock,$(ENGINE)),,$(error ENGINE is slim or stock, not "$(ENGINE)"))
	rm -rf $(@D) && mkdir -p $(@D) && touch $@
