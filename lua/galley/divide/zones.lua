--- Time zones that galley ships, so that a time comes out the same on every machine: names of
-- zones as pages print them, and places with their clock changes.
--
-- Names that mean several zones (CST, IST, BST, AST) are left to the rule, which can say
-- zone = { CST = "-06:00" }.

local zones = {}

--- Names as they stand on pages, in lower case -> offset.
zones.abbreviations = {
  utc = "+00:00", gmt = "+00:00", wet = "+00:00", west = "+01:00", cet = "+01:00", cest = "+02:00",
  mez = "+01:00", mesz = "+02:00", eet = "+02:00", eest = "+03:00", msk = "+03:00",
  nst = "-03:30", ndt = "-02:30", est = "-05:00", edt = "-04:00", mst = "-07:00", mdt = "-06:00",
  pst = "-08:00", pdt = "-07:00", akst = "-09:00", akdt = "-08:00", hst = "-10:00", brt = "-03:00",
  jst = "+09:00", kst = "+09:00", hkt = "+08:00", sgt = "+08:00", wib = "+07:00", wita = "+08:00", wit = "+09:00",
  awst = "+08:00", acst = "+09:30", acdt = "+10:30", aest = "+10:00", aedt = "+11:00", nzst = "+12:00",
  nzdt = "+13:00", sast = "+02:00", eat = "+03:00", cat = "+02:00", wat = "+01:00",
}

-- Standard time in minutes from UTC, and who changes the clocks how.
local PLACES = {
  ["UTC"] = { 0 }, ["Europe/London"] = { 0, "eu" }, ["Europe/Dublin"] = { 0, "eu" }, ["Europe/Lisbon"] = { 0, "eu" },
  ["Atlantic/Reykjavik"] = { 0 }, ["Europe/Athens"] = { 120, "eu" }, ["Europe/Helsinki"] = { 120, "eu" },
  ["Europe/Bucharest"] = { 120, "eu" }, ["Europe/Sofia"] = { 120, "eu" }, ["Europe/Vilnius"] = { 120, "eu" },
  ["Europe/Riga"] = { 120, "eu" }, ["Europe/Tallinn"] = { 120, "eu" }, ["Europe/Kyiv"] = { 120, "eu" },
  ["Asia/Dubai"] = { 240 }, ["Asia/Karachi"] = { 300 }, ["Asia/Kolkata"] = { 330 }, ["Asia/Colombo"] = { 330 },
  ["Asia/Kathmandu"] = { 345 }, ["Asia/Dhaka"] = { 360 }, ["Asia/Yangon"] = { 390 }, ["Asia/Bangkok"] = { 420 },
  ["Asia/Jakarta"] = { 420 }, ["Asia/Ho_Chi_Minh"] = { 420 }, ["Asia/Shanghai"] = { 480 }, ["Asia/Taipei"] = { 480 },
  ["Asia/Hong_Kong"] = { 480 }, ["Asia/Singapore"] = { 480 }, ["Asia/Manila"] = { 480 },
  ["Asia/Kuala_Lumpur"] = { 480 }, ["Asia/Tokyo"] = { 540 }, ["Asia/Seoul"] = { 540 },
  ["Australia/Perth"] = { 480 }, ["Australia/Brisbane"] = { 600 }, ["Australia/Sydney"] = { 600, "au" },
  ["Australia/Melbourne"] = { 600, "au" }, ["Australia/Adelaide"] = { 570, "au" },
  ["Pacific/Auckland"] = { 720, "nz" },
  ["Africa/Lagos"] = { 60 }, ["Africa/Johannesburg"] = { 120 }, ["Africa/Nairobi"] = { 180 },
  ["Asia/Riyadh"] = { 180 }, ["Europe/Istanbul"] = { 180 }, ["Europe/Moscow"] = { 180 }, ["Asia/Baghdad"] = { 180 },
  ["America/St_Johns"] = { -210, "us" }, ["America/Halifax"] = { -240, "us" }, ["America/Toronto"] = { -300, "us" },
  ["America/New_York"] = { -300, "us" }, ["America/Winnipeg"] = { -360, "us" }, ["America/Chicago"] = { -360, "us" },
  ["America/Regina"] = { -360 }, ["America/Edmonton"] = { -420, "us" }, ["America/Denver"] = { -420, "us" },
  ["America/Phoenix"] = { -420 }, ["America/Vancouver"] = { -480, "us" }, ["America/Los_Angeles"] = { -480, "us" },
  ["America/Anchorage"] = { -540, "us" }, ["Pacific/Honolulu"] = { -600 }, ["America/Bogota"] = { -300 },
  ["America/Lima"] = { -300 }, ["America/Puerto_Rico"] = { -240 }, ["America/Argentina/Buenos_Aires"] = { -180 },
}
for name in ("Amsterdam Andorra Belgrade Berlin Bratislava Brussels Budapest Copenhagen Ljubljana Luxembourg Madrid "
  .. "Malta Oslo Paris Prague Rome Sarajevo Skopje Stockholm Tirane Vienna Warsaw Zagreb Zurich"):gmatch "%S+" do
  PLACES["Europe/" .. name] = { 60, "eu" }
end

-- The day of the week (0 is Sunday), by Zeller's way of counting.
local function weekday(year, month, day)
  if month < 3 then year, month = year - 1, month + 12 end
  return (day + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 6) % 7
end

local function sunday_from(year, month, day)
  return day + (7 - weekday(year, month, day)) % 7
end

-- When summer time begins and ends: month, the day from which the Sunday is looked for, the
-- hour by standard time; `since`: before that year the clocks changed on other days.
local CHANGES = {
  eu = { since = 1996, utc = true, { 3, 25, 1 }, { 10, 25, 1 } },
  us = { since = 2007, { 3, 8, 2 }, { 11, 1, 1 } },
  au = { since = 2008, south = true, { 10, 1, 2 }, { 4, 1, 2 } },
  nz = { since = 2008, south = true, { 9, 24, 2 }, { 4, 1, 2 } },
}

local function minutes_of(month, day, minutes)
  return (month * 32 + day) * 1440 + minutes
end

local function change_at(year, change, shift)
  return minutes_of(change[1], sunday_from(year, change[1], change[2]), change[3] * 60 + shift)
end

-- Whether a wall clock that shows this time shows summer time; nil where it is not known. In
-- the hour that comes twice it is taken for the first.
local function is_summer(rule, standard, time)
  if time.year < rule.since then return nil end
  local now = minutes_of(time.month, time.day, time.hour * 60 + (time.minute or 0))
  local shift = rule.utc and standard or 0
  local first, last = change_at(time.year, rule[1], shift), change_at(time.year, rule[2], shift + 60)
  if rule.south then return now >= first or now < last end
  return now >= first and now < last
end

local function written(minutes)
  local sign = minutes < 0 and "-" or "+"
  minutes = math.abs(minutes)
  return ("%s%02d:%02d"):format(sign, minutes // 60, minutes % 60)
end

--- Whether the place is in the table.
function zones.known(place)
  return PLACES[place] ~= nil
end

--- The places in the table, sorted.
function zones.names()
  local names = {}
  for name in pairs(PLACES) do names[#names + 1] = name end
  table.sort(names)
  return names
end

--- The offset of a place's clocks at a wall time { year, month, day, hour, minute }: "+02:00";
-- nil where it is not known (a place that is not in the table, a year before its present rule).
function zones.offset(place, time)
  local known = PLACES[place]
  if not known then return nil end
  local rule = CHANGES[known[2]]
  if not rule then return written(known[1]) end
  local summer = is_summer(rule, known[1], time)
  if summer == nil then return nil end
  return written(known[1] + (summer and 60 or 0))
end

return zones
