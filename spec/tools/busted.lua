-- Runs busted under the interpreter that runs this file. Busted's own script asks
-- for whichever `lua` comes first, which on Debian may be 5.1.
require "busted.runner"({ standalone = false })
