// How the name of somebody is said: as the user wrote it down, as the name itself tells in brackets,
// else without the ornaments that voices spell out; in the voice of its script.

/** @typedef {{words: string, lang: string}} Said */

/** A reading in brackets: kana, or pinyin. */
const GIVEN = /[(（]\s*([\u3040-\u30ff\s]+|[a-zà-ǜ\s]+)\s*[)）]/iu;
const ORNAMENT = /[^\p{L}\p{N}\p{M}\s]+/gu;
const LONGEST = 40;

/**
 * The user's own table.
 *
 * @param {string} text `name=reading`, parted by commas or lines
 */
export function readings(text) {
  const pairs = text
    .split(/[,，;；\n]/)
    .map((pair) => pair.split("="))
    .filter(([name, reading]) => name?.trim() && reading?.trim());
  return new Map(pairs.map(([name, reading]) => [name.trim().toLowerCase(), reading.trim()]));
}

/**
 * What a voice says for a name.
 *
 * @param {string} name
 * @param {Map<string, string>} table
 * @param {string} lang of the words around it
 * @returns {Said}
 */
export function said(name, table, lang) {
  const given = table.get(name.trim().toLowerCase()) ?? GIVEN.exec(name)?.[1];
  const plain = name.replace(ORNAMENT, " ").replace(/\s+/g, " ").trim();
  const words = (given ?? (plain || name)).trim().slice(0, LONGEST);
  return { words, lang: voice(words, lang) };
}

/** Kana is Japanese; Han is Chinese, and so is what is spelt with its tones. */
function voice(/** @type {string} */ words, /** @type {string} */ lang) {
  if (/[\u3040-\u30ff]/.test(words)) return "ja-JP";
  if (/\p{Script=Hangul}/u.test(words)) return "ko-KR";
  return /\p{Script=Han}|[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/iu.test(words) ? "zh-CN" : lang;
}
