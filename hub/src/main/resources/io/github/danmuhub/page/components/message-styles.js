// How lines of messages look.

import { css } from "lit";

export const messageStyles = css`
  .row {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    gap: var(--s2);
    padding: 3px var(--s4);
    position: relative;
    contain: layout style;
  }
  .row:hover,
  .row:focus {
    background: var(--raised);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  time {
    color: var(--soft);
    font-size: var(--small);
    line-height: 21px;
  }
  .words {
    min-width: 0;
    max-height: 12em;
    overflow: hidden;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .words > * {
    margin-inline-end: 6px;
  }
  .who {
    font-weight: 600;
  }
  .gift .what,
  .sum {
    color: var(--money);
    font-weight: 600;
  }
  .sum {
    white-space: nowrap;
  }
  .times {
    color: var(--soft);
  }
  .badge,
  .role,
  .new,
  .at {
    display: inline-block;
    max-width: 12em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: -4px;
    font-size: 11px;
    line-height: 17px;
    padding: 0 6px;
    border-radius: 5px;
    color: var(--accent);
    background: var(--accent-soft);
  }
  .role {
    color: var(--on-accent);
    background: var(--accent);
  }
  .at {
    padding: 0;
    color: var(--soft);
    background: none;
  }
  .row.gift {
    background: var(--money-soft);
  }
  .row.super_chat {
    border-inline-start: 4px solid var(--tier);
    padding-inline-start: 12px;
    background: color-mix(in srgb, var(--tier) 14%, var(--surface));
  }
  .row.membership {
    background: var(--accent-soft);
  }
  .new {
    color: var(--new);
    background: var(--new-soft);
  }
  .row.coming,
  .row.room {
    color: var(--soft);
    font-size: var(--small);
  }
  .row.coming .who {
    font-weight: 500;
  }
  .row.gap {
    color: var(--warn);
    background: repeating-linear-gradient(
      -45deg,
      transparent 0 6px,
      color-mix(in srgb, var(--gap) 55%, transparent) 6px 7.5px
    );
  }
  .row.gap .what {
    background: var(--surface);
    border-radius: 4px;
    padding: 0 4px;
  }
  .row.taken .what {
    text-decoration: line-through;
    color: var(--soft);
  }
  .row.read .words {
    color: var(--soft);
  }
  .row.read .words::after {
    content: "✓";
    color: var(--live);
    font-weight: 600;
  }
  .offers {
    position: absolute;
    top: 1px;
    inset-inline-end: var(--s2);
    display: flex;
    gap: var(--s1);
  }
  .offers button {
    min-height: 26px;
    padding: 0 var(--s2);
    font-size: var(--small);
    color: var(--ink);
    background: var(--surface);
    border-color: var(--edge);
  }
`;
