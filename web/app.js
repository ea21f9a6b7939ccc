/** Puts the page together: makes the services once, gives them to the views, shows the view that the address names. */

import "./elements/app-header.js";
import "./elements/account-view.js";
import { h } from "./dom.js";
import { Account } from "./services/account.js";
import { Cognito } from "./services/cognito.js";
import { loadConfig } from "./services/config.js";
import { Drafts } from "./services/drafts.js";
import { Library } from "./services/library.js";
import { Socket } from "./services/socket.js";

/** Addresses: the first word after "#/", with and without an id behind it. A view's module is loaded when it is first shown. */
const VIEWS = {
  new: { tag: "new-letter-view", title: "New letter" },
  resumes: { tag: "resumes-view", one: "resume-view", title: "Resumes" },
  letters: { tag: "letters-view", one: "letter-view", title: "Letters" },
  privacy: { tag: "privacy-view", title: "Privacy", open: true },
};

const main = document.querySelector("main");
const header = document.querySelector("app-header");
let shown = 0;

/** Show the view of the address; `focused` moves the focus to its heading. */
async function show(context, focused = true) {
  const [name, id] = location.hash.replace(/^#\//u, "").split("/");
  const view = VIEWS[name] ?? VIEWS.new;
  const tag = context.account.isSignedIn || view.open ? (id && view.one) || view.tag : "account-view";
  shown += 1;
  const mine = shown;
  await import(`./elements/${tag}.js`);
  // Somebody went on while the module was loading.
  if (mine !== shown) return;
  document.title = tag === "account-view" ? "Sign in · ResuMate" : `${view.title} · ResuMate`;
  main.replaceChildren(Object.assign(document.createElement(tag), { context, itemId: id ?? null }));
  header.current = tag === "account-view" ? null : name in VIEWS ? name : "new";
  if (focused) moveFocus();
}

/** A keyboard or a screen reader continues at the top of what is new. */
function moveFocus() {
  window.scrollTo(0, 0);
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

async function start() {
  const config = await loadConfig();
  const account = new Account(new Cognito(new URL(config.cognito, location.href).href, config.userPoolClientId));
  const socket = new Socket(config.socket, account);
  const library = new Library(socket);
  const context = { account, socket, library, drafts: new Drafts(), receipt: null };
  context.go = (path) => {
    location.hash = `#/${path}`;
  };
  await account.resume();
  header.context = context;
  let signedIn = account.isSignedIn;
  if (signedIn) socket.open();
  account.addEventListener("change", () => {
    if (signedIn === account.isSignedIn) return;
    signedIn = account.isSignedIn;
    if (signedIn) socket.open();
    else {
      library.clear();
      if (account.reason === null) context.drafts.clear();
    }
    header.render();
    show(context).catch(complain);
  });
  window.addEventListener("hashchange", () => show(context).catch(complain));
  await show(context, false);
}

function complain(error) {
  const words = error instanceof TypeError ? "A part of the page could not be loaded. Check the connection and reload the page." : error.message;
  main.replaceChildren(h("p", { class: "notice error", role: "alert" }, words));
}

start().catch(complain);
