/** Takes a resume: dropped, chosen, or the example. Shows each step until it can be used, and fires "ready" with its id. */

import { UPLOAD_BYTES } from "../logic/limits.js";
import { STEP_WORDS, sizeWords } from "../logic/words.js";
import { postFile } from "../services/upload.js";
import { Part, h, notice, styled } from "../dom.js";

await styled(import.meta.url);

const STEPS = Object.keys(STEP_WORDS);
const TYPES = { pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", txt: "text/plain", md: "text/markdown" };
const EXAMPLE = "examples/resume.pdf";

class ResumeDrop extends Part {
  #place = notice();
  #steps = h("ol", { class: "steps", hidden: true });
  #bar = h("progress", { max: "1", value: "0", hidden: true, "aria-label": "Upload" });
  #said = h("p", { class: "visually-hidden", role: "status" });
  #resumeId = null;
  #stop = null;

  start() {
    const input = h("input", { type: "file", id: "resume-file", class: "visually-hidden", accept: ".pdf,.docx,.txt,.md", onchange: () => input.files[0] && this.take(input.files[0]) });
    const zone = h(
      "div",
      { class: "zone" },
      h("p", { class: "zone-words" }, "Drop your resume here"),
      h("p", { class: "zone-hint" }, "PDF, DOCX, TXT or Markdown, up to 10\u00a0MB"),
      h("div", { class: "row" }, input, h("label", { for: "resume-file", class: "button" }, "Choose a file"), h("button", { type: "button", class: "link-button", onclick: () => this.#takeExample() }, "Use an example resume")),
    );
    for (const type of ["dragenter", "dragover"]) zone.addEventListener(type, (event) => (event.preventDefault(), zone.classList.add("over")));
    for (const type of ["dragleave", "drop"]) zone.addEventListener(type, () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length > 0) this.take(event.dataTransfer.files[0]);
    });
    // A file that misses the zone must not replace the page.
    for (const type of ["dragover", "drop"]) this.listen(document, type, (event) => event.preventDefault());
    this.replaceChildren(zone, this.#steps, this.#bar, this.#said, this.#place);
    this.listen(this.context.library, "resume", (event) => event.detail === this.#resumeId && this.#follow());
    this.listen(this.context.socket, "state", () => this.#lookAgain());
  }

  /** Upload a file. */
  async take(file) {
    const problem = problemOf(file);
    if (problem) return this.#place.say(problem, "error");
    this.#stop?.abort();
    this.#stop = new AbortController();
    this.#place.say("");
    this.#resumeId = null;
    this.#show("uploading");
    try {
      const content_type = TYPES[file.name.split(".").pop().toLowerCase()] ?? file.type;
      const created = await this.context.socket.request("create_upload", { file_name: file.name.slice(-4096), content_type, size: file.size });
      this.#resumeId = created.resume_id;
      await postFile(created, file, (share) => this.#progress(share), this.#stop.signal);
      if (!this.context.library.steps.has(created.resume_id)) this.#show("parsing");
    } catch (error) {
      if (error.name !== "AbortError") this.#fail(error.message);
    }
    return undefined;
  }

  async #takeExample() {
    const response = await fetch(EXAMPLE).catch(() => null);
    if (!response?.ok) return this.#place.say("The example cannot be loaded. Reload the page and try again.", "error");
    return this.take(new File([await response.blob()], "mara-lindqvist-example.pdf", { type: TYPES.pdf }));
  }

  #progress(share) {
    this.#bar.value = share;
  }

  #follow() {
    const { step, message } = this.context.library.steps.get(this.#resumeId) ?? {};
    if (step === "failed") this.#fail(message);
    else if (step === "ready") this.#finish();
    else if (step) this.#show(step);
  }

  /** What was pushed while the connection was lost is asked for. */
  async #lookAgain() {
    if (this.context.socket.state !== "open" || this.#resumeId === null || this.#steps.hidden) return;
    const detail = await this.context.library.resume(this.#resumeId).catch(() => null);
    if (detail?.status === "ready") this.#finish();
    if (detail?.status === "failed") this.#fail(detail.message ?? "This resume could not be read. Try another file.");
  }

  #show(step) {
    const now = STEPS.indexOf(step);
    this.#steps.hidden = false;
    this.#bar.hidden = step !== "uploading";
    if (step === "uploading") this.#bar.value = 0;
    this.#said.textContent = `${STEP_WORDS[step]} …`;
    this.#steps.replaceChildren(
      ...STEPS.map((name, index) => h("li", { class: index < now ? "done" : index === now ? "now" : "later", "aria-current": index === now && "step" }, STEP_WORDS[name])),
    );
  }

  #finish() {
    this.#steps.hidden = true;
    this.#bar.hidden = true;
    this.#said.textContent = "The resume is ready.";
    this.dispatchEvent(new CustomEvent("ready", { detail: this.#resumeId, bubbles: true }));
  }

  #fail(message) {
    this.#steps.hidden = true;
    this.#bar.hidden = true;
    this.#said.textContent = "";
    this.#place.say(message, "error");
  }
}

function problemOf(file) {
  if (file.size === 0) return "This file is empty. Choose another.";
  if (file.size > UPLOAD_BYTES) return `This file has ${sizeWords(file.size)}; 10 MB is the most. Export a smaller one.`;
  const known = Object.keys(TYPES).includes(file.name.split(".").pop().toLowerCase()) || Object.values(TYPES).includes(file.type);
  return known ? null : "This is not a PDF, DOCX, TXT or Markdown file. Save the resume as one of those and choose it again.";
}

customElements.define("resume-drop", ResumeDrop);
