/** Counts what the server counts: characters as code points, bytes as UTF-8, a frame as its JSON. */

import { FRAME_BYTES, JOB_DESCRIPTION_BYTES, JOB_DESCRIPTION_CHARACTERS, JOB_DESCRIPTION_WORDS_LEAST } from "./limits.js";

const encoder = new TextEncoder();

/** Return the UTF-8 length of a text. */
export function byteLength(text) {
  return encoder.encode(text).length;
}

/** Return the number of code points of a text. */
export function characterLength(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * Measure a job description.
 *
 * Returns `{characters, bytes, share, problem}`: `share` is how much of the nearest limit is used (1 is full), and
 * `problem` is a sentence for the user, or null.
 */
export function measureJob(text) {
  const characters = characterLength(text);
  const bytes = byteLength(text);
  // Inside a frame, line breaks and quotation marks take two bytes, control characters six.
  const framed = byteLength(JSON.stringify(text)) + 1_000;
  const share = Math.max(characters / JOB_DESCRIPTION_CHARACTERS, bytes / JOB_DESCRIPTION_BYTES, framed / FRAME_BYTES);
  return { characters, bytes, share, problem: problemOf(text, characters, share) };
}

function problemOf(text, characters, share) {
  if (characters === 0 || text.trim() === "") return "Paste the job description first.";
  if (share > 1) {
    const spare = Math.ceil(characters * (1 - 1 / share));
    return `This is too long by about ${spare.toLocaleString("en")} characters. Leave out the parts about the company.`;
  }
  const words = text.trim().split(/\s+/u).length;
  const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{5}/u.test(text);
  if (words < JOB_DESCRIPTION_WORDS_LEAST && !spaceless) return "This is too short to work with. Paste the whole advertisement.";
  return null;
}

/** Return whether a frame is small enough to be sent. */
export function fitsFrame(frame) {
  return byteLength(frame) <= FRAME_BYTES;
}
