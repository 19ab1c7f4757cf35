// <hub-rule-try room=…>: an event is invented, and the hub says what each rule would do with it.
// Nothing is done.

import { css, html, nothing } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./decisions.js";

/** The table of what can be invented: a type, the fields it has, and what JSON they become. */
const TYPES = /** @type {Record<string, {fields: string[], make: (said: (name: string) => string) => object}>} */ ({
  chat: { fields: ["text"], make: (said) => ({ text: said("text"), mode: "scroll" }) },
  gift: {
    fields: ["gift", "count", "yuan"],
    make: (said) => ({
      gift: { id: "1", name: said("gift") },
      count: Number(said("count")),
      value: money(said("yuan")),
    }),
  },
  super_chat: {
    fields: ["text", "yuan"],
    make: (said) => ({ text: said("text"), value: money(said("yuan")), seconds: 60 }),
  },
  membership: {
    fields: ["yuan"],
    make: (said) => ({ tier: "3", name: "舰长", kind: "new", months: 1, value: money(said("yuan")) }),
  },
  like: { fields: ["count"], make: (said) => ({ count: Number(said("count")) }) },
  follow: { fields: [], make: () => ({}) },
  enter: { fields: [], make: () => ({}) },
});
const ROLES = ["", "anchor", "moderator", "member"];
const NORMAL = /** @type {Record<string, string>} */ ({
  name: "小明",
  text: "666",
  gift: "小心心",
  count: "1",
  yuan: "30",
});

const money = (/** @type {string} */ yuan) => ({ milli: Math.round(Number(yuan) * 1_000), currency: "CNY" });

class RuleTry extends HubElement {
  static properties = { room: {}, type: { state: true }, told: { state: true } };

  static styles = css`
    form {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 130px), 1fr));
      gap: var(--s3);
      align-items: end;
      margin-bottom: var(--s3);
    }
    label {
      display: grid;
      gap: 2px;
    }
    p {
      margin: 0;
      color: var(--bad);
      overflow-wrap: anywhere;
    }
  `;

  constructor() {
    super();
    this.room = "";
    this.type = "chat";
    /** @type {{decisions: any[], refused?: string} | undefined} */
    this.told = undefined;
  }

  render() {
    const fields = ["name", ...TYPES[this.type].fields];
    return html`
      <form @submit=${this.#submit}>
        ${this.#list("type", Object.keys(TYPES), (/** @type {string} */ each) => t(`try.type.${each}`))}
        ${fields.map((name) => this.#field(name))}
        ${this.#list("role", ROLES, (/** @type {string} */ each) => t(`try.role.${each || "none"}`))}
        <button class="go">${t("try.go")}</button>
      </form>
      ${this.told?.refused ? html`<p role="alert">${this.told.refused}</p>` : nothing}
      ${this.told && !this.told.refused
        ? html`<hub-decisions .decisions=${this.told.decisions}></hub-decisions>`
        : nothing}
    `;
  }

  /** @param {string} name @param {string[]} all @param {(each: string) => string} words */
  #list(name, all, words) {
    return html`<label class="small">
      ${t(`try.${name}`)}
      <select name=${name} @change=${this.#chosen}>
        ${all.map((each) => html`<option value=${each}>${words(each)}</option>`)}
      </select>
    </label>`;
  }

  #field(/** @type {string} */ name) {
    const number = name === "count" || name === "yuan";
    return html`<label class="small">
      ${t(`try.${name}`)}
      <input
        name=${name}
        .value=${NORMAL[name]}
        type=${number ? "number" : "text"}
        min="0"
        step=${name === "yuan" ? "0.01" : "1"}
        required
      />
    </label>`;
  }

  #chosen(/** @type {Event} */ event) {
    const list = /** @type {HTMLSelectElement} */ (event.target);
    if (list.name === "type") this.type = list.value;
  }

  #submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const said = (/** @type {string} */ name) => String(form.get(name) ?? "");
    const done = (/** @type {RuleTry["told"]} */ told) => (this.told = told);
    const detail = { event: this.#event(said), done };
    this.dispatchEvent(new CustomEvent("hub-try", { detail, bubbles: true, composed: true }));
  }

  #event(/** @type {(name: string) => string} */ said) {
    const [platform, ...room] = (this.room || "bilibili:1").split(":");
    const name = said("name");
    const roles = said("role") ? [said("role")] : [];
    const common = { v: 1, type: this.type, platform, room: room.join(":") };
    const received = new Date().toISOString();
    return { ...common, received, user: { id: "1", name, roles }, ...TYPES[this.type].make(said) };
  }
}

customElements.define("hub-rule-try", RuleTry);
