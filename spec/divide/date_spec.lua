-- Times by formats: what is read, and what is refused.

local date = require "galley.divide.date"

describe("date.parse", function()
  local zones = { EST = "-05:00", ["MEZ"] = "+01:00" }

  it("reads a day and an hour with a zone that the rule knows", function()
    assert.equal("2021-03-01T20:05:00-05:00",
      date.parse("Posted Monday, March 1, 2021 8:05PM EST", "Posted %A, %B %d, %Y %I:%M%p %Z", zones))
  end)

  it("leaves out a zone that nobody states the worth of", function()
    assert.equal("2021-03-01T08:05:00", date.parse("1 March 2021 8:05 CST", "%d %B %Y %H:%M %Z", zones))
    assert.equal("2021-03-01T08:05:00+00:00", date.parse("1 March 2021 8:05 UTC", "%d %B %Y %H:%M %Z"))
  end)

  it("knows the names that mean one zone everywhere", function()
    assert.equal("2021-03-01T08:05:00-08:00", date.parse("1 March 2021 8:05 PST", "%d %B %Y %H:%M %Z"))
    assert.equal("2021-03-01T08:05:00+09:00", date.parse("1 March 2021 8:05 jst", "%d %B %Y %H:%M %Z", zones))
  end)

  it("takes the clocks of the site's own place where no zone is stated", function()
    local function at(place, text) return (date.parse(text, "%F %H:%M", { place })) end
    assert.equal("2021-01-31T08:05:00+01:00", at("Europe/Berlin", "2021-01-31 8:05"))
    assert.equal("2021-03-28T01:59:00+01:00", at("Europe/Berlin", "2021-03-28 1:59"))
    assert.equal("2021-03-28T03:00:00+02:00", at("Europe/Berlin", "2021-03-28 3:00"))
    assert.equal("2021-10-31T03:00:00+01:00", at("Europe/Berlin", "2021-10-31 3:00"))
    assert.equal("2021-03-28T01:00:00+01:00", at("Europe/London", "2021-03-28 1:00"))
    assert.equal("2019-03-10T03:00:00-04:00", at("America/Toronto", "2019-03-10 3:00"))
    assert.equal("2019-11-03T02:00:00-05:00", at("America/Toronto", "2019-11-03 2:00"))
    assert.equal("2020-01-01T12:00:00+11:00", at("Australia/Sydney", "2020-01-01 12:00"))
    assert.equal("2020-07-01T12:00:00+12:00", at("Pacific/Auckland", "2020-07-01 12:00"))
    assert.equal("2020-07-01T12:00:00+05:30", at("Asia/Kolkata", "2020-07-01 12:00"))
    assert.equal("1990-07-01T12:00:00", at("Europe/Berlin", "1990-07-01 12:00"))
    assert.equal("2020-07-01T12:00:00", (date.parse("2020-07-01 12:00 XYZ", "%F %H:%M %Z", { "Europe/Berlin" })))
    assert.equal("2020-07-01", (date.parse("2020-07-01", "%F", { "Europe/Berlin" })))
  end)

  it("reads offsets", function()
    for text, offset in pairs { ["+0200"] = "+02:00", ["-03:30"] = "-03:30", ["+01"] = "+01:00", Z = "+00:00" } do
      assert.equal("2020-02-03T04:05:06" .. offset, date.parse("2020-02-03T04:05:06" .. text, "%FT%T%z"))
    end
  end)

  it("knows month and day names of many languages, in either case", function()
    local texts = {
      ["mandag 5. august 2024"] = "%A %d. %B %Y", ["5 août 2024"] = "%d %B %Y", ["5 AOÛT 2024"] = "%d %B %Y",
      ["5 de agosto de 2024"] = "%d de %B de %Y", ["5. elokuuta 2024"] = "%d. %B %Y", ["5 sierpnia 2024"] = "%d %B %Y",
      ["5 августа 2024"] = "%d %B %Y", ["5 АВГУСТА 2024"] = "%d %B %Y", ["5 серпня 2024"] = "%d %B %Y",
      ["5 Ağustos 2024 Pazartesi"] = "%d %B %Y %A", ["5 agosto 2024"] = "%d %B %Y", ["5 augustus 2024"] = "%d %B %Y",
      ["5. aug. 2024"] = "%d. %b %Y", ["Montag, 5. August 2024"] = "%A, %d. %B %Y", ["5 Agustus 2024"] = "%d %B %Y",
    }
    for text, format in pairs(texts) do assert.equal("2024-08-05", (date.parse(text, format)), text) end
  end)

  it("takes noon and midnight by the twelve-hour clock", function()
    assert.equal("2020-01-02T00:30:00", date.parse("12:30 a.m. Jan. 2, 2020", "%I:%M %p %b %d, %Y"))
    assert.equal("2020-01-02T12:30:00", date.parse("12:30 PM Jan 2, 2020", "%I:%M %p %b %d, %Y"))
  end)

  it("takes any white space for white space", function()
    assert.equal("2020-01-02", date.parse("  2\194\160 January\n2020 ", "%d %B %Y"))
  end)

  it("gives no day that does not exist", function()
    assert.is_nil((date.parse("29.02.2023", "%d.%m.%Y")))
    assert.equal("2024-02-29", date.parse("29.02.2024", "%d.%m.%Y"))
    assert.is_nil((date.parse("31.4.2024", "%d.%m.%Y")))
  end)

  it("fits the whole text or none", function()
    local value, message = date.parse("1 March 2021 and more", "%d %B %Y")
    assert.is_nil(value)
    assert.equal("text is left after the format", message)
    value, message = date.parse("March 2021", "%d %B %Y")
    assert.is_nil(value)
    assert.matches("%%d", message)
  end)

  it("survives bytes that are no UTF-8", function()
    assert.is_nil((date.parse("1 \255\254 2021", "%d %B %Y")))
  end)
end)

describe("date.check", function()
  it("accepts formats that give a day", function()
    assert.is_true(date.check "%d.%m.%y")
    assert.is_true(date.check "%FT%T%z")
  end)

  it("refuses unknown letters and formats without a day", function()
    assert.same({ nil, "unknown letter %Q", 10 }, { date.check "%d %m %Y %Q" })
    assert.same({ nil, "it ends with %", 4 }, { date.check "%F %" })
    assert.is_nil((date.check "%H:%M"))
  end)
end)
