/** All letters, newest first, with a search over their jobs, companies and texts. */

import { LETTER_WORDS, countWords, letterName, receiptWords, timeWords } from "../logic/words.js";
import { Part, act, confirmErasing, h, notice, styled } from "../dom.js";

await styled(import.meta.url);

const PAUSE_MILLISECONDS = 300;
const SEARCH_CHARACTERS = 200;

class LettersView extends Part {
  #list = h("ul", { class: "rows-list" });
  #place = notice();
  #search = h("input", { type: "search", id: "letter-search", autocomplete: "off", spellcheck: "false", maxlength: String(SEARCH_CHARACTERS), "aria-describedby": "letter-found" });
  #found = h("p", { id: "letter-found", class: "facts", role: "status" });
  #pause = null;
  #asked = "";
  /** What the server found for `#asked`; null shows all. */
  #results = null;

  start() {
    const { library } = this.context;
    this.replaceChildren(h("div", { class: "view-head letters-head" }, h("h1", {}, "Letters"), h("div", { class: "field search" }, h("label", { for: "letter-search" }, "Search"), this.#search, this.#found)), this.#place, this.#list);
    this.listen(this.#search, "input", () => this.#typed());
    // A letter that came or went may be one that was looked for.
    this.listen(library, "letters", () => (this.#results === null ? this.#render() : this.#find()));
    this.#render();
    if (this.context.receipt) this.#place.say(this.context.receipt, "good");
    this.context.receipt = null;
    library.loadLetters().catch((error) => this.isConnected && this.#place.say(error.message, "error"));
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    super.disconnectedCallback();
  }

  #typed() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#find(), PAUSE_MILLISECONDS);
  }

  /** Let the server look; an answer to words that were changed meanwhile is dropped. */
  async #find() {
    const words = this.#search.value.trim();
    this.#asked = words;
    if (words === "") {
      this.#results = null;
      return this.#render();
    }
    try {
      const results = await this.context.library.searchLetters(words);
      if (words !== this.#asked || !this.isConnected) return undefined;
      this.#results = results;
      if (this.#place.classList.contains("error")) this.#place.say("");
      return this.#render();
    } catch (error) {
      return this.#place.say(error.message, "error");
    }
  }

  #render() {
    const { letters } = this.context.library;
    this.#found.textContent = this.#results === null ? "" : `${countWords(this.#results.length, "letter")} found`;
    if (this.#results?.length === 0) return this.#list.replaceChildren(h("li", { class: "empty" }, "No letter has these words in its job, its company or its text."));
    if (this.#results !== null) return this.#list.replaceChildren(...this.#results.map((item) => this.#row(item)));
    if (letters === null) return this.#list.replaceChildren(h("li", { class: "empty" }, "Loading …"));
    if (letters.length === 0) return this.#list.replaceChildren(h("li", { class: "empty" }, "No letter yet. ", h("a", { href: "#/new" }, "Write the first.")));
    return this.#list.replaceChildren(...letters.map((item) => this.#row(item)));
  }

  #row(item) {
    const name = letterName(item);
    const erase = h("button", { type: "button", class: "quiet-button", "aria-label": `Delete ${name}`, onclick: () => this.#erase(item, name, erase) }, "Delete");
    return h("li", { class: `row-item is-${item.status}` }, h("div", { class: "row-main" }, h("p", { class: "row-title" }, h("a", { href: `#/letters/${item.letter_id}` }, name)), h("p", { class: "row-facts" }, h("span", { class: "tag" }, LETTER_WORDS[item.status] ?? item.status), h("time", { datetime: item.created_at }, timeWords(item.created_at)), relativesOf(item))), h("div", { class: "row-actions" }, erase));
  }

  async #erase(item, name, button) {
    const yes = await confirmErasing(`Delete “${name}”?`, "Its text, its versions and the job description are erased. The resume stays.", "Delete it");
    if (!yes) return button.focus();
    return act(button, this.#place, async () => this.#place.say(receiptWords(await this.context.library.deleteLetter(item.letter_id)), "good"));
  }
}

/** Links to what a letter was written in place of, and to what was written in its place. */
function relativesOf(item) {
  const link = (letterId, words) => letterId && h("a", { href: `#/letters/${letterId}` }, words);
  return [link(item.regenerated_from, "the one before"), link(item.regenerated_as?.[0], "written anew")];
}

customElements.define("letters-view", LettersView);
