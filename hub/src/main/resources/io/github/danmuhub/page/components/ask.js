// A question before something is done that cannot be taken back.

import { css, html } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";

class Ask extends HubElement {
  static properties = { question: {}, yes: {} };

  static styles = css`
    dialog {
      max-width: min(420px, calc(100vw - 32px));
      padding: var(--s5);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--ink);
    }
    dialog::backdrop {
      background: #0008;
    }
    p {
      margin: 0 0 var(--s5);
      overflow-wrap: anywhere;
    }
    .answers {
      display: flex;
      justify-content: flex-end;
      gap: var(--s2);
    }
  `;

  constructor() {
    super();
    this.question = "";
    this.yes = "";
  }

  render() {
    return html`
      <dialog aria-labelledby="question" @close=${this.#closed}>
        <p id="question">${this.question}</p>
        <div class="answers">
          <button autofocus @click=${() => this.dialog.close("")}>${t("ask.no")}</button>
          <button class="go" id="yes" @click=${() => this.dialog.close("yes")}>${this.yes}</button>
        </div>
      </dialog>
    `;
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector("dialog"));
  }

  firstUpdated() {
    this.dialog.showModal();
  }

  #closed() {
    this.dispatchEvent(new CustomEvent("answer", { detail: this.dialog.returnValue === "yes" }));
  }
}

customElements.define("hub-ask", Ask);

/**
 * Asks, and gives whether the answer was yes.
 *
 * @param {string} question
 * @param {string} yes the words of the button
 * @returns {Promise<boolean>}
 */
export function ask(question, yes) {
  const element = Object.assign(/** @type {Ask} */ (document.createElement("hub-ask")), {
    question,
    yes,
  });
  return new Promise((resolve) => {
    element.addEventListener("answer", (event) => {
      element.remove();
      resolve(/** @type {CustomEvent<boolean>} */ (event).detail);
    });
    document.body.append(element);
  });
}
