// <hub-decisions .decisions=…>: what was decided, or would be, each with its reason.

import { css, html, nothing } from "lit";
import { clean } from "../client/clean.js";
import { word } from "../client/line.js";
import { span, t, timeSeconds, told } from "../client/words.js";
import { HubElement } from "./element.js";

class Decisions extends HubElement {
  static properties = { decisions: { attribute: false } };

  static styles = css`
    ol {
      list-style: none;
      margin: 0;
      padding: 0 0 var(--s5);
      max-height: 320px;
      overflow-y: auto;
      mask-image: linear-gradient(#000 calc(100% - 32px), transparent);
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 0 var(--s3);
      padding: var(--s2) 0;
      border-top: 1px solid var(--line);
    }
    li:first-child {
      border: 0;
    }
    .why {
      grid-column: 1 / 4;
      overflow-wrap: anywhere;
    }
    .fired,
    .done {
      color: var(--live);
    }
    .error {
      color: var(--bad);
    }
    .disarmed,
    .cooldown {
      color: var(--warn);
    }
    p {
      margin: 0;
    }
  `;

  constructor() {
    super();
    /** @type {any[]} as /api/rules/decisions tells */
    this.decisions = [];
  }

  render() {
    if (this.decisions.length === 0) return html`<p class="soft small">${t("rules.nothing")}</p>`;
    return html`<ol tabindex="0" aria-label=${t("rules.decisions")}>
      ${this.decisions.map((each) => this.#decision(each))}
    </ol>`;
  }

  #decision(/** @type {any} */ each) {
    const left = each.remaining_ms ? t("interaction.left", span(each.remaining_ms)) : "";
    const said = each.parameters ? Object.values(each.parameters).join(" ") : "";
    const acts = (each.actions ?? []).map(
      (/** @type {any} */ act) => `${act.kind}: ${Object.values(act.parameters).join(" ")}`,
    );
    const why = [each.action, said, told(each.told, each.why), left, each.user, ...acts].filter(Boolean).join(" · ");
    return html`<li>
      <b class="small ${each.verdict}">${word("verdict", each.verdict)}</b>
      <bdi class="cut" translate="no">${each.rule}</bdi>
      <span class="soft small">${each.at ? timeSeconds(each.at) : ""}</span>
      ${why ? html`<bdi class="why soft small">${clean(why)}</bdi>` : nothing}
    </li>`;
  }
}

customElements.define("hub-decisions", Decisions);
