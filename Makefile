# The commands of the project. Each installs what it needs and is missing, and skips what is there.
# What they do stands in tools/tasks.

.PHONY: help serve build package test bench soak gallery fuzz

help:
	@echo 'make serve    build and serve at http://127.0.0.1:8080/, again after every change'
	@echo 'make build    the release in dist/'
	@echo 'make package  the npm package of the release, checked and packed'
	@echo 'make test     everything that is checked: format, lints, licences, tests, journeys'
	@echo 'make bench    the release measured against a static page, React and Preact, RUNS=9 times each'
	@echo 'make soak     hundreds of articles one after the other, until something grows'
	@echo 'make fuzz     damaged documents without end, MINUTES=10 of them, until one breaks something'
	@echo 'make gallery  screenshots of every sample and state in gallery/'

serve:
	@tools/tasks/serve.sh

build:
	@tools/tasks/build.sh

package: build
	@tools/tasks/package.sh

test:
	@tools/tasks/test.sh

bench: build
	@tools/tasks/bench.sh

soak: build
	@tools/tasks/soak.sh

fuzz:
	@tools/tasks/fuzz.sh

gallery: build
	@tools/tasks/gallery.sh

