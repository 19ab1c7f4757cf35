// What the hub's rules tell pages, as it happens: what to show and say, how votes stand.

import { follow } from "./follow.js";

/**
 * How a vote stands.
 *
 * @typedef {{vote: string, open: boolean, left_ms: number, window_ms: number, voters: number,
 *   total: number, winner?: string, options: {option: string, value: string, count: number}[]}} Vote
 */

/**
 * Something to show: a text, a picture, a sound, an effect, for so long.
 *
 * @typedef {{text?: string, image?: string, sound?: string, effect?: string, for_ms?: number}} Show
 */

/** @typedef {{text: string, priority?: string, lang?: string}} Say */

/** The doors below /api/ that this hub has. */
export const doors = new Set(document.documentElement.dataset.doors?.split(" "));

/**
 * Follows the rules, where the hub has any.
 *
 * @param {{overlay?: (show: Show) => void, say?: (say: Say) => void,
 *   vote?: (vote: Vote) => void}} hears by the types of the messages
 */
export function followRules(hears) {
  if (!doors.has("rules")) return;
  const table = /** @type {Record<string, ((message: any) => void) | undefined>} */ (hears);
  follow("/ws/rules", (message) => table[message.type]?.(message));
}
