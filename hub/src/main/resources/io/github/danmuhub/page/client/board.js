// Small sums of what a dashboard shows.

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

const CONTESTS = 4;

/** @param {LiveEvent} paid */
export const isTaken = (paid, /** @type {LiveEvent} */ retract) =>
  paid.platform === retract.platform &&
  paid.room === retract.room &&
  (retract.ids?.includes(paid.id ?? "") ?? false);

export const sameRoom = (/** @type {LiveEvent} */ a, /** @type {LiveEvent} */ b) =>
  a.platform === b.platform && a.room === b.room;

export const sameLottery = (/** @type {LiveEvent} */ a, /** @type {LiveEvent} */ b) =>
  sameRoom(a, b) && a.name === b.name;

/** With the newest one in place of the same's last. A side that is not told this time stays. */
export function latest(
  /** @type {LiveEvent[]} */ list,
  /** @type {LiveEvent} */ event,
  /** @type {(a: LiveEvent, b: LiveEvent) => boolean} */ same,
) {
  const before = list.find((each) => same(each, event));
  const now = before && !event.sides?.length ? { ...before, ...event, sides: before.sides } : event;
  return [now, ...list.filter((each) => each !== before)].slice(0, CONTESTS);
}

/** The running minute as if it were whole, once a quarter of it is over. */
export function running(/** @type {number[]} */ rows, /** @type {number | undefined} */ now) {
  if (rows.length === 0 || !now) return rows;
  const share = (now % 60_000) / 60_000;
  const last = rows[rows.length - 1];
  if (share < 0.25) return rows.length > 1 ? rows.slice(0, -1) : rows;
  return [...rows.slice(0, -1), Math.round(last / share)];
}

/** The yuan before others. */
export const best = (/** @type {string[]} */ currencies) =>
  currencies.includes("CNY") ? "CNY" : currencies[0];
