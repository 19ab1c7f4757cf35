// Messages before those that a page holds, read back from the hub's log.

import { get } from "./api.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

const STEP = 1_000;

/**
 * Up to a thousand of the log before `seq`, the oldest first; empty where there are none.
 *
 * @param {string} cursor the newest one that the page has
 * @param {number} newest its number
 * @param {number} seq
 * @returns {Promise<LiveEvent[]>}
 */
export async function olderThan(cursor, newest, seq) {
  /** @type {LiveEvent[]} */
  const found = [];
  let after = `${cursor}&back=${newest - seq + 1 + STEP}`;
  for (;;) {
    const batch = await get(`/api/events?after=${after}`);
    const events = batch.events.filter((/** @type {LiveEvent} */ event) => event.platform);
    found.push(...events.filter((/** @type {LiveEvent} */ event) => (event.seq ?? seq) < seq));
    const last = events[events.length - 1];
    if (!last || (last.seq ?? 0) >= seq - 1) return found;
    after = batch.cursor;
  }
}
