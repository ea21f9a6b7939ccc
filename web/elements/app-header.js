/** The top of every view: the name, where one can go, the state of the connection, the account. */

import { h, styled } from "../dom.js";

await styled(import.meta.url);

const LINKS = [
  ["new", "New letter"],
  ["letters", "Letters"],
  ["resumes", "Resumes"],
  ["privacy", "Privacy"],
];

const STATES = {
  closed: "Not connected",
  connecting: "Connecting …",
  open: "Connected",
  waiting: "Reconnecting",
  offline: "Offline",
};

class AppHeader extends HTMLElement {
  #context = null;
  #current = null;
  #state = null;
  #ticking = null;
  #followed = null;

  set context(context) {
    this.#context = context;
    this.render();
  }

  get context() {
    return this.#context;
  }

  set current(name) {
    this.#current = name;
    for (const link of this.querySelectorAll("nav a")) {
      if (link.dataset.name === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  render() {
    const { account, socket } = this.#context;
    const brand = h("a", { class: "brand", href: "#/new" }, h("span", { class: "brand-mark", "aria-hidden": "true" }), "ResuMate");
    if (!account.isSignedIn) {
      this.#state = null;
      this.replaceChildren(h("header", {}, brand, h("nav", { "aria-label": "Main" }, h("a", { href: "#/privacy", "data-name": "privacy" }, "Privacy"))));
      return;
    }
    const links = LINKS.map(([name, words]) => h("a", { href: `#/${name}`, "data-name": name }, words));
    this.#state = h("button", { type: "button", class: "connection", "data-state": "closed", onclick: () => this.#context.socket?.retryNow() });
    const signOut = h("button", { type: "button", class: "quiet-button", title: account.email ?? "", onclick: () => this.#signOut() }, "Sign out");
    this.replaceChildren(h("header", {}, brand, h("nav", { "aria-label": "Main" }, links), h("div", { class: "account" }, h("div", { role: "status" }, this.#state), signOut)));
    this.current = this.#current;
    if (socket !== this.#followed) socket?.addEventListener("state", () => this.#showState());
    this.#followed = socket;
    this.#showState();
  }

  async #signOut() {
    if (await this.#context.mayLeave(true)) await this.#context.account.signOut();
  }

  #showState() {
    const { socket } = this.#context;
    if (this.#state === null || socket === null) return;
    clearTimeout(this.#ticking);
    this.#state.dataset.state = socket.state;
    this.#state.disabled = socket.state === "open" || socket.state === "connecting";
    const seconds = Math.max(Math.ceil(((socket.retryAt ?? 0) - Date.now()) / 1000), 1);
    // The words change once a state, the seconds are for the eye alone: a reader would be told every second.
    this.#state.replaceChildren(h("span", { class: "dot", "aria-hidden": "true" }), h("span", {}, STATES[socket.state]));
    if (socket.state !== "waiting") return;
    this.#state.append(h("span", { "aria-hidden": "true", class: "seconds" }, `in ${seconds} s · now`));
    this.#ticking = setTimeout(() => this.#showState(), 1000);
  }
}

customElements.define("app-header", AppHeader);
