/**
 * The letter as text to be changed: each sentence is checked again after a pause and shown as proven, plain, or on the
 * user's word, and all of it is stored as a new version. What is not stored yet is kept in the tab.
 *
 * The text is a real text field, so that undo, spelling and screen readers work as everywhere; the marks are painted on a
 * layer below it with the same letters in no colour. Fires "point" with the sentence at the caret, and "done" at the end.
 */

import "./letter-conflict.js";
import "./own-words.js";
import { blocksOf, editProblem, knownOf, markedUp, sameWords, toSend, withChecked } from "../logic/editing.js";
import { checkedWords } from "../logic/words.js";
import { Part, act, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

const PAUSE_MILLISECONDS = 900;

class LetterEditor extends Part {
  itemId = null;
  /** The version the edit began from, and the text that is stored under it. */
  #base = 0;
  #stored = "";
  #known = new Map();
  #marks = [];
  #pause = null;
  #checking = false;
  #pointed = undefined;
  #field = h("textarea", { class: "editor-text", "aria-label": "The letter", "aria-describedby": "editor-help", spellcheck: "true", autocomplete: "off" });
  #layer = h("div", { class: "editor-layer", "aria-hidden": "true" });
  #said = h("p", { class: "editor-said", role: "status" });
  #own = Object.assign(document.createElement("own-words"), { hidden: true });
  #place = notice();
  #conflict = document.createElement("letter-conflict");
  #save = h("button", { type: "button", class: "button primary", onclick: () => isBusy(this.#save) || act(this.#save, this.#place, () => this.#store()) }, "Save");

  start() {
    const discard = h("button", { type: "button", class: "button", onclick: () => this.#finish() }, "Discard");
    const help = h("p", { id: "editor-help", class: "hint" }, "Change what you like. Every sentence is checked against your resume; what it does not prove stays, marked as your own word.");
    const bar = h("div", { class: "editor-bar" }, h("div", { class: "row" }, this.#save, discard), this.#said);
    this.replaceChildren(help, this.#conflict, h("div", { class: "editor-paper" }, this.#layer, this.#field), this.#place, bar, this.#own);
    this.#own.addEventListener("go", (event) => this.#goTo(event.detail));
    this.listen(this.#field, "input", () => this.#changed());
    this.listen(this.#field, "blur", () => this.#check());
    this.listen(this.#field, "keydown", (event) => this.#key(event));
    this.listen(document, "selectionchange", () => document.activeElement === this.#field && this.#pointAtCaret());
    this.listen(window, "beforeunload", (event) => this.isDirty && event.preventDefault());
    this.listen(this.context.socket, "state", () => this.context.socket.state === "open" && this.#check());
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    super.disconnectedCallback();
  }

  get isDirty() {
    return this.#field.value !== this.#stored;
  }

  /** Begin with a finished letter, or go on with an edit that was kept; the caret goes to `at`, a place in the text. */
  edit(state, kept = null, at = null) {
    this.#stored = state.text;
    this.#base = kept?.base ?? state.version;
    this.#known = knownOf(state.sentences, state.text);
    this.#field.value = kept?.text ?? state.text;
    if (kept) this.#place.say("These are the changes you had not saved.");
    this.#show();
    this.#schedule();
    this.#field.focus({ preventScroll: at === null });
    const caret = at ?? 0;
    this.#field.setSelectionRange(caret, caret);
  }

  /** The letter was stored anew somewhere else meanwhile. */
  overtaken(state) {
    if (state.version > this.#base && state.text !== this.#field.value) this.#place.say(`Version ${state.version} was saved in another tab meanwhile. Yours is still here; saving lets you choose.`);
  }

  #key(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.#save.click();
    }
  }

  #changed() {
    this.context.drafts.keepEdit(this.itemId, this.isDirty ? { base: this.#base, text: this.#field.value } : null);
    this.#show();
    this.#schedule();
  }

  #schedule() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#check(), PAUSE_MILLISECONDS);
  }

  /** Ask the server for what it has not seen yet; one question at a time. */
  async #check() {
    clearTimeout(this.#pause);
    const { unchecked } = markedUp(this.#field.value, this.#known);
    const problem = editProblem(this.#field.value);
    if (problem) return this.#place.say(problem, "error");
    if (this.#place.classList.contains("error")) this.#place.say("");
    if (unchecked.length === 0 || this.#checking || !this.isConnected) return this.#show();
    this.#checking = true;
    try {
      this.#known = withChecked(this.#known, unchecked, await this.context.library.checkSentences(this.itemId, toSend(unchecked)));
      this.#checking = false;
      // What was typed while the server thought.
      return this.#check();
    } catch (error) {
      this.#checking = false;
      return this.#place.say(`Not checked yet. ${error.message}`, "error");
    }
  }

  #show() {
    const { marks, unchecked } = markedUp(this.#field.value, this.#known);
    this.#marks = marks;
    this.#paint();
    this.#save.textContent = this.isDirty ? `Save as version ${this.#base + 1}` : "Done";
    // A reader is told what changed, not the same again.
    const said = checkedWords(marks);
    if (unchecked.length === 0 && this.#said.textContent !== said) this.#said.textContent = said;
    this.#layer.classList.toggle("at-work", unchecked.length > 0);
    this.#own.show(marks.filter((mark) => mark.state === "asserted"));
    this.#pointAtCaret();
  }

  #paint() {
    const text = this.#field.value;
    const caret = this.#field.selectionStart;
    const pieces = [];
    let from = 0;
    for (const mark of this.#marks) {
      const current = mark.start <= caret && caret <= mark.end && document.activeElement === this.#field;
      pieces.push(text.slice(from, mark.start), h("span", { class: `mark ${mark.state}${current ? " current" : ""}` }, text.slice(mark.start, mark.end)));
      from = mark.end;
    }
    // A line break at the end has no height of its own.
    this.#layer.replaceChildren(...pieces, `${text.slice(from)}\u200b`);
  }

  #pointAtCaret() {
    this.#paint();
    const caret = this.#field.selectionStart;
    const mark = this.#marks.find((item) => item.start <= caret && caret <= item.end && item.state !== "plain");
    // The proof is announced; it is the same while the caret moves inside one sentence.
    if (mark?.text === this.#pointed) return;
    this.#pointed = mark?.text;
    this.dispatchEvent(new CustomEvent("point", { detail: mark ? { key: null, title: mark.text, evidence: mark.evidence, reason: mark.reason, pinned: false } : null }));
  }

  #goTo(mark) {
    this.#field.focus();
    this.#field.setSelectionRange(mark.start, mark.end);
  }

  /** Store the text as a new version; throws when it could not be, which is said where the button is. */
  async #store() {
    if (!this.isDirty) return this.#finish();
    const text = this.#field.value;
    const problem = editProblem(text);
    if (problem) throw new Error(problem);
    try {
      await this.context.library.saveLetter(this.itemId, this.#base, toSend(blocksOf(text)));
    } catch (error) {
      if (error.code !== "version_conflict") throw error;
      return this.#meetConflict(await this.context.library.renewLetter(this.itemId), text);
    }
    return this.#finish();
  }

  /** Another tab was first: both texts stay, and the user says which is the newest. */
  #meetConflict(newest, text) {
    // An answer that was lost on the way: it was this very text that was stored.
    if (sameWords(newest.text, text)) return this.#finish();
    this.#place.say("");
    return this.#conflict.show(newest, text, (button) => this.#saveOver(newest, button), () => this.#finish());
  }

  #saveOver(newest, button) {
    this.#base = newest.version;
    return act(button, this.#place, async () => {
      this.#conflict.replaceChildren();
      await this.#store();
    });
  }

  #finish() {
    this.context.drafts.keepEdit(this.itemId, null);
    this.#stored = this.#field.value;
    this.dispatchEvent(new Event("done"));
  }

  /** Save from outside, for who leaves; resolves with whether it was stored. */
  async save() {
    await act(this.#save, this.#place, () => this.#store());
    return !this.isDirty;
  }
}

customElements.define("letter-editor", LetterEditor);
