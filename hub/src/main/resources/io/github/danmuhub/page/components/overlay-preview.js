// <hub-overlay-preview src="…" styles="…">: an overlay with invented events, on grounds of three
// kinds, with the styles that its user will paste into OBS.

import { css, html, nothing } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

const GROUNDS = ["video", "dark", "squares"];

class OverlayPreview extends HubElement {
  static properties = { src: {}, styles: {}, ground: { state: true } };

  static styles = css`
    .grounds {
      display: flex;
      gap: var(--s1);
    }
    .stage {
      height: min(480px, 60vh);
    }
    iframe {
      display: block;
      width: 100%;
      height: 100%;
      border: 0;
      color-scheme: light; /* as the overlay's: else a browser puts a ground of its own under it */
    }
    .video {
      background: radial-gradient(120% 90% at 80% 0, #7f5a83 0, #32405f 45%, #101624 100%);
    }
    .dark {
      background: #0e1012;
    }
    .squares {
      background: repeating-conic-gradient(#bbb 0 25%, #eee 0 50%) 0 0 / 24px 24px;
    }
  `;

  constructor() {
    super();
    this.src = "";
    this.styles = "";
    this.ground = GROUNDS[0];
  }

  render() {
    return html`
      <hub-panel heading=${t("overlay.preview")}>
        <div slot="tools" class="grounds" role="group" aria-label=${t("overlay.ground")}>
          ${GROUNDS.map(
            (ground) => html`<button
              class="plain"
              aria-pressed=${ground === this.ground}
              @click=${() => (this.ground = ground)}
            >
              ${t(`overlay.ground.${ground}`)}
            </button>`,
          )}
        </div>
        <div class="stage ${this.ground}">
          ${this.src
            ? html`<iframe title=${t("overlay.preview")} src=${this.src} @load=${this.#dress}></iframe>`
            : nothing}
        </div>
      </hub-panel>
    `;
  }

  updated() {
    this.#dress();
  }

  /** As OBS does it: a <style> at the end of the head; not in the blank page before the overlay. */
  #dress() {
    const frame = /** @type {HTMLIFrameElement | null} */ (this.renderRoot.querySelector("iframe"));
    const page = frame?.contentDocument;
    if (!page || page.URL === "about:blank") return;
    const { head } = page;
    const style =
      head.querySelector("style") ?? head.appendChild(head.ownerDocument.createElement("style"));
    if (style.textContent !== this.styles) style.textContent = this.styles;
  }
}

customElements.define("hub-overlay-preview", OverlayPreview);
