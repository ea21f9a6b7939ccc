/**
 * A resume as a picture: its lines where they stand on the page, in their sections' colours, with marks on what is warned of.
 *
 * `light(numbers)` lights lines up and brings the first into sight of `scroller`, the element that scrolls around it.
 */

import { isVisible, layOut, numberedSections, warnedLines } from "../logic/pages.js";
import { countWords } from "../logic/words.js";
import { h, s, scrollBehaviour, styled } from "../dom.js";

await styled(import.meta.url);

class ResumePicture extends HTMLElement {
  #lines = new Map();
  #lit = [];

  /** Draw a `resume` event; `coloured` shows its sections, else it is plain paper. */
  show(resume, { coloured = false } = {}) {
    const sections = numberedSections(resume.sections);
    const warned = coloured ? warnedLines(resume.report?.warnings ?? []) : new Set();
    const pages = layOut(resume.lines, sections, resume.report?.page_sizes);
    this.#lines.clear();
    this.#lit = [];
    this.classList.toggle("coloured", coloured);
    this.replaceChildren(
      ...pages.map((page) => {
        const title = pages.length > 1 ? `Page ${page.page} of ${pages.length}` : "The page";
        const words = `${title}, ${countWords(page.lines.length, "line")}`;
        const drawing = page.width === null ? this.#list(page, warned) : this.#drawing(page, warned, coloured);
        return h("figure", { class: "page", "aria-label": words }, drawing, pages.length > 1 && h("figcaption", {}, title));
      }),
    );
  }

  /** Light up these lines and no others; returns whether any is in the picture. */
  light(numbers, scroller = null) {
    for (const element of this.#lit) element.classList.remove("lit");
    this.#lit = numbers.map((number) => this.#lines.get(number)).filter(Boolean);
    for (const element of this.#lit) element.classList.add("lit");
    this.classList.toggle("has-lit", this.#lit.length > 0);
    if (this.#lit.length && scroller) bringIntoSight(this.#lit[0], scroller);
    return this.#lit.length > 0;
  }

  #drawing(page, warned, coloured) {
    const svg = s("svg", { viewBox: `0 0 ${page.width} ${page.height}`, class: "paper", preserveAspectRatio: "xMidYMin meet" });
    let section = null;
    for (const line of page.lines) {
      if (!isVisible(line.box)) continue;
      const begins = coloured && line.section !== section;
      section = line.section;
      svg.append(this.#line(line, page, warned.has(line.number), begins));
    }
    return svg;
  }

  #line(line, page, isWarned, begins) {
    const [left, top, right, bottom] = line.box;
    const height = bottom - top;
    const kind = line.section?.kind ?? "other";
    const group = s("g", { class: `line kind-${kind}${line.hidden ? " hidden-line" : ""}${isWarned ? " warned" : ""}`, "data-line": line.number });
    group.append(
      s("rect", { x: left - 3, y: top - 1, width: right - left + 6, height: height + 2, rx: 2 }),
      ...words(line.text, left, right, bottom - height * 0.24, height * 0.84),
    );
    if (begins && line.section) group.append(badge(line.section.number, left, right, top + height / 2));
    if (isWarned) group.append(s("text", { class: "warning-mark", x: page.width - 16, y: bottom - height * 0.24, "font-size": "12" }, "!"));
    this.#lines.set(line.number, group);
    return group;
  }

  /** Files without pages are shown as their lines alone. */
  #list(page, warned) {
    const rows = page.lines.map((line) => {
      const kind = line.section?.kind ?? "other";
      const row = h("li", { class: `line kind-${kind}${line.hidden ? " hidden-line" : ""}${warned.has(line.number) ? " warned" : ""}`, value: line.number, "data-line": line.number }, line.text);
      this.#lines.set(line.number, row);
      return row;
    });
    return h("ol", { class: "paper rows" }, rows);
  }
}

/**
 * A line's words in its box: squeezed or stretched a little to fit. One whose words are far too short for it has a gap
 * that the text does not tell; a date at its end stands at the right then, as it does in most resumes.
 */
function words(text, left, right, y, size) {
  const width = right - left;
  const fits = { "font-size": size.toFixed(2), y: y.toFixed(1) };
  const natural = naturalWidth(text, size);
  if (natural > width * 0.86) return [s("text", { ...fits, x: left, textLength: width.toFixed(1), lengthAdjust: "spacingAndGlyphs" }, text)];
  const [, start, date] = DATED.exec(text) ?? [];
  if (!date) return [s("text", { ...fits, x: left }, text)];
  return [s("text", { ...fits, x: left }, `${start} `), s("text", { ...fits, x: right, "text-anchor": "end" }, date)];
}

const DATED = /^(.*?\S)[\s,|]+((?:\p{L}{3,9}\.? )?(?:\d{1,2}[./])?(?:19|20)\d\d\b.*)$/u;
let pen = null;

function naturalWidth(text, size) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

/** The number of a section before its first line, or behind it where the text stands at the edge of the page. */
function badge(number, left, right, middle) {
  const x = left >= 24 ? left - 15 : right + 14;
  return s("g", { class: "badge", "aria-hidden": "true" }, s("circle", { cx: x, cy: middle, r: 7.5 }), s("text", { x, y: middle + 3, "font-size": "8.5", "text-anchor": "middle" }, String(number)));
}

function bringIntoSight(element, scroller) {
  const place = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const margin = Math.min(80, frame.height / 4);
  if (place.top >= frame.top + margin / 2 && place.bottom <= frame.bottom - margin / 2) return;
  scroller.scrollTo({ top: scroller.scrollTop + place.top - frame.top - margin, behavior: scrollBehaviour() });
}

customElements.define("resume-picture", ResumePicture);
