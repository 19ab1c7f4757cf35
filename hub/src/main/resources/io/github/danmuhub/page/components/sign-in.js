// <hub-sign-in>: asks for the hub's token, once.

import { css, html, nothing } from "lit";
import { call, Refusal } from "../client/api.js";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";

class SignIn extends HubElement {
  static properties = { refused: { state: true } };

  static styles = css`
    :host {
      display: grid;
      place-items: center;
      min-height: calc(100vh - 56px);
      padding: var(--s4);
    }
    form {
      width: min(380px, 100%);
      display: grid;
      gap: var(--s3);
      padding: var(--s5);
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    h1 {
      margin: 0;
      font-size: 20px;
    }
    p {
      margin: 0;
    }
    .refused {
      color: var(--bad);
    }
  `;

  constructor() {
    super();
    this.refused = "";
  }

  render() {
    return html`
      <form @submit=${this.#submit}>
        <h1>${t("signin.title")}</h1>
        <p class="soft">${t("signin.words")}</p>
        <input
          name="token"
          type="password"
          required
          autofocus
          autocomplete="current-password"
          aria-label=${t("signin.token")}
          placeholder=${t("signin.token")}
        />
        ${this.refused ? html`<p class="refused" role="alert">${this.refused}</p>` : nothing}
        <button class="go">${t("signin.go")}</button>
      </form>
    `;
  }

  async #submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    try {
      await call("POST", "/login", { token: String(new FormData(form).get("token")) });
      location.reload();
    } catch (e) {
      const wrong = e instanceof Refusal && e.status === 401;
      this.refused = wrong ? t("signin.wrong") : String(/** @type {Error} */ (e).message);
    }
  }
}

customElements.define("hub-sign-in", SignIn);
