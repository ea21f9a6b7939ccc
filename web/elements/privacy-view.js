/** What is stored, where, for how long, and how to be rid of all of it. */

import { receiptWords } from "../logic/words.js";
import { Part, act, confirmErasing, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

const STORED = [
  ["Your resume", "The file as you uploaded it, its lines and sections, and numbers that make it searchable. In the service's own bucket and database, until you delete it; older versions of the file are erased with it."],
  ["Your contact details", "Found in the file and kept apart. No model sees them: they are replaced by placeholders and filled in when the letter is done."],
  ["Your letters", "The job description, the letter, each sentence with the lines that prove it, and what you answered. In the database, until you delete them."],
  ["Your sign-in", "Your e-mail address and a fingerprint of your password, in the user pool. In this browser only a token, until you close the tab or sign out."],
  ["In this tab", "What you typed and have not sent, so that a reload does not lose it. Gone when the tab is closed."],
  ["In the logs", "Numbers alone: ids, sizes, times, error codes. No resume, no letter, no job description, no token. Kept 30 days unless the operator chose otherwise."],
];

class PrivacyView extends Part {
  #place = notice();

  start() {
    const rows = STORED.map(([name, text]) => [h("dt", {}, name), h("dd", {}, text)]);
    this.replaceChildren(h("div", { class: "view-head" }, h("h1", {}, "Privacy")), h("p", { class: "lead" }, "What is yours stays yours. This is all that is kept."), h("dl", { class: "stored" }, rows), h("p", { class: "promise" }, "This page loads nothing from anybody else: no fonts, no counters, no advertisements."), this.context.account.isSignedIn && this.#erasing());
  }

  #erasing() {
    const button = h("button", { type: "button", class: "button danger", onclick: () => isBusy(button) || this.#erase(button) }, "Delete my account and everything in it");
    return h("section", { class: "erasing" }, h("h2", {}, "Leave without a trace"), h("p", {}, "Erases every file, line, letter and the sign-in itself, looks a second time that nothing is left, and shows you the receipt. There is no way back."), this.#place, button);
  }

  async #erase(button) {
    const yes = await confirmErasing("Delete the whole account?", "All resumes, all letters and the sign-in are erased. There is no way back.", "Delete everything");
    if (!yes) return button.focus();
    return act(button, this.#place, async () => {
      const receipt = await this.context.library.deleteAccount();
      this.context.receipt = receiptWords(receipt);
      // This view is open to everybody; the receipt is shown where one can sign up again.
      history.replaceState(null, "", "#/new");
      await this.context.account.signOut();
    });
  }
}

customElements.define("privacy-view", PrivacyView);
