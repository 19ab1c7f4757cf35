// Colours that platforms send, made legible.

const WHITE = "#ffffff";
/** What WCAG 2 asks of small text. */
const ENOUGH = 4.5;
/** A ground on which white is at least so legible is made darker; a lighter one gets a dark ink. */
const NEARLY = 3;

/** @typedef {[number, number, number]} Rgb */

/**
 * A ground with an ink that can be read on it; undefined for what is no colour.
 *
 * @param {unknown} text such as #2A60B2
 */
export function legible(text) {
  const rgb = parsed(text);
  if (!rgb) return undefined;
  const onWhite = contrast(rgb);
  if (onWhite < NEARLY) return { ground: written(rgb), ink: written(scaled(rgb, 0.16)) };
  let ground = rgb;
  while (contrast(ground) < ENOUGH) ground = scaled(ground, 0.97);
  return { ground: written(ground), ink: WHITE };
}

/** @returns {Rgb | undefined} */
function parsed(/** @type {unknown} */ text) {
  if (typeof text !== "string" || !/^#[0-9a-f]{6}$/i.test(text)) return undefined;
  const [, r, g, b] = text.match(/^#(..)(..)(..)$/) ?? [];
  return [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)];
}

const written = (/** @type {Rgb} */ rgb) =>
  `#${rgb.map((each) => each.toString(16).padStart(2, "0")).join("")}`;

const scaled = (/** @type {Rgb} */ [r, g, b], /** @type {number} */ by) =>
  /** @type {Rgb} */ ([Math.floor(r * by), Math.floor(g * by), Math.floor(b * by)]);

/** Of white to it, by WCAG 2. */
const contrast = (/** @type {Rgb} */ rgb) => 1.05 / (luminance(rgb) + 0.05);

function luminance(/** @type {Rgb} */ rgb) {
  const [r, g, b] = rgb.map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
