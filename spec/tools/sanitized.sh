#!/bin/sh
# Runs the specs with the core built under AddressSanitizer and UBSan in BUILD. The
# interpreter is the system's, so the sanitizer's runtime is loaded before it.
# Leaks count, the command's own among them: its specs see exit code 99.
# Usage: spec/tools/sanitized.sh BUILD [busted's arguments]
set -eu
build=$1
shift
runtime=$("${CC:-cc}" -print-file-name=libasan.so)
case $runtime in
  /*) ;;
  *) runtime=$("${CC:-cc}" -print-file-name=libclang_rt.asan-x86_64.so) ;;
esac

export GALLEY_BUILD="$build" GALLEY_SANITIZED=1
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:exitcode=99:allocator_may_return_null=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
LD_PRELOAD=$runtime exec "${LUA:-lua5.4}" spec/tools/busted.lua --ignore-lua "$@"
