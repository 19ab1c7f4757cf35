// What kind of line an event is, and which one it is.

import { clean } from "./clean.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

/** @typedef {"chat" | "gift" | "paid" | "coming" | "room"} Kind */

/** The table of kinds, by type. What is not in it is no line: figures, states, what is unknown. */
const KINDS = /** @type {Record<string, Kind>} */ ({
  chat: "chat",
  gift: "gift",
  super_chat: "paid",
  membership: "paid",
  enter: "coming",
  follow: "coming",
  share: "coming",
  like: "coming",
  notice: "room",
  moderation: "room",
  broadcast: "room",
  lottery: "room",
  battle: "room",
  gap: "room",
  retract: "room",
});

/** The types that a list of messages shows. */
export const LINE_TYPES = Object.keys(KINDS);

/** The kind of line that it is; undefined for none. */
export const kind = (/** @type {LiveEvent} */ event) => KINDS[event.type];

/** `platform:room`; "" for the hub's own gaps. */
export const roomOf = (/** @type {LiveEvent} */ event) =>
  event.platform ? `${event.platform}:${event.room}` : "";

/** The name of an event, the same in all windows. */
export const nameOf = (/** @type {LiveEvent} */ event) =>
  `${roomOf(event)}/${event.id ?? event.seq ?? ""}`;

/** What tells people of a room apart, as the hub does it. */
export const personOf = (/** @type {LiveEvent} */ event) =>
  event.user?.id ?? "=" + (event.user?.name || "?");

/** How somebody is called; never empty. */
export const called = (/** @type {import("./types.js").User | undefined} */ user) =>
  clean(user?.name || user?.id || "?");

/** When it happened, for people. */
export const when = (/** @type {LiveEvent} */ event) => event.time ?? event.received ?? Date.now();
