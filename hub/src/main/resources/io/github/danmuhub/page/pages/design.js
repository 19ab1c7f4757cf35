import "../components/top-bar.js";
import { html, render } from "lit";
render(html`<hub-top-bar current="/design"></hub-top-bar>`, document.body);
