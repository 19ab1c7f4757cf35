import "../components/top-bar.js";
import { html, render } from "lit";
render(html`<hub-top-bar current="/settings/overlay"></hub-top-bar>`, document.body);
