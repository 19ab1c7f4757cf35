// What an overlay understands in its address. One table: the settings page shows the same as
// controls.

/**
 * `on`: the overlays that understand it; `looks`: those that it means something for (all where
 * absent). `blank`: the value that an empty field stands for. `hint`: there are words for an empty
 * field. `shows`: the colour that holds where none is chosen.
 *
 * @typedef {{name: string, kind: "choice" | "number" | "switch" | "text" | "colour",
 *   normal: string, choices?: string[], least?: number, most?: number, group: string,
 *   on?: string[], looks?: string[], blank?: string, hint?: boolean, shows?: string}} Option
 */

/** The looks, each a file in looks/. */
export const LOOKS = ["outline", "bubble", "card", "classic", "terminal"];

const LINES = ["chat", "gifts"];
const SAID = [...LINES, "danmaku", "ticker"];
const HEARD = [...SAID, "battle"];
const OUTLINE = { looks: ["outline"] };
const never = { least: -1, blank: "-1", hint: true };

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
  option("look", "look", "choice", "outline", { choices: LOOKS }),
  option("look", "size", "number", "20", { least: 10, most: 72 }),
  option("look", "font", "text", "", { hint: true }),
  option("look", "colour", "colour", "", { shows: "#ffffff" }),
  option("look", "edge", "number", "4", { ...OUTLINE, least: 0, most: 12 }),
  option("look", "blur", "number", "3", { ...OUTLINE, least: 0, most: 20 }),
  option("look", "edge_colour", "colour", "", { ...OUTLINE, shows: "#0b0d12" }),
  option("look", "enter", "choice", "rise", { on: LINES, choices: ["none", "rise", "slide", "fade"] }),
  option("look", "from", "choice", "bottom", { on: LINES, choices: ["bottom", "top"] }),
  option("shown", "chat", "switch", "1", { on: ["chat"] }),
  option("shown", "gifts", "switch", "1", { on: LINES }),
  option("shown", "paid", "switch", "1", { on: LINES }),
  option("shown", "coming", "switch", "0", { on: ["chat"] }),
  option("shown", "badges", "switch", "1", { on: LINES }),
  option("shown", "roles", "switch", "1", { on: LINES }),
  option("shown", "platform", "switch", "1", { on: LINES }),
  option("shown", "avatars", "switch", "0", { on: [...LINES, "ticker"] }),
  option("shown", "time", "switch", "0", { on: LINES }),
  option("shown", "emotes", "number", "56", { on: ["chat"], least: 0, most: 200 }),
  option("held", "lines", "number", "30", { on: LINES, least: 1, most: 200 }),
  option("held", "fade", "number", "0", { on: LINES, least: 0, most: 600, blank: "0", hint: true }),
  option("held", "pin", "number", "-1", { ...never, on: [...LINES, "ticker"], most: 7_200 }),
  option("held", "merge", "switch", "1", { on: LINES }),
  option("held", "smooth", "switch", "1", { on: LINES }),
  option("left_out", "room", "text", "", { on: HEARD, hint: true }),
  option("left_out", "words", "text", "", { on: SAID, hint: true }),
  option("left_out", "users", "text", "", { on: SAID, hint: true }),
  option("left_out", "level", "number", "0", { on: ["chat", "danmaku"], least: 0, most: 100 }),
  option("left_out", "value", "number", "0", { on: LINES, least: 0, most: 100_000 }),
  option("sound", "sound", "number", "-1", { ...never, on: LINES, most: 100_000 }),
  option("sound", "speak", "number", "-1", { ...never, on: LINES, most: 100_000 }),
  option("sound", "readings", "text", "", { on: LINES, hint: true }),
  option("sound", "say", "switch", "1", { on: ["show"] }),
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
