-- The bits of the tag and hint columns that page:features() gives (core/block_hints.h).

local names = {}

names.P = 1
names.HEADING = 2
names.ITEM = 4
names.LIST = 8
names.ARTICLE = 16
names.MAIN = 64
names.ASIDE = 128
names.NAV = 256
names.HEADER = 512
names.FOOTER = 1024
names.FIGURE = 2048
names.CAPTION = 4096
names.FORM = 8192
names.BUTTON = 16384
names.TABLE = 32768
names.CELL = 65536
names.QUOTE = 1 << 17
names.PRE = 1 << 18
names.LINK = 1 << 19
names.TIME = 1 << 20
names.STRONG = 1 << 21
names.EM = 1 << 22
names.ADDRESS = 1 << 23
names.DIALOG_TAG = 1 << 25
names.H1 = 1 << 27
names.LABEL = 1 << 28
names.TERM = 1 << 29
names.SMALL = 1 << 30
names.H_BYLINE = 1
names.H_DATE = 2
names.H_CAPTION = 4
names.H_RELATED = 8
names.H_SHARE = 16
names.H_NAV = 32
names.H_PROMO = 64
names.H_COMMENT = 128
names.H_TAGS = 256
names.H_TITLE = 512
names.H_DEK = 1024
names.H_KICKER = 2048
names.H_TEASER = 4096
names.H_BODY = 8192
names.H_SIDE = 16384
names.H_FOOT = 32768
names.H_HEAD = 1 << 16
names.H_POPULAR = 1 << 17
names.H_MEDIA = 1 << 18
names.H_BIO = 1 << 19
names.H_DIALOG = 1 << 20
names.H_EMBED = 1 << 21
names.H_NOTE = 1 << 22
names.H_FORM = 1 << 23
names.H_RECIPE = 1 << 24
names.H_WIDGET = 1 << 25
names.H_PAGER = 1 << 26
names.H_LIVE = 1 << 27
names.H_COUNT = 1 << 28
names.H_LIST = 1 << 29
names.H_AD = 1 << 30
names.H_STORY = 1 << 31

-- What takes a box inside the story's container out of the running text.
names.OUT_TAGS = names.ASIDE | names.NAV | names.FOOTER | names.FORM | names.BUTTON | names.CAPTION
  | names.DIALOG_TAG

names.OUT_HINTS = names.H_RELATED | names.H_SHARE | names.H_PROMO | names.H_AD | names.H_COMMENT | names.H_TAGS
  | names.H_BIO | names.H_POPULAR | names.H_DIALOG | names.H_PAGER | names.H_NAV | names.H_BYLINE
  | names.H_CAPTION

-- What makes text elsewhere on the page unlikely to be the story.
names.WEAK_HINTS = names.OUT_HINTS | names.H_SIDE | names.H_FOOT | names.H_WIDGET

return names
