/** The versions of a letter: what each changed, and a way back to any of them. */

import "./text-diff.js";
import { compareTexts, countChanges } from "../logic/diff.js";
import { ORIGIN_WORDS, countWords, letterName, timeWords } from "../logic/words.js";
import { Part, act, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

class VersionsView extends Part {
  itemId = null;
  #place = notice();
  #list = h("ol", { class: "rows-list versions-list" });
  #compared = h("section", { class: "compared", "aria-label": "What changed" });
  #said = h("p", { class: "facts", role: "status" });
  #difference = document.createElement("text-diff");
  #items = [];
  #texts = new Map();
  #chosen = null;
  #against = null;

  async start() {
    const crumb = h("p", { class: "crumb" }, h("a", { href: `#/letters/${this.itemId}` }, "The letter"));
    const facts = h("p", { class: "facts" });
    this.replaceChildren(h("div", { class: "view-head" }, crumb, h("h1", {}, "Versions"), facts), this.#place, h("div", { class: "versions-grid" }, this.#list, this.#compared));
    try {
      const [state] = await Promise.all([this.context.library.letter(this.itemId), this.#load()]);
      if (!this.isConnected) return;
      facts.textContent = letterName(state);
      this.#choose(this.#items[0].version);
    } catch (error) {
      this.#place.say(error.message, "error");
    }
  }

  async #load() {
    this.#items = await this.context.library.versions(this.itemId);
    this.#showList();
  }

  get #newest() {
    return this.#items[0].version;
  }

  #showList() {
    const focused = this.#list.contains(document.activeElement) ? document.activeElement.dataset.version : null;
    this.#list.replaceChildren(...this.#items.map((item) => this.#row(item)));
    if (focused) this.#list.querySelector(`[data-version="${focused}"]`)?.focus();
  }

  #row(item) {
    const name = `Version ${item.version}`;
    const choose = h("button", { type: "button", class: "version-name", "data-version": item.version, "aria-pressed": String(item.version === this.#chosen), onclick: () => this.#choose(item.version) }, h("span", { class: "row-title" }, name), h("span", { class: "row-facts" }, h("span", {}, ORIGIN_WORDS[item.origin] ?? item.origin), h("span", {}, countWords(item.words, "word")), h("time", { datetime: item.created_at }, timeWords(item.created_at))));
    const restore = h("button", { type: "button", class: "quiet-button", "aria-label": `Restore version ${item.version}`, onclick: () => isBusy(restore) || act(restore, this.#place, () => this.#restore(item.version)) }, "Restore");
    return h("li", { class: `row-item${item.version === this.#chosen ? " chosen" : ""}` }, choose, item.version === this.#newest ? h("span", { class: "tag" }, "Newest") : restore);
  }

  /** Show a version against the one before it. */
  #choose(version) {
    this.#chosen = version;
    this.#against = this.#items.find((item) => item.version < version)?.version ?? null;
    this.#showList();
    return this.#compare();
  }

  async #compare() {
    const [version, against] = [this.#chosen, this.#against];
    try {
      const [text, other] = await Promise.all([this.#text(version), against === null ? null : this.#text(against)]);
      if (version !== this.#chosen || against !== this.#against || !this.isConnected) return;
      this.#showComparison(text, other);
    } catch (error) {
      this.#place.say(error.message, "error");
    }
  }

  async #text(version) {
    if (!this.#texts.has(version)) this.#texts.set(version, (await this.context.library.version(this.itemId, version)).text);
    return this.#texts.get(version);
  }

  #showComparison(text, other) {
    const rows = compareTexts(other ?? text, text);
    const { added, removed } = countChanges(rows);
    this.#said.textContent = other === null ? "The first version." : `${countWords(added, "word")} added, ${countWords(removed, "word")} removed.`;
    this.#difference.names = other === null ? ["", `Version ${this.#chosen}`] : [`Version ${this.#against}`, `Version ${this.#chosen}`];
    this.#difference.classList.toggle("alone", other === null);
    this.#difference.show(rows);
    this.#compared.replaceChildren(h("div", { class: "compared-head" }, h("h2", {}, `Version ${this.#chosen}`), this.#items.length > 1 && this.#otherChoice()), this.#said, this.#difference);
  }

  #otherChoice() {
    const options = this.#items.filter((item) => item.version !== this.#chosen).map((item) => h("option", { value: item.version, selected: item.version === this.#against }, `Version ${item.version}`));
    const select = h("select", { id: "against", onchange: () => this.#setAgainst(Number(select.value)) }, this.#against === null && h("option", { value: "0", selected: true }, "nothing"), options);
    return h("div", { class: "against" }, h("label", { for: "against" }, "against"), select);
  }

  async #setAgainst(version) {
    this.#against = version === 0 ? null : version;
    await this.#compare();
    this.querySelector("#against")?.focus();
  }

  async #restore(version) {
    try {
      await this.context.library.restoreVersion(this.itemId, version, this.#newest);
    } catch (error) {
      // The list was not the newest any more; it is now, and nothing was stored.
      if (error.code === "version_conflict") await this.#load();
      throw error;
    }
    await this.#load();
    this.#choose(this.#newest);
    this.#place.say(`Version ${version} is the newest again, as version ${this.#newest}. The others stay.`, "good");
  }
}

customElements.define("versions-view", VersionsView);
