// What became of all that an overlay heard: each event is one of shown, merged, dropped, left out,
// waiting. Tests read it.

/** Counts since the page was opened; `late`: the longest from the hub's hearing to here, in ms. */
export const tally = { heard: 0, shown: 0, merged: 0, dropped: 0, leftOut: 0, waiting: 0, late: 0 };

/** How late these are shown, by the hub's clock; a gift may have waited there for its combo. */
export function timed(/** @type {import("../client/types.js").LiveEvent[]} */ events) {
  const first = events.find((event) => event.type === "chat" && event.received);
  if (first) tally.late = Math.max(tally.late, Date.now() - Date.parse(first.received ?? ""));
}
