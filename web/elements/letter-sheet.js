/**
 * The letter on its paper: a draft that grows, then sentences that can be asked for their proof.
 *
 * Only what changed is touched while text streams, and the paper never shrinks, so that nothing jumps. Fires "point"
 * with `{key, title, evidence, reason, pinned}` for a sentence that is looked at, with null when it no longer is, and
 * "edit" with a sentence's text for one that is double-clicked or on which "e" or F2 is pressed.
 */

import { draftParagraphs, finishedParagraphs } from "../logic/sentences.js";
import { withoutPlaceholders } from "../logic/words.js";
import { h, styled } from "../dom.js";

await styled(import.meta.url);

class LetterSheet extends HTMLElement {
  #body = h("div", { class: "sheet-body" });
  #finished = null;

  connectedCallback() {
    if (!this.contains(this.#body)) this.replaceChildren(this.#body);
    this.addEventListener("keydown", this.#walk);
  }

  /** Show a state of `logic/letter.js`. */
  show(state) {
    this.setAttribute("aria-busy", String(state.status === "writing" || state.status === "queued"));
    if (state.status === "completed") this.#showFinished(state);
    else this.#showDraft(state);
  }

  #showDraft(state) {
    const findings = state.reviews[state.draft] ?? null;
    const paragraphs = draftParagraphs(withoutPlaceholders(state.text), findings);
    this.#body.classList.toggle("empty-sheet", paragraphs.length === 0);
    paragraphs.forEach((sentences, index) => {
      const element = this.#body.children[index] ?? this.#body.appendChild(h("p"));
      fill(element, sentences);
    });
    while (this.#body.children.length > paragraphs.length) this.#body.lastChild.remove();
    this.#body.style.minHeight = `${Math.ceil(this.#body.getBoundingClientRect().height)}px`;
  }

  #showFinished(state) {
    if (this.#finished === state.sentences) return;
    this.#finished = state.sentences;
    this.#body.classList.remove("empty-sheet");
    this.#body.style.minHeight = "";
    this.#body.replaceChildren(...finishedParagraphs(state.sentences, state.text).map((sentences) => h("p", {}, sentences.map((sentence) => [sentence.lead, this.#sentence(sentence)]))));
  }

  #sentence(sentence) {
    if (sentence.state === "removed") {
      return h("span", { class: "sentence removed" }, h("del", {}, withoutPlaceholders(sentence.text)), h("span", { class: "reason" }, h("span", { class: "visually-hidden" }, "Left out. "), sentence.reason ?? "It could not be proven."));
    }
    const edit = () => this.dispatchEvent(new CustomEvent("edit", { detail: sentence.text }));
    const asserted = sentence.state === "asserted";
    if (sentence.evidence.length === 0 && !asserted) return h("span", { class: "sentence plain", ondblclick: edit }, sentence.text);
    const key = `sentence-${sentence.number}`;
    const point = (pinned) => this.dispatchEvent(new CustomEvent("point", { detail: { key, title: sentence.text, evidence: sentence.evidence, reason: asserted ? (sentence.reason ?? "Your resume does not show it.") : null, pinned } }));
    const own = sentence.evidence.every((item) => item.origin === "user");
    const kind = asserted ? "asserted" : own ? "supported own-word" : "supported";
    // A link, because a button cannot break over lines: it leads to the proof.
    return h(
      "a",
      { class: `sentence ${kind}`, href: "#proof", "data-key": key, "aria-controls": "proof", onmouseenter: () => point(false), onmouseleave: () => this.dispatchEvent(new CustomEvent("point", { detail: null })), onfocus: () => point(true), onclick: (event) => (event.preventDefault(), point(true)), ondblclick: edit, onkeydown: (event) => isEditKey(event) && (event.preventDefault(), edit()) },
      sentence.text,
      asserted && h("span", { class: "visually-hidden" }, " (on your word)"),
    );
  }

  /** The arrow keys go from sentence to sentence. */
  #walk = (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step || !event.target.matches?.("a.sentence")) return;
    const all = [...this.querySelectorAll("a.sentence")];
    all[all.indexOf(event.target) + step]?.focus();
    event.preventDefault();
  };
}

function isEditKey(event) {
  return event.key === "F2" || (event.key === "e" && !event.ctrlKey && !event.metaKey && !event.altKey);
}

function fill(paragraph, sentences) {
  sentences.forEach((sentence, index) => {
    const element = paragraph.children[index] ?? paragraph.appendChild(h("span"));
    if (element.textContent !== sentence.text) element.textContent = sentence.text;
    const name = `sentence ${sentence.state}`;
    if (element.className !== name) element.className = name;
    if (sentence.reason) element.title = sentence.reason;
    else element.removeAttribute("title");
  });
  while (paragraph.children.length > sentences.length) paragraph.lastChild.remove();
}

customElements.define("letter-sheet", LetterSheet);
