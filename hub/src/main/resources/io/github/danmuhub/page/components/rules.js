// <hub-rules .told=… room=…>: the rules as they stand, their file with its faults, a try with an
// invented event, and what was decided last.

import { css, html, nothing } from "lit";
import { count, span, t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./decisions.js";
import "./panel.js";
import "./rule-text.js";
import "./rule-try.js";

class Rules extends HubElement {
  static properties = { told: { attribute: false }, room: {} };

  static styles = css`
    .fault {
      margin: 0;
      padding: var(--s3) var(--s4);
      background: var(--bad-soft);
      color: var(--bad);
      overflow-wrap: anywhere;
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0 var(--s4);
      max-height: 352px; /* eight of them */
      overflow-y: auto;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: var(--s3);
      align-items: center;
      min-height: 44px;
    }
    li button {
      font-size: var(--small);
    }
    .running {
      color: var(--live);
    }
    .cooling {
      color: var(--warn);
    }
    details {
      border-top: 1px solid var(--line);
    }
    summary {
      padding: var(--s3) var(--s4);
      cursor: pointer;
      font-weight: 600;
    }
    details > :not(summary) {
      display: block;
      padding: 0 var(--s4) var(--s4);
    }
  `;

  constructor() {
    super();
    /** @type {{rules?: any, decisions?: any}} */
    this.told = {};
    this.room = "";
  }

  render() {
    const { rules, decisions } = this.told;
    if (!rules) return nothing;
    return html`
      <hub-panel heading=${t("rules.title")} note=${t("rules.count", count(rules.rules.length))}>
        ${this.#fault(rules.faults)}
        <ul>
          ${rules.rules.map((/** @type {any} */ rule) => this.#rule(rule))}
        </ul>
        <details>
          <summary>${t("rules.try")}</summary>
          <hub-rule-try room=${this.room}></hub-rule-try>
        </details>
        <details ?open=${rules.faults.length > 0}>
          <summary>${t("rules.text")}</summary>
          <hub-rule-text .text=${rules.text} .faults=${rules.faults}></hub-rule-text>
        </details>
        <details>
          <summary>${t("rules.decisions")}</summary>
          <hub-decisions .decisions=${decisions?.decisions ?? []}></hub-decisions>
        </details>
      </hub-panel>
    `;
  }

  #fault(/** @type {{line: number, why: string}[]} */ faults) {
    if (faults.length === 0) return nothing;
    return html`<p class="fault" role="alert">${t("rules.faults", count(faults.length))}</p>`;
  }

  #rule(/** @type {any} */ rule) {
    const cools = rule.cooldown_ms > 0;
    const facts = [
      rule.running ? t("rules.running") : "",
      cools ? t("rules.cools", span(rule.cooldown_ms)) : "",
      rule.waiting > 0 ? t("rules.waiting", count(rule.waiting)) : "",
      rule.dry_run ? t("verdict.dry_run") : "",
    ];
    const tone = rule.running ? "running" : cools ? "cooling" : "soft";
    return html`<li data-rule=${rule.id}>
      <bdi class="cut" translate="no">${rule.id}</bdi>
      <span class="small ${tone}">${facts.filter(Boolean).join(" · ")}</span>
      <button class="plain" aria-label=${t("rules.cool.of", rule.id)} @click=${() => this.#cool(rule.id)}>
        ${t("rules.cool")}
      </button>
    </li>`;
  }

  #cool(/** @type {string} */ detail) {
    this.dispatchEvent(new CustomEvent("hub-cool", { detail, bubbles: true, composed: true }));
  }
}

customElements.define("hub-rules", Rules);
