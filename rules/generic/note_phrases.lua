-- How notes and credits begin, end or read: patterns on text in lower case, in the languages that most
-- news pages are in; ".." is a letter outside ASCII in either case.

-- Who else had a part in the story, and the agency it is from.
local CREDITS = {
  "^with files from", "^reporting by", "^additional reporting", "^%(?reporting by", "^editing by", "^with reporting",
  "^contributed to this", "contributed to this report", "contributed reporting", "^—? ?with assistance",
  "^source:", "^quelle:", "^%(?with inputs from", "^inputs from", "^with additional", "^the associated press",
  "^agence france%-presse", "^first published in", "^first published by", "^originally published",
  "^mit material von",
  "^%(?mit agentur", "^mitarbeit:", "^%(dpa", "^%(afp", "^%(efe", "^%(ansa", "^%(reuters", "^%(ap%)", "^%(apa",
  "^%(sda", "^%(pti%)", "^fuentes?:", "^fonte:", "^bron:", "^kilder?:", "^källa:", "^lähde:", "^źródło:", "^zdroj:",
  "^kaynak:", "^..сточник:", "^nguồn:", "^con información de", "^con informazioni", "^com informações",
  "^com agências",
  "^avec l?'?afp", "^%(?avec agences", "^redigerat av", "^med bidrag", "^mit informationen von",
  "^mit agenturmaterial",
  "^%W*writing by", "^%W*compiled by", "^%W*rewritten by", "^%W*written by .* edit", "^%W*produced by",
  "^%W*additional research", "^%W*research by", "^%W*translated by", "^%W*translated from", "^%W*bersetzung:",
  "^%W*aus dem %a+ übersetzt", "^%W*traduit d", "^%W*traduction", "^%W*traducción", "^%W*traduzione di",
  "^%W*tradução",
  "^%W*vertaling:", "^%W*afp%W*$", "^%W*dpa%W*$", "^%W*reuters%W*$", "^%W*ansa%W*$", "^%W*efe%W*$", "^%W*pti%W*$",
  "^%W*ians%W*$", "^%W*dpa/.*%W$", "^© ?%d* ?the associated press", "^copyright %d* ?the associated press",
  "^© ?%d* ?a?fp%W*$", "^© ?%d* ?dpa", "^© ?%d* ?reuters",
  "^edited by", "^with %S+ wires?%W*$", "^with %S+ %S+ wires?%W*$", "^with .* wire reports", "^with agenc",
  "^from wire reports", "^agencies%W*$",
  "^agenturen%W*$", "^agences%W*$", "^agencias%W*$", "^agenzie%W*$", "^agentschappen%W*$",
  "^%W*责编", "^%W*责任编辑", "^%W*責任編輯", "^%W*編輯 ?:", "^%W*編輯：", "^%W*编辑 ?:", "^%W*编辑：",
}

-- What is to be said about the story: corrections, who the author is and how to reach them, how it was made.
local NOTES = {
  "^correction", "^clarification", "^%(?editor[s'’]* note", "^this story has been", "^this article has been",
  "^this story was", "^this article was", "^an earlier version", "is a staff writer", "is a reporter",
  "is the author of", "is a freelance", "can be reached at", "may be reached at", "^e?%-?mail .*@",
  "^%u?[%w%s%.'’-]+ is an? [^.]* at ", "^%u?[%w%s%.'’-]+ is an? [^.]* for ", "^this post has been", "^disclosure",
  "^note:", "^update:", "^contact .*@", "^%*", "is a journalist", "is a correspondent", "is a contributing",
  "^%u?[%w%s%.'’-]+ is an? [^.]* with ", " is an? [%a -]*professor", " is an? [%a -]*lecturer", "^follow me on",
  "affiliate links", "receive an? [%a ]*commission", "earn an? [%a ]*commission", "letters to the editor",
  "opinions? expressed", "views? expressed", "^originally appeared",
  "meinung der redaktion", "meinung des verlag", "deren eigene auffassung", "engage que ", "engagent que ",
  "no reflejan? necesariamente", "não reflete[m]? necessariamente", "^this is a breaking ", "^transparenzhinweis",
  "^anmerkung der redaktion", "^anm%.? d", "^hinweis:", "^korrektur", "^corrección", "^nota de la redacción",
  "^nota del editor", "^rectificación", "^correctif", "^ndlr", "^rättelse", "^rettelse", "^oikaisu", "^correctie",
  "^sprostowanie", "^nota da redação", "is an editor", "follow h[ei][rm] on", "follow them on", "@[%w]+%.[%w]+$",
  "^have a tip", "^got a tip", "^do you have a tip", "^do you have a story", "^do you know more", "^got a story",
  "^you can reach ", "^you can contact ", "^you can follow ", "^reach h[ei][rm] ", "^write to .*@", "^reach .*@",
  "^the author is ", "^the writer is ", "^the authors are ", "^about the author", "^about the writer",
  "^a version of this ", "^this essay was", "^this column was", "^this piece was", "^this report was ",
  "^this content was ",
  "^this interview was", "^this is an opinion", "^disclaimer", "^full disclosure", "^editorial note", "^erratum",
  "^errata", "^dieser artikel wurde", "^dieser artikel ist", "^dieser artikel erschien", "^dieser text wurde",
  "^dieser text ist",
  "^dieser text erschien", "^dieser beitrag wurde", "^dieser beitrag ist", "^dieser beitrag erschien",
  "^in einer früheren version", "^in einer früheren fassung", "^der autor ist", "^die autorin ist", "^der autor,",
  "^die autorin,", "^..ber de[nr] autor", "^..ber die autor", "^zu[rm] autor", "^zur person:", "^berichtigung",
  "^haben sie hinweise", "^cet article a ", "^cet article est paru", "^une première version",
  "^une version précédente", "^note de la rédaction", "^l'auteure? ", "^l’auteure? ", "^à propos de l'auteur",
  "^à propos de l’auteur", "^précision",
  "^este artículo fue", "^este artículo se", "^este artículo ha", "^una versión anterior", "^fe de erro",
  "^el autor es", "^la autora es", "^sobre el autor", "^sobre la autora", "^questo articolo è",
  "^una versione precedente",
  "^l'autore ", "^l’autore ", "^l'autrice ", "^l’autrice ", "^este texto foi", "^este artigo foi",
  "^esta reportagem", "^sobre o autor",
  "^sobre a autora", "^dit artikel is", "^dit artikel verscheen", "^in een eerdere versie", "^over de auteur",
  "^artikkelen ble", "^artikkelen er", "^en tidligere versjon", "^artikeln har", "^artikeln publicerades",
  "^en tidigare version", "^artiklen er", "^artiklen blev", "^en tidligere version", "^juttua on", "^juttuun on",
  "^..справление", "^..оправка", "^..б авторе", "^düzeltme", "^訂正", "^【訂正", "^編集部注", "^更正", "^編按",
}

-- Notes wherever they stand.
local SURE_NOTES = {
  "^correction[:s ]", "^clarification[: ]", "^%(?editor[s'’]* note", "^this story has been updated",
    "^this article has been updated",
  "^this story was updated", "^this article was updated", "^an earlier version of", "^this post has been updated",
    "^this article was amended", "^this post contains", "^this article contains [%a ]*links",
    "^this %l+ may contain [%l/ ]*links",
    "may earn [%a ]*commission", "^we recommend the best", "^dieser artikel enthält [%a%-]*links", "^%*? ?affiliate",
  "^quellen?: [^.]+$", "^sources?: [^.]+$", "^opinions? expressed ", "^views? expressed ",
}

return { CREDITS = CREDITS, NOTES = NOTES, SURE_NOTES = SURE_NOTES }
