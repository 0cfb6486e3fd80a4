-- Marks that say for whom a piece is: those who pay. Lines in lower case.
return patterns {
  "réservé aux abonnés", "réservé à nos abonnés", "^abonnés?%W*$", "subscribers? only", "^for subscribers",
  "^for members", "^members? only", "^members? exclusive", "subscriber exclusive", "^nur für abonnent", "^abo%W*$",
  "für abonnenten%W*$", "^solo para suscriptores", "^solo suscriptores", "^para suscriptores",
  "exclusivo para suscriptores", "para assinantes%W*$", "^per abbonati", "riservato agli abbonati",
  "for abonnenter%W*$",
  "för prenumeranter%W*$", "^tilaajille%W*$", "^voor abonnees", "dla prenumeratorów", "dla subskrybentów",
  "有料会員", "会員限定",
}
