// <hub-top-bar current="/">: the name, where one can go, language and colours.

import { css, html, nothing } from "lit";
import { choose, language, t } from "../client/words.js";
import { HubElement } from "./element.js";

/** The table of where one can go. */
const PLACES = [
  { path: "/", words: "nav.dashboard" },
  { path: "/settings/overlay", words: "nav.overlay" },
];

class TopBar extends HubElement {
  static properties = { current: {} };

  static styles = css`
    :host {
      position: sticky;
      top: 0;
      z-index: 5;
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--s3);
      padding: var(--s2) var(--s5);
      height: var(--bar);
      box-sizing: border-box;
      background: var(--surface);
      border-bottom: 1px solid var(--line);
    }
    .name {
      display: flex;
      align-items: center;
      gap: var(--s2);
      margin-right: auto;
      font-size: var(--title);
      font-weight: 650;
      color: inherit;
      text-decoration: none;
      white-space: nowrap;
    }
    nav {
      display: flex;
      gap: var(--s1);
    }
    nav a {
      display: flex;
      align-items: center;
      min-height: var(--touch);
      padding: 0 var(--s3);
      border-radius: var(--radius-small);
      color: var(--soft);
      text-decoration: none;
      white-space: nowrap;
    }
    nav a:hover {
      color: var(--ink);
    }
    nav a[aria-current] {
      color: var(--ink);
      background: var(--accent-soft);
    }
    @media (max-width: 600px) {
      header {
        padding: var(--s2) var(--s3);
        gap: var(--s1);
      }
      nav a {
        padding: 0 var(--s2);
      }
      .word {
        display: none;
      }
    }
  `;

  constructor() {
    super();
    this.current = "/";
  }

  render() {
    return html`
      <header>
        <a class="name" href="/">
          <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
            <g stroke="currentColor" stroke-width="3.6" stroke-linecap="round">
              <path d="M3 8h16" />
              <path d="M12 16h17" stroke="var(--accent)" />
              <path d="M3 24h10" />
            </g>
          </svg>
          <span class="word">${t("name")}</span><span class="unseen">${t("nav.dashboard")}</span>
        </a>
        <nav aria-label=${t("nav.label")}>
          ${PLACES.map(
            (place) => html`<a
              href=${place.path}
              aria-current=${place.path === this.current ? "page" : nothing}
              >${t(place.words)}</a
            >`,
          )}
        </nav>
        <button class="plain" translate="no" lang=${language === "zh" ? "en" : "zh-CN"} @click=${otherLanguage}>
          ${language === "zh" ? "English" : "中文"}
        </button>
        <button class="plain" aria-label=${t("nav.theme")} title=${t("nav.theme")} @click=${otherColours}>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" stroke-width="1.6" />
            <path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor" />
          </svg>
        </button>
      </header>
    `;
  }
}

function otherLanguage() {
  choose("lang", language === "zh" ? "en" : "zh");
}

function otherColours() {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  choose("theme", dark ? "light" : "dark");
}

customElements.define("hub-top-bar", TopBar);
