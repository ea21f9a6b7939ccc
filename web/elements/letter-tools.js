/** What one does with a finished letter: change it, copy it, take it along as a file. Fires "edit". */

import { sizeWords } from "../logic/words.js";
import { Part, act, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

const FORMATS = [["pdf", "PDF"], ["docx", "Word"]];

class LetterTools extends Part {
  itemId = null;
  #place = notice();

  start() {
    const edit = h("button", { type: "button", class: "button primary", onclick: () => this.dispatchEvent(new Event("edit")) }, "Edit");
    const copy = this.#button("Copy", (button) => this.#copy(button));
    const files = FORMATS.map(([format, words]) => {
      const file = this.#button(`↓ ${words}`, () => this.#download(format, words));
      file.setAttribute("aria-label", `Download ${words}`);
      return file;
    });
    this.replaceChildren(h("div", { class: "row" }, edit, copy, files), this.#place);
  }

  #button(words, action) {
    const button = h("button", { type: "button", class: "button", onclick: () => isBusy(button) || act(button, this.#place, () => action(button)) }, words);
    return button;
  }

  async #copy(button) {
    await navigator.clipboard.writeText(this.context.library.states.get(this.itemId).text).catch(() => {
      throw new Error("The browser did not allow copying. Select the text and copy it by hand.");
    });
    const words = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = words), 2500);
  }

  async #download(format, words) {
    this.#place.say(`Making the ${words} …`);
    const file = await this.context.library.exportLetter(this.itemId, format);
    save(file);
    this.#place.say([`${file.file_name}, ${sizeWords(file.bytes)}.`, file.note].filter(Boolean).join(" "), "good");
  }
}

/** Let the browser fetch a file; its server says that it is to be kept, not shown. */
function save(file) {
  const address = new URL(file.url, location.href);
  if (!["http:", "https:"].includes(address.protocol)) throw new Error("The server named no place to download from. Try again.");
  const link = h("a", { href: address.href, download: file.file_name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}

customElements.define("letter-tools", LetterTools);
