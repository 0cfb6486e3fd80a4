-- How lines read that say whose a picture or video is.

-- What a line begins with that says whose a picture is; ".." is a letter outside ASCII in either case.
local function labels(words)
  local list = {}
  for word in words:gmatch("%S+") do list[#list + 1] = "^%W*" .. word:gsub("_", " ") .. "%s?[:\xEF]%S*%s*%S" end
  return list
end

local OF_PICTURES = patterns(labels [[rubriklistenbild
  bildrechte bildquelle bildnachweis bild bilder fotos? photos? photograph image image_credit
  image_source picture pictures picture_credit photo_credit crédit crédits crédit_photo crédits_photo imagen imágenes
  fotografía fotografia crédito créditos immagine imagem imagens beeld billede bilde kuva kuvat zdjęcie fotografie
  fotoğraf ..ото ..оллаж ..олаж ..нимок ..вітлина ..ллюстраци. ..люстраці. illustration illustrationen montage collage
  fotomontage grafik grafiken infografik graphic gráfico 图片来源 圖片來源 写真 사진 ảnh hình]])

local SOURCES = patterns(labels [[source sources quelle quellen fuente fuentes fonte fonti bron bronnen källa kilde
  lähde źródło zdroj kaynak ..сточник ..жерело 来源 來源 出典 출처 nguồn]])

-- Those who sell pictures: a short line that names one says whose a picture is.
local SELLERS = patterns {
  "getty ?images", "istock", "shutterstock", "adobe ?stock", "picture.alliance", "^%W*imago%f[%W]", "unsplash",
  "pixabay", "pexels", "depositphotos", "alamy", "^%W*123rf", "fotolia", "dpa%-bildfunk", "ap photo", "epa%-efe",
  "zuma ?press", "rex features", "zumapress", "thinkstock", "dreamstime", "sipa press", "abacapress", "agefotostock",
  "europa press/", "visual china group", "視覺中國", "视觉中国", "アフロ$", "ゲッティ",
}

return { OF_PICTURES = OF_PICTURES, SELLERS = SELLERS, SOURCES = SOURCES }
