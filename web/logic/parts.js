/** Puts together messages that came in several frames; see "Large messages" in the protocol. */

const MOST_MESSAGES = 8;
const MOST_PARTS = 4_096;

export class Parts {
  #messages = new Map();

  /** Take a `part` event; return the text of the whole message once its last piece is there, else null. */
  add(part) {
    if (part.total < 1 || part.total > MOST_PARTS || part.index < 0 || part.index >= part.total) return null;
    const message = this.#messages.get(part.part_id) ?? { total: part.total, pieces: new Map() };
    if (message.total !== part.total) return null;
    message.pieces.set(part.index, part.text);
    this.#messages.set(part.part_id, message);
    if (message.pieces.size < message.total) {
      // A message whose rest never comes must not be kept for ever; the oldest goes first.
      if (this.#messages.size > MOST_MESSAGES) this.#messages.delete(this.#messages.keys().next().value);
      return null;
    }
    this.#messages.delete(part.part_id);
    return Array.from({ length: message.total }, (_, index) => message.pieces.get(index)).join("");
  }

  /** Forget everything; the connection ended. */
  clear() {
    this.#messages.clear();
  }
}
