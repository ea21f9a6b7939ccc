/**
 * What the user has typed and not sent yet, and the jobs of letters that were asked for, kept in this tab: a reload or
 * a sign-in that ended must not cost a pasted advertisement, and an answer to a question needs the job again.
 */

const FORM = "resumate.form";
const JOBS = "resumate.jobs";
const MOST_JOBS = 10;

export class Drafts {
  #storage;

  constructor(storage = sessionStorage) {
    this.#storage = storage;
  }

  get form() {
    return this.#read(FORM) ?? {};
  }

  set form(value) {
    this.#write(FORM, value);
  }

  /** Remember what a letter was asked for with: `{job_description, resume_id, options}`. */
  keepJob(letterId, fields) {
    const jobs = Object.entries(this.#read(JOBS) ?? {}).filter(([id]) => id !== letterId);
    this.#write(JOBS, Object.fromEntries([...jobs, [letterId, fields]].slice(-MOST_JOBS)));
  }

  jobOf(letterId) {
    return (this.#read(JOBS) ?? {})[letterId] ?? null;
  }

  clear() {
    this.#storage.removeItem(FORM);
    this.#storage.removeItem(JOBS);
  }

  #read(key) {
    try {
      return JSON.parse(this.#storage.getItem(key));
    } catch {
      return null;
    }
  }

  #write(key, value) {
    try {
      this.#storage.setItem(key, JSON.stringify(value));
    } catch {
      // A full or forbidden storage costs the comfort, not the letter.
    }
  }
}
