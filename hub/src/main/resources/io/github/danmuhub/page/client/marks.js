// What was read and what is featured, as the hub tells all windows.

import { call } from "./api.js";
import { follow } from "./follow.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

/**
 * Follows /ws/marks for ever.
 *
 * @param {{onRead?: (read: Set<string>) => void, onFeature?: (event: LiveEvent) => void,
 *   onClear?: () => void}} hears
 */
export function followMarks(hears) {
  /** @type {Set<string>} */
  let read = new Set();
  const table = {
    marks: (/** @type {any} */ m) => {
      read = new Set(m.read);
      hears.onRead?.(read);
      if (m.featured) hears.onFeature?.(m.featured);
    },
    read: (/** @type {any} */ m) => hears.onRead?.((read = new Set([...read, ...m.events]))),
    unread: (/** @type {any} */ m) => {
      read = new Set(read);
      for (const name of m.events) read.delete(name);
      hears.onRead?.(read);
    },
    feature: (/** @type {any} */ m) => hears.onFeature?.(m.event),
    clear: () => hears.onClear?.(),
  };
  follow("/ws/marks", (told) => table[/** @type {keyof typeof table} */ (told.type)]?.(told));
}

/** Ticks an event, or takes the tick away. */
export const mark = (/** @type {string} */ name, /** @type {boolean} */ isRead) =>
  call("POST", "/api/marks", isRead ? { read: [name] } : { unread: [name] });

/** Shows a message on the overlays. */
export const feature = (/** @type {LiveEvent} */ event) =>
  call("POST", "/api/overlay/feature", event);

/** Takes it away. */
export const clearOverlays = () => call("POST", "/api/overlay/clear");
