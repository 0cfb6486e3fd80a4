#!/bin/sh
# galley, run from a checkout: finds the checkout from its own place (through
# links too) and needs nothing of the environment, not even PATH. `make` fills
# in the interpreter and writes this as build/galley.
PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
build=$(dirname "$(readlink -f "$0")")
root=$(dirname "$build")
LUA_PATH_5_4="$root/lua/?.lua;$root/lua/?/init.lua;$build/share/?.lua;${LUA_PATH_5_4:-${LUA_PATH:-;;}}"
LUA_CPATH_5_4="$build/lua5.4/?.so;${LUA_CPATH_5_4:-${LUA_CPATH:-;;}}"
export LUA_PATH_5_4 LUA_CPATH_5_4
exec "@LUA@" "$root/lua/galley/command/main.lua" "$@"
