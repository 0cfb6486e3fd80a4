/* html_names_list.h: the names every page shares: HTML's elements and attributes,
   those of SVG and MathML that the standard names or pages have often. Elements and
   attributes share one table. Each entry is X(IDENTIFIER, its text); the enumerator is
   NAME_IDENTIFIER. After a change here run spec/tools/names_table.lua, which makes
   html_names_table.h anew. */
#ifndef GALLEY_HTML_NAMES_LIST_H
#define GALLEY_HTML_NAMES_LIST_H

/* Elements of HTML, obsolete ones too, with math and svg; they come first in the table. */
#define HTML_ELEMENT_NAMES(X) \
  X(A, "a") X(ABBR, "abbr") X(ACRONYM, "acronym") X(ADDRESS, "address") X(APPLET, "applet") \
  X(AREA, "area") X(ARTICLE, "article") X(ASIDE, "aside") X(AUDIO, "audio") X(B, "b") \
  X(BASE, "base") X(BASEFONT, "basefont") X(BDI, "bdi") X(BDO, "bdo") X(BGSOUND, "bgsound") \
  X(BIG, "big") X(BLINK, "blink") X(BLOCKQUOTE, "blockquote") X(BODY, "body") X(BR, "br") \
  X(BUTTON, "button") X(CANVAS, "canvas") X(CAPTION, "caption") X(CENTER, "center") \
  X(CITE, "cite") X(CODE, "code") X(COL, "col") X(COLGROUP, "colgroup") X(COMMAND, "command") \
  X(CONTENT, "content") X(DATA, "data") X(DATALIST, "datalist") X(DD, "dd") X(DEL, "del") \
  X(DETAILS, "details") X(DFN, "dfn") X(DIALOG, "dialog") X(DIR, "dir") X(DIV, "div") X(DL, "dl") \
  X(DT, "dt") X(EM, "em") X(EMBED, "embed") X(FIELDSET, "fieldset") X(FIGCAPTION, "figcaption") \
  X(FIGURE, "figure") X(FONT, "font") X(FOOTER, "footer") X(FORM, "form") X(FRAME, "frame") \
  X(FRAMESET, "frameset") X(H1, "h1") X(H2, "h2") X(H3, "h3") X(H4, "h4") X(H5, "h5") X(H6, "h6") \
  X(HEAD, "head") X(HEADER, "header") X(HGROUP, "hgroup") X(HR, "hr") X(HTML, "html") X(I, "i") \
  X(IFRAME, "iframe") X(IMAGE, "image") X(IMG, "img") X(INPUT, "input") X(INS, "ins") \
  X(ISINDEX, "isindex") X(KBD, "kbd") X(KEYGEN, "keygen") X(LABEL, "label") X(LEGEND, "legend") \
  X(LI, "li") X(LINK, "link") X(LISTING, "listing") X(MAIN, "main") X(MAP, "map") X(MARK, "mark") \
  X(MARQUEE, "marquee") X(MATH, "math") X(MENU, "menu") X(MENUITEM, "menuitem") X(META, "meta") \
  X(METER, "meter") X(MULTICOL, "multicol") X(NAV, "nav") X(NEXTID, "nextid") X(NOBR, "nobr") \
  X(NOEMBED, "noembed") X(NOFRAMES, "noframes") X(NOSCRIPT, "noscript") X(OBJECT, "object") \
  X(OL, "ol") X(OPTGROUP, "optgroup") X(OPTION, "option") X(OUTPUT, "output") X(P, "p") \
  X(PARAM, "param") X(PICTURE, "picture") X(PLAINTEXT, "plaintext") X(PORTAL, "portal") \
  X(PRE, "pre") X(PROGRESS, "progress") X(Q, "q") X(RB, "rb") X(RBC, "rbc") X(RP, "rp") \
  X(RT, "rt") X(RTC, "rtc") X(RUBY, "ruby") X(S, "s") X(SAMP, "samp") X(SCRIPT, "script") \
  X(SEARCH, "search") X(SECTION, "section") X(SELECT, "select") \
  X(SELECTEDCONTENT, "selectedcontent") X(SHADOW, "shadow") X(SLOT, "slot") X(SMALL, "small") \
  X(SOURCE, "source") X(SPACER, "spacer") X(SPAN, "span") X(STRIKE, "strike") X(STRONG, "strong") \
  X(STYLE, "style") X(SUB, "sub") X(SUMMARY, "summary") X(SUP, "sup") X(SVG, "svg") \
  X(TABLE, "table") X(TBODY, "tbody") X(TD, "td") X(TEMPLATE, "template") X(TEXTAREA, "textarea") \
  X(TFOOT, "tfoot") X(TH, "th") X(THEAD, "thead") X(TIME, "time") X(TITLE, "title") X(TR, "tr") \
  X(TRACK, "track") X(TT, "tt") X(U, "u") X(UL, "ul") X(VAR, "var") X(VIDEO, "video") \
  X(WBR, "wbr") X(XMP, "xmp")

/* Elements of SVG and MathML, as the tokenizer has them: in lower case. */
#define FOREIGN_ELEMENT_NAMES(X) \
  X(MI, "mi") X(MO, "mo") X(MN, "mn") X(MS, "ms") X(MTEXT, "mtext") X(ANNOTATION, "annotation") \
  X(ANNOTATION_XML, "annotation-xml") X(SEMANTICS, "semantics") X(MGLYPH, "mglyph") \
  X(MALIGNMARK, "malignmark") X(MALIGNGROUP, "maligngroup") X(MROW, "mrow") X(MFRAC, "mfrac") \
  X(MSQRT, "msqrt") X(MROOT, "mroot") X(MSTYLE, "mstyle") X(MERROR, "merror") \
  X(MPADDED, "mpadded") X(MPHANTOM, "mphantom") X(MFENCED, "mfenced") X(MENCLOSE, "menclose") \
  X(MSUB, "msub") X(MSUP, "msup") X(MSUBSUP, "msubsup") X(MUNDER, "munder") X(MOVER, "mover") \
  X(MUNDEROVER, "munderover") X(MMULTISCRIPTS, "mmultiscripts") X(MPRESCRIPTS, "mprescripts") \
  X(NONE, "none") X(MTABLE, "mtable") X(MTR, "mtr") X(MTD, "mtd") X(MLABELEDTR, "mlabeledtr") \
  X(MACTION, "maction") X(MSPACE, "mspace") X(APPLY, "apply") X(CI, "ci") X(CN, "cn") \
  X(CSYMBOL, "csymbol") X(G, "g") X(PATH, "path") X(RECT, "rect") X(CIRCLE, "circle") \
  X(ELLIPSE, "ellipse") X(LINE, "line") X(POLYLINE, "polyline") X(POLYGON, "polygon") \
  X(TEXT, "text") X(TSPAN, "tspan") X(TREF, "tref") X(USE, "use") X(DEFS, "defs") \
  X(SYMBOL, "symbol") X(DESC, "desc") X(MARKER, "marker") X(MASK, "mask") X(PATTERN, "pattern") \
  X(STOP, "stop") X(FILTER, "filter") X(ANIMATE, "animate") X(SET, "set") X(VIEW, "view") \
  X(SWITCH, "switch") X(METADATA, "metadata") X(GLYPH, "glyph") X(HKERN, "hkern") \
  X(VKERN, "vkern") X(FONT_FACE, "font-face") X(CURSOR, "cursor") X(DISCARD, "discard") \
  X(HATCH, "hatch") X(HATCHPATH, "hatchpath") X(MESH, "mesh") X(MPATH, "mpath") \
  X(ALTGLYPH, "altglyph") X(ALTGLYPHDEF, "altglyphdef") X(ALTGLYPHITEM, "altglyphitem") \
  X(ANIMATECOLOR, "animatecolor") X(ANIMATEMOTION, "animatemotion") \
  X(ANIMATETRANSFORM, "animatetransform") X(CLIPPATH, "clippath") X(FEBLEND, "feblend") \
  X(FECOLORMATRIX, "fecolormatrix") X(FECOMPONENTTRANSFER, "fecomponenttransfer") \
  X(FECOMPOSITE, "fecomposite") X(FECONVOLVEMATRIX, "feconvolvematrix") \
  X(FEDIFFUSELIGHTING, "fediffuselighting") X(FEDISPLACEMENTMAP, "fedisplacementmap") \
  X(FEDISTANTLIGHT, "fedistantlight") X(FEDROPSHADOW, "fedropshadow") X(FEFLOOD, "feflood") \
  X(FEFUNCA, "fefunca") X(FEFUNCB, "fefuncb") X(FEFUNCG, "fefuncg") X(FEFUNCR, "fefuncr") \
  X(FEGAUSSIANBLUR, "fegaussianblur") X(FEIMAGE, "feimage") X(FEMERGE, "femerge") \
  X(FEMERGENODE, "femergenode") X(FEMORPHOLOGY, "femorphology") X(FEOFFSET, "feoffset") \
  X(FEPOINTLIGHT, "fepointlight") X(FESPECULARLIGHTING, "fespecularlighting") \
  X(FESPOTLIGHT, "fespotlight") X(FETILE, "fetile") X(FETURBULENCE, "feturbulence") \
  X(FOREIGNOBJECT, "foreignobject") X(GLYPHREF, "glyphref") X(LINEARGRADIENT, "lineargradient") \
  X(RADIALGRADIENT, "radialgradient") X(TEXTPATH, "textpath")

/* Attributes (those that are named as an element is are above). */
#define ATTRIBUTE_NAMES(X) \
  X(ABOUT, "about") X(ACCEPT, "accept") X(ACCEPT_CHARSET, "accept-charset") \
  X(ACCESSKEY, "accesskey") X(ACTION, "action") X(ALIGN, "align") X(ALINK, "alink") \
  X(ALLOW, "allow") X(ALLOWFULLSCREEN, "allowfullscreen") X(ALT, "alt") X(ARCHIVE, "archive") \
  X(ARIA_ATOMIC, "aria-atomic") X(ARIA_BUSY, "aria-busy") X(ARIA_CONTROLS, "aria-controls") \
  X(ARIA_CURRENT, "aria-current") X(ARIA_DESCRIBEDBY, "aria-describedby") \
  X(ARIA_DISABLED, "aria-disabled") X(ARIA_EXPANDED, "aria-expanded") \
  X(ARIA_HASPOPUP, "aria-haspopup") X(ARIA_HIDDEN, "aria-hidden") X(ARIA_LABEL, "aria-label") \
  X(ARIA_LABELLEDBY, "aria-labelledby") X(ARIA_LEVEL, "aria-level") X(ARIA_LIVE, "aria-live") \
  X(ARIA_MODAL, "aria-modal") X(ARIA_PRESSED, "aria-pressed") X(ARIA_ROLE, "aria-role") \
  X(ARIA_SELECTED, "aria-selected") X(ARIA_SETSIZE, "aria-setsize") \
  X(ARIA_VALUEMAX, "aria-valuemax") X(ARIA_VALUEMIN, "aria-valuemin") \
  X(ARIA_VALUENOW, "aria-valuenow") X(AS, "as") X(ASYNC, "async") \
  X(AUTOCAPITALIZE, "autocapitalize") X(AUTOCOMPLETE, "autocomplete") X(AUTOFOCUS, "autofocus") \
  X(AUTOPLAY, "autoplay") X(AXIS, "axis") X(BACKGROUND, "background") X(BGCOLOR, "bgcolor") \
  X(BORDER, "border") X(CELLPADDING, "cellpadding") X(CELLSPACING, "cellspacing") X(CHAR, "char") \
  X(CHAROFF, "charoff") X(CHARSET, "charset") X(CHECKED, "checked") X(CLASS, "class") \
  X(CLASSID, "classid") X(CLEAR, "clear") X(CLIP, "clip") X(CODEBASE, "codebase") \
  X(CODETYPE, "codetype") X(COLOR, "color") X(COLS, "cols") X(COLSPAN, "colspan") \
  X(COMPACT, "compact") X(CONTENTEDITABLE, "contenteditable") X(CONTROLS, "controls") \
  X(COORDS, "coords") X(CROSSORIGIN, "crossorigin") X(DATA_ACTION, "data-action") \
  X(DATA_COMPONENT, "data-component") X(DATA_CONTENT, "data-content") X(DATA_HREF, "data-href") \
  X(DATA_ID, "data-id") X(DATA_INDEX, "data-index") X(DATA_LAZY_SRC, "data-lazy-src") \
  X(DATA_MODULE, "data-module") X(DATA_NAME, "data-name") X(DATA_ORIGINAL, "data-original") \
  X(DATA_POSITION, "data-position") X(DATA_SECTION, "data-section") X(DATA_SIZES, "data-sizes") \
  X(DATA_SRC, "data-src") X(DATA_SRCSET, "data-srcset") X(DATA_TARGET, "data-target") \
  X(DATA_TESTID, "data-testid") X(DATA_TITLE, "data-title") X(DATA_TOGGLE, "data-toggle") \
  X(DATA_TYPE, "data-type") X(DATA_URL, "data-url") X(DATA_VALUE, "data-value") \
  X(DATA_VIDEO_ID, "data-video-id") X(DATATYPE, "datatype") X(DATETIME, "datetime") \
  X(DECLARE, "declare") X(DECODING, "decoding") X(DEFAULT, "default") X(DEFER, "defer") \
  X(DIRNAME, "dirname") X(DISABLED, "disabled") X(DOWNLOAD, "download") X(DRAGGABLE, "draggable") \
  X(ENCTYPE, "enctype") X(ENTERKEYHINT, "enterkeyhint") X(EVENT, "event") X(FACE, "face") \
  X(FETCHPRIORITY, "fetchpriority") X(FOR, "for") X(FORMACTION, "formaction") \
  X(FORMENCTYPE, "formenctype") X(FORMMETHOD, "formmethod") X(FORMNOVALIDATE, "formnovalidate") \
  X(FORMTARGET, "formtarget") X(FRAMEBORDER, "frameborder") X(HEADERS, "headers") \
  X(HEIGHT, "height") X(HIDDEN, "hidden") X(HIGH, "high") X(HREF, "href") X(HREFLANG, "hreflang") \
  X(HSPACE, "hspace") X(HTTP_EQUIV, "http-equiv") X(ID, "id") X(IMAGESIZES, "imagesizes") \
  X(IMAGESRCSET, "imagesrcset") X(INERT, "inert") X(INPUTMODE, "inputmode") \
  X(INTEGRITY, "integrity") X(IS, "is") X(ISMAP, "ismap") X(ITEMID, "itemid") \
  X(ITEMPROP, "itemprop") X(ITEMREF, "itemref") X(ITEMSCOPE, "itemscope") X(ITEMTYPE, "itemtype") \
  X(KIND, "kind") X(LANG, "lang") X(LANGUAGE, "language") X(LIST, "list") X(LOADING, "loading") \
  X(LONGDESC, "longdesc") X(LOOP, "loop") X(LOW, "low") X(LOWSRC, "lowsrc") \
  X(MANIFEST, "manifest") X(MARGINHEIGHT, "marginheight") X(MARGINWIDTH, "marginwidth") \
  X(MAX_VALUE, "max") X(MAXLENGTH, "maxlength") X(MEDIA, "media") X(METHOD, "method") \
  X(MIN, "min") X(MINLENGTH, "minlength") X(MULTIPLE, "multiple") X(MUTED, "muted") \
  X(NAME, "name") X(NOHREF, "nohref") X(NOMODULE, "nomodule") X(NONCE, "nonce") \
  X(NORESIZE, "noresize") X(NOSHADE, "noshade") X(NOVALIDATE, "novalidate") X(NOWRAP, "nowrap") \
  X(ONBLUR, "onblur") X(ONCHANGE, "onchange") X(ONCLICK, "onclick") X(ONERROR, "onerror") \
  X(ONFOCUS, "onfocus") X(ONLOAD, "onload") X(ONMOUSEOUT, "onmouseout") \
  X(ONMOUSEOVER, "onmouseover") X(ONSUBMIT, "onsubmit") X(OPEN, "open") X(OPTIMUM, "optimum") \
  X(PING, "ping") X(PLACEHOLDER, "placeholder") X(PLAYSINLINE, "playsinline") \
  X(POPOVER, "popover") X(POPOVERTARGET, "popovertarget") X(POSTER, "poster") X(PREFIX, "prefix") \
  X(PRELOAD, "preload") X(PROFILE, "profile") X(PROMPT, "prompt") X(PROPERTY, "property") \
  X(READONLY, "readonly") X(REFERRERPOLICY, "referrerpolicy") X(REL, "rel") \
  X(REQUIRED, "required") X(RESOURCE, "resource") X(REV, "rev") X(REVERSED, "reversed") \
  X(ROLE, "role") X(ROWS, "rows") X(ROWSPAN, "rowspan") X(RULES, "rules") X(SANDBOX, "sandbox") \
  X(SCHEME, "scheme") X(SCOPE, "scope") X(SCOPED, "scoped") X(SCROLLING, "scrolling") \
  X(SEAMLESS, "seamless") X(SELECTED, "selected") X(SHAPE, "shape") X(SIZE, "size") \
  X(SIZES, "sizes") X(SPELLCHECK, "spellcheck") X(SRC, "src") X(SRCDOC, "srcdoc") \
  X(SRCLANG, "srclang") X(SRCSET, "srcset") X(STANDBY, "standby") X(START, "start") \
  X(STEP, "step") X(TABINDEX, "tabindex") X(TARGET, "target") X(TOPMARGIN, "topmargin") \
  X(LEFTMARGIN, "leftmargin") X(TRANSLATE, "translate") X(TYPE, "type") X(TYPEOF, "typeof") \
  X(TYPEMUSTMATCH, "typemustmatch") X(USEMAP, "usemap") X(VALIGN, "valign") X(VALUE, "value") \
  X(VALUETYPE, "valuetype") X(VERSION, "version") X(VLINK, "vlink") X(VOCAB, "vocab") \
  X(VSPACE, "vspace") X(WIDTH, "width") X(WRAP, "wrap") X(D, "d") X(FILL, "fill") \
  X(FILL_OPACITY, "fill-opacity") X(FILL_RULE, "fill-rule") X(CLIP_PATH, "clip-path") \
  X(CLIP_RULE, "clip-rule") X(STROKE, "stroke") X(STROKE_DASHARRAY, "stroke-dasharray") \
  X(STROKE_LINECAP, "stroke-linecap") X(STROKE_LINEJOIN, "stroke-linejoin") \
  X(STROKE_MITERLIMIT, "stroke-miterlimit") X(STROKE_OPACITY, "stroke-opacity") \
  X(STROKE_WIDTH, "stroke-width") X(OPACITY, "opacity") X(TRANSFORM, "transform") \
  X(POINTS, "points") X(X, "x") X(Y, "y") X(X1, "x1") X(X2, "x2") X(Y1, "y1") X(Y2, "y2") \
  X(CX, "cx") X(CY, "cy") X(R, "r") X(RX, "rx") X(RY, "ry") X(DX, "dx") X(DY, "dy") X(FX, "fx") \
  X(FY, "fy") X(IN, "in") X(IN2, "in2") X(RESULT, "result") X(MODE, "mode") X(VALUES, "values") \
  X(ORDER, "order") X(OPERATOR, "operator") X(RADIUS, "radius") X(OFFSET, "offset") \
  X(STOP_COLOR, "stop-color") X(STOP_OPACITY, "stop-opacity") X(FONT_FAMILY, "font-family") \
  X(FONT_SIZE, "font-size") X(FONT_WEIGHT, "font-weight") X(TEXT_ANCHOR, "text-anchor") \
  X(FOCUSABLE, "focusable") X(ENABLE_BACKGROUND, "enable-background") \
  X(DEFINITIONURL, "definitionurl") X(MATH_DEFINITION_URL, "definitionURL") \
  X(ENCODING, "encoding") X(MATHVARIANT, "mathvariant") X(DISPLAY, "display") \
  X(DISPLAYSTYLE, "displaystyle") X(SCRIPTLEVEL, "scriptlevel") X(STRETCHY, "stretchy") \
  X(FENCE, "fence") X(SEPARATOR, "separator") X(XLINK_ACTUATE, "xlink:actuate") \
  X(XLINK_ARCROLE, "xlink:arcrole") X(XLINK_HREF, "xlink:href") X(XLINK_ROLE, "xlink:role") \
  X(XLINK_SHOW, "xlink:show") X(XLINK_TITLE, "xlink:title") X(XLINK_TYPE, "xlink:type") \
  X(XML_BASE, "xml:base") X(XML_LANG, "xml:lang") X(XML_SPACE, "xml:space") X(XMLNS, "xmlns") \
  X(XMLNS_XLINK, "xmlns:xlink") X(ATTRIBUTENAME, "attributename") \
  X(ATTRIBUTETYPE, "attributetype") X(BASEFREQUENCY, "basefrequency") \
  X(BASEPROFILE, "baseprofile") X(CALCMODE, "calcmode") X(CLIPPATHUNITS, "clippathunits") \
  X(DIFFUSECONSTANT, "diffuseconstant") X(EDGEMODE, "edgemode") X(FILTERUNITS, "filterunits") \
  X(GRADIENTTRANSFORM, "gradienttransform") X(GRADIENTUNITS, "gradientunits") \
  X(KERNELMATRIX, "kernelmatrix") X(KERNELUNITLENGTH, "kernelunitlength") \
  X(KEYPOINTS, "keypoints") X(KEYSPLINES, "keysplines") X(KEYTIMES, "keytimes") \
  X(LENGTHADJUST, "lengthadjust") X(LIMITINGCONEANGLE, "limitingconeangle") \
  X(MARKERHEIGHT, "markerheight") X(MARKERUNITS, "markerunits") X(MARKERWIDTH, "markerwidth") \
  X(MASKCONTENTUNITS, "maskcontentunits") X(MASKUNITS, "maskunits") X(NUMOCTAVES, "numoctaves") \
  X(PATHLENGTH, "pathlength") X(PATTERNCONTENTUNITS, "patterncontentunits") \
  X(PATTERNTRANSFORM, "patterntransform") X(PATTERNUNITS, "patternunits") \
  X(POINTSATX, "pointsatx") X(POINTSATY, "pointsaty") X(POINTSATZ, "pointsatz") \
  X(PRESERVEALPHA, "preservealpha") X(PRESERVEASPECTRATIO, "preserveaspectratio") \
  X(PRIMITIVEUNITS, "primitiveunits") X(REFX, "refx") X(REFY, "refy") \
  X(REPEATCOUNT, "repeatcount") X(REPEATDUR, "repeatdur") \
  X(REQUIREDEXTENSIONS, "requiredextensions") X(REQUIREDFEATURES, "requiredfeatures") \
  X(SPECULARCONSTANT, "specularconstant") X(SPECULAREXPONENT, "specularexponent") \
  X(SPREADMETHOD, "spreadmethod") X(STARTOFFSET, "startoffset") X(STDDEVIATION, "stddeviation") \
  X(STITCHTILES, "stitchtiles") X(SURFACESCALE, "surfacescale") \
  X(SYSTEMLANGUAGE, "systemlanguage") X(TABLEVALUES, "tablevalues") X(TARGETX, "targetx") \
  X(TARGETY, "targety") X(TEXTLENGTH, "textlength") X(VIEWBOX, "viewbox") \
  X(VIEWTARGET, "viewtarget") X(XCHANNELSELECTOR, "xchannelselector") \
  X(YCHANNELSELECTOR, "ychannelselector") X(ZOOMANDPAN, "zoomandpan")

/* Names that the tree builder writes with capitals in SVG and MathML. */
#define ADJUSTED_NAMES(X) \
  X(SVG_ALT_GLYPH, "altGlyph") X(SVG_ALT_GLYPH_DEF, "altGlyphDef") \
  X(SVG_ALT_GLYPH_ITEM, "altGlyphItem") X(SVG_ANIMATE_COLOR, "animateColor") \
  X(SVG_ANIMATE_MOTION, "animateMotion") X(SVG_ANIMATE_TRANSFORM, "animateTransform") \
  X(SVG_CLIP_PATH, "clipPath") X(SVG_FE_BLEND, "feBlend") X(SVG_FE_COLOR_MATRIX, "feColorMatrix") \
  X(SVG_FE_COMPONENT_TRANSFER, "feComponentTransfer") X(SVG_FE_COMPOSITE, "feComposite") \
  X(SVG_FE_CONVOLVE_MATRIX, "feConvolveMatrix") X(SVG_FE_DIFFUSE_LIGHTING, "feDiffuseLighting") \
  X(SVG_FE_DISPLACEMENT_MAP, "feDisplacementMap") X(SVG_FE_DISTANT_LIGHT, "feDistantLight") \
  X(SVG_FE_DROP_SHADOW, "feDropShadow") X(SVG_FE_FLOOD, "feFlood") X(SVG_FE_FUNC_A, "feFuncA") \
  X(SVG_FE_FUNC_B, "feFuncB") X(SVG_FE_FUNC_G, "feFuncG") X(SVG_FE_FUNC_R, "feFuncR") \
  X(SVG_FE_GAUSSIAN_BLUR, "feGaussianBlur") X(SVG_FE_IMAGE, "feImage") X(SVG_FE_MERGE, "feMerge") \
  X(SVG_FE_MERGE_NODE, "feMergeNode") X(SVG_FE_MORPHOLOGY, "feMorphology") \
  X(SVG_FE_OFFSET, "feOffset") X(SVG_FE_POINT_LIGHT, "fePointLight") \
  X(SVG_FE_SPECULAR_LIGHTING, "feSpecularLighting") X(SVG_FE_SPOT_LIGHT, "feSpotLight") \
  X(SVG_FE_TILE, "feTile") X(SVG_FE_TURBULENCE, "feTurbulence") \
  X(SVG_FOREIGN_OBJECT, "foreignObject") X(SVG_GLYPH_REF, "glyphRef") \
  X(SVG_LINEAR_GRADIENT, "linearGradient") X(SVG_RADIAL_GRADIENT, "radialGradient") \
  X(SVG_TEXT_PATH, "textPath") X(SVG_ATTRIBUTE_NAME, "attributeName") \
  X(SVG_ATTRIBUTE_TYPE, "attributeType") X(SVG_BASE_FREQUENCY, "baseFrequency") \
  X(SVG_BASE_PROFILE, "baseProfile") X(SVG_CALC_MODE, "calcMode") \
  X(SVG_CLIP_PATH_UNITS, "clipPathUnits") X(SVG_DIFFUSE_CONSTANT, "diffuseConstant") \
  X(SVG_EDGE_MODE, "edgeMode") X(SVG_FILTER_UNITS, "filterUnits") \
  X(SVG_GRADIENT_TRANSFORM, "gradientTransform") X(SVG_GRADIENT_UNITS, "gradientUnits") \
  X(SVG_KERNEL_MATRIX, "kernelMatrix") X(SVG_KERNEL_UNIT_LENGTH, "kernelUnitLength") \
  X(SVG_KEY_POINTS, "keyPoints") X(SVG_KEY_SPLINES, "keySplines") X(SVG_KEY_TIMES, "keyTimes") \
  X(SVG_LENGTH_ADJUST, "lengthAdjust") X(SVG_LIMITING_CONE_ANGLE, "limitingConeAngle") \
  X(SVG_MARKER_HEIGHT, "markerHeight") X(SVG_MARKER_UNITS, "markerUnits") \
  X(SVG_MARKER_WIDTH, "markerWidth") X(SVG_MASK_CONTENT_UNITS, "maskContentUnits") \
  X(SVG_MASK_UNITS, "maskUnits") X(SVG_NUM_OCTAVES, "numOctaves") X(SVG_PATH_LENGTH, "pathLength") \
  X(SVG_PATTERN_CONTENT_UNITS, "patternContentUnits") X(SVG_PATTERN_TRANSFORM, "patternTransform") \
  X(SVG_PATTERN_UNITS, "patternUnits") X(SVG_POINTS_AT_X, "pointsAtX") \
  X(SVG_POINTS_AT_Y, "pointsAtY") X(SVG_POINTS_AT_Z, "pointsAtZ") \
  X(SVG_PRESERVE_ALPHA, "preserveAlpha") X(SVG_PRESERVE_ASPECT_RATIO, "preserveAspectRatio") \
  X(SVG_PRIMITIVE_UNITS, "primitiveUnits") X(SVG_REF_X, "refX") X(SVG_REF_Y, "refY") \
  X(SVG_REPEAT_COUNT, "repeatCount") X(SVG_REPEAT_DUR, "repeatDur") \
  X(SVG_REQUIRED_EXTENSIONS, "requiredExtensions") X(SVG_REQUIRED_FEATURES, "requiredFeatures") \
  X(SVG_SPECULAR_CONSTANT, "specularConstant") X(SVG_SPECULAR_EXPONENT, "specularExponent") \
  X(SVG_SPREAD_METHOD, "spreadMethod") X(SVG_START_OFFSET, "startOffset") \
  X(SVG_STD_DEVIATION, "stdDeviation") X(SVG_STITCH_TILES, "stitchTiles") \
  X(SVG_SURFACE_SCALE, "surfaceScale") X(SVG_SYSTEM_LANGUAGE, "systemLanguage") \
  X(SVG_TABLE_VALUES, "tableValues") X(SVG_TARGET_X, "targetX") X(SVG_TARGET_Y, "targetY") \
  X(SVG_TEXT_LENGTH, "textLength") X(SVG_VIEW_BOX, "viewBox") X(SVG_VIEW_TARGET, "viewTarget") \
  X(SVG_X_CHANNEL_SELECTOR, "xChannelSelector") X(SVG_Y_CHANNEL_SELECTOR, "yChannelSelector") \
  X(SVG_ZOOM_AND_PAN, "zoomAndPan")

/* "Adjust SVG tag names": from, to. */
#define SVG_ELEMENT_ADJUSTMENTS(X) \
  X(ALTGLYPH, SVG_ALT_GLYPH) X(ALTGLYPHDEF, SVG_ALT_GLYPH_DEF) X(ALTGLYPHITEM, SVG_ALT_GLYPH_ITEM) \
  X(ANIMATECOLOR, SVG_ANIMATE_COLOR) X(ANIMATEMOTION, SVG_ANIMATE_MOTION) \
  X(ANIMATETRANSFORM, SVG_ANIMATE_TRANSFORM) X(CLIPPATH, SVG_CLIP_PATH) X(FEBLEND, SVG_FE_BLEND) \
  X(FECOLORMATRIX, SVG_FE_COLOR_MATRIX) X(FECOMPONENTTRANSFER, SVG_FE_COMPONENT_TRANSFER) \
  X(FECOMPOSITE, SVG_FE_COMPOSITE) X(FECONVOLVEMATRIX, SVG_FE_CONVOLVE_MATRIX) \
  X(FEDIFFUSELIGHTING, SVG_FE_DIFFUSE_LIGHTING) X(FEDISPLACEMENTMAP, SVG_FE_DISPLACEMENT_MAP) \
  X(FEDISTANTLIGHT, SVG_FE_DISTANT_LIGHT) X(FEDROPSHADOW, SVG_FE_DROP_SHADOW) \
  X(FEFLOOD, SVG_FE_FLOOD) X(FEFUNCA, SVG_FE_FUNC_A) X(FEFUNCB, SVG_FE_FUNC_B) \
  X(FEFUNCG, SVG_FE_FUNC_G) X(FEFUNCR, SVG_FE_FUNC_R) X(FEGAUSSIANBLUR, SVG_FE_GAUSSIAN_BLUR) \
  X(FEIMAGE, SVG_FE_IMAGE) X(FEMERGE, SVG_FE_MERGE) X(FEMERGENODE, SVG_FE_MERGE_NODE) \
  X(FEMORPHOLOGY, SVG_FE_MORPHOLOGY) X(FEOFFSET, SVG_FE_OFFSET) \
  X(FEPOINTLIGHT, SVG_FE_POINT_LIGHT) X(FESPECULARLIGHTING, SVG_FE_SPECULAR_LIGHTING) \
  X(FESPOTLIGHT, SVG_FE_SPOT_LIGHT) X(FETILE, SVG_FE_TILE) X(FETURBULENCE, SVG_FE_TURBULENCE) \
  X(FOREIGNOBJECT, SVG_FOREIGN_OBJECT) X(GLYPHREF, SVG_GLYPH_REF) \
  X(LINEARGRADIENT, SVG_LINEAR_GRADIENT) X(RADIALGRADIENT, SVG_RADIAL_GRADIENT) \
  X(TEXTPATH, SVG_TEXT_PATH)

/* "Adjust SVG attributes": from, to. */
#define SVG_ATTRIBUTE_ADJUSTMENTS(X) \
  X(ATTRIBUTENAME, SVG_ATTRIBUTE_NAME) X(ATTRIBUTETYPE, SVG_ATTRIBUTE_TYPE) \
  X(BASEFREQUENCY, SVG_BASE_FREQUENCY) X(BASEPROFILE, SVG_BASE_PROFILE) X(CALCMODE, SVG_CALC_MODE) \
  X(CLIPPATHUNITS, SVG_CLIP_PATH_UNITS) X(DIFFUSECONSTANT, SVG_DIFFUSE_CONSTANT) \
  X(EDGEMODE, SVG_EDGE_MODE) X(FILTERUNITS, SVG_FILTER_UNITS) X(GLYPHREF, SVG_GLYPH_REF) \
  X(GRADIENTTRANSFORM, SVG_GRADIENT_TRANSFORM) X(GRADIENTUNITS, SVG_GRADIENT_UNITS) \
  X(KERNELMATRIX, SVG_KERNEL_MATRIX) X(KERNELUNITLENGTH, SVG_KERNEL_UNIT_LENGTH) \
  X(KEYPOINTS, SVG_KEY_POINTS) X(KEYSPLINES, SVG_KEY_SPLINES) X(KEYTIMES, SVG_KEY_TIMES) \
  X(LENGTHADJUST, SVG_LENGTH_ADJUST) X(LIMITINGCONEANGLE, SVG_LIMITING_CONE_ANGLE) \
  X(MARKERHEIGHT, SVG_MARKER_HEIGHT) X(MARKERUNITS, SVG_MARKER_UNITS) \
  X(MARKERWIDTH, SVG_MARKER_WIDTH) X(MASKCONTENTUNITS, SVG_MASK_CONTENT_UNITS) \
  X(MASKUNITS, SVG_MASK_UNITS) X(NUMOCTAVES, SVG_NUM_OCTAVES) X(PATHLENGTH, SVG_PATH_LENGTH) \
  X(PATTERNCONTENTUNITS, SVG_PATTERN_CONTENT_UNITS) X(PATTERNTRANSFORM, SVG_PATTERN_TRANSFORM) \
  X(PATTERNUNITS, SVG_PATTERN_UNITS) X(POINTSATX, SVG_POINTS_AT_X) X(POINTSATY, SVG_POINTS_AT_Y) \
  X(POINTSATZ, SVG_POINTS_AT_Z) X(PRESERVEALPHA, SVG_PRESERVE_ALPHA) \
  X(PRESERVEASPECTRATIO, SVG_PRESERVE_ASPECT_RATIO) X(PRIMITIVEUNITS, SVG_PRIMITIVE_UNITS) \
  X(REFX, SVG_REF_X) X(REFY, SVG_REF_Y) X(REPEATCOUNT, SVG_REPEAT_COUNT) \
  X(REPEATDUR, SVG_REPEAT_DUR) X(REQUIREDEXTENSIONS, SVG_REQUIRED_EXTENSIONS) \
  X(REQUIREDFEATURES, SVG_REQUIRED_FEATURES) X(SPECULARCONSTANT, SVG_SPECULAR_CONSTANT) \
  X(SPECULAREXPONENT, SVG_SPECULAR_EXPONENT) X(SPREADMETHOD, SVG_SPREAD_METHOD) \
  X(STARTOFFSET, SVG_START_OFFSET) X(STDDEVIATION, SVG_STD_DEVIATION) \
  X(STITCHTILES, SVG_STITCH_TILES) X(SURFACESCALE, SVG_SURFACE_SCALE) \
  X(SYSTEMLANGUAGE, SVG_SYSTEM_LANGUAGE) X(TABLEVALUES, SVG_TABLE_VALUES) X(TARGETX, SVG_TARGET_X) \
  X(TARGETY, SVG_TARGET_Y) X(TEXTLENGTH, SVG_TEXT_LENGTH) X(VIEWBOX, SVG_VIEW_BOX) \
  X(VIEWTARGET, SVG_VIEW_TARGET) X(XCHANNELSELECTOR, SVG_X_CHANNEL_SELECTOR) \
  X(YCHANNELSELECTOR, SVG_Y_CHANNEL_SELECTOR) X(ZOOMANDPAN, SVG_ZOOM_AND_PAN)

/* All of them, in the order of their numbers. */
#define HTML_NAMES(X) \
  HTML_ELEMENT_NAMES(X) FOREIGN_ELEMENT_NAMES(X) ATTRIBUTE_NAMES(X) ADJUSTED_NAMES(X)

#endif
