/** The questions of a letter that needs input, answered in place. */

import { ANSWER_CHARACTERS } from "../logic/limits.js";
import { field, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

class LetterQuestions extends HTMLElement {
  #place = notice();
  #button = h("button", { type: "submit", class: "button primary" }, "Write it with these answers");

  /** Show the questions; `answer` is called with the answers, and says by its promise how that went. */
  show(questions, answer) {
    const fields = questions.map((question) => field(question, { rows: "2", maxlength: String(ANSWER_CHARACTERS), autocomplete: "off" }));
    const help = h("p", { class: "hint" }, "Answer in whole sentences, such as “I have held a driving licence since 2015.” They count as your own word and are marked so.");
    const other = h("a", { class: "link-button", href: "#/new" }, "Choose another resume or job");
    const form = h("form", { class: "ending-card questions", novalidate: true }, h("h2", {}, "Your resume shows too little for this job. Can you help?"), help, fields, this.#place, h("div", { class: "row" }, this.#button, other));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answers = fields.map((item) => item.input.value.trim()).filter(Boolean);
      if (answers.length === 0) return this.#place.say("Answer at least one question, or choose another resume.", "error");
      return isBusy(this.#button) || answer(answers, this.#button, this.#place);
    });
    this.replaceChildren(form);
  }
}

customElements.define("letter-questions", LetterQuestions);
