/** The sentences of an edited letter that stand on the user's word, each with the reason. Fires "go" with the one that was chosen. */

import { h, styled } from "../dom.js";

await styled(import.meta.url);

class OwnWords extends HTMLElement {
  /** Show marks of `logic/editing.js` whose state is "asserted"; without any, nothing. */
  show(marks) {
    this.hidden = marks.length === 0;
    const go = (mark) => this.dispatchEvent(new CustomEvent("go", { detail: mark }));
    const rows = marks.map((mark) => h("li", {}, h("button", { type: "button", class: "own-row", onclick: () => go(mark) }, mark.text), h("p", { class: "hint" }, mark.reason ?? "Your resume does not show it.")));
    this.replaceChildren(h("section", { class: "editor-own" }, h("h2", {}, "On your word"), h("ul", {}, rows)));
  }
}

customElements.define("own-words", OwnWords);
