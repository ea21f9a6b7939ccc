/** The private interview sheet: each claim of the letter, the lines it stands on, and what an interviewer may ask. */

import { evidenceRuns, placeWords } from "../logic/evidence.js";
import { letterName } from "../logic/words.js";
import { Part, h, notice, styled } from "../dom.js";

await styled(import.meta.url);

class InterviewView extends Part {
  itemId = null;
  #place = notice();

  async start() {
    const facts = h("p", { class: "facts" }, "Loading …");
    const print = h("button", { type: "button", class: "button", onclick: () => window.print() }, "Print");
    const head = h("div", { class: "view-head interview-head" }, h("div", {}, h("p", { class: "crumb" }, h("a", { href: `#/letters/${this.itemId}` }, "The letter")), h("h1", {}, "Interview sheet"), facts), print);
    this.replaceChildren(head, this.#place);
    try {
      const [state, sheet] = await Promise.all([this.context.library.letter(this.itemId), this.context.library.interviewSheet(this.itemId)]);
      if (!this.isConnected) return;
      facts.textContent = `${letterName(state)} · For your eyes alone: what you claim, where it stands, what you may be asked.`;
      this.append(...sheetParts(sheet));
    } catch (error) {
      facts.textContent = "";
      this.#place.say(error.message, "error");
    }
  }
}

function sheetParts({ items, gaps }) {
  const claims = h("section", { class: "claims" }, h("h2", {}, "What you claim"), h("ol", {}, items.map(claim)));
  const open = h("section", { class: "claims" }, h("h2", {}, "What they may miss"), h("ol", {}, gaps.map((gap) => question(gap.requirement, [], [gap.question], gap.advice))));
  const nothing = h("p", { class: "empty" }, "This letter claims nothing that could be asked about.");
  return [items.length > 0 ? claims : nothing, ...(gaps.length > 0 ? [open] : [])];
}

function claim(item) {
  return question(item.sentence, item.evidence, item.questions, item.advice);
}

function question(heading, evidence, questions, advice) {
  const lines = evidenceRuns(evidence).map((run) => h("li", { class: "claim-line" }, h("span", { class: "quote-place" }, placeWords(run)), h("q", {}, run.quote)));
  return h("li", { class: "claim" }, h("h3", {}, heading), lines.length > 0 && h("ul", {}, lines), h("ul", { class: "claim-questions" }, questions.map((text) => h("li", {}, text))), advice && h("p", { class: "hint" }, advice));
}

customElements.define("interview-view", InterviewView);
