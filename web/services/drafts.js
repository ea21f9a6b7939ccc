/**
 * What the user has typed and not sent yet, kept in this tab: the form of a new letter and edits that are not stored. A
 * reload, a lost connection or a sign-in that ended must not cost a pasted advertisement or a changed sentence.
 */

const FORM = "resumate.form";
const EDITS = "resumate.edits";

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

  /** Return the edit of a letter, `{base, text}` with the version it began from, or null. */
  editOf(letterId) {
    return (this.#read(EDITS) ?? {})[letterId] ?? null;
  }

  /** Keep the edit of a letter; null forgets it. */
  keepEdit(letterId, edit) {
    const { [letterId]: _, ...others } = this.#read(EDITS) ?? {};
    this.#write(EDITS, edit === null ? others : { ...others, [letterId]: edit });
  }

  clear() {
    this.#storage.removeItem(FORM);
    this.#storage.removeItem(EDITS);
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
