// Makes the address of an overlay: each option as a control, the overlay beside it, the address to
// copy.

import { css, html, nothing, render } from "lit";
import { language, t } from "../client/words.js";
import { HubElement } from "../components/element.js";
import { toast } from "../components/toast.js";
import { fromBlivechat } from "../overlay/blivechat.js";
import { OPTIONS } from "../overlay/options.js";
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
const GROUNDS = ["video", "dark", "squares"];
const GROUPS = ["look", "shown", "held", "left_out", "sound"];
const TYPING_MS = 300;

class OverlaySettings extends HubElement {
  static properties = {
    overlay: { state: true },
    ground: { state: true },
    chosen: { state: true },
    shown: { state: true },
  };

  static styles = css`
    main {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(340px, 42%);
      gap: var(--s4);
      padding: var(--s4) var(--s5);
      max-width: 1680px;
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
      margin: 0;
      font-size: 20px;
    }
    .tabs {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1);
    }
    .controls {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
      gap: var(--s3) var(--s4);
      padding: var(--s4);
    }
    label {
      display: grid;
      gap: 2px;
      align-content: start;
    }
    label.switch {
      grid-template-columns: auto 1fr;
      align-items: center;
      gap: var(--s2);
      min-height: var(--touch);
    }
    .stage {
      height: min(480px, 60vh);
    }
    iframe {
      display: block;
      width: 100%;
      height: 100%;
      border: 0;
    }
    .video {
      background: radial-gradient(120% 90% at 80% 0, #7f5a83 0, #32405f 45%, #101624 100%);
    }
    .dark {
      background: #0e1012;
    }
    .squares {
      background: repeating-conic-gradient(#bbb 0 25%, #eee 0 50%) 0 0 / 24px 24px;
    }
    .address {
      display: flex;
      gap: var(--s2);
      padding: var(--s3) var(--s4);
    }
    .address input {
      flex: 1;
      font-family: var(--mono);
      font-size: var(--small);
    }
    ol {
      margin: 0;
      padding: var(--s3) var(--s4) var(--s4) calc(var(--s4) + 18px);
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
    this.ground = "video";
    /** @type {Record<string, string>} what is not normal */
    this.chosen = {};
    this.shown = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#preview();
  }

  get #address() {
    const query = new URLSearchParams(this.chosen);
    return `${location.origin}/overlay/${this.overlay}${query.size ? `?${query}` : ""}`;
  }

  /** The overlay with invented events, a moment after the last change. */
  #preview() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const query = new URLSearchParams({ ...this.chosen, demo: "1", lang: language });
      this.shown = `/overlay/${this.overlay}?${query}`;
    }, TYPING_MS);
  }

  render() {
    return html`
      <main>
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
          ${GROUPS.map((group) => this.#group(group))}
          <hub-panel heading=${t("overlay.import")}>
            <div class="address">
              <input
                aria-label=${t("overlay.import")}
                placeholder=${t("overlay.blivechat")}
                @change=${this.#import}
              />
            </div>
          </hub-panel>
        </div>
        <div class="stack preview">
          <hub-panel heading=${t("overlay.preview")}>
            <div slot="tools" class="tabs">
              ${GROUNDS.map(
                (ground) => html`<button
                  class="plain"
                  aria-pressed=${ground === this.ground}
                  @click=${() => (this.ground = ground)}
                >
                  ${t(`overlay.ground.${ground}`)}
                </button>`,
              )}
            </div>
            <div class="stage ${this.ground}">
              ${this.shown
                ? html`<iframe title=${t("overlay.preview")} src=${this.shown}></iframe>`
                : nothing}
            </div>
          </hub-panel>
          <hub-panel heading=${t("overlay.address")}>
            <div class="address">
              <input id="address" readonly aria-label=${t("overlay.address")} .value=${this.#address} />
              <button class="go" @click=${this.#copy}>${t("overlay.copy")}</button>
            </div>
            <ol>
              <li>${t("overlay.step.add")}</li>
              <li>${t("overlay.step.size", this.#size)}</li>
              <li>${t("overlay.step.css")}</li>
            </ol>
          </hub-panel>
        </div>
      </main>
    `;
  }

  get #size() {
    return OVERLAYS.find(({ name }) => name === this.overlay)?.size ?? "";
  }

  #group(/** @type {string} */ group) {
    return html`<hub-panel heading=${t(`overlay.group.${group}`)}>
      <div class="controls">
        ${OPTIONS.filter((option) => option.group === group).map((option) => this.#control(option))}
      </div>
    </hub-panel>`;
  }

  #control(/** @type {Option} */ option) {
    const value = this.chosen[option.name] ?? option.normal;
    const words = t(`overlay.option.${option.name}`);
    const set = (/** @type {string} */ to) => this.#set(option, to);
    const typed = (/** @type {Event} */ event) =>
      set(/** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value);
    if (option.kind === "switch") {
      return html`<label class="switch">
        <input
          type="checkbox"
          name=${option.name}
          .checked=${value === "1"}
          @change=${(/** @type {Event} */ event) =>
            set(/** @type {HTMLInputElement} */ (event.target).checked ? "1" : "0")}
        />${words}
      </label>`;
    }
    if (option.kind === "choice") {
      return html`<label
        ><span class="small soft">${words}</span>
        <select name=${option.name} @change=${typed}>
          ${option.choices?.map(
            (choice) => html`<option value=${choice} ?selected=${choice === value}>
              ${t(`overlay.choice.${choice}`)}
            </option>`,
          )}
        </select></label
      >`;
    }
    return html`<label
      ><span class="small soft">${words}</span>
      <input
        name=${option.name}
        type=${option.kind === "number" ? "number" : "text"}
        min=${option.least ?? nothing}
        max=${option.most ?? nothing}
        placeholder=${option.kind === "colour" ? "#ffffff" : ""}
        .value=${value}
        @input=${typed}
    /></label>`;
  }

  #set(/** @type {Option} */ option, /** @type {string} */ value) {
    const chosen = { ...this.chosen };
    if (value === option.normal || value === "") delete chosen[option.name];
    else chosen[option.name] = value;
    this.chosen = chosen;
    this.#preview();
  }

  #show(/** @type {string} */ name) {
    this.overlay = name;
    this.#preview();
  }

  #import(/** @type {Event} */ event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    try {
      this.chosen = { ...this.chosen, ...fromBlivechat(field.value) };
      field.value = "";
      this.#preview();
    } catch {
      toast(t("overlay.notImported"), { bad: true });
    }
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#address);
      toast(t("overlay.copied"));
    } catch {
      const field = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("#address"));
      field.select();
    }
  }
}

customElements.define("hub-overlay-settings", OverlaySettings);
document.title = t("overlay.title");
render(
  html`<hub-top-bar current="/settings/overlay"></hub-top-bar
    ><hub-overlay-settings></hub-overlay-settings>`,
  document.body,
);
