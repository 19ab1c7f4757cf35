// <hub-chart .rows=… .start=… .gaps=… form="line|bars" label="…">: sums a minute, with what was not
// heard hatched. uPlot draws it.

import { css, html } from "lit";
import uPlot from "uplot";
import { t, time } from "../client/words.js";
import { HubElement } from "./element.js";

const MINUTE = 60;
/** A chart is at least so wide, so that the first minutes do not look like a storm. */
const LEAST_MINUTES = 10;
const HEIGHT = 150;
const LEAST_ROOM = 46;

const sheet = new CSSStyleSheet();
sheet.replace(
  await (await fetch(new URL("../lib/uplot/dist/uPlot.min.css", import.meta.url))).text(),
);

class Chart extends HubElement {
  static properties = {
    rows: { attribute: false },
    start: { type: Number },
    gaps: { attribute: false },
    form: {},
    label: {},
    words: { attribute: false },
  };

  static styles = css`
    :host {
      padding: var(--s3) var(--s3) var(--s2);
      position: relative;
    }
    #plot {
      height: ${HEIGHT}px;
    }
    #read {
      position: absolute;
      top: var(--s2);
      right: var(--s4);
      pointer-events: none;
    }
    .u-select {
      display: none;
    }
    .probe {
      display: none;
    }
  `;

  constructor() {
    super();
    /** @type {number[]} sums, of one minute each */
    this.rows = [];
    /** The first one's minute, of the epoch. */
    this.start = 0;
    /** @type {{from: number, to: number, why: string}[]} in milliseconds */
    this.gaps = [];
    /** @type {"line" | "bars"} */
    this.form = "line";
    this.label = "";
    /** @type {(n: number) => string} */
    this.words = String;
    /** @type {uPlot | undefined} */
    this.plot = undefined;
    /** @type {ResizeObserver | undefined} */
    this.resized = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    const root = /** @type {ShadowRoot} */ (this.renderRoot);
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
    }
    this.colours = matchMedia("(prefers-color-scheme: dark)");
    this.colours.onchange = () => this.#make();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resized?.disconnect();
    this.plot?.destroy();
    this.plot = undefined;
  }

  render() {
    return html`
      <div id="plot" role="img" aria-label=${this.#summary()}></div>
      <div id="read" class="small soft" aria-hidden="true"></div>
    `;
  }

  #summary() {
    const most = Math.max(0, ...this.rows);
    const now = this.rows[this.rows.length - 1] ?? 0;
    return t("charts.label", this.label, this.words(now), this.words(most));
  }

  firstUpdated() {
    this.resized = new ResizeObserver(() => this.#fit());
    this.resized.observe(this);
    this.#make();
  }

  updated() {
    this.#show();
  }

  #show() {
    const [at, sums] = this.#data();
    if (!this.plot || at.length === 0) return;
    const last = at[at.length - 1] + (this.form === "bars" ? MINUTE * 0.75 : 0);
    this.plot.batch(() => {
      this.plot?.setData([at, sums], false);
      this.plot?.setScale("x", { min: Math.min(at[0], last - LEAST_MINUTES * MINUTE), max: last });
    });
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector("#plot"));
  }

  #fit() {
    const width = this.#box.clientWidth;
    if (this.plot && width > 0 && width !== this.plot.width) {
      this.plot.setSize({ width, height: HEIGHT });
    }
  }

  /** A minute without anything that was not heard is not a minute with nothing. */
  #data() {
    const at = this.rows.map((_, i) => (this.start + i) * MINUTE);
    const sums = this.rows.map((sum, i) => (sum === 0 && this.#isMissed(at[i]) ? null : sum));
    return /** @type {const} */ ([at, sums]);
  }

  #isMissed(/** @type {number} */ second) {
    return this.gaps.some((gap) => gap.from / 1_000 < second + MINUTE && gap.to / 1_000 > second);
  }

  /** The colour that a token means here and now, as a canvas understands it. */
  #colour(/** @type {string} */ token) {
    const probe = document.createElement("i");
    probe.style.color = `var(${token})`;
    this.renderRoot.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }

  #make() {
    this.plot?.destroy();
    const [ink, line] = [this.#colour("--soft"), this.#colour("--line")];
    const stroke = this.#colour(this.form === "bars" ? "--series-2" : "--series-1");
    const font = `11px ${getComputedStyle(this).fontFamily}`;
    const axis = { stroke: ink, font, grid: { stroke: line, width: 1 }, ticks: { show: false } };
    this.plot = new uPlot(
      {
        width: Math.max(100, this.#box.clientWidth),
        height: HEIGHT,
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false } },
        padding: [8, 18, 0, 0],
        scales: {
          x: { auto: false, range: (_, least, most) => [least, most] },
          y: { range: (_, __, most) => [0, Math.max(4, most * 1.15)] },
        },
        axes: [
          { ...axis, size: 26, gap: 6, space: 64, values: (_, at) => at.map((s) => time(s * 1_000)) },
          { ...axis, size: room, gap: 6, space: 34, values: (_, at) => at.map(this.words) },
        ],
        series: [
          {},
          {
            stroke,
            width: 2,
            fill: fade(stroke, this.form === "bars" ? 0.75 : 0.14),
            points: { show: (plot) => this.form === "line" && plot.data[0].length < 3 },
            paths: this.form === "bars" ? bars() : undefined,
          },
        ],
        hooks: { drawAxes: [(plot) => this.#hatch(plot)], setCursor: [(plot) => this.#read(plot)] },
      },
      [[], []],
      this.#box,
    );
    this.#show();
  }

  /** What was not heard is not zero. */
  #hatch(/** @type {uPlot} */ plot) {
    const { left, top, width, height } = plot.bbox;
    const paint = plot.ctx;
    paint.save();
    for (const gap of this.gaps) {
      const from = Math.max(left, plot.valToPos(gap.from / 1_000, "x", true));
      const to = Math.min(left + width, plot.valToPos(gap.to / 1_000, "x", true));
      if (to < left || from > left + width) continue;
      paint.fillStyle = hatching(paint, this.#colour("--gap"));
      paint.fillRect(from, top, Math.max(4, to - from), height);
    }
    paint.restore();
  }

  #read(/** @type {uPlot} */ plot) {
    const at = plot.cursor.idx;
    const read = this.renderRoot.querySelector("#read");
    if (!read) return;
    const value = at == null ? undefined : this.rows[at];
    const second = (this.start + (at ?? 0)) * MINUTE;
    read.textContent =
      value === undefined ? "" : `${time(second * 1_000)}  ${this.words(value)}`;
  }
}

/** Room for the longest of what stands at an axis; a Chinese character is half as wide again. */
function room(/** @type {uPlot} */ _, /** @type {string[] | null} */ words) {
  const width = (/** @type {string} */ text) =>
    [...text].reduce((sum, each) => sum + (each < "\u2e80" ? 7 : 11), 10);
  return Math.max(LEAST_ROOM, ...(words ?? []).map(width));
}

const bars = () => uPlot.paths.bars?.({ size: [0.7, 28], radius: 0.2 });

const fade = (/** @type {string} */ colour, /** @type {number} */ alpha) =>
  `color-mix(in srgb, ${colour} ${alpha * 100}%, transparent)`;

/** @param {CanvasRenderingContext2D} paint */
function hatching(paint, /** @type {string} */ colour) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const line = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  line.strokeStyle = colour;
  line.lineWidth = 2;
  line.beginPath();
  line.moveTo(-2, 6);
  line.lineTo(6, -2);
  line.moveTo(2, 10);
  line.lineTo(10, 2);
  line.stroke();
  return paint.createPattern(tile, "repeat") ?? colour;
}

customElements.define("hub-chart", Chart);
