/** All letters, newest first, with a search over jobs and companies. */

import { LETTER_WORDS, letterName, receiptWords, timeWords } from "../logic/words.js";
import { Part, act, confirmErasing, h, notice } from "../dom.js";

class LettersView extends Part {
  #list = h("ul", { class: "rows-list" });
  #place = notice();
  #search = h("input", { type: "search", id: "letter-search", autocomplete: "off", spellcheck: "false" });
  #found = h("p", { class: "visually-hidden", role: "status" });

  start() {
    const { library } = this.context;
    this.replaceChildren(h("div", { class: "view-head letters-head" }, h("h1", {}, "Letters"), h("div", { class: "field search" }, h("label", { for: "letter-search" }, "Search"), this.#search)), this.#place, this.#found, this.#list);
    this.listen(this.#search, "input", () => this.#render());
    this.listen(library, "letters", () => this.#render());
    this.#render();
    if (this.context.receipt) this.#place.say(this.context.receipt, "good");
    this.context.receipt = null;
    library.loadLetters().catch((error) => this.isConnected && this.#place.say(error.message, "error"));
  }

  #render() {
    const { letters } = this.context.library;
    if (letters === null) return this.#list.replaceChildren(h("li", { class: "empty" }, "Loading …"));
    if (letters.length === 0) return this.#list.replaceChildren(h("li", { class: "empty" }, "No letter yet. ", h("a", { href: "#/new" }, "Write the first.")));
    const words = this.#search.value.trim().toLowerCase().split(/\s+/u).filter(Boolean);
    const found = letters.filter((item) => words.every((word) => searched(item).includes(word)));
    this.#found.textContent = words.length ? `${found.length} found` : "";
    if (found.length === 0) return this.#list.replaceChildren(h("li", { class: "empty" }, "No letter has these words in its job or company."));
    return this.#list.replaceChildren(...found.map((item) => this.#row(item)));
  }

  #row(item) {
    const name = letterName(item);
    const erase = h("button", { type: "button", class: "quiet-button", "aria-label": `Delete ${name}`, onclick: () => this.#erase(item, name, erase) }, "Delete");
    return h("li", { class: `row-item is-${item.status}` }, h("div", { class: "row-main" }, h("p", { class: "row-title" }, h("a", { href: `#/letters/${item.letter_id}` }, name)), h("p", { class: "row-facts" }, h("span", { class: "tag" }, LETTER_WORDS[item.status] ?? item.status), h("time", { datetime: item.created_at }, timeWords(item.created_at)))), h("div", { class: "row-actions" }, erase));
  }

  async #erase(item, name, button) {
    const yes = await confirmErasing(`Delete “${name}”?`, "Its text, its sentences and the job description are erased. The resume stays.", "Delete it");
    if (!yes) return button.focus();
    return act(button, this.#place, async () => this.#place.say(receiptWords(await this.context.library.deleteLetter(item.letter_id)), "good"));
  }
}

function searched(item) {
  return `${letterName(item)} ${LETTER_WORDS[item.status] ?? ""} ${timeWords(item.created_at)}`.toLowerCase();
}

customElements.define("letters-view", LettersView);
