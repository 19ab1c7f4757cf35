// What a person does on the dashboard, done at the hub; what the hub refuses is said in its words.

import { call } from "../client/api.js";
import { clearOverlays, feature, mark } from "../client/marks.js";
import { t } from "../client/words.js";
import { ask } from "../components/ask.js";
import { toast } from "../components/toast.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */
/** @typedef {import("../client/types.js").RoomStatus} RoomStatus */

export const words = (/** @type {unknown} */ e) => (e instanceof Error ? e.message : String(e));
const quiet = () => undefined;

/**
 * Does it, or says why not.
 *
 * @template T
 * @param {() => Promise<T>} deed
 * @returns {Promise<T | undefined>}
 */
export async function attempt(deed) {
  try {
    return await deed();
  } catch (e) {
    toast(words(e), { bad: true });
    return undefined;
  }
}

/** Opens a room; gives what was wrong with it, "" for nothing. */
export async function addRoom(/** @type {string} */ room) {
  try {
    await call("POST", "/api/rooms", { room });
    return "";
  } catch (e) {
    return words(e);
  }
}

/** Asks, and closes a room; whether it is closed. */
export async function removeRoom(/** @type {RoomStatus} */ room) {
  if (!(await ask(t("rooms.ask", room.title || room.key), t("rooms.remove")))) return false;
  const path = `/api/rooms/${encodeURIComponent(room.key)}`;
  return (await attempt(() => call("DELETE", path).then(() => true))) ?? false;
}

/** Ticks an event in all windows. */
export const tick = (/** @type {{name: string, read: boolean}} */ { name, read }) =>
  attempt(() => mark(name, read));

/** Shows a message on the overlays. */
export const show = (/** @type {LiveEvent} */ event) =>
  attempt(async () => {
    await feature(event);
    toast(t("chat.featured"), { back: () => clearOverlays().catch(quiet) });
  });

/** Ends a recording, or, for "", begins one; gives what is recorded then. */
export const record = (/** @type {string} */ name) =>
  attempt(() =>
    name
      ? call("DELETE", `/api/recordings/${encodeURIComponent(name)}`)
      : call("POST", "/api/recordings"),
  );

/** Opens simulated rooms. */
export const simulate = () => attempt(() => call("POST", "/api/demo"));
