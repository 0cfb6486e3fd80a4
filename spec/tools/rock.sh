#!/bin/sh
# Builds the rock from a clean copy of the checkout into a temporary tree, with no
# network, and runs the command that it installs: its sheets must be those of
# build/galley. The rocks it depends on are the system's: LuaRocks is told so, since
# with --deps-mode none its wrapper would not find the rock itself.
set -eu
top=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir "$work/copy" "$work/home"

if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  git ls-files -z | tar --null -T - -cf - | tar -xf - -C "$work/copy"
else
  tar --exclude=./build --exclude=./.git -cf - . | tar -xf - -C "$work/copy"
fi

cat >"$work/config.lua" <<'END'
rocks_provided = {
  lpeg = "1.1.0-1", ["lua-cjson"] = "2.1.0-1", argparse = "0.7.1-1", luafilesystem = "1.8.0-1",
}
END

cd "$work/copy"
LUAROCKS_CONFIG=$work/config.lua HOME=$work/home luarocks --lua-version=5.4 --tree="$work/tree" make \
  rockspec/galley-dev-1.rockspec >"$work/log" 2>&1 || {
  cat "$work/log" >&2
  exit 1
}

pages="spec/fixtures/pages/harbour.html spec/fixtures/pages/harbour.txt spec/fixtures/pages/harbour.html.gz"
"$work/tree/bin/galley" extract --format jsonl $pages >"$work/rock.jsonl"
"$top/build/galley" extract --format jsonl $pages >"$work/checkout.jsonl"
cmp "$work/rock.jsonl" "$work/checkout.jsonl"
test "$(wc -l <"$work/rock.jsonl")" -eq 3
"$work/tree/bin/galley" --version
"$work/tree/bin/galley" rules >/dev/null
status=0
"$work/tree/bin/galley" extract "$work/none.html" 2>/dev/null || status=$?
test "$status" -eq 4
echo "The rock builds from a clean copy, and its galley gives the checkout's sheets."
