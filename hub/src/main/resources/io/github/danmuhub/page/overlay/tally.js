// What became of all that an overlay heard: each event is one of shown, merged, dropped, left out,
// or is still waiting. Tests read it.

/** Counts since the page was opened; `late`: the longest from the hub's hearing to here, in ms. */
export const tally = { heard: 0, shown: 0, merged: 0, dropped: 0, leftOut: 0, late: 0 };

/** How late these are shown; `received` is the hub's clock. */
export function timed(/** @type {import("../client/types.js").LiveEvent[]} */ events) {
  const first = events.find((event) => event.received);
  if (first) tally.late = Math.max(tally.late, Date.now() - Date.parse(first.received ?? ""));
}
