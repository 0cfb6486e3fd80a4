-- How sites call on their readers in the midst of a text to follow them elsewhere: how such a line begins, and the
-- channels that it names; patterns on text in lower case, ".." is a letter outside ASCII in either case.

local CALLS = {
  "^%W*follow us", "^%W*follow our", "^%W*follow .*google news", "^%W*follow .*whatsapp", "^%W*follow .*telegram",
  "^%W*join ", "^%W*subscribe", "^%W*click ", "^%W*tap ", "^%W*like us", "^%W*stay ", "^%W*catch ",
  "^%W*don.?.?.?t miss",
  "^%W*never miss", "^%W*add us", "^%W*add .* as a preferred", "^%W*make .* preferred", "^%W*for all ",
  "^%W*for the latest",
  "^%W*for more ", "^%W*get the latest", "^%W*get all ", "^%W*get breaking", "^%W*read .* on the", "^%W*also ",
  "^%W*folgen? sie uns", "^%W*folge? uns", "^%W*folgt uns", "^%W*abonnier", "^%W*jetzt ", "^%W*hier ", "^%W*bleib",
  "^%W*besuche?n? sie uns", "^%W*mehr ", "^%W*keine .*verpassen", "^%W*unser %S*kanal",
  "^%W*suivez", "^%W*rejoignez", "^%W*abonnez", "^%W*inscrivez", "^%W*cliquez", "^%W*retrouvez", "^%W*recevez",
  "^%W*téléchargez", "^%W*pour ne rien",
  "^%W*sígu[ae]", "^%W*sigue ", "^%W*síg[ua]enos", "^%W*..nete ", "^%W*..nase ", "^%W*suscr", "^%W*haz cli",
  "^%W*haga cli",
  "^%W*recib[ea] ", "^%W*descarg", "^%W*entra ", "^%W*ingresa ", "^%W*conéctate", "^%W*agréganos",
  "^%W*siga ", "^%W*sigam? ", "^%W*clique ", "^%W*receba ", "^%W*participe ", "^%W*entre ", "^%W*inscreva",
  "^%W*acompanhe ",
  "^%W*baixe ", "^%W*curta ", "^%W*faça parte", "^%W*quer receber", "^%W*assine ", "^%W*fique ",
  "^%W*segui", "^%W*iscriviti", "^%W*clicca ", "^%W*unisciti", "^%W*resta ", "^%W*rimani ", "^%W*scarica ",
  "^%W*ricevi ",
  "^%W*volg ", "^%W*abonneer", "^%W*meld je ", "^%W*klik ", "^%W*ontvang ", "^%W*word lid",
  "^%W*obserwuj", "^%W*dołącz", "^%W*zapisz si", "^%W*subskrybuj", "^%W*śledź", "^%W*polub", "^%W*bądź ",
  "^%W*jesteśmy ",
  "^%W*bizi ", "^%W*haberleri ", "^%W*abone ", "^%W*takip ", "^%W*%S+ haberler",
  "^%W*..одпис", "^%W*..одпиш", "^%W*..ледите ", "^%W*..итайте ", "^%W*..рисоединяйтесь", "^%W*..ставайтесь ",
  "^%W*..ольше ", "^%W*..е упусти", "^%W*..е пропусти", "^%W*..охран", "^%W*..ступайте ", "^%W*..рисылайте ",
  "^%W*..е пропустіть", "^%W*..ступайте", "^%W*..ідпис", "^%W*..ідпиш", "^%W*..лідкуйте ", "^%W*..риєднуйтесь",
  "^%W*..оследвайте ", "^%W*..ледвайте ", "^%W*..ратите ", "^%W*..ідписуйт",
  "^%W*ikuti ", "^%W*gabung ", "^%W*simak ", "^%W*dapatkan ", "^%W*baca ", "^%W*jangan ",
  "^%W*köves", "^%W*csatlakoz", "^%W*iratkozz", "^%W*lájkol", "^%W*följ ", "^%W*gilla ", "^%W*prenumerera",
  "^%W*følg ", "^%W*seuraa ", "^%W*tilaa ", "^%W*liity ", "^%W*sledujte", "^%W*přidejte", "^%W*odebírejte",
  "^%W*pridajte",
  "^%W*urmăre", "^%W*abon", "^%W*intră ", "^%W*dă like", "^%W*..κολουθήστε", "^%W*..άντε ", "^%W*..ιαβάστε ",
  "^%W*pratite ", "^%W*pridruži", "^%W*zapratite", "^%W*theo dõi", "^%W*mời ", "^%W*تابع", "^%W*اشترك", "^%W*انضم",
  "^%W*للمزيد",
  "^%W*हमारे", "^%W*हमें", "^%W*关注", "^%W*關注", "^%W*扫码", "^%W*掃碼", "^%W*点击", "^%W*點擊", "^%W*更多", "^%W*立即", "^%W*加入",
}

local CHANNELS = {
  "whats ?app", "telegram", "телеграм", "телеграмм", "google news", "google новост", "google haberler", "google notici",
  "on google%f[%W]", "in google%f[%W]", "facebook", "instagram", "youtube", "twitter", "tiktok", "viber", "linkedin",
  "bluesky", "discord", "flipboard", "newsletter", "boletín", "our app%f[%W]", "notre appli", "nuestra app",
  "nosso app",
  "unsere app", "our channel", "notre chaîne", "nuestro canal", "nosso canal", "nostro canale", "наш канал", " в ..зен",
  "вконтакте", "微信", "公众号", "公眾號", "抖音", "카카오", "네이버", "व्हाट्स", "वॉट्स", "टेलीग्राम", "गूगल न्यूज", "واتساب",
  "تيليجرام", "تلغرام", "فيسبوك", "تويتر", "zalo",
}

return { CALLS = CALLS, CHANNELS = CHANNELS }
