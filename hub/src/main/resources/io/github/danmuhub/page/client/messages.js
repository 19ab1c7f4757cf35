// The window of messages that a list holds: the newest 100,000, and those of them that pass a
// filter.

import { kind, roomOf } from "./events.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

/** @typedef {{kinds: Set<string>, room: string, words: string}} Wanted */

/** What is held at most; the oldest go first. */
export const HELD = 100_000;
const COMBOS = 200;

/** Messages and the filtered view of them. Merges the gifts of a combo into one. */
export class Messages {
  constructor() {
    /** @type {LiveEvent[]} */
    this.all = [];
    /** @type {LiveEvent[]} those that pass, in order */
    this.shown = [];
    /** @type {Wanted} */
    this.wanted = { kinds: new Set(), room: "", words: "" };
    /** @type {Map<string, LiveEvent>} */
    this.combos = new Map();
  }

  /**
   * Adds what is newer; gives those that were merged into an earlier one.
   *
   * @param {LiveEvent[]} events
   */
  add(events) {
    const merged = new Set();
    for (const event of events) {
      if (kind(event) === undefined) continue;
      if (event.type === "retract") this.#retract(event);
      const earlier = this.#merge(event);
      if (earlier) merged.add(earlier);
      else this.#push(event);
    }
    this.#trim();
    return merged;
  }

  /**
   * Adds what is older than all of them, the oldest first.
   *
   * @param {LiveEvent[]} events
   */
  addOlder(events) {
    const lines = events.filter((event) => kind(event) !== undefined);
    this.all.unshift(...lines);
    const shown = lines.filter((event) => this.passes(event));
    this.shown.unshift(...shown);
    return shown.length;
  }

  /** @param {Wanted} wanted */
  filter(wanted) {
    this.wanted = { ...wanted, words: wanted.words.toLowerCase() };
    this.shown = this.all.filter((event) => this.passes(event));
  }

  /** @param {LiveEvent} event */
  passes(event) {
    const { kinds, room, words } = this.wanted;
    if (kinds.size > 0 && !kinds.has(kind(event)) && event.type !== "gap") return false;
    if (room && roomOf(event) !== room && event.platform) return false;
    return !words || searched(event).includes(words);
  }

  #push(/** @type {LiveEvent} */ event) {
    this.all.push(event);
    if (this.passes(event)) this.shown.push(event);
  }

  #trim() {
    const over = this.all.length - HELD;
    if (over <= HELD / 100) return; // a hundredth at a time: cutting the front off costs its length
    const oldest = this.all[over];
    this.all.splice(0, over);
    const keep = this.shown.findIndex((event) => (event.seq ?? 0) >= (oldest.seq ?? 0));
    this.shown.splice(0, keep < 0 ? this.shown.length : keep);
  }

  /** The line of the combo that it goes on with. */
  #merge(/** @type {LiveEvent} */ event) {
    if (event.type !== "gift" || !event.combo) return undefined;
    const name = `${roomOf(event)}/${event.combo.id}/${event.value?.currency}`;
    const line = this.combos.get(name);
    if (!line) {
      if (event.count) this.combos.set(name, event);
      if (this.combos.size > COMBOS) this.combos.delete(this.combos.keys().next().value ?? "");
      return event.count ? undefined : event; // the mere end of one that is not here
    }
    line.count = (line.count ?? 0) + (event.count ?? 0);
    if (line.value && event.value) {
      line.value = { ...line.value, milli: line.value.milli + event.value.milli };
    }
    if (event.combo.final) this.combos.delete(name);
    return line;
  }

  #retract(/** @type {LiveEvent} */ event) {
    const ids = new Set(event.ids);
    for (let i = this.all.length - 1; i >= Math.max(0, this.all.length - 5_000); i--) {
      const line = this.all[i];
      const taken = event.ids ? ids.has(line.id ?? "") : line.user?.id === event.user?.id;
      if (taken && roomOf(line) === roomOf(event) && line.type !== "retract") line.taken = true;
    }
  }
}

function searched(/** @type {LiveEvent} */ event) {
  const words = [event.user?.name, event.text, event.gift?.name, event.name, event.effect];
  return words.filter(Boolean).join(" ").toLowerCase();
}

