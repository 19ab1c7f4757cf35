// Styles to begin with: what a user's own CSS for an overlay may change, each line as it is.

const COLOURS = `body {
  /* --text-colour: #ffffff; */
  /* --name-colour: #8ff0e4; */
  /* --money-colour: #ffd589; */
}
`;

const LINE = `
/* the name, and who is paid for */
.line .name { }
.line.super_chat .text { }
`;

/** The table, by overlay. */
const MORE = /** @type {Record<string, string>} */ ({
  chat: LINE,
  gifts: LINE,
  danmaku: "\n/* a message that crosses */\n.shot { }\n",
  ticker: "\n/* a paid message; --tier is its colour */\n.card { }\n",
  vote: "\n/* what is voted for, and what has won */\n.option { }\n.option.won { }\n",
  show: "\n/* what a rule shows */\n.show { }\n",
  battle: "\n/* a side of the battle, and who is ahead */\n.side { }\n.side.is-ahead { }\n",
});

export const starter = (/** @type {string} */ overlay) => COLOURS + (MORE[overlay] ?? "");
