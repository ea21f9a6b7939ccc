/** Two texts of one letter, from two tabs: what differs, and which of them is to be the newest. */

import "./text-diff.js";
import { compareTexts } from "../logic/diff.js";
import { h, isBusy, styled } from "../dom.js";

await styled(import.meta.url);

class LetterConflict extends HTMLElement {
  /** Show the letter as the other tab stored it against this tab's text; one of two functions is called, the first with its button. */
  show(newest, text, saveMine, takeTheirs) {
    const difference = Object.assign(document.createElement("text-diff"), { names: [`Version ${newest.version}, from the other tab`, "Yours, not saved"] });
    const mine = h("button", { type: "button", class: "button primary", onclick: () => isBusy(mine) || saveMine(mine) }, `Save mine as version ${newest.version + 1}`);
    const theirs = h("button", { type: "button", class: "button", onclick: takeTheirs }, "Take the other, discard mine");
    this.replaceChildren(h("section", { class: "conflict", role: "alert" }, h("h2", {}, `Another tab saved version ${newest.version} first`), h("p", {}, "Nothing is lost: both texts are here. Whichever you take, every saved version stays in the list of versions."), h("div", { class: "row" }, mine, theirs)), difference);
    difference.show(compareTexts(newest.text, text));
    this.scrollIntoView({ block: "start" });
    mine.focus();
  }
}

customElements.define("letter-conflict", LetterConflict);
