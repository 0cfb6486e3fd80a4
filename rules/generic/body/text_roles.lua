-- The roles of the running text as numbers of the column `running`, which formulas read.

return {
  ROLES = { "paragraph", "list_item", "table", "blockquote", "preformatted", "embed", "caption", "note", "crosshead" },
  NUMBERS = { A_PARAGRAPH = 1, LAST_TEXT = 5, AN_EMBED = 6, A_CAPTION = 7, A_NOTE = 8, A_CROSSHEAD = 9 },
}
