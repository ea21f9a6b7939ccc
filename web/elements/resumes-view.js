/** The user's resumes: add one, see what was read, read one again, erase one. */

import "./resume-drop.js";
import { RESUMES_PER_USER } from "../logic/limits.js";
import { RESUME_WORDS, RETRYABLE_RESUMES, STEP_WORDS, receiptWords, sizeWords, timeWords } from "../logic/words.js";
import { Part, act, confirmErasing, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

class ResumesView extends Part {
  #list = h("ul", { class: "rows-list" });
  #place = notice();

  start() {
    const { library, context } = { library: this.context.library, context: this.context };
    const drop = Object.assign(document.createElement("resume-drop"), { context });
    drop.addEventListener("ready", (event) => context.go(`resumes/${event.detail}`));
    this.replaceChildren(h("div", { class: "view-head" }, h("h1", {}, "Resumes")), h("div", { class: "resumes-grid" }, drop, h("section", {}, h("h2", { class: "visually-hidden" }, "Your resumes"), this.#place, this.#list)));
    this.listen(library, "resumes", () => this.#render());
    this.listen(library, "resume", () => this.#render());
    this.#render();
    library.loadResumes().catch((error) => this.isConnected && this.#place.say(error.message, "error"));
  }

  #render() {
    const { resumes, steps } = this.context.library;
    if (resumes === null) return this.#list.replaceChildren(h("li", { class: "empty" }, "Loading …"));
    if (resumes.length === 0) return this.#list.replaceChildren(h("li", { class: "empty" }, "No resume yet. Add one, and see how it is read."));
    const rows = resumes.map((item) => this.#row(item, steps.get(item.resume_id)));
    if (resumes.length >= RESUMES_PER_USER) rows.push(h("li", { class: "empty" }, `${RESUMES_PER_USER} resumes are the most. Erase one to add another.`));
    return this.#list.replaceChildren(...rows);
  }

  #row(item, step) {
    const ready = item.status === "ready";
    const name = ready ? h("a", { href: `#/resumes/${item.resume_id}` }, item.file_name) : item.file_name;
    const state = item.status === "parsing" && step && STEP_WORDS[step.step] ? `${STEP_WORDS[step.step]} …` : (RESUME_WORDS[item.status] ?? item.status);
    const why = item.status === "failed" ? (item.message ?? step?.message ?? "The file could not be used. Upload it again or try another.") : null;
    return h(
      "li",
      { class: `row-item is-${item.status}` },
      h("div", { class: "row-main" }, h("p", { class: "row-title" }, name), h("p", { class: "row-facts" }, h("span", { class: "tag" }, state), sizeWords(item.bytes), h("time", { datetime: item.created_at }, timeWords(item.created_at))), why && h("p", { class: "row-why" }, why)),
      h("div", { class: "row-actions" }, item.status === "failed" && RETRYABLE_RESUMES.has(item.code) && this.#retryButton(item), this.#eraseButton(item)),
    );
  }

  #retryButton(item) {
    const button = h("button", { type: "button", class: "quiet-button", onclick: () => isBusy(button) || act(button, this.#place, () => this.context.library.retryResume(item.resume_id)) }, "Read again");
    return button;
  }

  #eraseButton(item) {
    const button = h("button", { type: "button", class: "quiet-button", "aria-label": `Delete ${item.file_name}` }, "Delete");
    button.addEventListener("click", async () => {
      const yes = await confirmErasing(`Delete ${item.file_name}?`, "The file, its lines and everything made from them are erased. Finished letters stay.", "Delete it");
      if (!yes) return button.focus();
      return act(button, this.#place, async () => this.#place.say(receiptWords(await this.context.library.deleteResume(item.resume_id)), "good"));
    });
    return button;
  }
}

customElements.define("resumes-view", ResumesView);
