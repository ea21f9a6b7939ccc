/**
 * What the page's logic promises, one sentence a case. Runs under Node's test runner and in a browser alike, so it
 * imports nothing but the logic and throws plain errors.
 */

import { waitBefore } from "../../../web/logic/back-off.js";
import { byteLength, characterLength, fitsFrame, measureJob } from "../../../web/logic/bytes.js";
import { compareTexts, compareWords, countChanges } from "../../../web/logic/diff.js";
import { blocksOf, editProblem, knownOf, markedUp, sameWords, toSend, withChecked } from "../../../web/logic/editing.js";
import { evidenceRuns } from "../../../web/logic/evidence.js";
import { isOver, newLetter, reduceLetter, relatives, withoutRelative } from "../../../web/logic/letter.js";
import { layOut, numberedSections, warnedLines } from "../../../web/logic/pages.js";
import { Parts } from "../../../web/logic/parts.js";
import { ProtocolError, isGatewayError, readEvent, writeAction } from "../../../web/logic/protocol.js";
import { draftParagraphs, finishedParagraphs } from "../../../web/logic/sentences.js";
import { renewAfter } from "../../../web/logic/session.js";
import { checkedWords, letterName, receiptWords, usageWords, wakingWords, withoutPlaceholders } from "../../../web/logic/words.js";

function same(actual, expected) {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`found ${found}, wanted ${wanted}`);
}

function refused(action) {
  try {
    action();
  } catch (error) {
    if (error instanceof ProtocolError) return;
    throw error;
  }
  throw new Error("nothing was refused");
}

const ID = "7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f";
const delta = (seq, text, draft = 1) => ({ type: "letter.delta", letter_id: ID, draft, seq, text });
const after = (...events) => events.reduce(reduceLetter, newLetter(ID));
const snapshot = (fields) => ({ type: "letter", letter_id: ID, status: "writing", created_at: "2026-11-21T09:15:05+00:00", ...fields });
const completed = { type: "letter.completed", letter_id: ID, text: "All.", sentences: [], requirements: [], drafts: 1, model: "composer", usage: {}, note: null };
const line = (number, box, page = 1) => ({ number, page, text: `line ${number}`, masked: "", box });

const said = (text, state, paragraph, more = {}) => ({ text, state, paragraph, evidence: [], reason: null, ...more });
const LETTER = "Dear Team,\n\nI cut the report. I like ports.\n\nKind regards,\nAda Example";
const SENTENCES = [said("Dear Team,", "plain", 0), said("I cut the report.", "supported", 1), said("I led twelve.", "removed", 1), said("I like ports.", "plain", 1), said("Kind regards,", "plain", 2), said("Ada Example", "plain", 2)];
const runs = (before, after) => compareWords(before, after).map(({ kind, text }) => [kind, text]);

function token(issued, ends) {
  return `x.${btoa(JSON.stringify({ iat: issued, exp: ends }))}.y`;
}

export const CASES = {
  "deltas in order make the text": () => same(after(delta(1, "Dear "), delta(2, "Team")).text, "Dear Team"),
  "a delta that comes twice is used once": () => same(after(delta(1, "Dear "), delta(1, "Dear "), delta(2, "Team")).text, "Dear Team"),
  "a gap keeps what is early and says that the page is behind": () => {
    const state = after(delta(1, "a"), delta(3, "c"));
    same([state.text, state.behind, state.seq], ["a", true, 1]);
  },
  "the missing delta closes the gap": () => {
    const state = after(delta(1, "a"), delta(3, "c"), delta(4, "d"), delta(2, "b"));
    same([state.text, state.behind], ["abcd", false]);
  },
  "a snapshot closes a gap and later deltas continue it without a word twice": () => {
    const state = after(delta(1, "a"), delta(4, "d"), snapshot({ seq: 3, draft: 1, text: "abc" }), delta(5, "e"));
    same([state.text, state.seq, state.behind], ["abcde", 5, false]);
  },
  "a snapshot older than what is shown does not take words back": () => {
    const state = after(delta(1, "a"), delta(2, "b"), snapshot({ seq: 1, draft: 1, text: "a" }));
    same([state.text, state.seq], ["ab", 2]);
  },
  "a new draft starts an empty text": () => same(after(delta(1, "old"), delta(2, "new", 2)).text, "new"),
  "text of a draft that was replaced is never mixed in": () => same(after(delta(1, "new", 2), delta(2, "old", 1), delta(3, "er", 2)).text, "newer"),
  "nothing changes a letter after its ending": () => {
    const done = after(delta(1, "a"), completed);
    same(reduceLetter(done, delta(2, "b")) === done && reduceLetter(done, { type: "letter.cancelled", letter_id: ID }) === done, true);
  },
  "a snapshot of a letter that is still written does not open a finished one again": () => same(after(completed, snapshot({ seq: 9, text: "x" })).text, "All."),
  "a stage that comes late is ignored": () => {
    const state = after({ type: "letter.progress", letter_id: ID, stage: "writing" }, { type: "letter.progress", letter_id: ID, stage: "waiting" });
    same(state.stage, "writing");
  },
  "an event of another letter changes nothing": () => {
    const state = newLetter(ID);
    same(reduceLetter(state, { ...delta(1, "a"), letter_id: "other" }) === state, true);
  },
  "each ending is an ending": () => {
    const endings = [completed, { type: "letter.failed", letter_id: ID, code: "internal", message: "m" }, { type: "letter.cancelled", letter_id: ID }, { type: "letter.needs_input", letter_id: ID, questions: ["q"] }];
    same(endings.map((event) => isOver(after(event))), [true, true, true, true]);
  },
  "parts are joined in the order of their index": () => {
    const parts = new Parts();
    same([parts.add({ part_id: "p", index: 1, total: 2, text: "b" }), parts.add({ part_id: "p", index: 0, total: 2, text: "a" })], [null, "ab"]);
  },
  "a part that comes twice is one part": () => {
    const parts = new Parts();
    parts.add({ part_id: "p", index: 0, total: 2, text: "a" });
    same(parts.add({ part_id: "p", index: 0, total: 2, text: "a" }), null);
  },
  "parts of a total or an index that cannot be are dropped": () => {
    const parts = new Parts();
    same([parts.add({ part_id: "p", index: 2, total: 2, text: "a" }), parts.add({ part_id: "p", index: 0, total: 1e9, text: "a" })], [null, null]);
  },
  "parts are forgotten when the connection ends": () => {
    const parts = new Parts();
    parts.add({ part_id: "p", index: 0, total: 2, text: "a" });
    parts.clear();
    same(parts.add({ part_id: "p", index: 1, total: 2, text: "b" }), null);
  },
  "bytes are counted as UTF-8 and characters as code points": () => same([byteLength("aé€😀"), characterLength("aé€😀")], [10, 4]),
  "a job of 20,000 characters is allowed and one more is not": () => {
    const job = "word ".repeat(4000);
    same([measureJob(job).problem, typeof measureJob(`${job}x`).problem], [null, "string"]);
  },
  "a job under 20,000 characters but over 24 KiB is refused": () => same(measureJob("żółć ".repeat(3_900)).problem.startsWith("This is too long"), true),
  "a job that only its line breaks make too large for a frame is refused": () => same(measureJob(`a b c d e${"\n".repeat(19_000)}`).share > 1, true),
  "an empty and a very short job are refused": () => same([measureJob(" ").problem !== null, measureJob("Cook wanted").problem !== null], [true, true]),
  "a job in a script without spaces is not called short": () => same(measureJob("看護師を募集しています").problem, null),
  "a frame of 32,000 bytes fits and one more does not": () => same([fitsFrame("x".repeat(32_000)), fitsFrame("x".repeat(32_001))], [true, false]),
  "the wait doubles to thirty seconds and never gets shorter than three quarters": () => same([0, 1, 4, 5, 50].map((attempt) => waitBefore(attempt, 0)), [750, 1500, 12_000, 22_500, 22_500]),
  "the wait is never longer than thirty seconds": () => same(waitBefore(50, 0.999) <= 30_000, true),
  "a ten-minute token is renewed ninety seconds before its end": () => same(renewAfter(token(1000, 1600)), 510_000),
  "a short-lived token is renewed after two thirds of its life": () => same(renewAfter(token(1000, 1030)), 20_000),
  "an event of an unknown type is left alone": () => same(readEvent('{"type":"letter.sung"}'), null),
  "unknown fields are left alone": () => same(readEvent('{"type":"pong","mood":"good"}').type, "pong"),
  "a field of a wrong type, a missing field and no JSON are refused": () => {
    refused(() => readEvent('{"type":"letter.delta","letter_id":"x","draft":1,"seq":"1","text":""}'));
    refused(() => readEvent('{"type":"letter.queued"}'));
    refused(() => readEvent("<html>"));
    refused(() => readEvent("[]"));
  },
  "fields deep inside are checked as well": () => {
    refused(() => readEvent('{"type":"letter.matches","letter_id":"x","requirements":[{"text":"a","must":true,"status":"perfect","evidence":[]}]}'));
  },
  "names of JavaScript itself are no events": () => same(readEvent('{"type":"constructor"}'), null),
  "the gateway's own error is told from an event": () => same([isGatewayError('{"message":"Internal server error","connectionId":"c","requestId":"r"}'), isGatewayError('{"type":"pong"}'), isGatewayError("<html>")], [true, false, false]),
  "an action with a wrong field is not sent": () => {
    refused(() => writeAction("get_letter", "r", {}));
    refused(() => writeAction("sing", "r", {}));
    same(JSON.parse(writeAction("ping", "r")), { action: "ping", request_id: "r" });
  },
  "a draft is cut into paragraphs and sentences": () => same(draftParagraphs("Dear Team,\n\nI work. I write.", null).map((sentences) => sentences.map((item) => item.text)), [["Dear Team,"], ["I work. ", "I write."]]),
  "no word of a draft is lost by cutting it": () => {
    const text = "Dr. A. B. Meyer wrote 3.5 pages! Was it good? Yes.\nKind regards";
    same(draftParagraphs(text, null)[0].map((item) => item.text).join(""), text);
  },
  "a reviewed draft is checked, and what was refused is flagged with the reason": () => {
    const findings = [{ sentence: "I led a team of twelve.", code: "number", explanation: "No 12." }];
    same(draftParagraphs("I work. I led a team of twelve [e1].", findings)[0].map((item) => [item.state, item.reason]), [["checked", null], ["flagged", "No 12."]]);
  },
  "a finished letter keeps the line break of its sign-off": () => {
    const sentences = [{ text: "Kind regards,", state: "plain", paragraph: 1 }, { text: "Ada Example", state: "plain", paragraph: 1 }];
    same(finishedParagraphs(sentences, "Dear Team,\n\nKind regards,\nAda Example")[0].map((item) => item.lead), ["", "\n"]);
  },
  "removed sentences stay where they stood": () => {
    const sentences = [{ text: "One.", state: "plain", paragraph: 0 }, { text: "Lie.", state: "removed", paragraph: 0 }, { text: "Two.", state: "supported", paragraph: 0 }];
    same(finishedParagraphs(sentences, "One. Two.")[0].map((item) => item.text), ["One.", "Lie.", "Two."]);
    same(checkedWords(sentences), "1 sentence proven · 1 left out");
  },
  "lines that follow each other are one quote, in reading order": () => {
    const item = (number, quote) => ({ resume_id: "r", sha256: "s", page: 1, line: number, quote });
    same(evidenceRuns([item(10, "b"), item(11, "c"), item(7, "a")]).map((run) => [run.first, run.last, run.quote]), [[7, 7, "a"], [10, 11, "b c"]]);
  },
  "facts that the user typed stand alone and are marked": () => {
    const fact = (quote) => ({ resume_id: "", sha256: "", page: 0, line: 0, quote, origin: "user" });
    same(evidenceRuns([fact("a"), fact("b")]).map((run) => [run.own, run.quote]), [[true, "a"], [true, "b"]]);
  },
  "lines that fit on A4 or Letter get that paper, others what they need": () => {
    same([layOut([line(1, [0, 0, 500, 800])], [])[0].width, layOut([line(1, [0, 0, 605, 700])], [])[0].width, layOut([line(1, [0, 0, 700, 900])], [])[0].width], [595, 612, 736]);
  },
  "a page without boxes has no paper": () => same(layOut([line(1, null)], [])[0].width, null),
  "every line knows its section": () => {
    const sections = numberedSections([{ kind: "skills", heading: "Skills", first_line: 2, last_line: 3 }]);
    same(layOut([line(1, null), line(2, null)], sections)[0].lines.map((item) => item.section?.kind ?? null), [null, "skills"]);
  },
  "warnings without lines warn of none": () => same([...warnedLines([{ code: "a", message: "b" }, { code: "c", message: "d", lines: [3] }])], [3]),
  "a receipt says what was removed and that nothing is left": () => same(receiptWords({ removed: { resumes: 1, chunks: 34, files: 0 }, remaining: { resumes: 0 } }), "Erased: 1 resume, 34 chunks. A second look found nothing left."),
  "a receipt does not hide what is left": () => same(receiptWords({ removed: {}, remaining: { files: 1 } }).includes("still found 1"), true),
  "a letter is named by job and company, whichever is known": () => same([letterName({ job_title: "Cook", company: "Inn" }), letterName({ company: "Inn" }), letterName({})], ["Cook, Inn", "Inn", "Untitled letter"]),
  "placeholders of a draft are words": () => same(withoutPlaceholders("⟦name⟧, ⟦link2⟧"), "[your name], [your link]"),
  "a sleeping model puts the letter back into the queue and says for how long": () => {
    const state = after({ type: "letter.progress", letter_id: ID, stage: "writing" }, { type: "letter.progress", letter_id: ID, stage: "waking", wait_seconds: 240 });
    same([state.stage, state.status, state.waitSeconds], ["waking", "queued", 240]);
  },
  "a model that woke goes on where the letter was": () => {
    const state = after({ type: "letter.progress", letter_id: ID, stage: "waking", wait_seconds: 240 }, { type: "letter.progress", letter_id: ID, stage: "waiting" }, { type: "letter.progress", letter_id: ID, stage: "writing" });
    same([state.stage, state.status, state.waitSeconds], ["writing", "writing", null]);
  },
  "what a letter took is told with its tokens and its cost": () => {
    const usage = { prompt_tokens: 4812, completion_tokens: 390, seconds: 3.42, cost: 0.00421 };
    same(usageWords({ drafts: 2, usage, model: "gpt" }), "2 drafts · 3.4 seconds · 4,812 tokens read, 390 written · cost: 0.0042 US dollars");
    same(usageWords({ drafts: 1, usage: { ...usage, cost: 0.00002 }, model: "gpt" }).split("cost: ")[1], "under 0.0001 US dollars");
  },
  "a letter that cost nothing says so, and that it was the composer's": () => {
    same(usageWords({ drafts: 1, usage: { seconds: 0.04, cost: 0 }, model: "resumate-composer-1" }), "1 draft · under 0.1 seconds · cost: nothing, written by the composer");
    same(usageWords({ drafts: 2, usage: null, model: "llama" }), "2 drafts");
    same(usageWords({ drafts: 1, usage: { seconds: 2 }, model: "llama" }), "1 draft · 2 seconds · cost: nothing");
  },
  "a letter knows from what is stored which one it replaced and which replaced it": () => {
    const stored = after(snapshot({ status: "completed", version: 1, regenerated_from: "older", regenerated_as: ["newest", "newer"] }));
    same(relatives(stored, []), { before: "older", after: "newest" });
    same(relatives(newLetter(ID), []), { before: null, after: null });
  },
  "a letter that was just written anew is known before the old one is asked for again": () => {
    const anew = { ...newLetter("anew"), regeneratedFrom: ID, createdAt: "2026-11-21" };
    same(relatives(after(snapshot({ status: "completed" })), [anew]).after, "anew");
  },
  "a letter forgets a relative that was erased": () => {
    const stored = after(snapshot({ status: "completed", regenerated_from: "older", regenerated_as: ["newest", "newer"] }));
    same(relatives(withoutRelative(stored, "newest"), []), { before: "older", after: "newer" });
    same(relatives(withoutRelative(stored, "older"), []).before, null);
  },
  "texts that differ in their blanks alone are the same words": () => {
    same(sameWords("Dear  Team,\n\nI came.", "Dear Team,\nI came. "), true);
    same(sameWords("I came.", "I went."), false);
  },
  "the wait for a sleeping model is said in whole minutes": () => same([wakingWords(20), wakingWords(241), wakingWords(null)].map((words) => /about (\d+ minutes?)/u.exec(words)[1]), ["1 minute", "5 minutes", "1 minute"]),
  "a stored version replaces the one before, and an older answer does not bring that back": () => {
    const second = after(completed, snapshot({ status: "completed", version: 2, text: "New." }));
    same([second.text, second.version, reduceLetter(second, snapshot({ status: "completed", version: 1, text: "Old." })) === second], ["New.", 2, true]);
  },
  "a page keeps the size that its file says": () => same(layOut([line(1, [0, 0, 500, 700])], [], [[420, 595]])[0].width, 420),
  "the same text twice has no change": () => same(runs("I cut it.", "I cut it."), [["same", "I cut it."]]),
  "one word that changed is one word gone and one that came": () => same(runs("I cut the report.", "I cut the invoice."), [["same", "I cut the "], ["removed", "report"], ["added", "invoice"], ["same", "."]]),
  "words that changed side by side are one change": () => same(runs("I led a small team.", "I led two large teams."), [["same", "I led "], ["removed", "a small team"], ["added", "two large teams"], ["same", "."]]),
  "a sentence that was put in is one change, without the full stop of the one before": () => same(runs("I cut it.", "I cut it. I sail."), [["same", "I cut it. "], ["added", "I sail."]]),
  "a sentence that was taken out is one change": () => same(runs("I cut it. I sail. I row.", "I cut it. I row."), [["same", "I cut it. I "], ["removed", "sail. I "], ["same", "row."]]),
  "a script without spaces is compared word by word": () => same(runs("私は看護師です", "私は医師です").filter(([kind]) => kind === "same").length > 0, true),
  "from nothing all is new, and to nothing all is gone": () => same([runs("", "One."), runs("One.", "")], [[["added", "One."]], [["removed", "One."]]]),
  "no word of either version is lost by comparing them": () => {
    const [before, later] = ["Dear Team,\n\nI cut the report to 20 minutes, and more.\n\nAda", "Dear Ms Berg,\n\nI also sail.\n\nI cut the nightly report to 20 minutes.\n\nAda"];
    const rows = compareTexts(before, later);
    const side = (left) => rows.map((row) => row.filter(({ kind }) => kind !== left).map(({ text }) => text).join("")).filter(Boolean).join("\n\n");
    same([side("added"), side("removed")], [before, later]);
  },
  "a paragraph that was put in stands alone and its neighbours stay paired": () => {
    const rows = compareTexts("I cut the report.\n\nKind regards", "I cut the report.\n\nI sail boats at sea.\n\nKind regards");
    same(rows.map((row) => row.map(({ kind }) => kind)), [["same"], ["added"], ["same"]]);
  },
  "changes are counted in words": () => same(countChanges(compareTexts("I cut the report.", "I cut the big report.")), { added: 1, removed: 0 }),
  "the paragraphs of an edited text know where they stand": () => same(blocksOf("\n One. \n \n\nTwo\nlines\n"), [{ text: "One.", start: 2 }, { text: "Two\nlines", start: 11 }]),
  "a finished letter that nobody touched has nothing to check": () => {
    const { marks, unchecked } = markedUp(LETTER, knownOf(SENTENCES, LETTER));
    same([unchecked.length, marks.map((mark) => LETTER.slice(mark.start, mark.end))], [0, SENTENCES.filter((item) => item.state !== "removed").map((item) => item.text)]);
  },
  "only the paragraph that changed has to be checked, and its other sentences keep their marks meanwhile": () => {
    const text = LETTER.replace("I like ports.", "I led twelve people.");
    const { marks, unchecked } = markedUp(text, knownOf(SENTENCES, LETTER));
    same([unchecked.map((block) => block.text), marks.filter((mark) => mark.state === "supported").length], [["I cut the report. I led twelve people."], 1]);
  },
  "the answer to a check is found again in the text": () => {
    const text = LETTER.replace("I like ports.", "I led twelve people.  I sail.");
    const known = knownOf(SENTENCES, LETTER);
    const { unchecked } = markedUp(text, known);
    const answer = [said("I cut the report.", "supported", 0), said("I led twelve people.", "asserted", 0, { reason: "No twelve." }), said("I sail.", "asserted", 0)];
    const after = markedUp(text, withChecked(known, unchecked, answer));
    same([after.unchecked.length, after.marks.filter((mark) => mark.state === "asserted").map((mark) => text.slice(mark.start, mark.end))], [0, ["I led twelve people.", "I sail."]]);
  },
  "a sentence that stands twice is marked twice": () => {
    const text = "I sail. I sail.";
    same(markedUp(text, new Map([[text, [said("I sail.", "plain", 0), said("I sail.", "plain", 0)]]])).marks.map((mark) => mark.start), [0, 8]);
  },
  "a paragraph goes over the socket whole, a very long one in pieces that fit": () => {
    const long = "I wrote a sentence about it. ".repeat(120).trim();
    const sent = toSend([{ text: "Short.", start: 0 }, { text: long, start: 9 }]);
    same([sent[0], sent.every((item) => item.text.length <= 2000), sent.slice(1).map((item) => item.text).join(" ") === long], [{ text: "Short.", paragraph: 0 }, true, true]);
  },
  "a letter that is empty, too long, or one endless sentence is told before it is sent": () => same(["\n ", "word ".repeat(2500), "x".repeat(2001), "I sail. ".repeat(81), LETTER].map((text) => editProblem(text) !== null), [true, true, true, true, false]),
};
