#!/usr/bin/env lua
-- The `galley` command. This is the one place that ends the process.
os.exit(require("galley.command").main(arg), true)
