// <hub-interaction .told=…>: devices, votes and rules, with the emergency stop first of all.

import { css, html, nothing } from "lit";
import { word } from "../client/line.js";
import { count, span, t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

/** What a person may do with a device in a state, besides stopping it. */
const NEXT = /** @type {Record<string, string>} */ ({
  disarmed: "arm",
  armed: "disarm",
  arming: "disarm",
  stopped: "release",
});

class Interaction extends HubElement {
  static properties = { told: { attribute: false } };

  static styles = css`
    .body {
      display: grid;
      gap: var(--s4);
      padding: var(--s4);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .stop {
      min-height: 56px;
      border: 0;
      background: var(--stop);
      color: var(--on-stop);
      font-size: 17px;
      font-weight: 700;
      letter-spacing: 0.04em;
    }
    .stop:hover {
      background: color-mix(in srgb, var(--stop) 85%, black);
    }
    .device {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--s3);
      align-items: center;
    }
    .device button {
      grid-row: 1 / 3;
      grid-column: 2;
      font-size: var(--small);
    }
    .stopped,
    .trouble {
      color: var(--bad);
    }
    .armed {
      color: var(--warn);
      font-weight: 600;
    }
    .option {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--s3);
      margin-top: var(--s1);
    }
    .bar {
      grid-column: 1 / 3;
      height: 8px;
      border-radius: 4px;
      background: linear-gradient(90deg, var(--accent) var(--share), var(--line) 0);
    }
    .won {
      font-weight: 600;
    }
  `;

  constructor() {
    super();
    /** @type {{rules?: any, votes?: any, devices?: any}} */
    this.told = {};
  }

  render() {
    const devices = this.told.devices?.devices ?? [];
    const votes = this.told.votes?.votes ?? [];
    const { rules } = this.told;
    const none = devices.length + votes.length === 0 && !rules;
    return html`
      <hub-panel heading=${t("interaction.title")}>
        <div class="body">
          ${devices.length > 0
            ? html`<button class="stop" @click=${() => this.#tell("hub-stop", undefined)}>
                ${t("interaction.stop")}
              </button>`
            : nothing}
          ${devices.map((/** @type {any} */ device) => this.#device(device))}
          ${votes.map((/** @type {any} */ vote) => this.#vote(vote))} ${this.#rules(rules)}
          ${none ? html`<p class="soft small">${t("interaction.none")}</p>` : nothing}
        </div>
      </hub-panel>
    `;
  }

  #device(/** @type {any} */ device) {
    const next = NEXT[device.state];
    const why = [device.why, device.trouble, device.state === "stopped" ? device.advice : ""];
    return html`<div class="device">
      <b class="cut">${device.name}</b>
      <span class="small ${device.state}">
        ${word("device", device.state)}
        <span class="soft">${[...new Set(why)].filter(Boolean).join(" · ")}</span>
      </span>
      ${next
        ? html`<button @click=${() => this.#tell("hub-device", { name: device.name, act: next })}>
            ${t(`device.do.${next}`)}
          </button>`
        : nothing}
    </div>`;
  }

  #vote(/** @type {any} */ vote) {
    const lines = vote.options;
    const most = Math.max(1, ...lines.map((/** @type {any} */ line) => line.count));
    return html`<div>
      <b>${vote.vote}</b>
      <span class="soft small">
        ${vote.open
          ? t("interaction.left", span(vote.left_ms))
          : vote.winner
            ? t("interaction.winner", vote.winner)
            : t("interaction.closed")}
        · ${t("interaction.voters", count(vote.voters))}
      </span>
      ${lines.map(
        (/** @type {any} */ line) => html`<div class="option">
          <bdi class="cut ${[line.option, line.value].includes(vote.winner) ? "won" : ""}">${line.option}</bdi>
          <span>${count(line.count)}</span>
          <div class="bar" .style=${`--share:${((100 * line.count) / most).toFixed(1)}%`}></div>
        </div>`,
      )}
    </div>`;
  }

  #rules(/** @type {any} */ rules) {
    if (!rules) return nothing;
    const running = rules.rules.filter((/** @type {any} */ rule) => rule.running > 0).length;
    return html`<p class="soft small">
      ${t("interaction.rules", count(rules.rules.length), count(running))}
      ${rules.faults?.length
        ? html`<span class="trouble">${t("interaction.faults", rules.faults[0].why)}</span>`
        : nothing}
    </p>`;
  }

  #tell(/** @type {string} */ what, /** @type {unknown} */ detail) {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("hub-interaction", Interaction);
