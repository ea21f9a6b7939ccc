/** Lays out a resume as a picture: pages with lines in their boxes, each line with its section. Units are points. */

const SIZES = [
  { width: 595, height: 842 },
  { width: 612, height: 792 },
];
const MARGIN = 36;

/** Return the sections of a resume as `{number, kind, heading, firstLine, lastLine}`, numbered in reading order. */
export function numberedSections(sections) {
  return sections.map((section, index) => ({
    number: index + 1,
    kind: section.kind,
    heading: section.heading,
    firstLine: section.first_line,
    lastLine: section.last_line,
  }));
}

/**
 * Return pages of `{page, width, height, lines}`; `width` is null for pages without boxes (text files, DOCX).
 *
 * Each line gains `section` (one of `sections`, or null). `sizes` are the pages' own, as the report gives them; a page
 * without one gets A4 or Letter when its lines fit on it, else what they need.
 */
export function layOut(lines, sections, sizes = []) {
  const pages = new Map();
  for (const line of lines) {
    const section = sections.find((item) => item.firstLine <= line.number && line.number <= item.lastLine) ?? null;
    if (!pages.has(line.page)) pages.set(line.page, []);
    pages.get(line.page).push({ ...line, section });
  }
  return [...pages.entries()].map(([page, items]) => ({ page, ...paperFor(items, sizes[page - 1]), lines: items }));
}

function paperFor(lines, size) {
  const boxes = lines.filter((line) => isVisible(line.box)).map((line) => line.box);
  if (boxes.length === 0) return { width: null, height: null };
  if (size?.length === 2 && size[0] > 0 && size[1] > 0) return { width: size[0], height: size[1] };
  const right = Math.max(...boxes.map((box) => box[2]));
  const bottom = Math.max(...boxes.map((box) => box[3]));
  const paper = SIZES.find((size) => right <= size.width && bottom <= size.height);
  return paper ?? { width: Math.ceil(right + MARGIN), height: Math.ceil(bottom + MARGIN) };
}

/** Return whether a box can be drawn. */
export function isVisible(box) {
  return Array.isArray(box) && box.length === 4 && box[2] > box[0] && box[3] > box[1] && box[2] > 0 && box[3] > 0;
}

/** Return warnings as `{code, message, lines}` and the numbers of all lines that any of them names. */
export function warnedLines(warnings) {
  return new Set(warnings.flatMap((warning) => warning.lines ?? []));
}
