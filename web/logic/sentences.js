/** Cuts texts into what the sheet shows: paragraphs of sentences, each with a state. */

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * Return a draft as paragraphs of `{text, state, reason}`.
 *
 * `findings` are those of this draft, or null while it was not reviewed: then every sentence is "draft", afterwards
 * "checked" or "flagged" with the reason.
 */
export function draftParagraphs(text, findings) {
  return text
    .split(/\n{2,}/u)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => sentencesOf(paragraph).map((sentence) => judged(sentence, findings)));
}

function judged(text, findings) {
  if (findings === null) return { text, state: "draft", reason: null };
  const plain = squeezed(text);
  const finding = findings.find((item) => {
    const refused = squeezed(item.sentence);
    return refused !== "" && plain !== "" && (refused.includes(plain) || plain.includes(refused));
  });
  return finding ? { text, state: "flagged", reason: finding.explanation } : { text, state: "checked", reason: null };
}

/** Cut a paragraph into sentences; joined they are the paragraph. */
export function sentencesOf(paragraph) {
  const pieces = Array.from(segmenter.segment(paragraph), (piece) => piece.segment);
  // "Dr. Smith" and a list of initials are cut too often; a piece without three letters joins the one before.
  return pieces.reduce((kept, piece) => {
    if (kept.length && !/\p{L}{3}/u.test(piece)) kept[kept.length - 1] += piece;
    else kept.push(piece);
    return kept;
  }, []);
}

function squeezed(text) {
  return text.replace(/\[[ef]\d+\]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
}

/**
 * Return the sentences of a finished letter as paragraphs, in order.
 *
 * Each sentence gains `number`, its place in the letter, and `lead`, the space or line break that stands before it in
 * `text` (a sign-off has its name on a line of its own); removed ones are not in `text` and lead with a space.
 */
export function finishedParagraphs(sentences, text) {
  const paragraphs = new Map();
  let cursor = 0;
  sentences.forEach((sentence, number) => {
    const place = sentence.state === "removed" ? -1 : text.indexOf(sentence.text, cursor);
    const lead = place > cursor && text.slice(cursor, place).includes("\n") ? "\n" : " ";
    if (place >= 0) cursor = place + sentence.text.length;
    if (!paragraphs.has(sentence.paragraph)) paragraphs.set(sentence.paragraph, []);
    const items = paragraphs.get(sentence.paragraph);
    items.push({ ...sentence, number, lead: items.length ? lead : "" });
  });
  return [...paragraphs.entries()].sort(([first], [second]) => first - second).map(([, items]) => items);
}
