// What was paid and deserves a look of its own: super chats, memberships, large gifts.

import { get } from "./api.js";
import { nameOf } from "./events.js";
import { yuan } from "./money.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

const KEPT = 300;
/** Yuan from which on a gift has a card of its own. */
const LARGE = 10;
const BACK = 20_000;

/** Whether it has a card. */
export const isPaid = (/** @type {LiveEvent} */ event) =>
  event.type === "super_chat" ||
  event.type === "membership" ||
  (event.type === "gift" && yuan(event.value) >= LARGE);

/**
 * Adds to a list, the newest first, each event once.
 *
 * @param {LiveEvent[]} list
 * @param {LiveEvent[]} events
 */
export function withPaid(list, events) {
  const known = new Set(list.map(nameOf));
  const fresh = events.filter((event) => isPaid(event) && !known.has(nameOf(event)));
  return fresh.length ? [...fresh.reverse(), ...list].slice(0, KEPT) : list;
}

/** Those that came before this page was opened, the oldest first. @returns {Promise<LiveEvent[]>} */
export async function earlierPaid() {
  /** @type {LiveEvent[]} */
  const found = [];
  let after = `now&back=${BACK}`;
  for (;;) {
    const batch = await get(`/api/events?type=super_chat,membership,gift&after=${after}`);
    const events = batch.events.filter((/** @type {LiveEvent} */ event) => event.platform);
    if (events.length === 0 && batch.events.length === 0) return found;
    found.push(...events.filter(isPaid));
    after = batch.cursor;
  }
}
