// What was paid and deserves a look of its own: super chats, memberships, large gifts.

import { get } from "./api.js";
import { nameOf, roomOf } from "./events.js";
import { Messages } from "./messages.js";
import { yuan } from "./money.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

const KEPT = 300;
/** Yuan from which on a gift has a card of its own. */
const LARGE = 10;
const BACK = 20_000;
const TYPES = "super_chat,membership,gift,retract";

/** Whether it has a card. */
export const isPaid = (/** @type {LiveEvent} */ event) =>
  event.type === "super_chat" ||
  event.type === "membership" ||
  (event.type === "gift" && yuan(event.value) >= LARGE);

/** The combo that a gift belongs to; undefined for none. */
const comboOf = (/** @type {LiveEvent} */ event) =>
  event.combo && `${roomOf(event)}/${event.combo.id}/${event.value?.currency}`;

/**
 * Adds to a list, the newest first, each event and each combo once. Of a combo it is the first gift:
 * a window of messages lets it count up, until it is worth a card. Such lines go before events.
 *
 * @param {LiveEvent[]} list
 * @param {LiveEvent[]} events
 */
export function withPaid(list, events) {
  const known = new Set(list.flatMap((event) => [nameOf(event), comboOf(event)]));
  const fresh = events.filter((event) => {
    const isNew = isPaid(event) && !known.has(nameOf(event)) && !known.has(comboOf(event) ?? "");
    if (isNew) known.add(comboOf(event));
    return isNew;
  });
  return fresh.length ? [...fresh.reverse(), ...list].slice(0, KEPT) : list;
}

/** Those that came before this page was opened, the oldest first. @returns {Promise<LiveEvent[]>} */
export async function earlierPaid() {
  const found = new Messages();
  let after = `now&back=${BACK}`;
  for (;;) {
    const batch = await get(`/api/events?type=${TYPES}&after=${after}`);
    if (batch.events.length === 0) {
      return found.all.filter((event) => isPaid(event) && !event.taken);
    }
    found.add(batch.events.filter((/** @type {LiveEvent} */ event) => event.platform));
    after = batch.cursor;
  }
}
