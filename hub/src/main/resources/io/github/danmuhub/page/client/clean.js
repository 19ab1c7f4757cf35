// What viewers write, made fit to stand beside other words: it stays theirs, but it neither turns
// its neighbours around nor climbs out of its line.

/** Embeddings, overrides and isolates: a name without its end would take the rest of the line. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** More marks on one letter than any script has. */
const TOWER = /(\p{M}{3})\p{M}+/gu;
/** What would be seen as nothing or as a break. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** The same text without that. */
export const clean = (/** @type {string} */ text) =>
  text.replace(TURNS, "").replace(CONTROL, " ").replace(TOWER, "$1");
