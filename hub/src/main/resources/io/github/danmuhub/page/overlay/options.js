// What an overlay understands in its address. One table: the settings page shows the same as
// controls.

/**
 * @typedef {{name: string, kind: "choice" | "number" | "switch" | "text" | "colour",
 *   normal: string, choices?: string[], least?: number, most?: number, group: string}} Option
 */

/** @returns {Option} */
const option = (
  /** @type {string} */ group,
  /** @type {string} */ name,
  /** @type {Option["kind"]} */ kind,
  /** @type {string} */ normal,
  /** @type {Partial<Option>} */ more = {},
) => ({ group, name, kind, normal, ...more });

/** The table of options. */
export const OPTIONS = [
  option("look", "look", "choice", "outline", {
    choices: ["outline", "bubble", "card", "classic", "terminal"],
  }),
  option("look", "size", "number", "20", { least: 10, most: 72 }),
  option("look", "font", "text", ""),
  option("look", "colour", "colour", ""),
  option("look", "edge", "number", "4", { least: 0, most: 12 }),
  option("look", "edge_colour", "colour", ""),
  option("look", "blur", "number", "3", { least: 0, most: 20 }),
  option("look", "enter", "choice", "rise", { choices: ["none", "rise", "slide", "fade"] }),
  option("look", "from", "choice", "bottom", { choices: ["bottom", "top"] }),
  option("shown", "time", "switch", "0"),
  option("shown", "badges", "switch", "1"),
  option("shown", "roles", "switch", "1"),
  option("shown", "platform", "switch", "1"),
  option("shown", "avatars", "switch", "0"),
  option("shown", "emotes", "number", "56", { least: 0, most: 200 }),
  option("shown", "chat", "switch", "1"),
  option("shown", "gifts", "switch", "1"),
  option("shown", "paid", "switch", "1"),
  option("shown", "coming", "switch", "0"),
  option("held", "lines", "number", "30", { least: 1, most: 200 }),
  option("held", "fade", "number", "0", { least: 0, most: 600 }),
  option("held", "pin", "number", "-1", { least: -1, most: 7_200 }),
  option("held", "merge", "switch", "1"),
  option("held", "smooth", "switch", "1"),
  option("left_out", "room", "text", ""),
  option("left_out", "words", "text", ""),
  option("left_out", "users", "text", ""),
  option("left_out", "level", "number", "0", { least: 0, most: 100 }),
  option("left_out", "value", "number", "0", { least: 0, most: 100_000 }),
  option("sound", "sound", "number", "-1", { least: -1, most: 100_000 }),
  option("sound", "speak", "number", "-1", { least: -1, most: 100_000 }),
  option("sound", "readings", "text", ""),
  option("sound", "say", "switch", "1"),
];

/** Options of an address, each with its normal value where it says nothing that holds. */
export class Options {
  /** @param {URLSearchParams} query */
  constructor(query) {
    this.query = query;
    this.isDemo = query.get("demo") === "1";
  }

  text(/** @type {string} */ name) {
    const { normal, choices } = known(name);
    const said = this.query.get(name);
    return said === null || (choices && !choices.includes(said)) ? normal : said;
  }

  number(/** @type {string} */ name) {
    const { normal, least = 0, most = 0 } = known(name);
    const said = Number(this.query.get(name) ?? normal);
    return Number.isFinite(said) ? Math.min(most, Math.max(least, said)) : Number(normal);
  }

  isOn(/** @type {string} */ name) {
    return this.text(name) === "1";
  }

  /** Words parted by commas or blanks, in lower case. */
  list(/** @type {string} */ name) {
    return this.text(name)
      .toLowerCase()
      .split(/[,，\s]+/)
      .filter(Boolean);
  }
}

function known(/** @type {string} */ name) {
  const found = OPTIONS.find((each) => each.name === name);
  if (!found) throw new Error(`no option is called ${name}`);
  return found;
}
