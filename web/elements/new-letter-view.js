/** Asking for a letter, or for another one in place of a finished letter: which resume, which job, how it should sound. */

import "./resume-drop.js";
import { measureJob } from "../logic/bytes.js";
import { ANSWER_CHARACTERS } from "../logic/limits.js";
import { timeWords } from "../logic/words.js";
import { Part, act, field, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

const EXAMPLES = [
  ["data-engineer", "Data engineer"],
  ["logistics-analyst", "Logistics analyst"],
  ["care-home-manager", "Care home manager"],
];
const TONES = [["plain", "Plain"], ["warm", "Warm"], ["formal", "Formal"]];
const LENGTHS = [["short", "Short"], ["standard", "Standard"], ["long", "Long"]];
const LANGUAGES = [["", "As the job"], ["en", "English"], ["de", "Deutsch"], ["fr", "Français"], ["es", "Español"], ["it", "Italiano"], ["nl", "Nederlands"], ["pt", "Português"], ["sv", "Svenska"], ["da", "Dansk"], ["pl", "Polski"]];

class NewLetterView extends Part {
  #place = notice();
  #resumes = h("div", { class: "choices", role: "radiogroup", "aria-label": "Resume" });
  #job = h("textarea", { id: "job", rows: "14", spellcheck: "false", "aria-describedby": "job-count job-problem", placeholder: "Paste the whole job advertisement here" });
  #count = h("p", { id: "job-count", class: "hint" });
  #meter = h("meter", { min: "0", max: "1", high: "0.9", optimum: "0.2", "aria-hidden": "true" });
  #problem = h("p", { id: "job-problem", class: "field-problem", role: "status" });
  #requestId = null;
  #chosen = null;
  #from = null;
  #answers = [];

  start() {
    const { library, drafts } = this.context;
    const form = drafts.form;
    this.#chosen = form.resume_id ?? null;
    this.#from = form.from ?? null;
    this.#job.value = form.job ?? "";
    this.#answers = (form.answers ?? []).map((answer, index) => answerField(answer, index));
    this.replaceChildren(h("div", { class: "view-head" }, h("h1", {}, this.#from ? "Write it anew" : "New letter"), this.#from && this.#origin()), this.#form(form));
    this.listen(library, "resumes", () => this.#showResumes());
    this.#measure();
    this.#showResumes();
    library.loadResumes().catch((error) => this.isConnected && this.#place.say(error.message, "error"));
  }

  #form(form) {
    const drop = Object.assign(document.createElement("resume-drop"), { context: this.context });
    drop.addEventListener("ready", (event) => this.#choose(event.detail));
    const write = h("button", { type: "submit", class: "button primary large" }, "Write the letter");
    const element = h(
      "form",
      { class: "new-letter", novalidate: true },
      h("section", { class: "job-part" }, h("h2", {}, h("label", { for: "job" }, "The job")), this.#job, h("div", { class: "job-foot" }, this.#count, this.#meter), this.#problem, this.#examples()),
      h("section", { class: "resume-part" }, h("h2", {}, "Your resume"), this.#resumes, drop),
      h("section", { class: "options-part" }, h("h2", {}, "The letter"), choice("Tone", "tone", TONES, form.tone ?? "plain"), choice("Length", "length", LENGTHS, form.length ?? "standard"), languages(form.language ?? ""), this.#answers),
      h("div", { class: "submit-part" }, this.#place, write),
    );
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!isBusy(write)) this.#submit(element, write);
    });
    element.addEventListener("input", () => this.#changed(element));
    return element;
  }

  /** The letter that this one is written in place of; it stays. */
  #origin() {
    const apart = h("button", { type: "button", class: "link-button", onclick: () => this.#startApart() }, "Ask for a letter of its own instead");
    return h("p", { class: "facts" }, "A new letter with the same job and choices, which you may change. ", h("a", { href: `#/letters/${this.#from.letter_id}` }, this.#from.name), " stays as it is. ", apart);
  }

  /** What was typed before a letter was to be written anew, or nothing. */
  get #before() {
    return this.context.drafts.form.before ?? { resume_id: this.#chosen };
  }

  #startApart() {
    this.context.drafts.form = this.#before;
    const fresh = Object.assign(document.createElement("new-letter-view"), { context: this.context });
    this.replaceWith(fresh);
    fresh.querySelector("#job").focus();
  }

  #examples() {
    const buttons = EXAMPLES.map(([name, words]) => h("button", { type: "button", class: "chip", onclick: () => this.#takeExample(name) }, words));
    return h("div", { class: "examples" }, h("span", { class: "hint" }, "Or try an example:"), buttons);
  }

  async #takeExample(name) {
    const response = await fetch(`examples/${name}.txt`).catch(() => null);
    if (!response?.ok) return this.#place.say("The example cannot be loaded. Reload the page and try again.", "error");
    this.#job.value = await response.text();
    this.#job.scrollTop = 0;
    return this.#job.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #changed(form) {
    this.#requestId = null;
    this.#measure();
    const values = new FormData(form);
    this.#chosen = values.get("resume") ?? this.#chosen;
    const answers = this.#answers.map((item) => item.input.value);
    const typed = { job: this.#job.value, resume_id: this.#chosen, tone: values.get("tone"), length: values.get("length"), language: values.get("language"), answers };
    this.context.drafts.form = { ...this.context.drafts.form, ...typed };
  }

  #measure() {
    const { characters, bytes, share, problem } = measureJob(this.#job.value);
    this.#count.textContent = `${characters.toLocaleString("en")} of 20,000 characters · ${(bytes / 1024).toFixed(1)} of 24 KiB`;
    this.#meter.value = Math.min(share, 1);
    this.#problem.textContent = share > 1 ? problem : "";
    this.#job.toggleAttribute("aria-invalid", share > 1);
  }

  #choose(resumeId) {
    this.#chosen = resumeId;
    this.context.drafts.form = { ...this.context.drafts.form, resume_id: resumeId };
    this.#showResumes();
  }

  #showResumes() {
    const ready = (this.context.library.resumes ?? []).filter((item) => item.status === "ready");
    if (!ready.some((item) => item.resume_id === this.#chosen)) this.#chosen = ready[0]?.resume_id ?? null;
    const focused = this.#resumes.contains(document.activeElement);
    this.#resumes.replaceChildren(...ready.map((item) => this.#resumeChoice(item)));
    this.classList.toggle("has-resume", ready.length > 0);
    if (focused) this.#resumes.querySelector("input:checked")?.focus();
  }

  #resumeChoice(item) {
    const id = `resume-${item.resume_id}`;
    const input = h("input", { type: "radio", name: "resume", id, value: item.resume_id, checked: item.resume_id === this.#chosen });
    return h("div", { class: "choice" }, input, h("label", { for: id }, h("span", { class: "choice-name" }, item.file_name), h("span", { class: "hint" }, timeWords(item.created_at))), h("a", { class: "choice-more", href: `#/resumes/${item.resume_id}`, "aria-label": `How ${item.file_name} was read` }, "View"));
  }

  #submit(form, button) {
    const { problem } = measureJob(this.#job.value);
    if (problem) {
      this.#problem.textContent = problem;
      this.#job.focus();
      return undefined;
    }
    if (this.#chosen === null) return this.#place.say("Add a resume first: drop it above, or use the example.", "error");
    const values = new FormData(form);
    const answers = this.#answers.map((item) => item.input.value.trim()).filter(Boolean);
    const options = { tone: values.get("tone"), length: values.get("length"), ...(values.get("language") && { language: values.get("language") }), ...(answers.length && { answers }) };
    const fields = { job_description: this.#job.value, resume_id: this.#chosen, options, ...(this.#from && { regenerated_from: this.#from.letter_id }) };
    // The same id until the form changes: a second press after a lost answer is the same letter.
    this.#requestId ??= crypto.randomUUID();
    return act(button, this.#place, async () => {
      const letterId = await this.context.library.createLetter(fields, this.#requestId);
      this.context.drafts.form = this.#from ? this.#before : { ...this.context.drafts.form, job: "", answers: [] };
      this.context.go(`letters/${letterId}`);
    });
  }
}

/** What the user said in answer to a question of the letter before. */
function answerField(answer, index) {
  return field(index === 0 ? "In your own words" : `In your own words (${index + 1})`, { rows: "2", maxlength: String(ANSWER_CHARACTERS), autocomplete: "off" }, index === 0 ? "Your answers from before. Empty one to leave it out." : null, answer);
}

function choice(legend, name, items, chosen) {
  const options = items.map(([value, words]) => [h("input", { type: "radio", name, value, id: `${name}-${value}`, checked: value === chosen }), h("label", { for: `${name}-${value}` }, words)]);
  return h("fieldset", { class: "segments" }, h("legend", {}, legend), h("div", {}, options));
}

function languages(chosen) {
  const options = LANGUAGES.map(([value, words]) => h("option", { value, selected: value === chosen, lang: value || null }, words));
  return h("div", { class: "field" }, h("label", { for: "language" }, "Language"), h("select", { id: "language", name: "language" }, options));
}

customElements.define("new-letter-view", NewLetterView);
