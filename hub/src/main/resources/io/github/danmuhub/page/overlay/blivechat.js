// What blivechat's address, or its exported configuration, says, in our options.

/** The table: its name, ours, and how its value becomes ours. @type {[string, string, (v: string) => string][]} */
const TABLE = [
  ["maxNumber", "lines", (v) => v],
  ["showDanmaku", "chat", flag],
  ["showGift", "gifts", flag],
  ["minGiftPrice", "value", (v) => v],
  ["mergeSimilarDanmaku", "merge", flag],
  ["blockLevel", "level", (v) => v],
  ["blockKeywords", "words", (v) => v.replaceAll("\n", ",")],
  ["blockUsers", "users", (v) => v.replaceAll("\n", ",")],
];

function flag(/** @type {string} */ value) {
  return value === "true" || value === "1" ? "1" : "0";
}

/**
 * @param {string} text an address with its query, or JSON
 * @returns {Record<string, string>}
 */
export function fromBlivechat(text) {
  const said = text.trim().startsWith("{")
    ? new Map(Object.entries(JSON.parse(text)).map(([name, value]) => [name, String(value)]))
    : new URL(text).searchParams;
  /** @type {Record<string, string>} */
  const options = {};
  for (const [theirs, ours, of] of TABLE) {
    const value = said.get(theirs);
    if (value !== null && value !== undefined && value !== "") options[ours] = of(value);
  }
  return options;
}
