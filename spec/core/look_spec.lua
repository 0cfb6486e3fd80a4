-- How lines look: characters, words, case, punctuation, in any script.

local core = require "galley.core"

local function case(text) return core.look(text).case end

describe("core.look", function()
  it("counts characters, words and digits", function()
    local look = core.look "  Ça va, 12\194\160ч "
    assert.same({ 11, 4, 2 }, { look.chars, look.words, look.digits })
    assert.same({ 7, 0, 4 }, { core.look("港の浚渫 ２４").chars, core.look("").words, core.look("١٢ १२").digits })
  end)

  it("tells the case of letters by Unicode", function()
    for text, expected in pairs {
      ["IN DEPTH 24"] = "upper", ["ŁÓDŹ"] = "upper", ["НОВОСТИ"] = "upper", ["ΝΕΑ"] = "upper", ["ԼՈՒՐԵՐ"] = "upper",
      ["by ann"] = "lower", ["от редакции"] = "lower", ["straße"] = "lower",
      ["Ann Rowe of the Sea"] = "title", ["Élan Vital"] = "title", ["Анна Петрова"] = "title",
      ["Ferries are late"] = "sentence", ["Ђорђе је дошао"] = "sentence",
      ["iPhone sales"] = "mixed", ["港湾 2024"] = "none", ["مرفأ"] = "none", ["— 12 —"] = "none", [""] = "none",
    } do
      assert.equal(expected, case(text), text)
    end
  end)

  it("knows how a line begins and ends", function()
    local look = core.look "“Enough!”)"
    assert.same({ 0x201C, 0x29, 0x21, true }, { look.first, look.last, look.core, look.terminal })
    assert.is_true(core.look("終わり。").terminal)
    assert.is_true(core.look("समाप्त।").terminal)
    assert.is_true(core.look("لماذا؟").terminal)
    assert.is_false(core.look("Most read:").terminal)
    local empty = core.look ""
    assert.same({ 0, 0, 0, false }, { empty.first, empty.last, empty.core, empty.terminal })
    assert.equal(0x22, core.look('""').core)
  end)
end)
