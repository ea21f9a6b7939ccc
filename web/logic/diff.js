/** Compares two versions of a letter: paragraphs are paired first, then the words of each pair. Nothing of the page in here. */

const ALIKE = 0.3;
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Return rows of runs `{kind, text}` with kind "same", "removed" or "added": one row for each paragraph of either text.
 *
 * The runs of a row that are not "added" are the older paragraph, those that are not "removed" the newer one.
 */
export function compareTexts(before, after) {
  const [older, newer] = [paragraphsOf(before), paragraphsOf(after)];
  return paired(older, newer).map(([one, other]) => compareWords(one, other));
}

/** Return how many words were added and removed over all rows. */
export function countChanges(rows) {
  const counts = { added: 0, removed: 0 };
  for (const { kind, text } of rows.flat()) if (kind !== "same") counts[kind] += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return counts;
}

/** Return the runs from one text to another, as few words changed as there can be. */
export function compareWords(before, after) {
  const [older, newer] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < older.length && start < newer.length && older[start] === newer[start]) start += 1;
  let end = 0;
  while (end < older.length - start && end < newer.length - start && older.at(-1 - end) === newer.at(-1 - end)) end += 1;
  const middle = walked(older.slice(start, older.length - end), newer.slice(start, newer.length - end));
  return joined(slid([...older.slice(0, start).map(same), ...middle, ...newer.slice(newer.length - end).map(same)]));
}

const same = (text) => ({ kind: "same", text });

function paragraphsOf(text) {
  return text.split(/\n\s*\n/u).map((paragraph) => paragraph.trim()).filter(Boolean);
}

/** Words with the space behind them, so that a space between two changed words is not kept as the same. */
function wordsOf(text) {
  const words = [];
  for (const { segment } of segmenter.segment(text)) {
    if (words.length && /^\s+$/u.test(segment)) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

/** Return the lengths of the longest common parts of every rest of one list with every rest of the other. */
function common(older, newer, equal) {
  const table = Array.from({ length: older.length + 1 }, () => new Float32Array(newer.length + 1));
  for (let row = older.length - 1; row >= 0; row -= 1) {
    for (let column = newer.length - 1; column >= 0; column -= 1) {
      const worth = equal(older[row], newer[column]);
      const together = worth > 0 ? table[row + 1][column + 1] + worth : 0;
      table[row][column] = Math.max(together, table[row + 1][column], table[row][column + 1]);
    }
  }
  return table;
}

function walked(older, newer) {
  const table = common(older, newer, (one, other) => (one.trimEnd() === other.trimEnd() ? 1 : 0));
  const steps = [];
  let [row, column] = [0, 0];
  while (row < older.length || column < newer.length) {
    const alike = row < older.length && column < newer.length && older[row].trimEnd() === newer[column].trimEnd();
    if (alike) {
      steps.push(same(newer[column]));
      [row, column] = [row + 1, column + 1];
    } else if (column >= newer.length || (row < older.length && table[row + 1][column] >= table[row][column + 1])) {
      steps.push({ kind: "removed", text: older[row] });
      row += 1;
    } else {
      steps.push({ kind: "added", text: newer[column] });
      column += 1;
    }
  }
  return steps;
}

/** A sentence that was put in reads as one: a change that begins with the full stop of the sentence before moves behind it. */
function slid(steps) {
  const moved = [...steps];
  for (let start = 0; start < moved.length; start += 1) {
    const { kind, text } = moved[start];
    if (kind === "same" || !/^\p{P}+\s*$/u.test(text) || (start > 0 && moved[start - 1].kind !== "same")) continue;
    let end = start;
    while (end < moved.length && moved[end].kind === kind) end += 1;
    if (moved[end]?.kind !== "same" || moved[end].text.trimEnd() !== text.trimEnd()) continue;
    [moved[start], moved[end]] = [same(text), { kind, text: moved[end].text }];
  }
  return moved;
}

/** Put neighbours of one kind together; of a place that changed, what went stands before what came. */
function joined(steps) {
  const runs = [];
  let change = { removed: "", added: "" };
  const flush = () => {
    for (const kind of ["removed", "added"]) if (change[kind]) runs.push({ kind, text: change[kind] });
    change = { removed: "", added: "" };
  };
  for (const { kind, text } of steps) {
    if (kind !== "same") change[kind] += text;
    else {
      flush();
      if (runs.at(-1)?.kind === "same") runs.at(-1).text += text;
      else runs.push({ kind, text });
    }
  }
  flush();
  return runs;
}

/** Pair paragraphs that are alike, in order; a paragraph without a partner stands against nothing. */
function paired(older, newer) {
  const worth = (one, other) => {
    const share = likeness(one, other);
    return share >= ALIKE ? share : 0;
  };
  const table = common(older, newer, worth);
  const pairs = [];
  let [row, column] = [0, 0];
  while (row < older.length || column < newer.length) {
    const together = row < older.length && column < newer.length ? worth(older[row], newer[column]) : 0;
    if (together > 0 && table[row][column] === Math.fround(table[row + 1][column + 1] + together)) {
      pairs.push([older[row], newer[column]]);
      [row, column] = [row + 1, column + 1];
    } else if (column >= newer.length || (row < older.length && table[row + 1][column] >= table[row][column + 1])) {
      pairs.push([older[row], ""]);
      row += 1;
    } else {
      pairs.push(["", newer[column]]);
      column += 1;
    }
  }
  return pairs;
}

/** Return how alike two paragraphs are by their words, 0 to 1. */
function likeness(one, other) {
  const [first, second] = [one, other].map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const left = new Map();
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of second) {
    if (!left.get(word)) continue;
    left.set(word, left.get(word) - 1);
    shared += 1;
  }
  return first.length + second.length === 0 ? 1 : (2 * shared) / (first.length + second.length);
}
