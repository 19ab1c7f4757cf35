// One line of a list of messages, as plain DOM: two hundred a second are made of these. What viewers
// wrote becomes text, each piece in a <bdi>, so that no name turns the rest of its line around.

import { clean } from "../client/clean.js";
import { called, kind, nameOf, personOf, roomOf, when } from "../client/events.js";
import { paid, says, word } from "../client/line.js";
import { tier } from "../client/money.js";
import { count, t, time, timeSeconds } from "../client/words.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const LONGEST = 600;

/** The name of a first message, as the hub tells of newcomers. */
export const firstName = (/** @type {LiveEvent} */ event) =>
  `${roomOf(event)} ${personOf(event)} ${Date.parse(event.received ?? "")}`;

/**
 * The element of an event.
 *
 * @param {LiveEvent} event
 * @param {{marksRoom: boolean, isFirst: boolean}} how marksRoom: whether its platform is told
 */
export function messageRow(event, how) {
  const row = document.createElement("div");
  row.className = `row ${kind(event)} ${event.type}`;
  row.classList.toggle("first", how.isFirst);
  row.classList.toggle("taken", event.taken === true);
  row.tabIndex = -1;
  row.setAttribute("role", "article");
  row.dataset.name = nameOf(event);
  row.append(clock(event), body(event, how));
  if (event.type === "super_chat") {
    row.style.setProperty("--tier", tier(event).ground);
  }
  return row;
}

function clock(/** @type {LiveEvent} */ event) {
  const at = document.createElement("time");
  const date = new Date(when(event));
  at.textContent = time(date);
  at.title = timeSeconds(date);
  return at;
}

/** @param {{marksRoom: boolean, isFirst: boolean}} how */
function body(/** @type {LiveEvent} */ event, how) {
  const words = document.createElement("span");
  words.className = "words";
  if (how.marksRoom && event.platform) {
    words.append(piece("at", word("short", event.platform), roomOf(event)));
  }
  const badge = event.user?.badge;
  if (badge?.name) words.append(piece("badge", clean(`${badge.name} ${badge.level}`)));
  for (const role of event.user?.roles ?? []) {
    if (role === "anchor" || role === "moderator") words.append(piece("role", t(`role.${role}`)));
  }
  if (how.isFirst) words.append(piece("new", t("line.first")));
  if (event.user) words.append(piece("who", called(event.user)));
  const what = piece("what", cut(says(event)));
  what.translate = event.type !== "chat";
  words.append(what);
  if ((event.repeated ?? 0) > 1) words.append(piece("times", `×${count(event.repeated ?? 0)}`));
  const sum = paid(event);
  if (sum) words.append(piece("sum", sum));
  return words;
}

/** A piece of text, set apart from its neighbours. */
function piece(/** @type {string} */ name, /** @type {string} */ text, title = "") {
  const element = document.createElement("bdi");
  element.className = name;
  element.translate = name !== "who";
  element.textContent = text;
  if (title) element.title = title;
  return element;
}

/** Ten thousand characters are a wall; whole characters stay. */
function cut(/** @type {string} */ text) {
  return text.length <= LONGEST ? text : [...text.slice(0, LONGEST)].slice(0, -1).join("") + "…";
}
