/**
 * A finished letter as text that is edited: what of it was checked already, what has to be, and what is sent to be stored.
 *
 * The server alone says where a sentence ends and what it is worth; `known` keeps what it said by the text of the
 * paragraph, so that only paragraphs that changed are sent again. Positions count UTF-16 units, as a text field does.
 */

import { EDITED_LETTER_CHARACTERS, EDITED_SENTENCES, EDITED_SENTENCE_CHARACTERS } from "./limits.js";
import { finishedParagraphs, sentencesOf } from "./sentences.js";

/** Return the paragraphs of a text as `{text, start}`, without those that are empty. */
export function blocksOf(text) {
  const blocks = [];
  for (const match of text.matchAll(/\S(?:(?!\n[^\S\n]*\n)[^])*/gu)) blocks.push({ text: match[0].trimEnd(), start: match.index });
  return blocks;
}

/** Return what the server said of a finished letter: a map from a paragraph's text to its sentences. */
export function knownOf(sentences, text) {
  const said = sentences.filter((sentence) => sentence.state !== "removed");
  const paragraphs = finishedParagraphs(said, text);
  return new Map(paragraphs.map((items) => [items.map((item) => item.lead + item.text).join(""), items]));
}

/** Return `known` with the answer to a check: `sent` are blocks, `paragraph` of a sentence is the place of its block. */
export function withChecked(known, sent, sentences) {
  const next = new Map(known);
  sent.forEach((block, index) => next.set(block.text, sentences.filter((sentence) => sentence.paragraph === index)));
  return next;
}

/**
 * Return `{marks, unchecked}` of a text: `marks` are known sentences with `start` and `end`, `unchecked` the blocks
 * that have to be sent. A sentence that stands word for word in a changed paragraph keeps its mark until the answer.
 */
export function markedUp(text, known) {
  const blocks = blocksOf(text);
  const all = [...known.values()].flat();
  const marks = blocks.flatMap((block) => located(block, known.get(block.text) ?? all));
  return { marks, unchecked: blocks.filter((block) => !known.has(block.text)) };
}

function located(block, sentences) {
  const marks = [];
  let cursor = 0;
  for (const sentence of sentences) {
    const place = placeOf(block.text, sentence.text, cursor);
    if (place === null) continue;
    cursor = place.end;
    marks.push({ ...sentence, start: block.start + place.start, end: block.start + place.end });
  }
  return marks;
}

/** Where a sentence stands, whatever spaces are between its words. */
function placeOf(text, sentence, from) {
  const pattern = sentence.trim().split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("\\s+");
  if (pattern === "") return null;
  const search = new RegExp(pattern, "gu");
  search.lastIndex = from;
  const found = search.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** Return blocks as a message carries them: `{text, paragraph}`, long paragraphs in several pieces. */
export function toSend(blocks) {
  return blocks.flatMap((block, paragraph) => piecesOf(block.text).map((text) => ({ text, paragraph })));
}

function piecesOf(text) {
  if (text.length <= EDITED_SENTENCE_CHARACTERS) return [text];
  const pieces = [""];
  for (const sentence of sentencesOf(text)) {
    if (pieces.at(-1) && pieces.at(-1).length + sentence.length > EDITED_SENTENCE_CHARACTERS) pieces.push("");
    pieces[pieces.length - 1] += sentence;
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

/** Return what keeps a text from being stored, as a sentence for the user, or null. */
export function editProblem(text) {
  const blocks = blocksOf(text);
  if (blocks.length === 0) return "There is nothing left of the letter. Write something, or discard the changes.";
  const characters = blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (characters > EDITED_LETTER_CHARACTERS) {
    return `A letter may have ${EDITED_LETTER_CHARACTERS.toLocaleString("en")} characters; this one is ${(characters - EDITED_LETTER_CHARACTERS).toLocaleString("en")} too long.`;
  }
  const sentences = blocks.flatMap((block) => sentencesOf(block.text));
  if (sentences.length > EDITED_SENTENCES) return `A letter may have ${EDITED_SENTENCES} sentences; this one has ${sentences.length}.`;
  const long = sentences.some((sentence) => sentence.length > EDITED_SENTENCE_CHARACTERS);
  return long ? `A sentence may have ${EDITED_SENTENCE_CHARACTERS.toLocaleString("en")} characters. Cut the longest in two.` : null;
}

/** Return whether two texts differ in their blanks alone: the server keeps the words of what was sent, not the blanks between them. */
export function sameWords(one, other) {
  const squeezed = (text) => text.replace(/\s+/gu, " ").trim();
  return squeezed(one) === squeezed(other);
}
