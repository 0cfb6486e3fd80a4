-- Reads the test files of html5lib-tests: "#section" lines, each with what follows it.

local html5lib_tests = {}

local SECTIONS = {
  ["#errors"] = true, ["#new-errors"] = true, ["#document-fragment"] = true, ["#script-off"] = true,
  ["#script-on"] = true, ["#document"] = true, ["#encoding"] = true,
}
-- Behind these nothing but "#data" begins something new.
local LAST = { ["#document"] = true, ["#encoding"] = true }

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

--- The tests of a .dat file.
-- @return a list of tables: section ("#data", "#document", …) → list of lines
function html5lib_tests.tests(path)
  local tests, test, section = {}, nil, nil
  for line in (read(path) .. "\n"):gmatch "(.-)\n" do
    if line == "#data" and (section == nil or LAST[section]) then
      test, section = { ["#data"] = {} }, "#data"
      tests[#tests + 1] = test
    elseif SECTIONS[line] and section ~= nil and not LAST[section] then
      section = line
      test[section] = test[section] or {}
    elseif section then
      local lines = test[section]
      lines[#lines + 1] = line
    end
  end
  return tests
end

--- The lines of a section up to the last that is not empty, as one text.
function html5lib_tests.text(test, section)
  local lines = test[section]
  local count = #lines
  while lines[count] == "" do count = count - 1 end
  return table.concat(lines, "\n", 1, count)
end

--- Whether to test with scripting, without, or both ways: a list of booleans.
function html5lib_tests.modes(test)
  if test["#script-off"] then return { false } end
  if test["#script-on"] then return { true } end
  return { true, false }
end

return html5lib_tests
