/* source_labels.c: the encodings of the WHATWG Encoding Standard and their 228
   labels. */
#include "source_encoding.h"

#include <string.h>

enum {
  ID_UTF_8, ID_IBM866, ID_ISO_8859_2, ID_ISO_8859_3, ID_ISO_8859_4, ID_ISO_8859_5,
  ID_ISO_8859_6, ID_ISO_8859_7, ID_ISO_8859_8, ID_ISO_8859_8_I, ID_ISO_8859_10,
  ID_ISO_8859_13, ID_ISO_8859_14, ID_ISO_8859_15, ID_ISO_8859_16, ID_KOI8_R, ID_KOI8_U,
  ID_MACINTOSH, ID_WINDOWS_874, ID_WINDOWS_1250, ID_WINDOWS_1251, ID_WINDOWS_1252,
  ID_WINDOWS_1253, ID_WINDOWS_1254, ID_WINDOWS_1255, ID_WINDOWS_1256, ID_WINDOWS_1257,
  ID_WINDOWS_1258, ID_X_MAC_CYRILLIC, ID_GBK, ID_GB18030, ID_BIG5, ID_EUC_JP,
  ID_ISO_2022_JP, ID_SHIFT_JIS, ID_EUC_KR, ID_REPLACEMENT, ID_UTF_16BE, ID_UTF_16LE,
  ID_X_USER_DEFINED
};

static const encoding encodings[] = {
  [ID_UTF_8] = {"utf-8", NULL, NULL, ENCODING_UTF8},
  [ID_IBM866] = {"ibm866", source_ibm866, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_2] = {"iso-8859-2", source_iso_8859_2, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_3] = {"iso-8859-3", source_iso_8859_3, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_4] = {"iso-8859-4", source_iso_8859_4, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_5] = {"iso-8859-5", source_iso_8859_5, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_6] = {"iso-8859-6", source_iso_8859_6, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_7] = {"iso-8859-7", source_iso_8859_7, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_8] = {"iso-8859-8", source_iso_8859_8, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_8_I] = {"iso-8859-8-i", source_iso_8859_8, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_10] = {"iso-8859-10", source_iso_8859_10, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_13] = {"iso-8859-13", source_iso_8859_13, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_14] = {"iso-8859-14", source_iso_8859_14, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_15] = {"iso-8859-15", source_iso_8859_15, NULL, ENCODING_SINGLE},
  [ID_ISO_8859_16] = {"iso-8859-16", source_iso_8859_16, NULL, ENCODING_SINGLE},
  [ID_KOI8_R] = {"koi8-r", source_koi8_r, NULL, ENCODING_SINGLE},
  [ID_KOI8_U] = {"koi8-u", source_koi8_u, NULL, ENCODING_SINGLE},
  [ID_MACINTOSH] = {"macintosh", source_macintosh, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_874] = {"windows-874", source_windows_874, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1250] = {"windows-1250", source_windows_1250, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1251] = {"windows-1251", source_windows_1251, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1252] = {"windows-1252", source_windows_1252, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1253] = {"windows-1253", source_windows_1253, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1254] = {"windows-1254", source_windows_1254, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1255] = {"windows-1255", source_windows_1255, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1256] = {"windows-1256", source_windows_1256, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1257] = {"windows-1257", source_windows_1257, NULL, ENCODING_SINGLE},
  [ID_WINDOWS_1258] = {"windows-1258", source_windows_1258, NULL, ENCODING_SINGLE},
  [ID_X_MAC_CYRILLIC] = {"x-mac-cyrillic", source_x_mac_cyrillic, NULL, ENCODING_SINGLE},
  [ID_GBK] = {"gbk", NULL, "GB18030", ENCODING_GB18030},
  [ID_GB18030] = {"gb18030", NULL, "GB18030", ENCODING_GB18030},
  [ID_BIG5] = {"big5", NULL, "BIG5-HKSCS", ENCODING_BIG5},
  [ID_EUC_JP] = {"euc-jp", NULL, "CP932", ENCODING_EUC_JP},
  [ID_ISO_2022_JP] = {"iso-2022-jp", NULL, "CP932", ENCODING_ISO_2022_JP},
  [ID_SHIFT_JIS] = {"shift_jis", NULL, "CP932", ENCODING_SHIFT_JIS},
  [ID_EUC_KR] = {"euc-kr", NULL, "CP949", ENCODING_EUC_KR},
  [ID_REPLACEMENT] = {"replacement", NULL, NULL, ENCODING_REPLACEMENT},
  [ID_UTF_16BE] = {"utf-16be", NULL, NULL, ENCODING_UTF16BE},
  [ID_UTF_16LE] = {"utf-16le", NULL, NULL, ENCODING_UTF16LE},
  [ID_X_USER_DEFINED] = {"x-user-defined", source_x_user_defined, NULL, ENCODING_SINGLE},
};

/* Ascending by strcmp. */
static const struct { const char *text; uint8_t encoding; } labels[] = {
  {"866", ID_IBM866}, {"ansi_x3.4-1968", ID_WINDOWS_1252}, {"arabic", ID_ISO_8859_6},
  {"ascii", ID_WINDOWS_1252}, {"asmo-708", ID_ISO_8859_6}, {"big5", ID_BIG5},
  {"big5-hkscs", ID_BIG5}, {"chinese", ID_GBK}, {"cn-big5", ID_BIG5}, {"cp1250", ID_WINDOWS_1250},
  {"cp1251", ID_WINDOWS_1251}, {"cp1252", ID_WINDOWS_1252}, {"cp1253", ID_WINDOWS_1253},
  {"cp1254", ID_WINDOWS_1254}, {"cp1255", ID_WINDOWS_1255}, {"cp1256", ID_WINDOWS_1256},
  {"cp1257", ID_WINDOWS_1257}, {"cp1258", ID_WINDOWS_1258}, {"cp819", ID_WINDOWS_1252},
  {"cp866", ID_IBM866}, {"csbig5", ID_BIG5}, {"cseuckr", ID_EUC_KR},
  {"cseucpkdfmtjapanese", ID_EUC_JP}, {"csgb2312", ID_GBK}, {"csibm866", ID_IBM866},
  {"csiso2022jp", ID_ISO_2022_JP}, {"csiso2022kr", ID_REPLACEMENT}, {"csiso58gb231280", ID_GBK},
  {"csiso88596e", ID_ISO_8859_6}, {"csiso88596i", ID_ISO_8859_6}, {"csiso88598e", ID_ISO_8859_8},
  {"csiso88598i", ID_ISO_8859_8_I}, {"csisolatin1", ID_WINDOWS_1252},
  {"csisolatin2", ID_ISO_8859_2}, {"csisolatin3", ID_ISO_8859_3}, {"csisolatin4", ID_ISO_8859_4},
  {"csisolatin5", ID_WINDOWS_1254}, {"csisolatin6", ID_ISO_8859_10},
  {"csisolatin9", ID_ISO_8859_15}, {"csisolatinarabic", ID_ISO_8859_6},
  {"csisolatincyrillic", ID_ISO_8859_5}, {"csisolatingreek", ID_ISO_8859_7},
  {"csisolatinhebrew", ID_ISO_8859_8}, {"cskoi8r", ID_KOI8_R}, {"csksc56011987", ID_EUC_KR},
  {"csmacintosh", ID_MACINTOSH}, {"csshiftjis", ID_SHIFT_JIS}, {"csunicode", ID_UTF_16LE},
  {"cyrillic", ID_ISO_8859_5}, {"dos-874", ID_WINDOWS_874}, {"ecma-114", ID_ISO_8859_6},
  {"ecma-118", ID_ISO_8859_7}, {"elot_928", ID_ISO_8859_7}, {"euc-jp", ID_EUC_JP},
  {"euc-kr", ID_EUC_KR}, {"gb18030", ID_GB18030}, {"gb2312", ID_GBK}, {"gb_2312", ID_GBK},
  {"gb_2312-80", ID_GBK}, {"gbk", ID_GBK}, {"greek", ID_ISO_8859_7}, {"greek8", ID_ISO_8859_7},
  {"hebrew", ID_ISO_8859_8}, {"hz-gb-2312", ID_REPLACEMENT}, {"ibm819", ID_WINDOWS_1252},
  {"ibm866", ID_IBM866}, {"iso-10646-ucs-2", ID_UTF_16LE}, {"iso-2022-cn", ID_REPLACEMENT},
  {"iso-2022-cn-ext", ID_REPLACEMENT}, {"iso-2022-jp", ID_ISO_2022_JP},
  {"iso-2022-kr", ID_REPLACEMENT}, {"iso-8859-1", ID_WINDOWS_1252}, {"iso-8859-10", ID_ISO_8859_10},
  {"iso-8859-11", ID_WINDOWS_874}, {"iso-8859-13", ID_ISO_8859_13}, {"iso-8859-14", ID_ISO_8859_14},
  {"iso-8859-15", ID_ISO_8859_15}, {"iso-8859-16", ID_ISO_8859_16}, {"iso-8859-2", ID_ISO_8859_2},
  {"iso-8859-3", ID_ISO_8859_3}, {"iso-8859-4", ID_ISO_8859_4}, {"iso-8859-5", ID_ISO_8859_5},
  {"iso-8859-6", ID_ISO_8859_6}, {"iso-8859-6-e", ID_ISO_8859_6}, {"iso-8859-6-i", ID_ISO_8859_6},
  {"iso-8859-7", ID_ISO_8859_7}, {"iso-8859-8", ID_ISO_8859_8}, {"iso-8859-8-e", ID_ISO_8859_8},
  {"iso-8859-8-i", ID_ISO_8859_8_I}, {"iso-8859-9", ID_WINDOWS_1254},
  {"iso-ir-100", ID_WINDOWS_1252}, {"iso-ir-101", ID_ISO_8859_2}, {"iso-ir-109", ID_ISO_8859_3},
  {"iso-ir-110", ID_ISO_8859_4}, {"iso-ir-126", ID_ISO_8859_7}, {"iso-ir-127", ID_ISO_8859_6},
  {"iso-ir-138", ID_ISO_8859_8}, {"iso-ir-144", ID_ISO_8859_5}, {"iso-ir-148", ID_WINDOWS_1254},
  {"iso-ir-149", ID_EUC_KR}, {"iso-ir-157", ID_ISO_8859_10}, {"iso-ir-58", ID_GBK},
  {"iso8859-1", ID_WINDOWS_1252}, {"iso8859-10", ID_ISO_8859_10}, {"iso8859-11", ID_WINDOWS_874},
  {"iso8859-13", ID_ISO_8859_13}, {"iso8859-14", ID_ISO_8859_14}, {"iso8859-15", ID_ISO_8859_15},
  {"iso8859-2", ID_ISO_8859_2}, {"iso8859-3", ID_ISO_8859_3}, {"iso8859-4", ID_ISO_8859_4},
  {"iso8859-5", ID_ISO_8859_5}, {"iso8859-6", ID_ISO_8859_6}, {"iso8859-7", ID_ISO_8859_7},
  {"iso8859-8", ID_ISO_8859_8}, {"iso8859-9", ID_WINDOWS_1254}, {"iso88591", ID_WINDOWS_1252},
  {"iso885910", ID_ISO_8859_10}, {"iso885911", ID_WINDOWS_874}, {"iso885913", ID_ISO_8859_13},
  {"iso885914", ID_ISO_8859_14}, {"iso885915", ID_ISO_8859_15}, {"iso88592", ID_ISO_8859_2},
  {"iso88593", ID_ISO_8859_3}, {"iso88594", ID_ISO_8859_4}, {"iso88595", ID_ISO_8859_5},
  {"iso88596", ID_ISO_8859_6}, {"iso88597", ID_ISO_8859_7}, {"iso88598", ID_ISO_8859_8},
  {"iso88599", ID_WINDOWS_1254}, {"iso_8859-1", ID_WINDOWS_1252}, {"iso_8859-15", ID_ISO_8859_15},
  {"iso_8859-1:1987", ID_WINDOWS_1252}, {"iso_8859-2", ID_ISO_8859_2},
  {"iso_8859-2:1987", ID_ISO_8859_2}, {"iso_8859-3", ID_ISO_8859_3},
  {"iso_8859-3:1988", ID_ISO_8859_3}, {"iso_8859-4", ID_ISO_8859_4},
  {"iso_8859-4:1988", ID_ISO_8859_4}, {"iso_8859-5", ID_ISO_8859_5},
  {"iso_8859-5:1988", ID_ISO_8859_5}, {"iso_8859-6", ID_ISO_8859_6},
  {"iso_8859-6:1987", ID_ISO_8859_6}, {"iso_8859-7", ID_ISO_8859_7},
  {"iso_8859-7:1987", ID_ISO_8859_7}, {"iso_8859-8", ID_ISO_8859_8},
  {"iso_8859-8:1988", ID_ISO_8859_8}, {"iso_8859-9", ID_WINDOWS_1254},
  {"iso_8859-9:1989", ID_WINDOWS_1254}, {"koi", ID_KOI8_R}, {"koi8", ID_KOI8_R},
  {"koi8-r", ID_KOI8_R}, {"koi8-ru", ID_KOI8_U}, {"koi8-u", ID_KOI8_U}, {"koi8_r", ID_KOI8_R},
  {"korean", ID_EUC_KR}, {"ks_c_5601-1987", ID_EUC_KR}, {"ks_c_5601-1989", ID_EUC_KR},
  {"ksc5601", ID_EUC_KR}, {"ksc_5601", ID_EUC_KR}, {"l1", ID_WINDOWS_1252}, {"l2", ID_ISO_8859_2},
  {"l3", ID_ISO_8859_3}, {"l4", ID_ISO_8859_4}, {"l5", ID_WINDOWS_1254}, {"l6", ID_ISO_8859_10},
  {"l9", ID_ISO_8859_15}, {"latin1", ID_WINDOWS_1252}, {"latin2", ID_ISO_8859_2},
  {"latin3", ID_ISO_8859_3}, {"latin4", ID_ISO_8859_4}, {"latin5", ID_WINDOWS_1254},
  {"latin6", ID_ISO_8859_10}, {"logical", ID_ISO_8859_8_I}, {"mac", ID_MACINTOSH},
  {"macintosh", ID_MACINTOSH}, {"ms932", ID_SHIFT_JIS}, {"ms_kanji", ID_SHIFT_JIS},
  {"replacement", ID_REPLACEMENT}, {"shift-jis", ID_SHIFT_JIS}, {"shift_jis", ID_SHIFT_JIS},
  {"sjis", ID_SHIFT_JIS}, {"sun_eu_greek", ID_ISO_8859_7}, {"tis-620", ID_WINDOWS_874},
  {"ucs-2", ID_UTF_16LE}, {"unicode", ID_UTF_16LE}, {"unicode-1-1-utf-8", ID_UTF_8},
  {"unicode11utf8", ID_UTF_8}, {"unicode20utf8", ID_UTF_8}, {"unicodefeff", ID_UTF_16LE},
  {"unicodefffe", ID_UTF_16BE}, {"us-ascii", ID_WINDOWS_1252}, {"utf-16", ID_UTF_16LE},
  {"utf-16be", ID_UTF_16BE}, {"utf-16le", ID_UTF_16LE}, {"utf-8", ID_UTF_8}, {"utf8", ID_UTF_8},
  {"visual", ID_ISO_8859_8}, {"windows-1250", ID_WINDOWS_1250}, {"windows-1251", ID_WINDOWS_1251},
  {"windows-1252", ID_WINDOWS_1252}, {"windows-1253", ID_WINDOWS_1253},
  {"windows-1254", ID_WINDOWS_1254}, {"windows-1255", ID_WINDOWS_1255},
  {"windows-1256", ID_WINDOWS_1256}, {"windows-1257", ID_WINDOWS_1257},
  {"windows-1258", ID_WINDOWS_1258}, {"windows-31j", ID_SHIFT_JIS}, {"windows-874", ID_WINDOWS_874},
  {"windows-949", ID_EUC_KR}, {"x-cp1250", ID_WINDOWS_1250}, {"x-cp1251", ID_WINDOWS_1251},
  {"x-cp1252", ID_WINDOWS_1252}, {"x-cp1253", ID_WINDOWS_1253}, {"x-cp1254", ID_WINDOWS_1254},
  {"x-cp1255", ID_WINDOWS_1255}, {"x-cp1256", ID_WINDOWS_1256}, {"x-cp1257", ID_WINDOWS_1257},
  {"x-cp1258", ID_WINDOWS_1258}, {"x-euc-jp", ID_EUC_JP}, {"x-gbk", ID_GBK},
  {"x-mac-cyrillic", ID_X_MAC_CYRILLIC}, {"x-mac-roman", ID_MACINTOSH},
  {"x-mac-ukrainian", ID_X_MAC_CYRILLIC}, {"x-sjis", ID_SHIFT_JIS}, {"x-unicode20utf8", ID_UTF_8},
  {"x-user-defined", ID_X_USER_DEFINED}, {"x-x-big5", ID_BIG5}
};

#define LABEL_COUNT (sizeof labels / sizeof labels[0])
#define LABEL_MAX 32 /* longer than any of them */

static bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* Lower case, without the white space around; false where no label is so long. */
static bool normalise(const char *label, size_t size, char out[LABEL_MAX]) {
  while (size && is_space(*label)) label++, size--;
  while (size && is_space(label[size - 1])) size--;
  if (size >= LABEL_MAX || memchr(label, '\0', size)) return false;
  for (size_t i = 0; i < size; i++) {
    char c = label[i];
    out[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  out[size] = '\0';
  return true;
}

const encoding *source_label(const char *label, size_t size) {
  char text[LABEL_MAX];
  if (!normalise(label, size, text)) return NULL;
  size_t low = 0, high = LABEL_COUNT;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(labels[middle].text, text);
    if (order == 0) return &encodings[labels[middle].encoding];
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

const encoding *source_utf8(void) {
  return &encodings[ID_UTF_8];
}
