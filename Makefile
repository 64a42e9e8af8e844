# Everything there is to do with this repository. `make help` lists it.
.DEFAULT_GOAL := help
.PHONY: help setup build test thorough corpus chaos bench demo certify format lint clean

export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

CONFIGURATION ?= Release
CORPUS ?= all
COURSEGEN := dotnet src/CourseGen.Cli/bin/$(CONFIGURATION)/net10.0/coursegen.dll
SAMPLES := $(wildcard samples/*/course.yaml)

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

setup: ## Install what this machine lacks (as root), or print the command to run
	@build/setup.sh

build: setup ## Build everything, warnings being errors
	@dotnet build CourseGen.slnx --configuration $(CONFIGURATION) --nologo --verbosity quiet

test: setup ## Build and run all tests; ends with "N passed, N failed"
	@CONFIGURATION=$(CONFIGURATION) build/test.sh

corpus: build ## Certify every bundle of samples/corpus as its author would, and show which defects are found
	@COURSEGEN_CORPUS=$(CORPUS) dotnet tests/CourseGen.CorpusTests/bin/$(CONFIGURATION)/net10.0/CourseGen.CorpusTests.dll -noLogo

thorough: setup ## Run the tests with all cases of what make test runs a part of: crashes at every effect, every missing defence, the whole corpus
	@COURSEGEN_THOROUGH=1 COURSEGEN_CORPUS=all CONFIGURATION=$(CONFIGURATION) build/test.sh

chaos: build ## Author 200 courses on three workers while one of them is killed every few seconds
	@COURSEGEN_CHAOS_RUNS=200 dotnet tests/CourseGen.ClusterTests/bin/$(CONFIGURATION)/net10.0/CourseGen.ClusterTests.dll -noLogo -showLiveOutput -class CourseGen.ClusterTests.ChaosTests

bench: build ## Measure, as ratios within one run; BENCH=steps chooses
	@build/with-docker.sh dotnet bench/CourseGen.Bench/bin/$(CONFIGURATION)/net10.0/CourseGen.Bench.dll $(BENCH)

demo: build ## Take a sample brief through the whole flow, from plan to graded submissions
	@if [ -t 0 ] && [ -t 2 ]; then $(COURSEGEN) demo; else $(COURSEGEN) demo --approve; fi

certify: build ## Certify every sample
	@for sample in $(dir $(SAMPLES)); do $(COURSEGEN) certify "$$sample" || exit $$?; done

format: setup ## Format the sources
	@dotnet format CourseGen.slnx --verbosity quiet

lint: setup ## Check that the sources are formatted
	@dotnet format whitespace . --folder --include src/ tests/ bench/ --verify-no-changes --verbosity quiet

clean: ## Remove everything that was built
	@rm -rf artifacts
	@find src tests bench -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
