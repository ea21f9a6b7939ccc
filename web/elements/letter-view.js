/** One letter from the first question to the last full stop: its requirements, its text as it is written, its proof. */

import "./evidence-pane.js";
import "./letter-sheet.js";
import "./requirement-ledger.js";
import { isOver } from "../logic/letter.js";
import { ANSWER_CHARACTERS } from "../logic/limits.js";
import { countStates } from "../logic/sentences.js";
import { STAGE_WORDS, countWords, letterName, receiptWords } from "../logic/words.js";
import { Part, act, confirmErasing, field, h, isBusy, notice } from "../dom.js";

class LetterView extends Part {
  itemId = null;
  #place = notice();
  #title = h("h1", { tabindex: "-1" }, "Letter");
  #status = h("p", { class: "letter-status", role: "status" });
  #actions = h("div", { class: "row letter-actions" });
  #ending = h("div", { class: "ending" });
  #ledger = document.createElement("requirement-ledger");
  #sheet = document.createElement("letter-sheet");
  #proof = document.createElement("evidence-pane");
  #pinned = null;
  #drawn = null;
  #ended = null;

  async start() {
    const { library } = this.context;
    const paper = h("div", { class: "paper-column" }, this.#ending, this.#sheet);
    this.replaceChildren(h("div", { class: "view-head letter-head" }, h("div", {}, h("p", { class: "crumb" }, h("a", { href: "#/letters" }, "Letters")), this.#title, this.#status), this.#actions), this.#place, h("div", { class: "letter-grid" }, this.#ledger, paper, this.#proof));
    for (const part of [this.#ledger, this.#sheet]) part.addEventListener("point", (event) => this.#point(event.detail));
    this.#proof.addEventListener("leave", () => this.#leave());
    this.listen(this, "keydown", (event) => event.key === "Escape" && this.#leave());
    this.listen(library, "letter", (event) => event.detail === this.itemId && this.#show(library.states.get(this.itemId)));
    if (library.states.has(this.itemId)) this.#show(library.states.get(this.itemId));
    else this.#ledger.show(null);
    try {
      const state = await library.letter(this.itemId);
      if (this.isConnected) this.#show(state);
    } catch (error) {
      if (!library.states.has(this.itemId)) this.#place.say(error.message, "error");
    }
  }

  #show(state) {
    const name = letterName(state);
    this.#title.textContent = name === "Untitled letter" && !isOver(state) ? "Your letter" : name;
    this.#status.textContent = statusWords(state);
    this.#status.classList.toggle("at-work", !isOver(state));
    this.#ledger.show(state.requirements, isOver(state));
    this.#sheet.hidden = state.status === "needs_input" || (isOver(state) && state.text === "");
    this.#sheet.show(state);
    this.#proof.classList.toggle("idle", state.requirements === null);
    this.#drawResume(state);
    if (this.#ended !== state.status) {
      this.#ended = state.status;
      this.#showActions(state);
      this.#showEnding(state);
    }
  }

  async #drawResume(state) {
    const resumeId = state.resumeId ?? this.context.drafts.jobOf(state.letterId)?.resume_id ?? null;
    const drawn = resumeId ?? (isOver(state) && state.createdAt ? "none" : null);
    if (drawn === null || drawn === this.#drawn) return;
    this.#drawn = drawn;
    const resume = resumeId && (await this.context.library.resume(resumeId).catch(() => null));
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
    const button = (words, kind, action) => {
      const element = h("button", { type: "button", class: `button ${kind}`, onclick: () => isBusy(element) || act(element, this.#place, () => action(element)) }, words);
      return element;
    };
    const actions = [];
    if (!isOver(state)) actions.push(button("Cancel", "", () => this.context.library.cancelLetter(this.itemId)));
    if (state.status === "completed") actions.push(button("Copy the letter", "primary", (element) => this.#copy(element)));
    if (isOver(state)) actions.push(button("Delete", "", (element) => this.#erase(element)));
    this.#actions.replaceChildren(...actions);
  }

  async #copy(button) {
    await navigator.clipboard.writeText(this.context.library.states.get(this.itemId).text).catch(() => {
      throw new Error("The browser did not allow copying. Select the text and copy it by hand.");
    });
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy the letter"), 2500);
  }

  async #erase(button) {
    const yes = await confirmErasing("Delete this letter?", "Its text, its sentences and the job description are erased. The resume stays.", "Delete it");
    if (!yes) return button.focus();
    const receipt = await this.context.library.deleteLetter(this.itemId);
    this.context.receipt = receiptWords(receipt);
    return this.context.go("letters");
  }

  #showEnding(state) {
    const show = { completed: summary, needs_input: () => this.#questions(state), failed: () => this.#again(state, state.message), cancelled: () => this.#again(state, "You stopped this letter.") }[state.status];
    this.#ending.replaceChildren(...(show ? [show(state)] : []));
  }

  #again(state, words) {
    const job = this.context.drafts.jobOf(state.letterId);
    const again = h("button", { type: "button", class: "button primary", onclick: () => isBusy(again) || act(again, this.#place, () => this.#ask(job)) }, "Try again");
    return h("div", { class: "ending-card" }, h("p", {}, words), h("div", { class: "row" }, job ? again : h("a", { class: "button primary", href: "#/new" }, "Ask for a new letter")));
  }

  async #ask(fields) {
    const letterId = await this.context.library.createLetter(fields);
    this.context.drafts.keepJob(letterId, fields);
    this.context.go(`letters/${letterId}`);
  }

  /** The questions of a letter that needs input, answered in place: a new letter with the answers as the user's own word. */
  #questions(state) {
    const job = this.context.drafts.jobOf(state.letterId);
    const place = notice();
    const fields = state.questions.map((question) => field(question, { rows: "2", maxlength: String(ANSWER_CHARACTERS), autocomplete: "off" }));
    const button = h("button", { type: "submit", class: "button primary" }, "Write it with these answers");
    const skip = h("a", { class: "link-button", href: "#/new" }, "Choose another resume or job");
    const form = h("form", { class: "ending-card questions", novalidate: true }, h("h2", {}, "Your resume shows too little for this job. Can you help?"), h("p", { class: "hint" }, "Answer in whole sentences, such as “I have held a driving licence since 2015.” They count as your own word and are marked so."), fields, place, h("div", { class: "row" }, job && button, skip));
    if (!job) place.say("The job description is no longer in this tab. Paste it again to go on.");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answers = fields.map((item) => item.input.value.trim()).filter(Boolean);
      if (answers.length === 0) return place.say("Answer at least one question, or choose another resume.", "error");
      return isBusy(button) || act(button, place, () => this.#ask({ ...job, options: { ...job.options, answers } }));
    });
    return form;
  }
}

function statusWords(state) {
  if (!isOver(state)) return state.stage === "writing" && state.draft > 1 ? `Writing it again, with what the check found (draft ${state.draft})` : STAGE_WORDS[state.stage];
  return { completed: "Finished: every claim was checked against your resume", needs_input: "A question first", failed: "Not written", cancelled: "Cancelled" }[state.status];
}

function summary(state) {
  const { supported, removed } = countStates(state.sentences);
  const facts = [`${countWords(supported, "sentence")} proven`, removed > 0 && `${removed} left out`, countWords(state.drafts, "draft"), state.usage && `${state.usage.seconds?.toFixed(1) ?? 0} s`, `written by ${state.model}`];
  return h("div", { class: "summary" }, h("p", { class: "facts" }, facts.filter(Boolean).join(" · ")), state.note && h("p", { class: "hint" }, state.note));
}

customElements.define("letter-view", LetterView);
