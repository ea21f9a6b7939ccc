/** One letter from the first question to the last full stop: its requirements, its text as it is written and changed, its proof. */

import "./evidence-pane.js";
import "./letter-editor.js";
import "./letter-ending.js";
import "./letter-sheet.js";
import "./requirement-ledger.js";
import { isOver, relatives } from "../logic/letter.js";
import { STAGE_WORDS, letterName, receiptWords, usageWords, wakingWords } from "../logic/words.js";
import { Part, act, ask, confirmErasing, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

class LetterView extends Part {
  itemId = null;
  #place = notice();
  #title = h("h1", { tabindex: "-1" }, "Letter");
  #status = h("p", { class: "letter-status", role: "status" });
  #origin = h("p", { class: "facts letter-origin" });
  #actions = h("div", { class: "row letter-actions" });
  #usage = h("p", { class: "facts letter-usage" });
  #ending = document.createElement("letter-ending");
  #ledger = document.createElement("requirement-ledger");
  #sheet = document.createElement("letter-sheet");
  #proof = document.createElement("evidence-pane");
  #editor = null;
  #pinned = null;
  #drawn = null;
  #ended = null;

  async start() {
    const { library, drafts } = this.context;
    const paper = h("div", { class: "paper-column" }, this.#ending, this.#sheet, this.#usage);
    this.replaceChildren(h("div", { class: "view-head letter-head" }, h("div", {}, h("p", { class: "crumb" }, h("a", { href: "#/letters" }, "Letters")), this.#title, this.#status, this.#origin), this.#actions), this.#place, h("div", { class: "letter-grid" }, this.#ledger, paper, this.#proof));
    Object.assign(this.#ending, { context: this.context, itemId: this.itemId });
    this.#ending.addEventListener("edit", () => this.#edit());
    for (const part of [this.#ledger, this.#sheet]) part.addEventListener("point", (event) => this.#point(event.detail));
    this.#sheet.addEventListener("edit", (event) => this.#edit(event.detail));
    this.#proof.addEventListener("leave", () => this.#leave());
    this.listen(this, "keydown", (event) => event.key === "Escape" && this.#leave());
    this.listen(library, "letter", (event) => event.detail === this.itemId && this.#show(library.states.get(this.itemId)));
    if (library.states.has(this.itemId)) this.#show(library.states.get(this.itemId));
    else this.#ledger.show(null);
    try {
      const state = await library.letter(this.itemId);
      if (!this.isConnected) return;
      this.#show(state);
      if (state.status === "completed" && drafts.editOf(this.itemId)) this.#edit();
    } catch (error) {
      if (!library.states.has(this.itemId)) this.#place.say(error.message, "error");
    }
  }

  #show(state) {
    const name = letterName(state);
    this.#title.textContent = name === "Untitled letter" && !isOver(state) ? "Your letter" : name;
    // The same words again would be read out again.
    if (this.#status.textContent !== statusWords(state)) this.#status.textContent = statusWords(state);
    this.#status.classList.toggle("at-work", !isOver(state));
    this.#showOrigin(state);
    this.#ledger.show(state.requirements, isOver(state));
    this.#sheet.hidden = this.#editor !== null || state.status === "needs_input" || (isOver(state) && state.text === "");
    this.#sheet.lang = state.options?.language ?? "";
    this.#sheet.show(state);
    this.#editor?.overtaken(state);
    this.#proof.classList.toggle("idle", state.requirements === null);
    this.#drawResume(state);
    const ended = `${state.status} ${state.version}`;
    if (this.#ended === ended || this.#editor !== null) return;
    this.#ended = ended;
    this.#showActions(state);
    this.#ending.show(state);
    this.#usage.textContent = state.status === "completed" ? usageWords(state) : "";
  }

  /** What this letter was written in place of, and what was written in place of it. */
  #showOrigin(state) {
    const { before, after } = relatives(state, this.context.library.states.values());
    const link = (letterId, words) => h("a", { href: `#/letters/${letterId}` }, words);
    this.#origin.replaceChildren(...[before && link(before, "The letter before this one"), after && link(after, "The letter written after it")].filter(Boolean));
  }

  async #drawResume(state) {
    const drawn = state.resumeId ?? (isOver(state) && state.createdAt ? "none" : null);
    if (drawn === null || drawn === this.#drawn) return;
    this.#drawn = drawn;
    const resume = state.resumeId && (await this.context.library.resume(state.resumeId).catch(() => null));
    if (this.isConnected) this.#proof.showResume(resume?.status === "ready" ? resume : null);
  }

  #point(target) {
    if (target?.pinned) this.#pinned = target;
    const shown = target ?? this.#pinned;
    this.#proof.point(shown);
    for (const element of this.querySelectorAll("[data-key]")) {
      const current = element.dataset.key === shown?.key;
      element.classList.toggle("current", current);
      if (current) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
  }

  /** Close the proof and go back to what it was asked for. */
  #leave() {
    const key = this.#pinned?.key;
    this.#pinned = null;
    const inside = this.#proof.contains(document.activeElement);
    this.#point(null);
    if (inside && key) {
      this.querySelector(`[data-key="${key}"]`)?.focus();
      this.#pinned = null;
      this.#point(null);
    }
  }

  #showActions(state) {
    const quiet = (words, action) => {
      const element = h("button", { type: "button", class: "quiet-button", onclick: () => isBusy(element) || act(element, this.#place, () => action(element)) }, words);
      return element;
    };
    const link = (part, words) => h("a", { class: "quiet-button", href: `#/letters/${this.itemId}/${part}` }, words);
    const finished = [link("versions", state.version > 1 ? `Versions (${state.version})` : "Versions"), link("interview", "Interview sheet"), quiet("Write it anew", () => this.#writeAnew(state)), quiet("Print", () => window.print())];
    const cancel = h("button", { type: "button", class: "button", onclick: () => isBusy(cancel) || act(cancel, this.#place, () => this.context.library.cancelLetter(this.itemId)) }, "Cancel");
    if (!isOver(state)) this.#actions.replaceChildren(cancel);
    else this.#actions.replaceChildren(...(state.status === "completed" ? finished : []), quiet("Delete", (element) => this.#erase(element)));
  }

  /** Change the letter in its place; `sentence` is where to begin. */
  #edit(sentence = null) {
    if (this.#editor !== null) return;
    const { library, drafts } = this.context;
    const state = library.states.get(this.itemId);
    this.#leave();
    this.#editor = Object.assign(document.createElement("letter-editor"), { context: this.context, itemId: this.itemId });
    this.#editor.addEventListener("point", (event) => matchMedia("(min-width: 56rem)").matches && this.#point(event.detail));
    this.#editor.addEventListener("done", () => this.#edited());
    this.#sheet.hidden = true;
    this.#ending.replaceChildren();
    this.#sheet.after(this.#editor);
    this.#editor.edit(state, drafts.editOf(this.itemId), sentence === null ? null : Math.max(state.text.indexOf(sentence), 0));
  }

  #edited() {
    this.#editor.remove();
    this.#editor = null;
    this.#ended = null;
    this.#point(null);
    this.#show(this.context.library.states.get(this.itemId));
    this.#ending.querySelector("button")?.focus();
  }

  /** Who has changes that are not stored is asked what shall become of them; resolves with whether to go. */
  async mayLeave(forgets) {
    if (!this.#editor?.isDirty) return true;
    const answer = await ask("Your changes are not saved", forgets ? "Signing out discards them." : "They stay in this tab until you close it.", [["leave", "Leave without saving", ""], ["save", "Save and leave", "primary"], ["", "Stay here", ""]]);
    return answer === "leave" || (answer === "save" && this.#editor.save());
  }

  async #erase(button) {
    const yes = await confirmErasing("Delete this letter?", "Its text, its versions and the job description are erased. The resume stays.", "Delete it");
    if (!yes) return button.focus();
    const receipt = await this.context.library.deleteLetter(this.itemId);
    this.context.drafts.keepEdit(this.itemId, null);
    this.context.receipt = receiptWords(receipt);
    return this.context.go("letters");
  }

  async #writeAnew(state) {
    const { drafts, library } = this.context;
    const asked = state.jobDescription ? state : await library.renewLetter(this.itemId);
    // A job that was pasted and not sent comes back afterwards.
    const { before = drafts.form } = drafts.form;
    drafts.form = { job: asked.jobDescription, resume_id: asked.resumeId, ...asked.options, from: { letter_id: this.itemId, name: letterName(asked) }, before };
    this.context.go("new");
  }
}

function statusWords(state) {
  if (state.stage === "waking" && !isOver(state)) return wakingWords(state.waitSeconds);
  if (!isOver(state)) return state.stage === "writing" && state.draft > 1 ? `Writing it again, with what the check found (draft ${state.draft})` : STAGE_WORDS[state.stage];
  return { completed: "Finished: every claim was checked against your resume", needs_input: "A question first", failed: "Not written", cancelled: "Cancelled" }[state.status];
}

customElements.define("letter-view", LetterView);
