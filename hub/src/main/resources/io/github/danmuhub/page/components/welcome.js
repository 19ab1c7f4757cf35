// <hub-welcome>: the first screen of a hub without rooms: what to do.

import { css, html, nothing } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";

const EXAMPLES = [
  "https://live.bilibili.com/545068",
  "https://live.douyin.com/80017709309",
  "https://www.huya.com/lpl",
];

class Welcome extends HubElement {
  static properties = {
    adding: { state: true },
    refused: { state: true },
    simulates: { type: Boolean },
  };

  static styles = css`
    :host {
      display: grid;
      place-items: center;
      min-height: calc(100vh - 56px);
      padding: var(--s5) var(--s4);
    }
    section {
      width: min(620px, 100%);
    }
    svg {
      display: block;
      width: 100%;
      height: 120px;
      margin-bottom: var(--s5);
      mask-image: linear-gradient(90deg, #000 75%, transparent);
    }
    h1 {
      margin: 0 0 var(--s2);
      font-size: 30px;
      line-height: 1.2;
      letter-spacing: -0.02em;
      text-wrap: balance;
    }
    p {
      margin: 0 0 var(--s5);
      color: var(--soft);
      font-size: 16px;
      text-wrap: pretty;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      margin-bottom: var(--s3);
    }
    input {
      flex: 1 1 240px;
      min-height: 48px;
      font-size: 16px;
      padding: 0 var(--s4);
    }
    .go {
      min-height: 48px;
      padding: 0 var(--s5);
      font-size: 16px;
    }
    ul {
      margin: 0 0 var(--s5);
      padding: 0;
      list-style: none;
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
      font-size: var(--small);
      color: var(--soft);
    }
    .refused {
      flex: 1 0 100%;
      margin: 0;
      font-size: var(--text);
      color: var(--bad);
      overflow-wrap: anywhere;
    }
    @media (max-width: 480px) {
      .go {
        flex: 1 0 auto;
      }
    }
    .or {
      display: flex;
      align-items: center;
      gap: var(--s3);
      flex-wrap: wrap;
    }
  `;

  constructor() {
    super();
    this.adding = false;
    this.refused = "";
    this.simulates = false;
  }

  render() {
    return html`
      <section>
        <svg viewBox="0 0 620 120" aria-hidden="true" preserveAspectRatio="xMinYMid slice">
          <g stroke-width="12" stroke-linecap="round" stroke="var(--line)">
            <path d="M6 16h150M190 16h60M300 16h220" />
            <path d="M60 44h90M240 44h180M470 44h144" />
            <path d="M6 72h210M260 72h70M470 72h90" />
            <path d="M110 100h170M330 100h120M520 100h94" />
            <path d="M190 44h10M370 72h60" stroke="var(--accent)" />
            <path d="M36 100h34" stroke="var(--series-2)" />
          </g>
        </svg>
        <h1>${t("welcome.title")}</h1>
        <p>${t("welcome.words")}</p>
        <form @submit=${this.#add}>
          <input
            name="room"
            required
            autofocus
            autocomplete="off"
            spellcheck="false"
            placeholder=${t("rooms.paste")}
            aria-label=${t("rooms.paste")}
          />
          <button class="go" ?disabled=${this.adding}>${t("rooms.add")}</button>
          ${this.refused ? html`<p class="refused" role="alert">${this.refused}</p>` : nothing}
        </form>
        <ul aria-label=${t("welcome.examples")}>
          ${EXAMPLES.map((example) => html`<li>${example.replace("https://", "")}</li>`)}
        </ul>
        ${this.simulates
          ? html`<div class="or">
              <button id="simulate" @click=${() => this.#tell("hub-simulate", undefined)}>
                ${t("welcome.simulate")}
              </button>
              <span class="soft small">${t("welcome.simulated")}</span>
            </div>`
          : nothing}
      </section>
    `;
  }

  #add(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    this.adding = true;
    this.refused = "";
    const done = (/** @type {string} */ refused) => {
      this.adding = false;
      this.refused = refused;
    };
    this.#tell("hub-add", { room: String(new FormData(form).get("room")).trim(), done });
  }

  #tell(/** @type {string} */ what, /** @type {unknown} */ detail) {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("hub-welcome", Welcome);
