# galley: build, test and score. `make help` names the targets.
#
# make          build/galley, which runs from any folder, through a link, and under `env -i`
# make demo     set up what is missing, build, and divide a page
# make test     set up what is missing, then everything that is tested
# make asan     the specs under AddressSanitizer and UndefinedBehaviorSanitizer
# make valgrind the specs of the core under valgrind
# make conformance  html5lib's tests, all of them, against the HTML parser
# make properties   what must hold of every page, on SHARED/data's and on 10,000 mutated copies (COPIES, SEED)
# make fuzz     each fuzz target for FUZZ_SECONDS (60), with clang's libFuzzer
# make hostile  pages that are hard on a parser, at n and 10 n: seconds and memory
# make memory   how many times its source a page takes at worst (TOKENS)
# make bench    the parser beside libxml2 and others; CALLGRIND=1 for instructions per byte
# make hostile-rules  rule files that mean harm: seconds, memory and what is said
# make bench-pack  what a folder of 2,000 rules costs a page
# make score    every page of SHARED/data through the command, and the scorers' table

SHARED  ?= ../shared
BUILD   ?= build
CC      ?= cc
CFLAGS  ?= -O2 -g
WARN     = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes
ALL_C    = -std=c11 -fPIC -fvisibility=hidden $(WARN) $(CFLAGS) $(EXTRA)

# The first of several pkg-config names that is there; -isystem keeps the
# warnings for our own code.
pkg      = $(shell for n in $(2); do pkg-config $(1) $$n 2>/dev/null && break; done)
include_of = $(patsubst -I%,-isystem %,$(call pkg,--cflags,$(1)))
or_else  = $(if $(strip $(1)),$(1),$(2))

LUA54_C := $(call or_else,$(call include_of,lua5.4 lua-5.4 lua54),-isystem /usr/include/lua5.4)
LUA53_C := $(call or_else,$(call include_of,lua5.3 lua-5.3 lua53),-isystem /usr/include/lua5.3)
LUA54_L := $(call or_else,$(call pkg,--libs,lua5.4 lua-5.4 lua54),-llua5.4)
XML_C   := $(call or_else,$(call include_of,libxml-2.0),-isystem /usr/include/libxml2)
LIBS    := $(call or_else,$(call pkg,--libs,libxml-2.0),-lxml2) -lz -lmd

# `make V=1` shows the whole commands.
say      = $(if $(V),,@echo "  $(1)"; )

LUA     ?= $(firstword $(shell command -v lua5.4 lua-5.4 lua54 2>/dev/null) lua5.4)
LUA53   ?= $(firstword $(shell command -v lua5.3 lua-5.3 lua53 2>/dev/null) lua5.3)

PLAIN   := $(filter-out core/lua_%.c,$(sort $(wildcard core/*.c)))
BINDING := $(sort $(wildcard core/lua_*.c))
OBJ      = $(BUILD)/obj
PLAIN_O  = $(PLAIN:core/%.c=$(OBJ)/core/%.o)
O_54     = $(PLAIN_O) $(BINDING:core/%.c=$(OBJ)/lua5.4/%.o)
O_53     = $(PLAIN_O) $(BINDING:core/%.c=$(OBJ)/lua5.3/%.o)

.DEFAULT_GOAL := all
.PHONY: all module module53 demo test lint spec spec53 conformance properties fuzz hostile memory bench bench-pack hostile-rules rock asan valgrind score rockspec meta setup setup-test clean help
.DELETE_ON_ERROR:

all: module $(BUILD)/galley

module: $(BUILD)/lua5.4/galley/core.so
module53: $(BUILD)/lua5.3/galley/core.so

$(BUILD)/lua5.4/galley/core.so: $(O_54)
	@mkdir -p $(@D)
	$(call say,LINK $@)$(CC) -shared $(CFLAGS) $(EXTRA) $(LDFLAGS) -o $@ $(O_54) $(LIBS)

$(BUILD)/lua5.3/galley/core.so: $(O_53)
	@mkdir -p $(@D)
	$(call say,LINK $@)$(CC) -shared $(CFLAGS) $(EXTRA) $(LDFLAGS) -o $@ $(O_53) $(LIBS)

$(OBJ)/core/%.o: core/%.c
	@mkdir -p $(@D)
	$(call say,CC $<)$(CC) $(ALL_C) $(XML_C) -MMD -MP -c -o $@ $<

$(OBJ)/lua5.4/%.o: core/%.c
	@mkdir -p $(@D)
	$(call say,CC $<)$(CC) $(ALL_C) $(LUA54_C) $(XML_C) -MMD -MP -c -o $@ $<

$(OBJ)/lua5.3/%.o: core/%.c
	@mkdir -p $(@D)
	$(call say,CC $<)$(CC) $(ALL_C) $(LUA53_C) $(XML_C) -MMD -MP -c -o $@ $<

-include $(wildcard $(OBJ)/*/*.d)

# The launcher finds the checkout from its own place, through links too, and needs
# nothing of the environment. The link under share/ lets package.searchpath find
# galley.rules.* as it does where the rock is installed.
define LAUNCHER
#!/bin/sh
# galley, run from its checkout. `make` writes this file.
PATH=$${PATH:-/usr/local/bin:/usr/bin:/bin}
build=$$(dirname "$$(readlink -f "$$0")")
root=$$(dirname "$$build")
LUA_PATH_5_4="$$root/lua/?.lua;$$root/lua/?/init.lua;$$build/share/?.lua;$${LUA_PATH_5_4:-$${LUA_PATH:-;}}"
LUA_CPATH_5_4="$$build/lua5.4/?.so;$${LUA_CPATH_5_4:-$${LUA_CPATH:-;}}"
export LUA_PATH_5_4 LUA_CPATH_5_4
exec "$(LUA)" "$$root/lua/galley/command/main.lua" "$$@"
endef

$(BUILD)/galley: Makefile
	@mkdir -p $(BUILD)/share/galley
	@ln -sfn ../../../rules $(BUILD)/share/galley/rules
	$(file >$@,$(LAUNCHER))
	@chmod +x $@

DEMO = spec/fixtures/pages/harbour.html

demo: setup
	$(MAKE) all
	$(BUILD)/galley extract --format outline $(DEMO)

setup:
	@sh .ci/setup build
setup-test:
	@sh .ci/setup test

test: setup-test
	$(MAKE) all module53
	$(MAKE) -k lint spec spec53 rock

lint:
	luacheck --no-color --quiet .


# Arguments for busted: make spec ARGS=spec/core
spec: all
	$(LUA) spec/tools/busted.lua --ignore-lua $(ARGS)

spec53: module53
	$(LUA53) spec/tools/busted.lua --ignore-lua --run=lua53 $(ARGS)

rock:
	LUA=$(LUA) sh spec/tools/rock.sh

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
asan:
	@sh .ci/setup test
	$(MAKE) all
	$(MAKE) module BUILD=build/asan CFLAGS="-O1 -g" EXTRA="$(SANITIZE)" LDFLAGS="-Wl,-z,nodelete"
	LUA=$(LUA) CC=$(CC) sh spec/tools/sanitized.sh build/asan $(ARGS)

valgrind: all
	LUA=$(LUA) sh spec/tools/valgrind.sh $(ARGS)

score: all
	$(LUA) spec/bench/score.lua $(SHARED) $(BUILD)

# Writes the rockspec's lists from the files of the tree.
rockspec:
	$(LUA) spec/tools/rockspec.lua

# Programs of the specs: layer 1 of the core alone.
TOOLS    = $(BUILD)/tools
TOOL_C   = $(ALL_C) -D_POSIX_C_SOURCE=200809L -Icore -Ispec/fuzz $(XML_C)
CHECKS   = spec/fuzz/properties.c spec/fuzz/gaps.c
CHECKS_H = spec/fuzz/properties.h spec/fuzz/gaps.h spec/fuzz/fuzz_page.h

$(TOOLS)/%: spec/tools/%.c $(PLAIN_O)
	@mkdir -p $(@D)
	$(call say,CC $@)$(CC) $(TOOL_C) -o $@ $< $(PLAIN_O) $(LIBS)

$(TOOLS)/text_field: spec/tools/text_field.c
	@mkdir -p $(@D)
	$(call say,CC $@)$(CC) $(TOOL_C) -O3 -o $@ $< -lm

$(TOOLS)/memory: spec/bench/memory.c spec/bench/page_size.h $(PLAIN_O)
	@mkdir -p $(@D)
	$(call say,CC $@)$(CC) $(TOOL_C) -o $@ $< $(PLAIN_O) $(LIBS)

$(TOOLS)/properties_run: spec/fuzz/properties_run.c $(CHECKS) $(CHECKS_H) $(PLAIN_O)
	@mkdir -p $(@D)
	$(call say,CC $@)$(CC) $(TOOL_C) -o $@ $< $(CHECKS) $(PLAIN_O) $(LIBS)

# The checkout's modules and the core just built, for Lua programs of the specs.
IN_TREE  = LUA_PATH_5_4="./?.lua;./lua/?.lua;./lua/?/init.lua;./$(BUILD)/share/?.lua;;" LUA_CPATH_5_4="./$(BUILD)/lua5.4/?.so;;" \
           GALLEY_BUILD=$(BUILD) $(LUA)

conformance: all $(TOOLS)/tokens $(TOOLS)/sniff
	$(IN_TREE) spec/tools/conformance.lua $(SHARED) $(TOOLS)

COPIES  ?= 10000
SEED    ?= 1
properties: $(TOOLS)/properties_run
	@find -L spec/fixtures/pages $(wildcard $(SHARED)/data) -name '*.html' -o -name '*.html.gz' | LC_ALL=C sort \
	  > $(TOOLS)/pages
	$(TOOLS)/properties_run $(COPIES) $(SEED) < $(TOOLS)/pages

# Inputs found before stay in build/fuzz/corpus; one that fails is left in build/fuzz.
FUZZ_TARGETS = source html libxml select xpath claim pattern
FUZZ_SECONDS ?= 60
CLANG   ?= clang
FUZZ_C   = -std=c11 -O1 -g $(WARN) -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
           -Icore $(XML_C)

$(BUILD)/fuzz/fuzz_%: spec/fuzz/fuzz_%.c $(CHECKS) $(CHECKS_H) $(PLAIN) $(wildcard core/*.h)
	@mkdir -p $(@D)
	$(call say,CLANG $@)$(CLANG) $(FUZZ_C) -o $@ $< $(CHECKS) $(PLAIN) $(LIBS)

# The one that needs Lua.
$(BUILD)/fuzz/fuzz_pattern: spec/fuzz/fuzz_pattern.c $(PLAIN) $(BINDING) $(wildcard core/*.h)
	@mkdir -p $(@D)
	$(call say,CLANG $@)$(CLANG) $(FUZZ_C) $(LUA54_C) -o $@ $< $(PLAIN) $(BINDING) $(LIBS) $(LUA54_L)

fuzz:
	@sh .ci/setup fuzz
	$(MAKE) all $(FUZZ_TARGETS:%=$(BUILD)/fuzz/fuzz_%)
	$(IN_TREE) spec/fuzz/seeds.lua $(BUILD)/fuzz/seeds $(SHARED)
	sh spec/fuzz/run.sh $(BUILD)/fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)

hostile: all
	@sh .ci/setup hostile
	$(IN_TREE) spec/bench/hostile.lua $(BUILD)/galley

TOKENS ?= 2
memory: $(TOOLS)/memory
	$(TOOLS)/memory $(TOKENS)

bench: all memory
	@sh .ci/setup bench
	CC="$(CC)" LUA="$(LUA)" sh spec/bench/bench.sh $(SHARED) $(BUILD) $(CALLGRIND)

hostile-rules: all
	@$(IN_TREE) spec/bench/hostile_rules.lua

bench-pack: all
	$(IN_TREE) spec/bench/pack.lua

# Writes the stub for lua-language-server from the schema of rules.
meta:
	LUA_PATH="./lua/?.lua;./lua/?/init.lua;;" $(LUA) spec/tools/meta.lua

clean:
	rm -rf $(BUILD)

help:
	@sed -n '3,18s/^# //p' Makefile
