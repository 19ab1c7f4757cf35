// What was read and what is featured, as the hub tells all windows.

import { call, token } from "./api.js";

const FIRST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 15_000;

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
  let failures = 0;
  const table = {
    marks: (/** @type {any} */ m) => {
      failures = 0;
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
  const dial = () => {
    const query = token ? `?token=${encodeURIComponent(token)}` : "";
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/ws/marks${query}`);
    socket.onmessage = (message) => {
      const told = JSON.parse(message.data);
      table[/** @type {keyof typeof table} */ (told.type)]?.(told);
    };
    socket.onclose = () => {
      const most = Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
      setTimeout(dial, most * (0.5 + Math.random() / 2));
    };
  };
  dial();
}

/** Ticks an event, or takes the tick away. */
export const mark = (/** @type {string} */ name, /** @type {boolean} */ isRead) =>
  call("POST", "/api/marks", isRead ? { read: [name] } : { unread: [name] });

/** Shows a message on the overlays. */
export const feature = (/** @type {LiveEvent} */ event) =>
  call("POST", "/api/overlay/feature", event);

/** Takes it away. */
export const clearOverlays = () => call("POST", "/api/overlay/clear");
