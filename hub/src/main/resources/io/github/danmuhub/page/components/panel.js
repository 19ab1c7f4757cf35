// <hub-panel heading="…" note="…">: a titled box. Slots: tools (in the title's line), the body.

import { css, html, nothing } from "lit";
import { HubElement } from "./element.js";

class Panel extends HubElement {
  static properties = { heading: {}, note: {} };

  static styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-width: 0;
      min-height: 0;
      box-sizing: border-box;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      overflow: clip;
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: 48px;
      padding: var(--s1) var(--s4);
      border-bottom: 1px solid var(--line);
    }
    h2 {
      margin: 0;
      font-size: var(--text);
      font-weight: 600;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .note {
      min-width: 0;
    }
    slot[name="tools"] {
      margin-left: auto;
      display: flex;
      gap: var(--s1);
    }
  `;

  constructor() {
    super();
    this.heading = "";
    this.note = "";
  }

  render() {
    return html`
      <header>
        <h2>${this.heading}</h2>
        <slot name="tools"></slot>
        ${this.note ? html`<span class="note soft small cut">${this.note}</span>` : nothing}
      </header>
      <slot></slot>
    `;
  }
}

customElements.define("hub-panel", Panel);
