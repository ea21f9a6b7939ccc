/** What the job asks and what the resume shows for it. Fires "point" with the evidence of a row that is looked at. */

import { STATUS_WORDS, countWords } from "../logic/words.js";
import { h, styled } from "../dom.js";

await styled(import.meta.url);

class RequirementLedger extends HTMLElement {
  #shown = undefined;

  /** Show requirements, or that they are being looked for (null). */
  show(requirements, over = false) {
    if (requirements === this.#shown && requirements !== null) return;
    this.#shown = requirements;
    if (requirements === null) {
      const waiting = h("ul", { class: "waiting", "aria-hidden": "true" }, h("li"), h("li"), h("li"), h("li"));
      this.replaceChildren(...(over ? [] : [h("h2", {}, "What the job asks"), waiting]));
      return;
    }
    const counts = Object.keys(STATUS_WORDS).map((status) => [status, requirements.filter((item) => item.status === status).length]);
    const summary = counts.map(([status, count]) => h("span", { class: `count ${status}` }, h("b", {}, String(count)), ` ${STATUS_WORDS[status].toLowerCase()}`));
    const details = h("details", { open: matchMedia("(min-width: 760px)").matches }, h("summary", {}, h("span", { class: "summary-words" }, "What the job asks"), h("span", { class: "counts" }, summary)), h("ol", {}, requirements.map((item, index) => this.#row(item, index))));
    this.replaceChildren(h("h2", { class: "visually-hidden" }, "What the job asks"), details);
  }

  #row(item, index) {
    const words = [h("span", { class: "status" }, STATUS_WORDS[item.status]), h("span", { class: "requirement" }, item.text), !item.must && h("span", { class: "wish" }, "a wish"), item.evidence.length > 0 && h("span", { class: "proof" }, countWords(item.evidence.length, "line"))];
    if (item.evidence.length === 0) return h("li", { class: item.status }, h("div", { class: "ledger-row" }, words));
    const point = (pinned) => this.dispatchEvent(new CustomEvent("point", { detail: { key: `requirement-${index}`, title: item.text, evidence: item.evidence, pinned } }));
    const away = () => this.dispatchEvent(new CustomEvent("point", { detail: null }));
    return h("li", { class: item.status }, h("button", { type: "button", class: "ledger-row", "data-key": `requirement-${index}`, onmouseenter: () => point(false), onmouseleave: away, onclick: () => point(true) }, words));
  }
}

customElements.define("requirement-ledger", RequirementLedger);
