-- make score: every page of SHARED/data through the command, the two scorers on what
-- comes out, one table, and a failure below spec/bench/floor.lua.
-- Usage: lua5.4 spec/bench/score.lua SHARED BUILD

local script = arg[0]:match "^(.*)/spec/bench/" or "."
package.path = script .. "/?.lua;" .. package.path

local collections = require "spec.tools.collections"
local floor = require "spec.bench.floor"

local shared, build = arg[1] or "../shared", arg[2] or "build"
local folder = build .. "/score"
local quote = collections.quote

-- A shell command's output and whether it succeeded.
local function capture(command)
  local pipe = assert(io.popen(command, "r"))
  local text = pipe:read "a"
  local ok = pipe:close()
  return text, ok == true
end

local function count_lines(path)
  local n = 0
  for _ in io.lines(path) do n = n + 1 end
  return n
end

local function start(job)
  collections.write_list(job.pages, job.base .. ".list")
  job.pipe = assert(io.popen(("%s/galley extract --format jsonl --files-from %s --output %s 2> %s"):format(
    quote(build), quote(job.base .. ".list"), quote(job.base .. ".jsonl"), quote(job.base .. ".err"))))
end

-- Two commands at a time: while one is waited for, the next runs.
local function run_all(jobs)
  for i, job in ipairs(jobs) do
    if not job.pipe then start(job) end
    if jobs[i + 1] and not jobs[i + 1].pipe then start(jobs[i + 1]) end
    job.pipe:read "a"
    job.pipe:close()
    job.done = collections.exists(job.base .. ".jsonl") and count_lines(job.base .. ".jsonl") or 0
    job.failed = count_lines(job.base .. ".err")
  end
end

local MEASURES = {
  ["score_segments.py"] = {
    macro = "\nmacro (%S+)", teasers = "\nteasers +(%S+)", boxed = "\nboxed +(%S+)", linked = "\nlinked +(%S+)",
    accounted = "\naccounted +(%S+)", twice = "\ntwice +(%S+)",
  },
  ["score_article.py"] = {
    body = "\nbody +F1 (%S+)", precision = "precision (%S+)", recall = "recall (%S+)", title = "\ntitle +(%S+)",
    dek = "\ndek +(%S+)", authors = "\nauthors +(%S+)", date = "\ndate +(%S+)", with = "\nwith +(%S+)",
    without = "\nwithout +(%S+)",
  },
}
local COLUMNS = {
  ["score_segments.py"] = { "macro", "teasers", "boxed", "linked", "accounted", "twice" },
  ["score_article.py"] = { "body", "precision", "recall", "title", "dek", "authors", "date", "with", "without" },
}

local function score(job)
  local text, ok = capture(("python3 %s/bench/%s %s %s 2>&1"):format(quote(shared), job.scorer,
    quote(collections.manifest(shared, job.name)), quote(job.base .. ".jsonl")))
  local file = assert(io.open(job.base .. ".score", "wb"))
  file:write(text)
  file:close()
  if not ok then return nil, "the scorer failed: " .. (text:match "[^\n]*\n?$" or "") end
  local measures = {}
  for name, pattern in pairs(MEASURES[job.scorer]) do
    measures[name] = tonumber((("\n" .. text):match(pattern)))
  end
  return measures
end

local function print_table(jobs, scorer)
  local columns = COLUMNS[scorer]
  print(("%-16s %5s %5s %5s"):format("collection", "pages", "fail", "skip")
    .. (" %9s"):rep(#columns):format(table.unpack(columns)))
  for _, job in ipairs(jobs) do
    if job.scorer == scorer then
      local cells = {}
      for i, name in ipairs(columns) do
        local value = job.measures and job.measures[name]
        cells[i] = (" %9s"):format(value and ("%.4f"):format(value) or "-")
      end
      print(("%-16s %5d %5d %5d"):format(job.name, job.done, job.failed, #job.pages - job.done - job.failed)
        .. table.concat(cells))
    end
  end
end

-- Measures below their floor; `twice` is a share that must not rise.
local function below(job)
  local list = {}
  for _, name in ipairs(COLUMNS[job.scorer]) do
    local least, value = floor[job.name] and floor[job.name][name], job.measures and job.measures[name]
    local bad = least and (not value or (name == "twice" and value > least or name ~= "twice" and value < least))
    if bad then
      list[#list + 1] = ("%s: %s is %s, the floor is %.4f"):format(job.name, name, value or "missing", least)
    end
  end
  if job.done < #job.pages then
    list[#list + 1] = ("%s: %d of %d pages gave no sheet (see %s.err)"):format(job.name, #job.pages - job.done,
      #job.pages, job.base)
  end
  return list
end

local function find_jobs()
  local jobs, missing = {}, {}
  for _, collection in ipairs(collections.ALL) do
    local pages = collections.pages(shared, collection.name)
    if pages then
      jobs[#jobs + 1] = { name = collection.name, scorer = collection.scorer, pages = pages,
        base = folder .. "/" .. collection.name }
    else
      missing[#missing + 1] = collection.name
    end
  end
  return jobs, missing
end

local function main()
  local jobs, missing = find_jobs()
  if #missing > 0 then
    print(("not in %s/data: %s"):format(shared, table.concat(missing, ", ")))
  end
  if #jobs == 0 then
    print "no collection, so nothing to score: SHARED=DIR names a folder with data/ and bench/"
    return true
  end
  capture("mkdir -p " .. quote(folder))
  for _, job in ipairs(jobs) do os.remove(job.base .. ".jsonl") end
  run_all(jobs)
  local faults = {}
  for _, job in ipairs(jobs) do
    local err
    job.measures, err = score(job)
    if err then faults[#faults + 1] = job.name .. ": " .. err end
    table.move(below(job), 1, 100, #faults + 1, faults)
  end
  print_table(jobs, "score_segments.py")
  print_table(jobs, "score_article.py")
  for _, line in ipairs(faults) do print("BELOW " .. line) end
  return #faults == 0
end

os.exit(main() and 0 or 1, true)
