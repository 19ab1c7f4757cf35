// <hub-interaction .told=…>: devices and votes, with the emergency stop first of all.

import { css, html, nothing } from "lit";
import { clean } from "../client/clean.js";
import { word } from "../client/line.js";
import { count, span, t, told } from "../client/words.js";
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
    .first {
      display: grid;
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
    @media (max-width: 720px) {
      /* where the page is long, what stops it is always under the thumb */
      .first {
        position: fixed;
        z-index: 5;
        inset: auto 0 0;
        padding: var(--s3);
        border-top: 1px solid var(--line);
        background: var(--bg);
        box-shadow: 0 -2px 12px var(--shade);
      }
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
    .plug {
      grid-column: 1 / 3;
      margin-top: var(--s2);
      padding: var(--s2) var(--s3);
      border-radius: var(--radius-small);
      background: var(--bad-soft);
      color: var(--bad);
      font-weight: 700;
    }
    .vote {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--s3);
      align-items: center;
    }
    .vote button {
      grid-row: 1 / 3;
      grid-column: 2;
      font-size: var(--small);
    }
    .options {
      grid-column: 1 / 3;
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
    /** @type {{votes?: any, devices?: any, rules?: any}} */
    this.told = {};
  }

  render() {
    const devices = this.told.devices?.devices ?? [];
    const votes = this.told.votes?.votes ?? [];
    const none = devices.length + votes.length === 0 && !this.told.rules;
    return html`
      <hub-panel heading=${t("interaction.title")}>
        <div class="body">
          ${devices.length > 0
            ? html`<div class="first">
                <button class="stop" @click=${() => this.#tell("hub-stop", undefined)}>
                  ${t("interaction.stop")}
                </button>
              </div>`
            : nothing}
          ${devices.map((/** @type {any} */ device) => this.#device(device))}
          ${votes.map((/** @type {any} */ vote) => this.#vote(vote))}
          ${none ? html`<p class="soft small">${t("interaction.none")}</p>` : nothing}
        </div>
      </hub-panel>
    `;
  }

  #device(/** @type {any} */ device) {
    const next = NEXT[device.state];
    const reason = device.why === device.state ? "" : told(device.told, device.why);
    const trouble = told(device.trouble_told, device.trouble);
    const why = [...new Set([reason, trouble])].filter(Boolean).join(" · ");
    const lost = device.state === "stopped" && !device.confirmed;
    return html`<div class="device">
      <b class="cut" translate="no">${device.name}</b>
      <span class="small ${device.state}">
        ${word("device", device.state)}
        ${why ? html`<bdi class="soft">· ${why}</bdi>` : nothing}
      </span>
      ${next
        ? html`<button @click=${() => this.#tell("hub-device", { name: device.name, act: next })}>
            ${t(`device.do.${next}`)}
          </button>`
        : nothing}
      ${lost ? html`<p class="plug" role="alert">${t("device.plug")}</p>` : nothing}
    </div>`;
  }

  #vote(/** @type {any} */ vote) {
    const lines = vote.options;
    const most = Math.max(1, ...lines.map((/** @type {any} */ line) => line.count));
    const act = vote.open ? "stop" : "start";
    return html`<div class="vote">
      <b class="cut">${t("overlay.vote")} ${vote.vote}</b>
      <span class="soft small">
        ${vote.open
          ? t("interaction.left", span(vote.left_ms))
          : vote.winner
            ? t("interaction.winner", clean(vote.winner))
            : t("interaction.closed")}
        · ${t("interaction.voters", count(vote.voters))}
      </span>
      <button @click=${() => this.#tell("hub-vote", { name: vote.vote, act })}>${t(`vote.do.${act}`)}</button>
      <div class="options">
        ${lines.map(
          (/** @type {any} */ line) => html`<div class="option">
            <bdi class="cut ${[line.option, line.value].includes(vote.winner) ? "won" : ""}">${clean(line.option)}</bdi>
            <span>${count(line.count)}</span>
            <div class="bar" .style=${`--share:${((100 * line.count) / most).toFixed(1)}%`}></div>
          </div>`,
        )}
      </div>
    </div>`;
  }

  #tell(/** @type {string} */ what, /** @type {unknown} */ detail) {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("hub-interaction", Interaction);
