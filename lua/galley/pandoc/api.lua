--- pandoc's constructors, as a module, so that the rest can be read and checked
-- outside pandoc.

return assert(rawget(_G, "pandoc"), "galley.pandoc.* runs in pandoc: pandoc -f galley.lua PAGE")
