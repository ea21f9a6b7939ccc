/**
 * What this page knows of the user's resumes and letters, kept up to date by the socket.
 *
 * Fires "resumes", "letters", and "letter" and "resume" with the id as detail. Every letter is a state of
 * `logic/letter.js`; one that fell behind asks for its snapshot by itself, and so do all open ones after a reconnect.
 */

import { isOver, newLetter, reduceLetter, withoutRelative } from "../logic/letter.js";
import { hasShape } from "../logic/protocol.js";

const PAGE = 50;

export class Library extends EventTarget {
  #socket;
  #asked = new Set();

  /** Items of the list, newest first; null before it was loaded. */
  resumes = null;
  letters = null;
  /** Resumes with their lines, by id. */
  details = new Map();
  /** States of letters, by id. */
  states = new Map();
  /** Steps of uploads and of reading, by resume id. */
  steps = new Map();

  constructor(socket) {
    super();
    this.#socket = socket;
    socket.addEventListener("event", (message) => this.#take(message.detail));
    socket.addEventListener("state", () => socket.state === "open" && this.#catchUp());
  }

  /** Forget everything; somebody signed out. */
  clear() {
    this.resumes = null;
    this.letters = null;
    for (const kept of [this.details, this.states, this.steps, this.#asked]) kept.clear();
  }

  async loadResumes() {
    this.resumes = await this.#all("list_resumes");
    this.dispatchEvent(new Event("resumes"));
    return this.resumes;
  }

  async loadLetters() {
    this.letters = await this.#all("list_letters");
    this.dispatchEvent(new Event("letters"));
    return this.letters;
  }

  /** Return the letters that have these words in their job, company or text, newest first. */
  searchLetters(search) {
    return this.#all("list_letters", { search });
  }

  async #all(action, fields = {}) {
    const items = [];
    let cursor = null;
    do {
      const page = await this.#socket.request(action, { ...fields, limit: PAGE, ...(cursor && { cursor }) });
      items.push(...page.items);
      cursor = page.cursor ?? null;
    } while (cursor !== null);
    return items;
  }

  /** Return a resume with its lines, from memory when it is ready there. */
  async resume(resumeId) {
    const known = this.details.get(resumeId);
    if (known) return known;
    const detail = await this.#socket.request("get_resume", { resume_id: resumeId });
    // Objects inside are plain to the protocol; what cannot be drawn is left out, the rest is shown.
    detail.lines = (detail.lines ?? []).filter((line) => hasShape(line, "Line"));
    detail.sections = (detail.sections ?? []).filter((section) => hasShape(section, "Section"));
    if (detail.status === "ready") this.details.set(resumeId, detail);
    return detail;
  }

  async deleteResume(resumeId) {
    const receipt = await this.#socket.request("delete_resume", { resume_id: resumeId });
    this.details.delete(resumeId);
    this.steps.delete(resumeId);
    this.resumes = this.resumes?.filter((item) => item.resume_id !== resumeId) ?? null;
    this.dispatchEvent(new Event("resumes"));
    return receipt;
  }

  async retryResume(resumeId) {
    await this.#socket.request("retry_resume", { resume_id: resumeId });
  }

  /** Ask for a letter; returns its id. */
  async createLetter(fields, requestId) {
    const queued = await this.#socket.request("create_letter", fields, requestId);
    this.#keep(queued.letter_id);
    return queued.letter_id;
  }

  /** Return the state of a letter, asking for its snapshot. */
  async letter(letterId) {
    const known = this.states.get(letterId);
    return known && isOver(known) && known.createdAt ? known : this.renewLetter(letterId);
  }

  /** Ask for the newest snapshot of a letter, whatever is known of it. */
  async renewLetter(letterId) {
    return this.#stored(await this.#socket.request("get_letter", { letter_id: letterId }));
  }

  cancelLetter(letterId) {
    return this.#socket.request("cancel_letter", { letter_id: letterId });
  }

  /** Let the server check edited sentences, `[{text, paragraph}]`; nothing is stored. */
  async checkSentences(letterId, sentences) {
    const checked = await this.#socket.request("check_sentences", { letter_id: letterId, sentences });
    return checked.sentences;
  }

  /** Store edited sentences as the version after `base`; returns the new state. */
  async saveLetter(letterId, base, sentences, requestId) {
    return this.#stored(await this.#socket.request("save_letter", { letter_id: letterId, base_version: base, sentences }, requestId));
  }

  async versions(letterId) {
    const { items } = await this.#socket.request("list_versions", { letter_id: letterId });
    return items;
  }

  version(letterId, version) {
    return this.#socket.request("get_version", { letter_id: letterId, version });
  }

  /** Make an earlier version the newest; the ones between stay. */
  async restoreVersion(letterId, version, base) {
    return this.#stored(await this.#socket.request("restore_version", { letter_id: letterId, version, base_version: base }));
  }

  /** Let the server make a file, "pdf" or "docx"; returns where it lies for five minutes. */
  exportLetter(letterId, format) {
    return this.#socket.request("export_letter", { letter_id: letterId, format });
  }

  interviewSheet(letterId) {
    return this.#socket.request("get_interview_sheet", { letter_id: letterId });
  }

  async deleteLetter(letterId) {
    const receipt = await this.#socket.request("delete_letter", { letter_id: letterId });
    this.states.delete(letterId);
    for (const [other, state] of this.states) this.states.set(other, withoutRelative(state, letterId));
    this.letters = this.letters?.filter((item) => item.letter_id !== letterId) ?? null;
    this.dispatchEvent(new Event("letters"));
    return receipt;
  }

  deleteAccount() {
    return this.#socket.request("delete_account");
  }

  setStep(resumeId, step) {
    this.steps.set(resumeId, step);
    this.dispatchEvent(new CustomEvent("resume", { detail: resumeId }));
  }

  /** Take a snapshot that was asked for; returns the state it makes. */
  #stored(snapshot) {
    this.#keep(snapshot.letter_id);
    this.#reduce(snapshot);
    return this.states.get(snapshot.letter_id);
  }

  #keep(letterId) {
    if (!this.states.has(letterId)) this.states.set(letterId, newLetter(letterId));
  }

  #take(event) {
    if (event.type.startsWith("letter.") || event.type === "letter") this.#takeLetter(event);
    else if (event.type.startsWith("resume.")) this.#takeResume(event);
  }

  #takeLetter(event) {
    // Events of a letter that another tab asked for are taken as well; what came before is in its snapshot.
    if (!this.states.has(event.letter_id)) {
      if (event.type === "letter") return;
      this.#keep(event.letter_id);
    }
    this.#reduce(event);
  }

  #reduce(event) {
    const before = this.states.get(event.letter_id);
    const after = reduceLetter(before, event);
    if (after === before) return;
    this.states.set(event.letter_id, after);
    this.dispatchEvent(new CustomEvent("letter", { detail: event.letter_id }));
    if (after.behind) this.#refresh(event.letter_id);
    if (after.status !== before.status) this.#listChanged(after);
  }

  #listChanged(state) {
    if (this.letters === null) return;
    const known = this.letters.find((item) => item.letter_id === state.letterId);
    if (known) this.letters = this.letters.map((item) => (item === known ? { ...item, status: state.status } : item));
    this.dispatchEvent(new Event("letters"));
    if (!known) this.loadLetters().catch(() => {});
  }

  #refresh(letterId) {
    if (this.#asked.has(letterId)) return;
    this.#asked.add(letterId);
    this.#socket
      .request("get_letter", { letter_id: letterId })
      .catch(() => {})
      .finally(() => this.#asked.delete(letterId));
  }

  #takeResume(event) {
    const id = event.resume_id;
    if (event.type === "resume.parsing") this.steps.set(id, { step: event.step });
    if (event.type === "resume.failed") this.steps.set(id, { step: "failed", code: event.code, message: event.message });
    if (event.type === "resume.ready") {
      this.steps.set(id, { step: "ready" });
      this.details.delete(id);
    }
    this.dispatchEvent(new CustomEvent("resume", { detail: id }));
    if (event.type !== "resume.parsing") this.loadResumes().catch(() => {});
  }

  #catchUp() {
    for (const [letterId, state] of this.states) if (!isOver(state)) this.#refresh(letterId);
    if (this.resumes !== null) this.loadResumes().catch(() => {});
    if (this.letters !== null) this.loadLetters().catch(() => {});
  }
}
