// <hub-rule-text .text=… .faults=…>: a file of rules with the numbers of its lines, and each fault
// below the line where it stands.

import { css, html } from "lit";
import { t, told } from "../client/words.js";
import { HubElement } from "./element.js";

/** @typedef {{line: number, column: number, why: string, told?: unknown[]}} Fault */

class RuleText extends HubElement {
  static properties = { text: {}, faults: { attribute: false } };

  static styles = css`
    div {
      display: grid;
      grid-template-columns: auto minmax(max-content, 1fr);
      container-type: inline-size;
      max-height: 420px;
      overflow: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius-small);
      background: var(--sunken);
      font: var(--small) / 1.6 var(--mono);
    }
    pre {
      margin: 0;
      padding: 0 var(--s3);
      font: inherit;
    }
    .numbers {
      position: sticky;
      left: 0;
      background: inherit;
      text-align: right;
      color: var(--soft);
      user-select: none;
    }
    p {
      position: sticky;
      left: 0;
      width: 100cqi;
      grid-column: 1 / 3;
      margin: 0;
      padding: var(--s1) var(--s3);
      background: var(--bad-soft);
      color: var(--bad);
      overflow-wrap: anywhere;
    }
  `;

  constructor() {
    super();
    this.text = "";
    /** @type {Fault[]} */
    this.faults = [];
  }

  render() {
    return html`<div tabindex="0" role="region" aria-label=${t("rules.text")}>
      ${parts(this.text, this.faults).map(
        ({ first, lines, faults }) => html`
          <pre class="numbers" aria-hidden="true">${lines.map((_, i) => first + i).join("\n")}</pre>
          <pre class="lines" translate="no">${lines.join("\n")}</pre>
          ${faults.map(
            (fault) => html`<p>${t("rules.fault", fault.line, fault.column, told(fault.told, fault.why))}</p>`,
          )}
        `,
      )}
    </div>`;
  }
}

/**
 * The text cut behind each line that has faults, so that a long file is a few elements.
 *
 * @param {string} text
 * @param {Fault[]} faults
 */
function parts(text, faults) {
  const lines = text.split("\n");
  const cuts = [...new Set(faults.map(({ line }) => Math.min(line, lines.length)))].sort((a, b) => a - b);
  if (cuts.at(-1) !== lines.length) cuts.push(lines.length);
  return cuts.map((end, i) => {
    const start = i === 0 ? 0 : cuts[i - 1];
    const here = faults.filter(({ line }) => Math.min(line, lines.length) === end);
    return { first: start + 1, lines: lines.slice(start, end), faults: here };
  });
}

customElements.define("hub-rule-text", RuleText);
