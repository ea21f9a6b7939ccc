/** What the page says for words of the protocol, for sizes and for times. */

export const STAGE_WORDS = {
  queued: "Asked for",
  retrieving: "Looking for evidence in your resume",
  waiting: "Waiting for the writer",
  writing: "Writing",
  checking: "Checking every sentence against your resume",
};

export const ORIGIN_WORDS = { written: "As it was written", edited: "Edited by you", restored: "Brought back" };

export const LETTER_WORDS = {
  queued: "Waiting",
  writing: "Being written",
  completed: "Finished",
  needs_input: "Has a question",
  failed: "Not written",
  cancelled: "Cancelled",
};

export const RESUME_WORDS = { awaiting_upload: "Waiting for the file", parsing: "Being read", ready: "Ready", failed: "Could not be read" };

export const STEP_WORDS = { uploading: "Uploading", parsing: "Reading the text", embedding: "Understanding it", storing: "Keeping it" };

export const STATUS_WORDS = { met: "Met", adjacent: "Close", gap: "Not shown" };

export const SECTION_WORDS = {
  header: "Top of the page",
  contact: "Contact",
  summary: "Summary",
  experience: "Experience",
  education: "Education",
  skills: "Skills",
  projects: "Projects",
  certifications: "Certificates",
  publications: "Publications",
  awards: "Awards",
  languages: "Languages",
  volunteering: "Volunteering",
  interests: "Interests",
  references: "References",
  other: "Other",
};

/** What can go wrong with a resume, by code: the sentences of the server, for lists that carry the code alone. */
export const RETRYABLE_RESUMES = new Set(["embedding_unavailable", "embedding_invalid", "storage_unavailable", "internal", "limit"]);

const PLACEHOLDER = /⟦([a-z]+)\d*⟧/gu;

/** Return a draft with the places of contact details as words in brackets; the finished letter has them filled in. */
export function withoutPlaceholders(text) {
  return text.replace(PLACEHOLDER, "[your $1]");
}

/** Return what is said while a sleeping model starts: about how long, and that nobody has to wait here for it. */
export function wakingWords(seconds) {
  const minutes = Math.max(Math.ceil((seconds ?? 60) / 60), 1);
  return `The writer is waking up: about ${countWords(minutes, "minute")}. You may go on; the letter will be in your list.`;
}

/** Return how sentences stand, `[{state}]`, in words: what is proven, what is the user's own word, what was left out. */
export function checkedWords(sentences) {
  const count = (state) => sentences.filter((sentence) => sentence.state === state).length;
  const [proven, own, removed] = ["supported", "asserted", "removed"].map(count);
  return [`${countWords(proven, "sentence")} proven`, own > 0 && `${own} on your word`, removed > 0 && `${removed} left out`].filter(Boolean).join(" · ");
}

/** Return what a finished letter took: drafts, time, tokens, and what it cost. */
export function usageWords({ drafts, usage, model }) {
  if (usage === null) return countWords(drafts, "draft");
  const { seconds = 0, cost = 0, prompt_tokens: read = 0, completion_tokens: written = 0 } = usage;
  const time = seconds < 0.1 ? "under 0.1 seconds" : `${seconds.toLocaleString("en", { maximumFractionDigits: 1 })} seconds`;
  const tokens = read + written > 0 && `${countWords(read, "token")} read, ${written.toLocaleString("en")} written`;
  return [countWords(drafts, "draft"), time, tokens, `cost: ${costWords(cost, model ?? "")}`].filter(Boolean).join(" · ");
}

function costWords(dollars, model) {
  if (dollars === 0) return model.includes("composer") ? "nothing, written by the composer" : "nothing";
  return dollars < 0.0001 ? "under 0.0001 US dollars" : `${dollars.toLocaleString("en", { minimumFractionDigits: 4, maximumFractionDigits: 4 })} US dollars`;
}

/** Return "48 kB" or "1.2 MB". */
export function sizeWords(bytes) {
  if (bytes < 1_000_000) return `${Math.max(Math.round(bytes / 1000), 1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Return a count with its noun: "1 line", "3 lines". */
export function countWords(count, noun, plural = `${noun}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
}

/** Return a day and a time of a moment in ISO 8601 in the reader's own manner; an unreadable one as it stands. */
export function timeWords(iso, locale = undefined) {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(moment);
}

/** Return the receipt of a deletion as a sentence: what was removed, and that a second look found nothing. */
export function receiptWords(receipt) {
  const removed = Object.entries(receipt.removed)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => countWords(count, kind.replace(/s$/u, "").replaceAll("_", " ")));
  const left = Object.values(receipt.remaining).reduce((sum, count) => sum + count, 0);
  const found = left === 0 ? "A second look found nothing left." : `A second look still found ${left}. Try again.`;
  return `Erased: ${removed.join(", ") || "nothing was there"}. ${found}`;
}

/** Return a letter's name for lists and titles. */
export function letterName(letter) {
  const title = letter.jobTitle ?? letter.job_title;
  const { company } = letter;
  if (title && company) return `${title}, ${company}`;
  return title ?? company ?? "Untitled letter";
}
