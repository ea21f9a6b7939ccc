/** Signing up, confirming, signing in, and a new password for a forgotten one: one form at a time. */

import { Part, act, field, h, isBusy, notice, styled } from "../dom.js";

await styled(import.meta.url);

const EMAIL = { type: "email", name: "email", autocomplete: "username", required: true, inputmode: "email", spellcheck: "false" };
const OLD = { type: "password", name: "password", autocomplete: "current-password", required: true };
const NEW = { type: "password", name: "password", autocomplete: "new-password", required: true, minlength: "12" };
const CODE = { type: "text", name: "code", autocomplete: "one-time-code", inputmode: "numeric", required: true };
const PASSWORD_HINT = "At least 12 characters, with a capital, a small letter and a digit.";

class AccountView extends Part {
  #email = "";
  #place = notice();

  start() {
    this.#form = h("form", { novalidate: true });
    const { receipt, account } = this.context;
    this.replaceChildren(introduction(), h("section", { class: "account-card", "aria-live": "off" }, this.#form));
    if (receipt || account.isSignedIn) this.#show("signUp", receipt, "good");
    else this.#show("signIn", account.reason);
    this.context.receipt = null;
  }

  #form = null;

  /** The forms by name: heading, fields, the words on the button, what it does, where else one can go. */
  #forms = {
    signIn: {
      title: "Sign in",
      fields: () => ({ email: field("E-mail address", { ...EMAIL, value: this.#email }), password: field("Password", OLD) }),
      button: "Sign in",
      run: async ({ email, password }) => {
        try {
          await this.context.account.signIn(email, password);
        } catch (error) {
          if (error.name !== "UserNotConfirmedException") throw error;
          await this.context.account.sendCodeAgain(email);
          this.#password = password;
          this.#show("confirm", "This account is not confirmed yet. A new code is on its way to you.");
        }
      },
      others: [["signUp", "Make an account"], ["forgot", "Forgot the password?"]],
    },
    signUp: {
      title: "Make an account",
      fields: () => ({ email: field("E-mail address", { ...EMAIL, value: this.#email }), password: field("Password", NEW, PASSWORD_HINT) }),
      button: "Make the account",
      run: async ({ email, password }) => {
        const needsCode = await this.context.account.signUp(email, password);
        this.#password = password;
        if (needsCode) this.#show("confirm", "A code is on its way to you by e-mail.");
        else await this.context.account.signIn(email, password);
      },
      others: [["signIn", "I have an account"]],
    },
    confirm: {
      title: "Confirm the address",
      fields: () => ({ code: field("Code from the e-mail", CODE) }),
      button: "Confirm",
      run: async ({ code }) => {
        await this.context.account.confirm(this.#email, code);
        if (this.#password) await this.context.account.signIn(this.#email, this.#password);
        else this.#show("signIn", "The address is confirmed. Sign in.", "good");
      },
      others: [["again", "Send the code again"], ["signIn", "Back"]],
    },
    forgot: {
      title: "A new password",
      fields: () => ({ email: field("E-mail address", { ...EMAIL, value: this.#email }) }),
      button: "Send me a code",
      run: async ({ email }) => {
        await this.context.account.forgotPassword(email);
        this.#show("reset", "If there is an account with this address, a code is on its way to it.");
      },
      others: [["signIn", "Back"]],
    },
    reset: {
      title: "A new password",
      fields: () => ({ code: field("Code from the e-mail", CODE), password: field("New password", NEW, PASSWORD_HINT) }),
      button: "Set the password",
      run: async ({ code, password }) => {
        await this.context.account.setPassword(this.#email, code, password);
        await this.context.account.signIn(this.#email, password);
      },
      others: [["forgot", "Send another code"], ["signIn", "Back"]],
    },
  };

  #password = null;

  #show(name, message = null, kind = "plain") {
    const form = this.#forms[name];
    const fields = form.fields();
    const button = h("button", { type: "submit", class: "button primary wide" }, form.button);
    const others = form.others.map(([other, words]) => h("button", { type: "button", class: other === "signUp" ? "button wide" : "link-button", onclick: () => this.#go(other) }, words));
    const fresh = h("form", { novalidate: true }, h("h2", {}, form.title), this.#place, Object.values(fields), button, h("div", { class: "others" }, others));
    fresh.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!isBusy(button)) this.#submit(form, fields, button);
    });
    const moved = this.#form.contains(document.activeElement);
    this.#form.replaceWith(fresh);
    this.#form = fresh;
    this.#place.say(message, kind);
    if (moved) Object.values(fields)[0].input.focus();
  }

  async #go(name) {
    const typed = this.#form.querySelector("[name=email]")?.value;
    if (typed) this.#email = typed;
    if (name !== "again") return this.#show(name);
    return act(this.#form, this.#place, async () => {
      await this.context.account.sendCodeAgain(this.#email);
      this.#place.say("A new code is on its way to you.");
    });
  }

  #submit(form, fields, button) {
    const values = Object.fromEntries(Object.entries(fields).map(([name, item]) => [name, item.input.value]));
    if (values.email) this.#email = values.email;
    const wrong = Object.values(fields).find((item) => problemOf(item.input) !== "");
    for (const item of Object.values(fields)) item.input.toggleAttribute("aria-invalid", false);
    if (wrong) {
      wrong.input.setAttribute("aria-invalid", "true");
      this.#place.say(problemOf(wrong.input), "error");
      wrong.input.focus();
      return undefined;
    }
    return act(button, this.#place, () => form.run(values));
  }
}

function problemOf(input) {
  if (input.value.trim() === "") return `${input.labels[0].textContent}: type it first.`;
  if (input.type === "email" && !/^\S+@\S+\.\S+$/u.test(input.value.trim())) return "This is not an e-mail address. It looks like name@example.com.";
  const simple = input.autocomplete === "new-password" && !/^(?=.*\p{Lu})(?=.*\p{Ll})(?=.*\d).{12,}$/u.test(input.value);
  return simple ? `The password is too simple. ${PASSWORD_HINT}` : "";
}

/** What this is, shown instead of told: a sentence of a letter and the line that proves it. */
function introduction() {
  return h(
    "section",
    { class: "introduction" },
    h("h1", {}, "A cover letter that can prove every word."),
    h("p", { class: "lead" }, "Give it your resume and a job advertisement. Every sentence about you links to the line of your own resume that it stands on. What cannot be proven is left out."),
    h(
      "figure",
      { class: "specimen" },
      h("blockquote", {}, "At Kattegat Logistics, ", h("span", { class: "specimen-claim" }, "I cut the nightly load from 6 hours to 50 minutes"), " by rebuilding the shipment pipeline."),
      h("figcaption", {}, h("span", { class: "specimen-place" }, "Page 1, line 8"), h("span", { class: "specimen-line" }, "… which cut the nightly load from 6 hours to 50 minutes.")),
    ),
  );
}

customElements.define("account-view", AccountView);
