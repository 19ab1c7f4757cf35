// <hub-look-choice value="…">: the looks of an overlay, each shown by two lines of its own. Tells
// "hub-option" as any other control does.

import { css, html } from "lit";
import { t } from "../client/words.js";
import { LOOKS } from "../overlay/options.js";
import { HubElement } from "./element.js";

class LookChoice extends HubElement {
  static properties = { value: {} };

  static styles = css`
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(118px, 1fr));
      gap: var(--s3);
      margin: 0;
      padding: 0;
      border: 0;
    }
    label {
      display: grid;
      gap: var(--s1);
      cursor: pointer;
    }
    input {
      position: absolute;
      opacity: 0;
    }
    .picture {
      display: grid;
      align-content: end;
      justify-items: start;
      gap: 5px;
      height: 92px;
      padding: 10px;
      border-radius: var(--radius-small);
      background: radial-gradient(120% 90% at 80% 0, #7f5a83 0, #32405f 45%, #101624 100%);
      outline: 1px solid var(--line);
      color: #fff;
      font-size: 11px;
      line-height: 1.35;
      overflow: hidden;
    }
    :checked + .picture {
      outline: 3px solid var(--accent);
    }
    :focus-visible + .picture {
      outline-offset: 3px;
    }
    .name {
      text-align: center;
    }
    :checked ~ .name {
      font-weight: 600;
    }
    b {
      color: #8ff0e4;
    }
    .paid {
      justify-self: stretch;
      padding: 2px 6px;
      background: #2a60b2;
    }
    .outline {
      font-weight: 700;
      text-shadow:
        0 0 2px #0b0d12,
        0 0 2px #0b0d12,
        0 1px 2px #0b0d12;
    }
    .outline .paid {
      border-radius: 4px;
      background: linear-gradient(90deg, #2a60b2, #2a60b28c);
    }
    .bubble .chat {
      padding: 2px 8px;
      border-radius: 10px 10px 10px 3px;
      background: #fff;
      color: #1b1d20;
    }
    .bubble b {
      color: #08695f;
    }
    .bubble .paid {
      padding: 3px 8px;
      border-radius: 10px 10px 10px 3px;
    }
    .card .chat,
    .card .paid {
      justify-self: stretch;
      padding: 3px 7px;
      border-left: 2px solid #34d3c0;
      border-radius: 4px;
      background: #0d1117d1;
    }
    .card .paid {
      border-color: #2a60b2;
      background: linear-gradient(100deg, #2a60b2, #0d1117e6 82%);
    }
    .classic {
      text-shadow: 0 1px 2px #000c;
    }
    .classic b {
      color: #d3dae6;
      font-weight: 600;
    }
    .classic .paid {
      padding: 3px 7px;
      border-radius: 5px;
      text-shadow: none;
    }
    .terminal {
      gap: 0;
      color: #b8f5d8;
      font-family: var(--mono);
    }
    .terminal .chat,
    .terminal .paid {
      justify-self: stretch;
      padding: 2px 6px;
      background: #03110bcc;
    }
    .terminal .paid {
      border: 1px solid #4f86dd;
      border-left-width: 4px;
    }
    .terminal b {
      color: #ffd589;
      font-weight: 400;
    }
  `;

  constructor() {
    super();
    this.value = "";
  }

  render() {
    return html`<fieldset aria-label=${t("overlay.option.look")}>
      ${LOOKS.map(
        (look) => html`<label>
          <input
            type="radio"
            name="look"
            value=${look}
            .checked=${look === this.value}
            @change=${() => this.#tell(look)}
          />
          <span class="picture ${look}" aria-hidden="true">
            <span class="chat"><b translate="no">Zoë</b> ${t("overlay.sample.chat")}</span>
            <span class="paid">${t("overlay.sample.paid")}</span>
          </span>
          <span class="name small">${t(`overlay.choice.${look}`)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #tell(/** @type {string} */ value) {
    const detail = { name: "look", value };
    this.dispatchEvent(new CustomEvent("hub-option", { detail, bubbles: true, composed: true }));
  }
}

customElements.define("hub-look-choice", LookChoice);
