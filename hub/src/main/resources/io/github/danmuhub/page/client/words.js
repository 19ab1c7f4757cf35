// The words of the pages in the reader's language, and numbers as he writes them.

/** `en` or `zh`. */
export const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const locale = language === "zh" ? "zh-CN" : "en-GB";

const file = new URL(`../text/${language}.json`, import.meta.url);

/** @type {Record<string, string>} */
const words = await (await fetch(file)).json();

/**
 * The words of a key, with {0}, {1} … filled in. A key without words stands for itself, so that it
 * is seen.
 *
 * @param {string} key
 * @param {...(string | number)} filled
 */
export function t(key, ...filled) {
  const text = words[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, n) => String(filled[Number(n)] ?? ""));
}

/** Whether there are words for a key. */
export function has(/** @type {string} */ key) {
  return key in words;
}

/**
 * What the hub tells by a key of its dictionaries, such as ["gate.held", "cellar"]; a part may be
 * such an array itself. Of what has no key, or one that this page does not know, the other words.
 *
 * @param {any} phrase
 * @param {string} [otherwise]
 * @returns {string}
 */
export function told(phrase, otherwise = "") {
  if (!Array.isArray(phrase) || !has(`told.${phrase[0]}`)) return otherwise;
  const [key, ...parts] = phrase;
  return t(`told.${key}`, ...parts.map((part) => (Array.isArray(part) ? told(part, part.join(" ")) : part)));
}

/** Why a room was not heard: in words of ours, else in those that it came with. */
export function gapWhy(/** @type {string | undefined} */ why) {
  const key = `gap.${(why ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  return told([key], told(["gap.other", why ?? ""]));
}

/**
 * Why a connection was refused or lost: by its code, with the library's sentence.
 *
 * @param {string | undefined} platform
 * @param {number | undefined} code
 * @param {string} said
 */
export function reason(platform, code, said) {
  const protocol = code && code >= 500 && code < 600 ? "5xx" : code;
  const keys = [`why.${platform}.${code}`, `why.${protocol}`, "why.other"];
  return told([keys.find((key) => has(`told.${key}`)), said], said);
}

/** Keeps a language, or "light", "dark", and shows the page in it. */
export function choose(/** @type {"lang" | "theme"} */ what, /** @type {string} */ value) {
  try {
    localStorage.setItem("danmu." + what, value);
  } catch {
    // storage is shut off: it holds for this load only
  }
  const url = new URL(location.href);
  url.searchParams.delete(what);
  history.replaceState(null, "", url);
  location.reload();
}

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(locale, {
  notation: "compact",
  maximumFractionDigits: 1,
  maximumSignificantDigits: 4,
  roundingPriority: "lessPrecision",
});
const money = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const clock = new Intl.DateTimeFormat(locale, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const clockSeconds = new Intl.DateTimeFormat(locale, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** 12,408 */
export const count = (/** @type {number} */ n) => whole.format(n);

/** 3.1万, 31K; exact below ten thousand. */
export const figure = (/** @type {number} */ n) => (n < 10_000 ? whole : short).format(n);

/** 20:58 */
export const time = (/** @type {string | number | Date} */ at) => clock.format(new Date(at));

/** 20:58:07 */
export const timeSeconds = (/** @type {string | number | Date} */ at) =>
  clockSeconds.format(new Date(at));

/** The same where there is little room: no hundredths from a thousand on. */
export const amountShort = (/** @type {import("./types.js").Value} */ value) =>
  spell(value, value.milli >= 1_000_000 ? figure(value.milli / 1_000) : undefined);

/** A length of time in words that fit: 38 ms, 4 s, 2:05, 1:02:05. */
export function span(/** @type {number} */ ms) {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const s = Math.floor(ms / 1_000);
  if (s < 60) return `${s} s`;
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const minutes = Math.floor(s / 60);
  if (minutes < 60) return `${minutes}:${two(s % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(s % 60)}`;
}

/**
 * An amount with its unit: {0} of the currency's words is the number.
 *
 * @param {import("./types.js").Value} value
 */
export const amount = (value) => spell(value);

/** @param {import("./types.js").Value} value */
function spell({ milli, currency }, short = "") {
  const coin = currency.includes(":");
  const number = short || (coin ? whole : money).format(milli / 1_000);
  const key = `currency.${currency.replace(":", "_")}`;
  const words = has(key) ? t(key, number) : `${number} ${currency.replace(/^.*:/, "")}`;
  return words.replace(/([万亿]) /, "$1"); // 1.2万元
}
