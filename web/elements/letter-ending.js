/** What there is to do with a letter that is over: change it and take it along, answer its questions, or ask again. Fires "edit". */

import "./letter-questions.js";
import "./letter-tools.js";
import { checkedWords } from "../logic/words.js";
import { Part, act, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

class LetterEnding extends Part {
  itemId = null;

  /** Show what the state calls for; nothing while the letter is being written. */
  show(state) {
    const show = { completed: () => this.#finished(state), needs_input: () => this.#questions(state), failed: () => this.#again(state, state.message), cancelled: () => this.#again(state, "You stopped this letter.") }[state.status];
    this.replaceChildren(...(show ? [show()] : []));
  }

  #finished(state) {
    const tools = Object.assign(document.createElement("letter-tools"), { context: this.context, itemId: this.itemId });
    tools.addEventListener("edit", () => this.dispatchEvent(new Event("edit")));
    const facts = [checkedWords(state.sentences), state.version > 1 && `version ${state.version}`, `written by ${state.model}`].filter(Boolean);
    return h("div", { class: "summary" }, tools, h("p", { class: "facts" }, facts.join(" · ")), state.note && h("p", { class: "hint" }, state.note));
  }

  #questions(state) {
    const questions = document.createElement("letter-questions");
    questions.show(state.questions, (answers, button, place) => act(button, place, () => this.#ask(state, answers)));
    return questions;
  }

  #again(state, words) {
    const place = notice();
    const again = h("button", { type: "button", class: "button primary", onclick: () => isBusy(again) || act(again, place, () => this.#ask(state)) }, "Try again");
    return h("div", { class: "ending-card" }, h("p", {}, words), place, h("div", { class: "row" }, again));
  }

  /** Ask for this letter once more, with what the server has kept of the question. */
  async #ask(state, answers = null) {
    // An ending that was pushed says nothing of the job; the stored letter does.
    const asked = state.jobDescription ? state : await this.context.library.renewLetter(this.itemId);
    const options = { ...asked.options, ...(answers && { answers }) };
    const letterId = await this.context.library.createLetter({ job_description: asked.jobDescription, resume_id: asked.resumeId, options });
    this.context.go(`letters/${letterId}`);
  }
}

customElements.define("letter-ending", LetterEnding);
