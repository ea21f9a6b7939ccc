/** The proof beside the letter: the quoted lines of what is looked at, and the resume with those lines lit. */

import "./resume-picture.js";
import { evidenceRuns, placeWords } from "../logic/evidence.js";
import { h, styled } from "../dom.js";

await styled(import.meta.url);

class EvidencePane extends HTMLElement {
  #quotes = h("div", { class: "quotes", role: "group", "aria-label": "Lines", "aria-live": "polite", tabindex: "0" });
  #picture = document.createElement("resume-picture");
  #missing = h("p", { class: "hint", hidden: true }, "The resume itself is no longer here; the quotes are kept with the letter.");
  #close = h("button", { type: "button", class: "quiet-button close-proof", onclick: () => this.dispatchEvent(new Event("leave")) }, "Close");

  connectedCallback() {
    this.id = "proof";
    this.tabIndex = -1;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "Proof");
    this.replaceChildren(h("div", { class: "proof-head" }, h("h2", {}, "The proof"), this.#close), this.#quotes, this.#missing, h("div", { class: "proof-picture", role: "group", "aria-label": "Your resume", tabindex: "0" }, this.#picture));
    this.point(null);
  }

  /** Draw the resume, or say that it is gone (null). */
  showResume(resume) {
    this.#missing.hidden = resume !== null;
    this.#picture.hidden = resume === null;
    if (resume) this.#picture.show(resume);
  }

  /** Show `{evidence, reason}` of a sentence or a requirement; null shows how to ask for it. */
  point(target) {
    this.classList.toggle("pointed", target !== null);
    if (target === null) {
      this.#quotes.replaceChildren(h("p", { class: "hint" }, "Point at an underlined sentence, or move to it with the keyboard, to see the lines that prove it."));
      this.#picture.light([]);
      return;
    }
    this.#quotes.replaceChildren(h("ul", {}, target.reason && h("li", { class: "quote asserted" }, h("span", { class: "quote-place" }, "On your word"), target.reason), evidenceRuns(target.evidence).map(quote)));
    this.#picture.light(target.evidence.map((item) => item.line), this.querySelector(".proof-picture"));
  }
}

function quote(run) {
  return h("li", { class: run.own ? "quote own-word" : "quote" }, h("span", { class: "quote-place" }, placeWords(run)), h("q", {}, run.quote));
}

customElements.define("evidence-pane", EvidencePane);
