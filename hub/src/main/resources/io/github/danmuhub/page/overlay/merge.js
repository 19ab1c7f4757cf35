// Which lines count up instead of being said again: equal words, a combo of gifts, a bomb of
// memberships, and a rain of one gift from many.

import { called, nameOf, personOf, roomOf } from "../client/events.js";
import { says } from "../client/line.js";
import { amount, count, t } from "../client/words.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */
/** @typedef {{event: LiveEvent, element: HTMLElement, times: number, at: number,
 *   givers: Set<string>}} Held */

const SAME_MS = 15_000;
/** So many people's lines of one gift, one after the other, become one. */
const RAIN = 4;

/** The line that goes on with it; undefined for none. */
export function same(/** @type {Held[]} */ held, /** @type {LiveEvent} */ event) {
  const now = Date.now();
  const near = held.filter((each) => now - each.at < SAME_MS && each.event.type === event.type);
  const found = near.findLast((each) => isSame(each.event, event));
  return found ?? (event.type === "gift" ? rain(near, event) : undefined);
}

/** Counts it up. */
export function merge(/** @type {Held} */ held, /** @type {LiveEvent} */ event) {
  held.at = Date.now();
  held.times += event.repeated || 1;
  held.givers.add(personOf(event));
  if (event.type === "chat") put(held, ".count", `×${count(held.times)}`);
  else sum(held, event);
}

function sum(/** @type {Held} */ held, /** @type {LiveEvent} */ event) {
  const before = held.event;
  held.event = { ...before, count: (before.count ?? 0) + (event.count ?? 0) };
  const currency = before.value?.currency ?? event.value?.currency;
  if (currency && (!event.value || event.value.currency === currency)) {
    const milli = (before.value?.milli ?? 0) + (event.value?.milli ?? 0);
    held.event.value = { milli, currency };
    put(held, ".price", amount(held.event.value));
  }
  if (event.type === "gift") put(held, ".text", says(held.event));
  else put(held, ".count", `×${count(held.times)}`);
  if (held.givers.size > 1) {
    put(held, ".name", t("overlay.givers", called(before.user), count(held.givers.size)));
  }
}

function isSame(/** @type {LiveEvent} */ one, /** @type {LiveEvent} */ other) {
  if (nameOf(one) === nameOf(other) || roomOf(one) !== roomOf(other)) return false;
  if (one.type === "chat") return one.text === other.text && !one.image && !other.image;
  if (personOf(one) !== personOf(other)) return false;
  if (one.type === "gift") return one.gift?.id === other.gift?.id;
  return one.type === "membership" && one.tier === other.tier && one.kind === other.kind;
}

/** The line of a gift that many give at once. */
function rain(/** @type {Held[]} */ near, /** @type {LiveEvent} */ event) {
  const lines = near.filter(
    (each) => each.event.gift?.id === event.gift?.id && roomOf(each.event) === roomOf(event),
  );
  const people = lines.reduce((all, each) => all + each.givers.size, 0);
  return people >= RAIN ? lines[lines.length - 1] : undefined;
}

function put(/** @type {Held} */ held, /** @type {string} */ selector, /** @type {string} */ words) {
  const found = held.element.querySelector(selector);
  if (found) found.textContent = words;
}
