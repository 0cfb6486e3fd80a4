-- The least that `make score` accepts, by collection and measure (`twice`: the most). It
-- only ever rises.
return {
  labels = { macro = .80, teasers = .83, boxed = .60, linked = .99, accounted = .995, twice = .003 },
  ["labels-text"] = { macro = .95, teasers = .92, boxed = .85, accounted = .995, twice = .003 },
  aeb = { body = .965 },
  fundus = { body = .935, title = .915, dek = .71, authors = .71, date = .935 },
  trafilatura = { title = .90, authors = .54, date = .75, with = .83, without = .93 },
  readability = { body = .875, title = .84, authors = .47, date = .93 },
  cleanportaleval = { body = .96 },
}
