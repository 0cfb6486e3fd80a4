#!/bin/sh
# Runs the specs with the core built under AddressSanitizer and UBSan in BUILD. The
# interpreter is the system's, so the sanitizer's runtime is loaded before it.
# Usage: spec/tools/sanitized.sh BUILD [busted's arguments]
set -eu
build=$1
shift
runtime=$("${CC:-cc}" -print-file-name=libasan.so)
case $runtime in
  /*) ;;
  *) runtime=$("${CC:-cc}" -print-file-name=libclang_rt.asan-x86_64.so) ;;
esac

# What the interpreter and other modules keep until the process ends is not ours.
cat >"$build/leaks.supp" <<'END'
leak:lua5.4
leak:liblua
leak:cjson.so
leak:lpeg.so
leak:libpthread
END

export GALLEY_BUILD="$build" GALLEY_SANITIZED=1
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:exitcode=99:allocator_may_return_null=1
export LSAN_OPTIONS=suppressions=$build/leaks.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
LD_PRELOAD=$runtime exec "${LUA:-lua5.4}" spec/tools/busted.lua --ignore-lua "$@"
