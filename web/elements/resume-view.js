/** How one resume was read: the picture of its pages, its sections, and what the user should look at. */

import "./resume-picture.js";
import { numberedSections } from "../logic/pages.js";
import { SECTION_WORDS, countWords } from "../logic/words.js";
import { Part, h, notice, scrollBehaviour, styled } from "../dom.js";

await styled(import.meta.url);

class ResumeView extends Part {
  itemId = null;
  #place = notice();
  #picture = document.createElement("resume-picture");

  async start() {
    this.replaceChildren(h("div", { class: "view-head" }, h("h1", {}, "How it was read")), this.#place, h("p", { class: "empty" }, "Loading …"));
    try {
      const resume = await this.context.library.resume(this.itemId);
      if (this.isConnected) this.#show(resume);
    } catch (error) {
      this.querySelector(".empty")?.remove();
      this.#place.say(error.message, "error");
    }
  }

  #show(resume) {
    if (resume.status !== "ready") {
      this.querySelector(".empty").textContent = resume.message ?? "This resume is not ready. Its list says how far it is.";
      return;
    }
    const { report } = resume;
    this.#picture.show(resume, { coloured: true });
    const facts = [countWords(report.pages, "page"), countWords(report.lines, "line"), countWords(numberedSections(resume.sections).length, "section"), columnsOf(report)];
    this.replaceChildren(
      h("div", { class: "view-head" }, h("p", { class: "crumb" }, h("a", { href: "#/resumes" }, "Resumes")), h("h1", { tabindex: "-1" }, resume.file_name), h("p", { class: "facts" }, facts.filter(Boolean).join(" · "))),
      h("div", { class: "reading" }, this.#picture, h("div", { class: "reading-notes" }, this.#warnings(report.warnings ?? []), this.#sections(resume), contactOf(resume.contact ?? {}), h("p", {}, h("a", { class: "button primary", href: "#/new" }, "Write a letter with it")))),
    );
  }

  #warnings(warnings) {
    if (warnings.length === 0) return h("p", { class: "all-well" }, "Nothing stood in the way of reading it. Compare the picture with your file.");
    const items = warnings.map((warning) => h("li", {}, this.#pointer(warning.lines ?? [], h("span", {}, warning.message))));
    return h("section", { class: "warnings" }, h("h2", {}, "Please look at this"), h("ul", {}, items));
  }

  #sections(resume) {
    const rows = numberedSections(resume.sections).map((section) => {
      const lines = resume.lines.filter((line) => section.firstLine <= line.number && line.number <= section.lastLine).map((line) => line.number);
      const words = section.heading || SECTION_WORDS[section.kind];
      return h("li", { class: `kind-${section.kind}` }, this.#pointer(lines, h("span", { class: "section-number" }, String(section.number)), h("span", { class: "section-name" }, words), h("span", { class: "section-kind" }, section.heading && SECTION_WORDS[section.kind].toLowerCase() !== section.heading.toLowerCase() ? SECTION_WORDS[section.kind] : ""), h("span", { class: "section-lines" }, countWords(lines.length, "line"))));
    });
    return h("section", { class: "sections" }, h("h2", {}, "In this order"), h("ol", {}, rows));
  }

  /** A button that lights up lines in the picture while it is pointed at or focused. */
  #pointer(lines, ...children) {
    const light = () => this.#picture.light(lines);
    const dark = () => this.#picture.light([]);
    const button = h("button", { type: "button", class: "pointer", onmouseenter: light, onfocus: light, onmouseleave: dark, onblur: dark }, children);
    button.addEventListener("click", () => {
      light();
      this.#picture.querySelector(".lit")?.scrollIntoView({ block: "center", behavior: scrollBehaviour() });
    });
    return button;
  }
}

function columnsOf(report) {
  const most = Math.max(...(report.columns ?? [1]), 1);
  return most > 1 ? countWords(most, "column") : null;
}

function contactOf(contact) {
  const rows = [["Name", contact.name], ["E-mail", contact.email], ["Phone", contact.phone], ["Place", contact.place], ["Links", (contact.links ?? []).join(", ")]];
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return null;
  return h("section", { class: "contact" }, h("h2", {}, "Kept from the model"), h("dl", {}, known.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])), h("p", { class: "hint" }, "These are replaced by placeholders before any model sees your text, and filled in when the letter is done."));
}

customElements.define("resume-view", ResumeView);
