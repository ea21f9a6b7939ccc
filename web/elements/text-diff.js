/** Two versions of a letter against each other: side by side where there is room, else in one text. */

import { h, styled } from "../dom.js";

await styled(import.meta.url);

const TAGS = { removed: "del", added: "ins" };

class TextDiff extends HTMLElement {
  /** What the older and the newer text are called. */
  names = ["Before", "After"];

  /** Show rows of `logic/diff.js`. */
  show(rows) {
    const cells = rows.flatMap((row) => ["added", "removed"].map((left) => h("p", {}, pieces(row.filter(({ kind }) => kind !== left)))));
    const [older, newer] = this.names;
    this.replaceChildren(
      h("div", { class: "diff-wide" }, h("h3", {}, older), h("h3", {}, newer), cells),
      h("div", { class: "diff-narrow" }, h("h3", {}, `${older} → ${newer}`), rows.map((row) => h("p", {}, pieces(row)))),
    );
  }
}

/** A reader hears what is only coloured and struck for the eye. */
function pieces(row) {
  return row.map(({ kind, text }) => (kind === "same" ? text : h(TAGS[kind], {}, h("span", { class: "visually-hidden" }, kind === "added" ? " added: " : " removed: "), text)));
}

customElements.define("text-diff", TextDiff);
