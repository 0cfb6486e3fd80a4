#!/bin/sh
# Builds and runs spec/bench/bench.c over the pages of data/aeb.jsonl, with gumbo and lexbor
# where they are installed: bench.sh SHARED BUILD [1 for callgrind]. Then the whole way:
# parsing, dividing by the generic rule and printing JSON, as a ratio to the same libxml2.
set -eu
shared=$1 build=$2 callgrind=${3:-}
if [ ! -f "$shared/data/aeb.jsonl" ]; then
  echo "bench: no $shared/data/aeb.jsonl; SHARED names the folder that has data/"
  exit 0
fi
mkdir -p "$build/tools"
flags=$(pkg-config --cflags --libs libxml-2.0)
for peer in gumbo lexbor; do
  if pkg-config --exists "$peer"; then
    flags="-DWITH_$(echo "$peer" | tr '[:lower:]' '[:upper:]') $flags $(pkg-config --cflags --libs "$peer")"
  else
    echo "$peer: not installed"
  fi
done
sources=
for file in core/*.c; do
  case $file in core/lua_*) ;; *) sources="$sources $file" ;; esac
done
# shellcheck disable=SC2086
${CC:-cc} -std=c11 -D_GNU_SOURCE -O2 -g -w -Icore -o "$build/tools/bench" spec/bench/bench.c $sources $flags -lxml2 -lz -lmd
list=$build/tools/bench.list
sed -n 's|.*"html": "\([^"]*\)".*|'"$shared"'/data/\1|p' "$shared/data/aeb.jsonl" >"$list"
code=0 report=$build/tools/bench.txt
"$build/tools/bench" <"$list" >"$report" || code=1
cat "$report"
libxml2=$(sed -n 's/^libxml2  *\([0-9.]*\) ms.*/\1/p' "$report")
/usr/bin/env LUA_PATH_5_4="./?.lua;./lua/?.lua;./lua/?/init.lua;./$build/share/?.lua;;" LUA_CPATH_5_4="./$build/lua5.4/?.so;;" \
  GALLEY_BUILD="$build" "${LUA:-lua5.4}" spec/bench/divide.lua "$list" "$libxml2" || code=1
if [ -n "$callgrind" ]; then
  bytes=$(while read -r file; do zcat -f "$file"; done <"$list" | wc -c)
  for name in nothing libxml2 html libxml; do
    valgrind --tool=callgrind --callgrind-out-file="$build/tools/callgrind.$name" "$build/tools/bench" only "$name" \
      <"$list" 2>"$build/tools/callgrind.log"
    count=$(sed -n 's/.*Collected : //p' "$build/tools/callgrind.log")
    [ "$name" = nothing ] && nothing=$count
    echo "$name: $(echo "scale=1; ($count - $nothing) / $bytes" | bc) instructions per byte"
  done
fi
exit $code
