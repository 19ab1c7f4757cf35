// Makes the address of an overlay: each option as a control, the overlay beside it, the address to
// copy.

import { css, html, nothing, render } from "lit";
import { language, t } from "../client/words.js";
import { copy } from "../components/copy-field.js";
import { HubElement } from "../components/element.js";
import { OPTIONS } from "../overlay/options.js";
import { starter } from "../overlay/starter.js";
import "../components/look-choice.js";
import "../components/option-field.js";
import "../components/overlay-address.js";
import "../components/overlay-import.js";
import "../components/overlay-preview.js";
import "../components/panel.js";
import "../components/top-bar.js";

/** @typedef {import("../overlay/options.js").Option} Option */

/** The overlays, with the size that OBS is to give them. */
const OVERLAYS = [
  { name: "chat", size: "480 × 800" },
  { name: "gifts", size: "480 × 400" },
  { name: "danmaku", size: "1920 × 1080" },
  { name: "ticker", size: "1200 × 80" },
  { name: "battle", size: "800 × 120" },
  { name: "vote", size: "480 × 260" },
  { name: "show", size: "1280 × 720" },
];
const GROUPS = ["look", "shown", "held", "left_out", "sound"];
const TYPING_MS = 300;

class OverlaySettings extends HubElement {
  static properties = {
    overlay: { state: true },
    chosen: { state: true },
    shown: { state: true },
    own: { state: true },
  };

  static styles = css`
    main {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(340px, 42%);
      gap: var(--s4);
      padding: var(--s4) var(--s5) var(--s6);
      max-width: 1560px;
      margin: auto;
      align-items: start;
    }
    .stack {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    .preview {
      position: sticky;
      top: calc(var(--bar) + var(--s4));
    }
    h1 {
      margin: var(--s1) 0 0;
      font-size: 22px;
      letter-spacing: -0.01em;
    }
    .tabs {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
    .controls {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
      gap: var(--s3) var(--s4);
      padding: var(--s4);
    }
    .controls + .controls {
      padding-top: 0;
    }
    .switches {
      row-gap: var(--s1);
    }
    hub-look-choice {
      padding: var(--s4) var(--s4) 0;
    }
    textarea {
      display: block;
      width: calc(100% - 2 * var(--s4));
      margin: var(--s4);
      padding: var(--s3);
      min-height: 180px;
      resize: vertical;
      border: 1px solid var(--edge);
      border-radius: var(--radius-small);
      background: var(--surface);
      color: inherit;
      font: var(--small) / 1.6 var(--mono);
      tab-size: 2;
    }
    @media (max-width: 900px) {
      main {
        grid-template-columns: minmax(0, 1fr);
        padding: var(--s3);
      }
      .preview {
        position: static;
        order: -1;
      }
    }
  `;

  constructor() {
    super();
    this.overlay = "chat";
    /** @type {Record<string, string>} what is not normal */
    this.chosen = {};
    this.shown = "";
    /** @type {string | undefined} the user's styles; undefined while they are untouched */
    this.own = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#preview();
  }

  /** Those that mean something for this overlay. */
  get #options() {
    const look = this.chosen.look ?? "outline";
    return OPTIONS.filter(
      ({ on, looks }) => (!on || on.includes(this.overlay)) && (!looks || looks.includes(look)),
    );
  }

  get #path() {
    const names = new Set(this.#options.map(({ name }) => name));
    const query = new URLSearchParams(
      Object.entries(this.chosen).filter(([name]) => names.has(name)),
    );
    return `/overlay/${this.overlay}${query.size ? `?${query}` : ""}`;
  }

  /** The overlay with invented events, a moment after the last change. */
  #preview() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const path = this.#path;
      this.shown = `${path}${path.includes("?") ? "&" : "?"}demo=1&lang=${language}`;
    }, TYPING_MS);
  }

  render() {
    return html`
      <main @hub-option=${this.#set} @hub-import=${this.#import}>
        <div class="stack">
          <h1>${t("overlay.title")}</h1>
          <div class="tabs" role="group" aria-label=${t("overlay.which")}>
            ${OVERLAYS.map(
              ({ name }) => html`<button
                aria-pressed=${name === this.overlay}
                data-overlay=${name}
                @click=${() => this.#show(name)}
              >
                ${t(`overlay.${name}`)}
              </button>`,
            )}
          </div>
          ${GROUPS.map((group) => this.#group(group))} ${this.#styles()}
          <hub-overlay-import></hub-overlay-import>
        </div>
        <div class="stack preview">
          <hub-overlay-preview src=${this.shown} styles=${this.own ?? ""}></hub-overlay-preview>
          <hub-overlay-address path=${this.#path} size=${this.#size}></hub-overlay-address>
        </div>
      </main>
    `;
  }

  get #size() {
    return OVERLAYS.find(({ name }) => name === this.overlay)?.size ?? "";
  }

  #group(/** @type {string} */ group) {
    const options = this.#options.filter((option) => option.group === group);
    if (options.length === 0) return nothing;
    const fields = options.filter(({ kind, name }) => kind !== "switch" && name !== "look");
    const switches = options.filter(({ kind }) => kind === "switch");
    return html`<hub-panel heading=${t(`overlay.group.${group}`)}>
      ${group === "look"
        ? html`<hub-look-choice value=${this.chosen.look ?? "outline"}></hub-look-choice>`
        : nothing}
      ${switches.length
        ? html`<div class="controls switches">${switches.map(this.#field)}</div>`
        : nothing}
      ${fields.length ? html`<div class="controls">${fields.map(this.#field)}</div>` : nothing}
    </hub-panel>`;
  }

  #field = (/** @type {Option} */ option) => html`<hub-option-field
    .option=${option}
    value=${this.chosen[option.name] ?? option.normal}
  ></hub-option-field>`;

  /** What goes into OBS under "Custom CSS". */
  #styles() {
    const text = this.own ?? starter(this.overlay);
    return html`<hub-panel heading=${t("overlay.css")}>
      <button slot="tools" class="plain" ?disabled=${this.own === undefined} @click=${this.#reset}>
        ${t("overlay.cssReset")}
      </button>
      <button slot="tools" id="copy-css" @click=${() => copy(text)}>${t("overlay.cssCopy")}</button>
      <textarea
        aria-label=${t("overlay.css")}
        spellcheck="false"
        .value=${text}
        @input=${(/** @type {Event} */ event) =>
          (this.own = /** @type {HTMLTextAreaElement} */ (event.target).value)}
      ></textarea>
    </hub-panel>`;
  }

  #reset() {
    this.own = undefined;
  }

  #set(/** @type {CustomEvent<{name: string, value: string}>} */ event) {
    const { name, value } = event.detail;
    const chosen = { ...this.chosen };
    const normal = OPTIONS.find((option) => option.name === name)?.normal;
    if (value === normal || value === "") delete chosen[name];
    else chosen[name] = value;
    this.chosen = chosen;
    this.#preview();
  }

  #show(/** @type {string} */ name) {
    this.overlay = name;
    this.#preview();
  }

  #import(/** @type {CustomEvent<Record<string, string>>} */ event) {
    this.chosen = { ...this.chosen, ...event.detail };
    this.#preview();
  }
}

customElements.define("hub-overlay-settings", OverlaySettings);
document.title = t("overlay.title");
render(
  html`<hub-top-bar current="/settings/overlay"></hub-top-bar
    ><hub-overlay-settings></hub-overlay-settings>`,
  document.body,
);
