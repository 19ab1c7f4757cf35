// Calls of the hub's doors. What is refused becomes a Refusal, in the reader's words.

import { told } from "./words.js";

/** The token of the address, which OBS and other windows without a sign-in bring. */
export const token = new URLSearchParams(location.search).get("token");

/** What the hub refused, or that it was not there (status 0). */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} code the hub's stable word for it
   * @param {string} words
   */
  constructor(status, code, words) {
    super(words);
    this.status = status;
    this.code = code;
  }
}

/**
 * One call; the answer's JSON, undefined where there is none.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
export async function call(method, path, body) {
  const headers = new Headers();
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  const text = body === undefined ? undefined : JSON.stringify(body);
  /** @type {Response} */
  let answer;
  try {
    answer = await fetch(path, { method, headers, body: text });
  } catch {
    throw new Refusal(0, "away", told(["problem.away"]));
  }
  const type = answer.headers.get("content-type") ?? "";
  const json = type.includes("json") ? await answer.json().catch(() => undefined) : undefined;
  if (answer.ok) return json;
  const code = String(json?.type ?? "").replace(/^.*:/, "");
  const other = told(["problem.other", json?.detail ?? String(answer.status)]);
  throw new Refusal(answer.status, code, told(json?.told, other));
}

/** @param {string} path */
export const get = (path) => call("GET", path);
