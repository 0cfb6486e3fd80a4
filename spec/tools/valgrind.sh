#!/bin/sh
# Runs the command under valgrind over the fixtures, good and bad: no error, and
# nothing lost (definitely, indirectly, possibly).
# Usage: spec/tools/valgrind.sh [INPUT...]
set -eu
lua=${LUA:-lua5.4}
log=$(mktemp)
trap 'rm -f "$log"' EXIT INT TERM
[ $# -gt 0 ] || set -- spec/fixtures/pages/* spec/fixtures/bad/* spec/fixtures/none.html
LUA_PATH_5_4="lua/?.lua;lua/?/init.lua;build/share/?.lua;;"
LUA_CPATH_5_4="build/lua5.4/?.so;;"
export LUA_PATH_5_4 LUA_CPATH_5_4
status=0
valgrind --quiet --leak-check=full --show-leak-kinds=definite,indirect,possible \
  --errors-for-leak-kinds=definite,indirect,possible --error-exitcode=99 --log-file="$log" \
  "$lua" lua/galley/command/main.lua extract --format jsonl "$@" >/dev/null || status=$?
cat "$log"
if [ "$status" -eq 99 ] || [ -s "$log" ]; then
  echo "valgrind found errors" >&2
  exit 1
fi
echo "valgrind: 0 errors; definitely, indirectly, possibly lost: 0"
