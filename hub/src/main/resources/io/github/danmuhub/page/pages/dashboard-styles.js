// How the dashboard is laid out: three columns, two, or one.

import { css } from "lit";

export const dashboardStyles = css`
  main {
    --between: var(--s4);
    display: grid;
    gap: var(--between);
    padding: var(--s4) var(--s5);
    grid-template: "side main chat" / 264px minmax(0, 1fr) minmax(340px, 30%);
    align-items: start;
    max-width: 2200px;
    margin: auto;
  }
  .side {
    grid-area: side;
  }
  .main {
    grid-area: main;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--between);
    min-width: 0;
  }
  hub-chat {
    grid-area: chat;
    position: sticky;
    top: calc(var(--bar) + var(--s4));
    height: calc(100vh - var(--bar) - 2 * var(--s4));
  }
  .alone {
    max-width: calc(620px + 2 * var(--s4)); /* as wide as the welcome above it */
    margin: 0 auto var(--s5);
    padding: 0 var(--s4);
  }
  @media (max-width: 1240px) {
    main {
      grid-template:
        "main chat" auto
        "main side" 1fr / minmax(0, 1fr) minmax(300px, 40%);
      padding: var(--s4);
    }
    hub-chat {
      position: static;
      min-height: 480px;
    }
  }
  @media (max-width: 720px) {
    main {
      grid-template: "chat" "main" "side" / minmax(0, 1fr);
      padding: var(--s3) var(--s3) 96px; /* the emergency stop stands at the bottom */
      --between: var(--s3);
    }
    hub-chat {
      min-height: 0;
      height: min(560px, 80vh);
    }
  }
`;
