// What every component of a window is made of: Lit, and the styles that all share.

import { css, LitElement } from "lit";

/** Buttons, fields, focus, words for screen readers only. */
export const shared = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    min-height: var(--touch);
    min-width: 0;
    padding: 0 var(--s3);
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
  }
  input,
  select {
    border-color: var(--edge);
    background: var(--surface);
  }
  input[type="checkbox"] {
    min-height: 0;
    width: 16px;
    height: 16px;
    padding: 0;
    margin: 0;
    accent-color: var(--accent);
  }
  input::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  button {
    cursor: pointer;
    white-space: nowrap;
    transition: background var(--quick) var(--ease);
  }
  button:hover {
    background: var(--sunken);
  }
  button[aria-pressed="true"] {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  button:disabled {
    cursor: default;
    color: var(--soft);
  }
  button.go {
    background: var(--accent);
    border-color: transparent;
    color: var(--on-accent);
    font-weight: 600;
  }
  button.go:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  button.plain {
    border-color: transparent;
    background: none;
    color: var(--soft);
    padding: 0 var(--s2);
  }
  button.plain:hover {
    color: var(--ink);
    background: var(--sunken);
  }
  button.plain[aria-pressed="true"] {
    background: var(--accent-soft);
    color: var(--ink);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  a {
    color: var(--accent);
  }
  .soft {
    color: var(--soft);
  }
  .small {
    font-size: var(--small);
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** The base of all components. What stands in `static styles` comes after the shared ones. */
export class HubElement extends LitElement {
  /** @param {import("lit").CSSResultGroup} [own] */
  static finalizeStyles(own) {
    return super.finalizeStyles(own ? [shared, own].flat() : shared);
  }
}
