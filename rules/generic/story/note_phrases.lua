-- How notes and credits begin, end or read: patterns on text in lower case, in the languages that most
-- news pages are in; ".." is a letter outside ASCII in either case.

-- Who else had a part in the story, and the agency it is from.
local CREDITS = {
  "^with files from", "^reporting by", "^additional reporting", "^%(?reporting by", "^editing by", "^with reporting",
  "^contributed to this", "contributed to this report", "^%W*contributing: %S", "^%W*contributors: %S",
  "^%W*contributing [%l ]*writers?: ", "^%W*contributing [%l ]*reporters?: ",
  "contributed to this %l+%W*$", "^%(?con información de", "^%*?%(?com informações d", "^colaborou ?:", "^colaboró ?:",
  "^..ε πληροφορίες από",
  "^इनपुट", "对此文亦有贡献", "对本文亦有贡献", "对本文有贡献", "對本文亦有貢獻", "contributed reporting", "^—? ?with assistance",
  "^source:", "^quelle:", "^%(?with inputs from", "^inputs from", "^with additional", "^the associated press",
  "^agence france%-presse", "^first published in", "^first published by", "^originally published",
  "^%W*mit material von", "^%W*mit material d", "^%W*校对", "^%W*校對", "^%W*编辑 ", "^%W*审核",
  "^%(?mit agentur", "^mitarbeit:", "^%(dpa", "^%(afp", "^%(efe", "^%(ansa", "^%(reuters", "^%(ap%)", "^%(apa",
  "^%(sda", "^%(pti%)", "^fuentes?:", "^fonte:", "^bron:", "^kilder?:", "^källa:", "^lähde:", "^..ródło:", "^zdroj:",
  "^kaynak:", "^..сточник ?:", "^..зточник ?:", "^..жерело ?:", "^..ηγή ?:", "^forrás ?:", "^sursa ?:", "^surs. ?:",
  "^izvor ?:", "^vir ?:", "^sumber ?:", "^المصدر ?:", "^منبع ?:", "^ที่มา ?:", "^स्रोत ?:", "^出典[:\xEF]",
  "^nguồn:", "^con información de", "^con informazioni", "^com informações",
  "^com agências",
  "^avec l?'?afp", "^%(?avec agences", "^redigerat av", "^med bidrag", "^mit informationen von",
  "^mit informationen der",
  "^mit agenturmaterial",
  "^%W*writing by", "^%W*compiled by", "^%W*rewritten by", "^%W*written by .* edit", "^%W*produced by",
  "^%W*additional research", "^%W*research by", "^%W*translated by", "^%W*translated from", "^%W*bersetzung:",
  "^%W*aus dem %a+ übersetzt", "^%W*traduit d", "^%W*traduction", "^%W*traducción", "^%W*traduzione di",
  "^%W*tradução",
  "^%W*vertaling:", "^%W*afp%W*$", "^%W*dpa%W*$", "^%W*reuters%W*$", "^%W*ansa%W*$", "^%W*efe%W*$", "^%W*pti%W*$",
  "^%W*ians%W*$", "^%W*dpa/.*%W$", "^© ?%d* ?the associated press", "^copyright %d* ?the associated press",
  "^© ?%d* ?a?fp%W*$", "^© ?%d* ?dpa", "^© ?%d* ?reuters",
  "^associated press [%l ]*writers? ", "^ap [%l ]*writers? ", " reported from [^.;]+; [%w .'’-]+ from ",
  "^edited by", "^with %S+ wires?%W*$", "^with %S+ %S+ wires?%W*$", "^with .* wire reports", "^with agenc",
  "^from wire reports", "^agencies%W*$",
  "^agenturen%W*$", "^agences%W*$", "^agencias%W*$", "^agenzie%W*$", "^agentschappen%W*$",
  "^%W*资料来源", "^%W*資料來源", "^%W*信息来源", "^%W*文章来源", "^photos?: .* translation: ",
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
  "^anmerkung der redaktion", "^anm%.? d", "^hinweis:", "^hinweis d", "^redaktioneller hinweis",
  "^korrektur", "^corrección", "^nota de la redacción",
  "^nota del editor", "^rectificación", "^correctif", "^rectificatif", "정정되었습니다", "정정합니다", "정정했습니다", "^%W*版权声明",
  "não reflete, necessariamente",
  "^der autor %l+ ", "^die autorin %l+ ", "^this is a developing ", "^this story is developing",
  "^this story will be updated", "^update, ", "^%W*原标题", "^%W*原標題", "^%(%*%) ", " is on twitter%W", "^ndlr",
  "^rättelse", "^rettelse", "^oikaisu",
  "^correctie",
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
  "^%W*die mit .* gekennzeichneten ", "^%W*alle mit .* gekennzeichneten ", "^%W*mit .* gekennzeichnete links",
  "^disclaimer ?: ", "^声明：", "^聲明：", "^免责声明", "^免責聲明", "^特别声明", "^郑重声明", "^风险提示：", "不构成.*投资建议",
  "不構成.*投資建議", "^%W*原标题 ?[:：]", "^（原标题", "^【?原標題", "^（原標題",
  "^as an amazon associate", "^als amazon%-partner", "^en tant que partenaire amazon", "^como afiliado de amazon",
  "^les liens .*affilié", "^los enlaces .*afiliado",
  "^quellen?: [^.]+$", "^sources?: [^.]+$", "^opinions? expressed ", "^views? expressed ",
}

-- How agencies say in brackets, before or behind a text, what they changed in it.
local CHANGES = {
  "^%(corrects ", "^%(adds ", "^%(updates ", "^%(recasts", "^%(refiles ", "^%(rewrites ", "^%(repeats ",
  "^%(clarifies ", "^%(fixes ", "^%(removes ", "^%(updated ", "^%(corrected ", "^%(neu ?: ", "^%(korrigiert ",
  "^%(aktualisiert ", "^%(ergänzt ", "^%(actualisé ", "^%(actualise ", "^%(corrigé ", "^%(corrige ", "^%(précise ",
  "^%(actualiza ", "^%(añade ", "^%(agrega ", "^%(amplía ", "^%(aggiorna ", "^%(atualiza ", "^%(acrescenta ",
}
table.move(CHANGES, 1, #CHANGES, #SURE_NOTES + 1, SURE_NOTES)
table.move(CHANGES, 1, #CHANGES, #NOTES + 1, NOTES)

return { CREDITS = CREDITS, NOTES = NOTES, SURE_NOTES = SURE_NOTES }
