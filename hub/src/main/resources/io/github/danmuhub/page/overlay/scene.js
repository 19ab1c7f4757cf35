// What every overlay shares: its styles, its options, its events (or invented ones), the message
// that the dashboard features, and how long it stays.

import { kind } from "../client/events.js";
import { Feed } from "../client/feed.js";
import { followMarks } from "../client/marks.js";
import { yuan } from "../client/money.js";
import { t } from "../client/words.js";
import { demo } from "./demo.js";
import { Options } from "./options.js";
import { tally } from "./tally.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

/** Options of this page's address. */
export const options = new Options(new URLSearchParams(location.search));

/** Puts the styles in, and those of the page itself; nothing is painted before they are there. */
export async function dress(/** @type {string[]} */ ...own) {
  document.title = t("name");
  const look = options.text("look");
  const { body } = document;
  body.dataset.look = look;
  body.dataset.from = options.text("from");
  body.dataset.enter = options.text("enter");
  const set = (/** @type {string} */ name, /** @type {string} */ value) =>
    value && body.style.setProperty(name, value);
  set("--size", `${options.number("size")}px`);
  set("--edge", `${options.number("edge")}px`);
  set("--blur", `${options.number("blur")}px`);
  set("--emote", `${options.number("emotes")}px`);
  set("--text-colour", colour("colour"));
  set("--edge-colour", colour("edge_colour"));
  set("font-family", options.text("font").replace(/[;{}]/g, ""));
  await Promise.all(["scene", "stages", ...own, `looks/${look}`].map(sheet));
}

/** The styles stand in a layer, so that whatever a user's CSS says goes before them. */
function sheet(/** @type {string} */ name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`${name}.css`, import.meta.url).href;
  const loaded = new Promise((done) => (link.onload = link.onerror = done));
  document.head.append(link);
  return loaded;
}

function colour(/** @type {string} */ name) {
  const value = options.text(name);
  return CSS.supports("color", value) ? value : "";
}

/**
 * Hears what passes the options, for ever.
 *
 * @param {(events: LiveEvent[]) => void} show
 * @param {{types?: string[], onFeature?: (event: LiveEvent) => void, onClear?: () => void}} [more]
 *   types: only these; all where absent
 */
export function listen(show, more = {}) {
  const { types } = more;
  const pass = (/** @type {LiveEvent[]} */ events) => {
    const some = events.filter(
      (event) => passes(event) && (types === undefined || types.includes(event.type)),
    );
    tally.heard += events.length;
    tally.leftOut += events.length - some.length;
    if (some.length > 0) show(some);
  };
  if (options.isDemo) {
    demo(pass, types);
    return;
  }
  new Feed({ rooms: options.list("room"), types, onEvents: pass });
  followMarks(more);
}

/** The option that shows a kind of line. */
const SHOWS = /** @type {Record<string, string>} */ ({
  chat: "chat",
  gift: "gifts",
  paid: "paid",
  coming: "coming",
});

const words = options.list("words");
const users = options.list("users");

function passes(/** @type {LiveEvent} */ event) {
  if (event.history || event.type === "retract") return event.type === "retract";
  if (event.type === "battle") return true;
  const shows = SHOWS[kind(event) ?? ""];
  if (!shows || !options.isOn(shows)) return false;
  if (event.type === "gift" && yuan(event.value) < options.number("value")) return false;
  if (event.type === "chat" && (event.user?.level ?? 0) < options.number("level")) return false;
  const said = (event.text ?? "").toLowerCase();
  const name = (event.user?.name ?? "").toLowerCase();
  return !words.some((each) => said.includes(each)) && !users.some((each) => name === each);
}
