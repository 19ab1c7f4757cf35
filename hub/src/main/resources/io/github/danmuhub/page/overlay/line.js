// A line of an overlay, as DOM with documented class names: a user's CSS reaches them.

import { clean } from "../client/clean.js";
import { called, when } from "../client/events.js";
import { paid, says, word } from "../client/line.js";
import { tier } from "../client/money.js";
import { count, t, time } from "../client/words.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */
/** @typedef {import("./options.js").Options} Options */

const LONGEST = 300;
/** No platform has longer names. */
const NAME = 32;

/** @param {LiveEvent} event @param {Options} options @param {boolean} isMixed rooms of several platforms */
export function line(event, options, isMixed) {
  const roles = event.user?.roles ?? [];
  const element = make("div", ["line", event.type, ...roles.map((role) => `is-${role}`)]);
  element.dataset.platform = event.platform;
  tint(element, event);
  if (options.isOn("avatars")) element.append(avatar(event.user?.avatar));
  element.append(words(event, options, isMixed, roles));
  return element;
}

/** @param {string[]} roles */
function words(/** @type {LiveEvent} */ event, /** @type {Options} */ options, /** @type {boolean} */ isMixed, roles) {
  const body = make("span", ["body"]);
  if (options.isOn("time")) body.append(make("time", ["time"], time(when(event))));
  if (options.isOn("platform") && isMixed) {
    body.append(make("bdi", ["platform"], word("short", event.platform)));
  }
  const badge = event.user?.badge;
  if (options.isOn("badges") && badge?.name) {
    body.append(make("bdi", ["badge"], `${badge.name} ${badge.level}`));
  }
  if (options.isOn("roles")) {
    for (const role of roles.filter((each) => each === "anchor" || each === "moderator")) {
      body.append(make("bdi", ["role"], t(`role.${role}`)));
    }
  }
  if (event.user) body.append(make("bdi", ["name"], [...called(event.user)].slice(0, NAME).join("")));
  body.append(text(event, options.number("emotes")));
  const times = (event.repeated ?? 0) > 1 ? `×${count(event.repeated ?? 0)}` : "";
  body.append(make("span", ["count"], times));
  const sum = paid(event);
  if (sum) body.append(make("bdi", ["price"], sum));
  return body;
}

/** The colours of its tier, for what is paid. */
export function tint(/** @type {HTMLElement} */ element, /** @type {LiveEvent} */ event) {
  if (event.type !== "super_chat" && event.type !== "membership") return;
  const { ground, ink } = tier(event);
  element.style.setProperty("--tier", ground);
  element.style.setProperty("--tier-ink", ink);
}

/** The text, with pictures in place of its emotes. */
function text(/** @type {LiveEvent} */ event, /** @type {number} */ size) {
  const element = make("bdi", ["text"]);
  element.translate = event.type !== "chat";
  const all = says(event).slice(0, LONGEST);
  const emotes = size > 0 ? (event.emotes ?? []).filter((each) => isPicture(each.url)) : [];
  let rest = all;
  while (rest) {
    const next = emotes
      .map((emote) => ({ emote, at: rest.indexOf(clean(emote.key)) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    element.append(rest.slice(0, next.at), picture(next.emote.url, "emote", next.emote.key));
    rest = rest.slice(next.at + clean(next.emote.key).length);
  }
  element.append(rest);
  if (size > 0 && isPicture(event.image)) element.append(picture(event.image ?? "", "sticker", all));
  return element;
}

/** The picture of somebody, or a round of colour. */
export function avatar(/** @type {string | undefined} */ url) {
  return isPicture(url) ? picture(url ?? "", "avatar", "") : make("span", ["avatar"]);
}

/** A platform's picture: over TLS, and never the hub itself. */
function isPicture(/** @type {string | undefined} */ url) {
  try {
    const parsed = new URL(url ?? "");
    return parsed.protocol === "https:" && parsed.host !== location.host;
  } catch {
    return false;
  }
}

function picture(/** @type {string} */ url, /** @type {string} */ name, /** @type {string} */ alt) {
  const element = /** @type {HTMLImageElement} */ (make("img", [name]));
  element.referrerPolicy = "no-referrer";
  element.alt = alt;
  element.onerror = () => element.replaceWith(make("span", [name], alt));
  element.src = url;
  return element;
}

/** @param {string[]} names */
export function make(/** @type {string} */ tag, names, words = "") {
  const element = document.createElement(tag);
  element.classList.add(...names);
  element.translate = !names.includes("name");
  element.textContent = clean(words);
  return element;
}
