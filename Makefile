# Limber. `make run` tries it, `make check` tests it, `make help` lists the rest.
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS   += --no-builtin-rules
VERSION     := 0.1.0
DESTDIR     ?=
PREFIX      ?= /usr/local
BINDIR      ?= $(PREFIX)/bin
LIBEXECDIR  ?= $(PREFIX)/libexec/limber
DATADIR     ?= $(PREFIX)/share
LOCALEDIR   ?= $(DATADIR)/locale
MANDIR      ?= $(DATADIR)/man
EXAMPLESDIR ?= $(DATADIR)/doc/limber/examples
PICTURESDIR ?= $(DATADIR)/limber/pictures
USERUNITDIR ?= $(PREFIX)/lib/systemd/user
# Sessions look for autostart files in /etc/xdg alone, so /usr/local has no etc of its own.
SYSCONFDIR  ?= $(if $(filter /usr /usr/local,$(PREFIX)),/etc,$(PREFIX)/etc)
CFLAGS      ?= -O2 -g
# To build for another machine, CC is its compiler and CC_FOR_BUILD that of this one, for the
# programs that run while it is built; PKG_CONFIG finds the other machine's libraries.
CC_FOR_BUILD?=
CFLAGS_FOR_BUILD ?= -O1
PKG_CONFIG_FOR_BUILD ?= pkg-config
PKG_CONFIG  ?= $(or $(if $(CC_FOR_BUILD),$(patsubst %-gcc,%-pkg-config,$(filter %-gcc,$(CC)))),pkg-config)
# The library of the bus and the loop: systemd's, or elogind's. Before 250, watches of files end the
# process by an assertion.
ifndef SD
SD := $(if $(shell ! $(PKG_CONFIG) --exists libsystemd 2>/dev/null && \
	$(PKG_CONFIG) --atleast-version=250 libelogind 2>/dev/null && echo yes),libelogind,libsystemd)
endif
SAN         ?=
JOBS        ?= $(shell nproc)
FUZZ_SECONDS?= 30
comma       := ,
B           ?= build$(SAN:%=-$(subst $(comma),-,$(SAN)))

# Handlers of sd-bus and sd-event have parameters that most do not need.
WARNINGS := -Wall -Wextra -Wno-unused-parameter -Wpedantic -Wconversion -Wshadow \
	-Wstrict-prototypes -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wundef -Wformat=2 -Wvla $(if $(WERROR),-Werror)
SANITIZE := $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer)
LANGUAGE := -std=c17 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 -I.
ALL_CFLAGS = $(LANGUAGE) $(WARNINGS) -MMD -MP $(SANITIZE) $(CFLAGS)
PATH_MACROS = -DLIMBER_VERSION='"$(VERSION)"' -DBINDIR='"$(BINDIR)"' -DLIBEXECDIR='"$(LIBEXECDIR)"' -DLOCALEDIR='"$(LOCALEDIR)"' \
	-DPICTURESDIR='"$(PICTURESDIR)"'
pkg = $(shell $(PKG_CONFIG) $(1) $(2))

objects = $(patsubst %.c,$(B)/%.o,$(1))
CORE    := $(call objects,$(wildcard core/*/*.c))
CONFIG  := $(call objects,$(filter-out config/compile.c,$(wildcard config/*.c)) gen/catalogue_table.c gen/default_text.c gen/kind_texts.c)
COMPILE := $(call objects,$(addprefix config/,compile.c catalogue_read.c item_words.c errors.c field.c guard.c scan.c source.c source_read.c values.c))
STORE   := $(call objects,$(wildcard store/*.c))
DAEMON  := $(call objects,$(wildcard daemon/*.c daemon/adapters/*.c))
NOTIFIER:= $(call objects,$(wildcard notifier/*.c))
TRAY    := $(call objects,$(wildcard tray/*.c))
# Plug-ins of limberd, each made where its library is: what a session lacks is not loaded.
HAS_wayland := $(shell $(PKG_CONFIG) --exists wayland-client wayland-scanner 2>/dev/null && echo yes)
HAS_x11     := $(shell $(PKG_CONFIG) --exists xcb-sync 2>/dev/null && echo yes)
IDLE    := $(foreach name,wayland x11,$(if $(HAS_$(name)),$(B)/idle-$(name).so))
# limber-voice has the cues whose libraries are there, and is made where one is.
CUES    := $(foreach cue,speech:speech-dispatcher tone:libcanberra,$(if $(shell \
	$(PKG_CONFIG) --exists $(lastword $(subst :, ,$(cue))) 2>/dev/null && echo yes),$(cue)))
CUE_LIBRARIES := $(foreach cue,$(CUES),$(lastword $(subst :, ,$(cue))))
CUE_SOURCES := $(foreach cue,$(CUES),voice/$(firstword $(subst :, ,$(cue))).c)
CUE_MACROS := $(foreach cue,$(CUES),-DHAVE_$(firstword $(subst :, ,$(cue))))
VOICE   := $(if $(CUES),$(call objects,voice/main.c voice/count.c $(CUE_SOURCES)))
# limber-calls asks the sound server, where libpulse is.
HAS_pulse := $(shell $(PKG_CONFIG) --exists libpulse 2>/dev/null && echo yes)
CALLS   := $(if $(HAS_pulse),$(call objects,$(wildcard calls/*.c)))
PROTOCOLS := $(patsubst idle/%.xml,$(B)/gen/%,$(wildcard idle/*.xml))
SHARED  := $(call objects,$(wildcard cli/shared/*.c))
LIMBER  := $(call objects,$(wildcard cli/limber/*.c))
REPORT  := $(call objects,$(wildcard cli/report/*.c cli/report/*/*.c))
CLI     := $(SHARED) $(LIMBER) $(REPORT)
sd_cflags = $(patsubst -I%,-isystem%,$(call pkg,--cflags,$(SD)))
PROGRAMS:= $(B)/limberd $(B)/limber $(B)/limber-notify $(B)/limber-report $(B)/limber-tray $(if $(CUES),$(B)/limber-voice) \
	$(if $(CALLS),$(B)/limber-calls)
FILLED  := $(patsubst %.in,$(B)/data/%,$(wildcard systemd/*.in dbus/*.in desktop/*.in))
MANUALS := $(patsubst %.scd,$(B)/%,$(wildcard man/*.scd))
LANGUAGES:= $(patsubst po/%.po,%,$(wildcard po/*.po))
MESSAGES:= $(LANGUAGES:%=$(B)/locale/%/LC_MESSAGES/limber.mo)
EXAMPLES:= $(wildcard examples/*)
POSES   := $(shell sed -nE 's/^\t\{ "([a-z0-9-]+)",.*/\1/p' pictures/poses.c)
PICTURES:= $(foreach pose,$(POSES),$(B)/pictures/$(pose).svg $(B)/pictures/$(pose)-dark.svg)

all: $(PROGRAMS) $(IDLE) $(FILLED) $(MANUALS) $(PICTURES) $(MESSAGES) ## build everything
	$(if $(HAS_wayland),,@echo 'Without libwayland-dev: input under Wayland is seen with GNOME only.' >&2)
	$(if $(HAS_x11),,@echo 'Without libxcb-sync-dev: input under X11 is not seen.' >&2)
	$(if $(findstring speech,$(CUES)),,@echo 'Without libspeechd-dev: routines are not spoken.' >&2)
	$(if $(CALLS),,@echo 'Without libpulse-dev: calls by Bluetooth headsets are not seen.' >&2)
	$(if $(findstring tone,$(CUES)),,@echo 'Without libcanberra-dev: routines have no tones.' >&2)

# A stamp changes only when its text does. Objects depend on how they are compiled, archives on
# which objects there are (`ar` keeps members whose source is gone), filled files on the paths.
STAMP_flags   = $(CC) $(CPPFLAGS) $(ALL_CFLAGS)
STAMP_paths   = $(PATH_MACROS)
STAMP_objects = $(patsubst $(B)/%,%,$(CORE) $(CONFIG) $(STORE) $(DAEMON) $(NOTIFIER) $(VOICE) $(CALLS) $(CLI) $(TRAY))
$(addprefix $(B)/stamp/,flags paths objects): $(B)/stamp/%: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(STAMP_$*))' | cmp -s - $@ || echo '$(subst ','\'',$(STAMP_$*))' >$@
FORCE:

# With PROGRESS=1: print the file that is compiled, for builds with make -s.
progress = $(if $(PROGRESS),@echo '  compile $<')
$(B)/%.o: %.c $(B)/stamp/flags
	@mkdir -p $(@D)
	$(progress)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(PKG_CFLAGS) $(MACROS) -c -o $@ $<
$(B)/gen/%.o: $(B)/gen/%.c $(B)/stamp/flags
	$(progress)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<
$(NOTIFIER): PKG_CFLAGS = $(call pkg,--cflags,libnotify)
$(VOICE): PKG_CFLAGS = $(if $(CUES),$(call pkg,--cflags,$(CUE_LIBRARIES)))
$(CALLS): PKG_CFLAGS = $(call pkg,--cflags,libpulse)
$(DAEMON) $(CLI) $(TRAY): PKG_CFLAGS = $(sd_cflags)
$(B)/daemon/main.o $(NOTIFIER) $(CLI) $(TRAY): MACROS = $(PATH_MACROS)
$(VOICE): MACROS = $(PATH_MACROS) $(CUE_MACROS)
$(B)/daemon/main.o $(NOTIFIER) $(VOICE) $(CLI) $(TRAY): $(B)/stamp/paths

$(B)/core.a: $(CORE)
$(B)/config.a: $(CONFIG)
$(B)/store.a: $(STORE)
$(B)/daemon.a: $(filter-out %/main.o,$(DAEMON))
$(B)/shared.a: $(SHARED)
$(B)/limber.a: $(filter-out %/main.o,$(LIMBER))
$(B)/tray.a: $(filter-out %/main.o,$(TRAY))
$(B)/report.a: $(filter-out %/main.o,$(REPORT))
$(B)/%.a: $(B)/stamp/objects
	rm -f $@
	$(AR) qcs $@ $(filter %.o,$^)

# Programs that run during the build; in a separate folder if CC is a cross compiler.
RUNS    := $(if $(CC_FOR_BUILD),$(B)/for-build,$(B))
ifdef CC_FOR_BUILD
$(RUNS)/catalogue-compile $(RUNS)/draw &: FORCE
	@$(MAKE) --no-print-directory B='$(RUNS)' CC='$(CC_FOR_BUILD)' CC_FOR_BUILD= CPPFLAGS= SAN= LDFLAGS= \
		LDLIBS= CFLAGS='$(CFLAGS_FOR_BUILD)' PKG_CONFIG='$(PKG_CONFIG_FOR_BUILD)' \
		$(RUNS)/catalogue-compile $(RUNS)/draw
endif

# The catalogue and the default configuration, as constant data.
$(B)/catalogue-compile: $(COMPILE) $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,libconfig) $(LDLIBS)
$(B)/gen/catalogue_table.c: $(RUNS)/catalogue-compile $(sort $(wildcard config/catalogue/*.conf))
	@mkdir -p $(@D)
	$< $(filter %.conf,$^) >$@
$(B)/gen/items.scd: $(RUNS)/catalogue-compile $(sort $(wildcard config/catalogue/*.conf))
	@mkdir -p $(@D)
	$< --manual $(filter %.conf,$^) >$@
$(B)/gen/default_text.c: config/limber.conf Makefile
	@mkdir -p $(@D)
	{ echo '#include "config/config.h"'; echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'; \
		echo 'const char config_default_text[] ='; sed 's/[\\"]/\\&/g;s/.*/"&\\n"/' $<; echo ';'; } >$@

# Longer than the string that each compiler of C99 has to take; those that build Limber take it.
$(B)/gen/default_text.o: CFLAGS += -Wno-overlength-strings

$(B)/gen/kind_texts.c: $(sort $(wildcard config/kinds/*.conf)) Makefile
	@mkdir -p $(@D)
	{ echo '#include "config/layers.h"'; echo 'const char *const config_kind_texts[CRAMP_COUNT] = {'; \
	for file in $(filter %.conf,$^); do name=$${file##*/}; \
		echo "[CRAMP_$$(echo $${name%.conf} | tr a-z A-Z)] ="; \
		sed 's/[\\"]/\\&/g;s/.*/"&\\n"/' $$file; echo ,; done; echo '};'; } >$@

$(B)/limberd: | $(IDLE)
$(B)/limberd: $(B)/daemon/main.o $(B)/daemon.a $(B)/config.a $(B)/store.a $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(SD) libconfig sqlite3) $(LDLIBS)
$(B)/limber-notify: $(NOTIFIER) $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,libnotify) $(LDLIBS)
$(B)/limber-voice: $(VOICE) $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(CUE_LIBRARIES)) -pthread $(LDLIBS)
$(B)/limber-calls: $(CALLS) $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,libpulse) $(LDLIBS)
$(B)/limber: $(LIMBER) $(B)/shared.a $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(SD)) $(LDLIBS)
$(B)/limber-tray: $(TRAY) $(B)/shared.a $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(SD)) $(LDLIBS)
$(B)/limber-report: $(REPORT) $(B)/shared.a $(B)/config.a $(B)/store.a $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(SD) libconfig sqlite3) $(LDLIBS)

$(B)/gen/%.h: idle/%.xml
	@mkdir -p $(@D)
	wayland-scanner client-header $< $@
$(B)/gen/%-protocol.c: idle/%.xml
	@mkdir -p $(@D)
	wayland-scanner private-code $< $@
$(B)/idle/wayland.o $(B)/idle/wayland_screen.o: $(PROTOCOLS:=.h)
$(B)/idle/%.o: PKG_CFLAGS = -fPIC -fvisibility=hidden -isystem $(B) $(sd_cflags)
$(B)/gen/%-protocol.o: CFLAGS += -fPIC -fvisibility=hidden
$(B)/idle-wayland.so: $(B)/idle/wayland.o $(B)/idle/wayland_screen.o $(PROTOCOLS:=-protocol.o)
	$(CC) -shared $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,wayland-client $(SD)) $(LDLIBS)
$(B)/idle-x11.so: $(B)/idle/x11.o $(B)/idle/x11_screen.o
	$(CC) -shared $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,xcb-sync xcb $(SD)) $(LDLIBS)

$(B)/data/%: %.in $(B)/stamp/paths
	@mkdir -p $(@D)
	sed 's|@bindir@|$(BINDIR)|g; s|@libexecdir@|$(LIBEXECDIR)|g' $< >$@
$(B)/man/%: man/%.scd
	@mkdir -p $(@D)
	scdoc <$< >$@
$(B)/man/limber-catalogue.5: man/limber-catalogue.5.scd $(B)/gen/items.scd
	@mkdir -p $(@D)
	sed -e '/^@items@$$/{r $(B)/gen/items.scd' -e 'd;}' $< | scdoc >$@
$(B)/gen/status.scd: core/codec/status_fields.h man/status.awk
	@mkdir -p $(@D)
	awk -f man/status.awk $< >$@
$(B)/man/org.limberd.Limber1.5: man/org.limberd.Limber1.5.scd $(B)/gen/status.scd
	@mkdir -p $(@D)
	sed -e '/^@status@$$/{r $(B)/gen/status.scd' -e 'd;}' $< | scdoc >$@
$(B)/draw: $(call objects,$(wildcard pictures/*.c))
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ -lm $(LDLIBS)
$(PICTURES) &: $(RUNS)/draw
	@mkdir -p $(B)/pictures
	@rm -f $(B)/pictures/*.svg
	$< $(B)/pictures
$(B)/locale/%/LC_MESSAGES/limber.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# Installed files, MODE:FROM:TO. Installing does not affect the running session.
FILES := \
	755:$(B)/limber:$(BINDIR)/limber \
	755:$(B)/limberd:$(BINDIR)/limberd \
	755:$(B)/limber-notify:$(LIBEXECDIR)/limber-notify \
	755:$(B)/limber-report:$(LIBEXECDIR)/limber-report \
	755:$(B)/limber-tray:$(LIBEXECDIR)/limber-tray \
	$(if $(CUES),755:$(B)/limber-voice:$(LIBEXECDIR)/limber-voice) \
	$(if $(CALLS),755:$(B)/limber-calls:$(LIBEXECDIR)/limber-calls) \
	$(foreach plugin,$(IDLE),755:$(plugin):$(LIBEXECDIR)/$(notdir $(plugin))) \
	$(foreach unit,limberd limber-hooks limber-tray,644:$(B)/data/systemd/$(unit).service:$(USERUNITDIR)/$(unit).service) \
	644:$(B)/data/dbus/org.limberd.Limber1.service:$(DATADIR)/dbus-1/services/org.limberd.Limber1.service \
	644:$(B)/data/desktop/limber.desktop:$(DATADIR)/applications/limber.desktop \
	644:$(B)/data/desktop/limberd.desktop:$(DATADIR)/applications/limberd.desktop \
	644:$(B)/data/desktop/limber-attach.desktop:$(SYSCONFDIR)/xdg/autostart/limber-attach.desktop \
	644:desktop/limber.svg:$(DATADIR)/icons/hicolor/scalable/apps/limber.svg \
	644:desktop/limber-symbolic.svg:$(DATADIR)/icons/hicolor/symbolic/apps/limber-symbolic.svg \
	644:desktop/org.limberd.Limber.metainfo.xml:$(DATADIR)/metainfo/org.limberd.Limber.metainfo.xml \
	644:LICENSE:$(DATADIR)/licenses/limber/LICENSE \
	644:completions/limber.bash:$(DATADIR)/bash-completion/completions/limber \
	644:completions/_limber:$(DATADIR)/zsh/site-functions/_limber \
	644:completions/limber.fish:$(DATADIR)/fish/vendor_completions.d/limber.fish \
	$(foreach example,$(EXAMPLES),$(if $(filter %.sh %.py,$(example)),755,644):$(example):$(EXAMPLESDIR)/$(notdir $(example))) \
	$(foreach picture,$(PICTURES),644:$(picture):$(PICTURESDIR)/$(notdir $(picture))) \
	$(foreach page,$(MANUALS),644:$(page):$(MANDIR)/man$(subst .,,$(suffix $(page)))/$(notdir $(page))) \
	$(foreach name,$(LANGUAGES),644:$(B)/locale/$(name)/LC_MESSAGES/limber.mo:$(LOCALEDIR)/$(name)/LC_MESSAGES/limber.mo)
part = $(word $(1),$(subst :, ,$(2)))
define newline


endef
install: all ## install below DESTDIR and PREFIX
	$(foreach file,$(FILES),install -D -m $(call part,1,$(file)) $(call part,2,$(file)) \
		'$(DESTDIR)$(call part,3,$(file))'$(newline))
# Removes empty folders, too; without DESTDIR only our own.
uninstall: ## remove what install copied
	$(foreach file,$(FILES),rm -f '$(DESTDIR)$(call part,3,$(file))'$(newline))
	$(if $(DESTDIR),$(foreach file,$(FILES),@cd '$(DESTDIR)' && rmdir -p \
		--ignore-fail-on-non-empty '.$(dir $(call part,3,$(file)))' 2>/dev/null || :$(newline)))
	@rmdir '$(DESTDIR)$(LIBEXECDIR)' '$(DESTDIR)$(PICTURESDIR)' '$(DESTDIR)$(DATADIR)/limber' \
		'$(DESTDIR)$(DATADIR)/licenses/limber' '$(DESTDIR)$(EXAMPLESDIR)' \
		'$(DESTDIR)$(dir $(EXAMPLESDIR))' 2>/dev/null || :

# What is committed, so that two tarballs of one commit are the same bytes.
dist: ## a tarball of the source, into $(B)
	@mkdir -p $(B)
	git archive --prefix=limber-$(VERSION)/ HEAD | gzip -n9 >$(B)/limber-$(VERSION).tar.gz
deb: dist ## a package for Debian, into $(B)/deb
	@./packages.sh build deb
	packaging/deb.sh $(B) $(VERSION)

run: ## try it without installing, on temporary state
	@./packages.sh build
	@$(MAKE) $(parallel) --no-print-directory -s PROGRESS=1 all
	@B='$(abspath $(B))' ./trial.sh

# Programs of tests: *_test is a test, *_fuzz a fuzzer, any other .c a helper of tests.
TESTS   := $(patsubst %.c,$(B)/%,$(wildcard tests/*/*_test.c))
FUZZERS := $(patsubst %.c,$(B)/%,$(wildcard tests/fuzz/*_fuzz.c))
HELPERS := $(filter-out $(TESTS) $(FUZZERS),$(patsubst %.c,$(B)/%,$(wildcard tests/*/*.c))) $(B)/tests/shift.so
SCRIPTS := $(wildcard tests/*/*_test.sh)
ARCHIVES:= $(B)/daemon.a $(B)/tray.a $(B)/limber.a $(B)/report.a $(B)/shared.a $(B)/config.a $(B)/store.a $(B)/core.a
# Preloaded, so built without a sanitizer, whose library must be loaded first.
$(B)/tests/shift.so: tests/shift.c $(B)/stamp/flags
	$(progress)
	$(CC) $(CPPFLAGS) $(LANGUAGE) $(WARNINGS) $(CFLAGS) -fPIC -shared -o $@ $< $(LDFLAGS)
# Named one by one: a bare .SECONDARY would switch off the stamps.
.SECONDARY: $(TESTS:=.o) $(FUZZERS:=.o) $(HELPERS:=.o)
$(B)/tests/%: $(B)/tests/%.o $(ARCHIVES)
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(SD) libconfig sqlite3) $(LDLIBS)
$(B)/tests/%_test: $(B)/tests/%_test.o $(ARCHIVES)
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(SD) libconfig sqlite3 cmocka) $(LDLIBS)
$(B)/tests/core/%_test: $(B)/tests/core/%_test.o $(B)/core.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,cmocka) $(LDLIBS)
$(B)/tests/fuzz/%_fuzz: $(B)/tests/fuzz/%_fuzz.o $(ARCHIVES)
	$(CC) $(SANITIZE) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(SD) libconfig sqlite3) $(LDLIBS)
$(B)/tests/%.o: PKG_CFLAGS = $(sd_cflags)
$(B)/tests/voice/count_test: $(B)/voice/count.o
$(B)/tests/year/year: LDLIBS += -lm

parallel = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(JOBS))
tests: all $(TESTS) $(HELPERS) ## build the tests, run none
check: ## install what the tests need, build, run them all
	@./packages.sh build tests
	@$(MAKE) $(parallel) --no-print-directory -s PROGRESS=1 tests
	@B='$(abspath $(B))' SAN='$(SAN)' tests/run.sh $(TESTS) $(SCRIPTS)
# For builds of packages: no desktop, no bus, nothing that is not built anyway.
UNIT    := $(filter $(B)/tests/core/% $(B)/tests/config/% $(B)/tests/store/%,$(TESTS))
check-unit: all $(UNIT) ## the tests of core, config and store alone
	@B='$(abspath $(B))' tests/run.sh $(UNIT)
# Those of tests/system see the machine, not the day; the rest runs at each moment.
check-dates: ## the tests as if at other dates, in other zones; DATES=2: at two of them
	@./packages.sh build tests
	@$(MAKE) $(parallel) --no-print-directory -s PROGRESS=1 tests
	@B='$(abspath $(B))' tests/dates.sh $(TESTS) \
		$(filter-out tests/system/%,$(SCRIPTS)) $(wildcard tests/system/[st][hr]*_test.sh)
check-odd: ## the tests as another user, two at once, on a busy machine, in other languages
	@./packages.sh build tests
	@$(MAKE) $(parallel) --no-print-directory -s PROGRESS=1 tests
	@B='$(abspath $(B))' tests/odd.sh $(abspath $(TESTS)) $(SCRIPTS)
check-desktops: ## the same with each desktop: install them, run them, print a table
	@./packages.sh build tests desktops
	@$(MAKE) $(parallel) --no-print-directory -s PROGRESS=1 tests
	@B='$(abspath $(B))' LIMIT=300 SAN='$(SAN)' tests/run.sh $(wildcard tests/desktop/*_desktop.sh)
	@B='$(abspath $(B))' tests/desktop/desktops.sh
check-ports: ## the same on Debian 13, the unit tests for other machines, elogind: minutes, as root
	@./packages.sh ports
	@tests/ports.sh
check-packages: ## packages: build, examine, install and purge that of Debian 12 and 13, as root
	@./packages.sh packages
	@tests/packages.sh
check-install: all ## install and uninstall in a scratch folder
	@B='$(abspath $(B))' tests/run.sh tests/system/install_test.sh
valgrind: tests ## the unit tests under valgrind
	@B='$(abspath $(B))' WRAP='valgrind -q --leak-check=full \
		--errors-for-leak-kinds=definite --error-exitcode=99' tests/run.sh $(TESTS)
fuzz: ## each fuzzer for FUZZ_SECONDS
	@./packages.sh build tests
	@$(MAKE) $(parallel) --no-print-directory -s PROGRESS=1 B=$(B)-fuzz CC=clang SAN=address,undefined \
		CFLAGS='-O1 -g -fsanitize=fuzzer-no-link' fuzzers
	@$(MAKE) --no-print-directory -s B=$(B)-fuzz fuzz-each
fuzzers: $(FUZZERS)
# No leak check: the lexer of libconfig leaks on a string without an end.
fuzz-each:
	@set -e; for fuzzer in $(FUZZERS); do echo "$$fuzzer"; mkdir -p "$$fuzzer.corpus"; \
		"$$fuzzer" -max_total_time=$(FUZZ_SECONDS) -timeout=5 -detect_leaks=0 -verbosity=0 \
		-print_final_stats=1 -artifact_prefix="$$fuzzer." "$$fuzzer.corpus"; done
mutants: tests ## change the core in 150 small ways; 90 % must be noticed by its own tests
	tests/mutants.py $(B)
bench: tests ## measure; prints ratios, asserts nothing
	@set -e; for bench in $(wildcard tests/bench/*.sh); do B='$(abspath $(B))' "$$bench"; done

health-paths: tests ## every path to an item that a health answer stops; half an hour
	@B='$(abspath $(B))' tests/desktop/with-bus.sh /usr/bin/python3 -B tests/health/paths.py

year: $(B)/tests/year/year ## a year of seven invented persons, as a table
	@$(B)/tests/year/year

SOURCES := $(filter-out build%,$(wildcard */*.c */*/*.c cli/report/*/*.c))
HEADERS := $(filter-out build%,$(wildcard */*.h */*/*.h cli/report/*/*.h))
format: ## clang-format all sources
	clang-format -i $(SOURCES) $(HEADERS)
format-check:
	clang-format --dry-run --Werror $(SOURCES) $(HEADERS)
tidy: ## clang-tidy, warnings are errors
	@mkdir -p $(B)/tidy
	@printf '%s\n' $(LANGUAGE) -I$(CURDIR) -I$(CURDIR)/$(B) $(PATH_MACROS) $(call pkg,--cflags,$(SD) libnotify \
		$(CUE_LIBRARIES) $(if $(CALLS),libpulse)) $(CUE_MACROS) >$(B)/tidy/compile_flags.txt
	@echo $(filter-out $(if $(CALLS),,calls/%) $(filter-out $(CUE_SOURCES),voice/speech.c voice/tone.c),$(SOURCES)) | xargs -n 1 -P $(JOBS) sh -c 'clang-tidy --quiet -p $(B)/tidy "$$1" 2>/dev/null' tidy
lint: ## shellcheck, of every script
	shellcheck -x -P SCRIPTDIR $$(grep -lE '^#!.*\b(ba)?sh\b|^# shellcheck shell' packages.sh trial.sh packaging/*.sh examples/*.sh \
		.ci/* completions/* tests/*.sh tests/*.inc tests/*/*.sh tests/*/*.inc tests/*/*/*.inc)
cppcheck: ## a second opinion
	cppcheck --quiet --std=c11 --language=c -I. -D_GNU_SOURCE --inline-suppr --error-exitcode=1 \
		--enable=warning,portability --suppress=missingIncludeSystem $(filter-out tests/%,$(SOURCES))
# Strings of the catalogue are marked in its compiled table; those of the default and of the kinds of
# cramp are marked here only for xgettext.
$(B)/gen/kind_says.h: config/limber.conf $(sort $(wildcard config/kinds/*.conf)) Makefile
	@mkdir -p $(@D)
	sed -nE 's/^ .*(say|title) += ("[^"]*");.*$$/N_(\2)/p' $(filter %.conf,$^) >$@
pot: $(B)/gen/catalogue_table.c $(B)/gen/kind_says.h ## the strings to translate, into $(B)/limber.pot
	xgettext --from-code=UTF-8 --package-name=limber --package-version=$(VERSION) --add-comments --add-location=file \
		-k_ -kN_ $(foreach call,errors_at:3 errors_in:4 edit_refuse:2 outline_stop:2,-k$(call)) \
		-o $(B)/limber.pot $(sort $(filter-out tests/%,$(SOURCES))) $^
po: pot ## update po/*.po to the current strings
	@for file in po/*.po; do \
		msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file \
			"$$file" $(B)/limber.pot && \
		msgattrib --no-obsolete --add-location=file -o "$$file" "$$file"; done
clean: ## remove what was built here
	rm -rf build build-*
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16
	@echo 'Variables: PREFIX DESTDIR SD CC CC_FOR_BUILD CFLAGS SAN=address,undefined WERROR=1 JOBS FUZZ_SECONDS B'
.PHONY: all install uninstall dist deb run tests check check-unit check-packages check-desktops check-ports check-dates check-odd check-install valgrind fuzz mutants fuzzers fuzz-each \
	bench health-paths year format format-check tidy lint cppcheck pot po clean help FORCE
-include $(patsubst %.o,%.d,$(CORE) $(CONFIG) $(COMPILE) $(STORE) $(DAEMON) $(NOTIFIER) $(VOICE) $(CALLS) $(CLI) $(TRAY)) \
	$(wildcard $(B)/idle/*.d) $(TESTS:=.d) $(FUZZERS:=.d) $(HELPERS:=.d)
