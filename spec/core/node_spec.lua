-- Nodes as Lua sees them, and how long they and their pages live.
local core = require "galley.core"

local HTML = [[<html><head><title> Tides </title></head><body>
<div id="a" class="box wide"><p>One <b>two</b> &amp; three</p><p>Four</p></div>
<template><i>kept</i></template><ul><li>x<li>y</ul></body></html>]]

local function parse(bytes)
  return assert(core.parse(bytes))
end

describe("a node", function()
  local page = parse(HTML)
  local div = page:first "#a"
  local p = div:first "p"

  it("has a name, a kind, a row and a page", function()
    assert.equal("div", div:name())
    assert.equal("element", div:kind())
    assert.equal(div, page:node(div:row()))
    assert.equal(page, div:page())
    assert.equal("document", page:node(0):kind())
    assert.is_nil(page:node(0):name())
    assert.equal(("div (row %d)"):format(div:row()), tostring(div))
  end)

  it("has text, spans and markup", function()
    assert.equal("One two & three", p:text())
    assert.equal("One two & three\nFour", div:text())
    assert.equal("<p>One <b>two</b> &amp; three</p>", p:html())
    local start, stop = p:extent()
    assert.equal(p:html(), HTML:sub(start + 1, stop))
    local pieces = {}
    for _, s in ipairs(p:spans()) do pieces[#pieces + 1] = HTML:sub(s[1] + 1, s[2]) end
    assert.same({ "One", "two", "&amp; three" }, pieces)
  end)

  it("gives text that is none of the page's only where it is all there is", function()
    assert.equal("Tides", page:first("title"):text())
    assert.equal(" Tides ", page:first("title"):raw())
    assert.equal("", page:first("head"):text())
    assert.equal("kept", page:xpath("//i")[1]:text())
  end)

  it("has attributes", function()
    assert.equal("box wide", div:attr "class")
    assert.is_nil(div:attr "href")
    assert.is_nil(page:node(0):attr "class")
    assert.same({ id = "a", class = "box wide" }, div:attrs())
    assert.same({}, p:attrs())
    assert.error(function() div:attr() end)
  end)

  it("has a parent and children", function()
    assert.equal(div, p:parent())
    assert.is_nil(page:root():parent())
    assert.is_nil(page:node(0):parent())
    assert.equal(2, #div:children())
    assert.equal(p, div:children()[1])
    assert.same({}, page:xpath("//p/text()")[1]:children())
    local template = page:first "template"
    assert.equal(template, template:children()[1]:parent())
  end)

  it("selects in itself", function()
    assert.equal(2, #div:select "p")
    assert.equal(0, #p:select "p")
    assert.equal("two", div:first("b"):text())
    assert.is_nil(div:first "li")
    assert.equal(2, #page:first("ul"):select ":scope > li")
    assert.equal("b", div:xpath(".//b")[1]:name())
    assert.is_true(p:matches "div.box > p:first-child")
    assert.is_false(p:matches "div")
    assert.is_false(page:node(0):matches "*")
    assert.error_matches(function() p:matches "p[" end, "of the selector")
  end)

  it("is equal by page and row", function()
    assert.is_true(p == page:first "p")
    assert.is_false(p == div)
    local other = parse(HTML)
    assert.is_false(p == other:first "p")
    assert.is_false(p == nil)
    assert.is_false(p == page)
  end)

  it("refuses what is no node", function()
    local text = p.text
    assert.error(function() text(nil) end)
    assert.error(function() text(page) end)
    assert.error(function() text(io.stdout) end)
    assert.error(function() p.no_such_method() end)
  end)
end)

describe("a node's page", function()
  it("lives as long as the node", function()
    local nodes = {}
    for i = 1, 50 do
      nodes[i] = parse(("<p>page %d</p>"):format(i)):first "p"
      if i % 10 == 0 then collectgarbage() end
    end
    collectgarbage()
    collectgarbage()
    for i, node in ipairs(nodes) do assert.equal("page " .. i, node:text()) end
  end)

  it("can be had back from the node", function()
    local node = parse(HTML):first "li"
    collectgarbage()
    assert.equal(2, #node:page():select "li")
  end)

  it("goes when the node was closed with it", function()
    local node = parse(HTML):first "li"
    local same = node:page():first "li"
    node:page():close()
    assert.is_true(node == same)
    assert.error_matches(function() node:name() end, "page is closed")
  end)
end)

-- Nodes of a page that nothing else holds, the page closed or not.
local function take_nodes(close)
  local page, kept = parse(HTML), {}
  for _, node in ipairs(page:select "p, li") do kept[#kept + 1] = node end
  kept[#kept + 1] = page:xpath("//li")[1]
  if close then page:close() end
  return kept
end

-- A run that uses all kinds of values, to be collected at every turn.
local function exercise()
  for i = 1, 60 do
    local kept = take_nodes(i % 3 == 0)
    for _, node in ipairs(i % 3 ~= 0 and kept or {}) do
      assert(#node:text() > 0 and node:page():root())
    end
    assert(core.selector(("p:not(.x%d)"):format(i)))
  end
end

describe("collection", function()
  local function with(mode, ...)
    collectgarbage(mode, ...)
    local ok, message = pcall(exercise)
    collectgarbage "restart"
    collectgarbage(_VERSION == "Lua 5.3" and "collect" or "incremental")
    collectgarbage()
    assert(ok, message)
  end

  it("may be stopped, and run all at once", function() with "stop" end)

  it("may run at every step", function()
    local pause, multiplier = collectgarbage("setpause", 1), collectgarbage("setstepmul", 1000)
    local ok, message = pcall(exercise)
    collectgarbage("setpause", pause)
    collectgarbage("setstepmul", multiplier)
    assert(ok, message)
  end)

  if _VERSION ~= "Lua 5.3" then
    it("may be generational", function() with "generational" end)
  end

  it("may call a finalizer that uses pages while results are pushed", function()
    local page = parse("<ul>" .. ("<li>x"):rep(2000) .. "</ul>")
    local count = 0
    local function bomb()
      setmetatable({}, { __gc = function()
        count = count + #page:find("li", 0)
        if count < 40000 then bomb() end
      end })
    end
    bomb()
    for _ = 1, 20 do assert.equal(2000, #page:select "li") end
    repeat collectgarbage() until count >= 40000 -- the last finalizer still finds the page open
  end)
end)
