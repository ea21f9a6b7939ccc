/** Puts the page together: makes the services once, gives them to the views, shows the view that the address names. */

import "./elements/app-header.js";
import { h } from "./dom.js";
import { Account } from "./services/account.js";
import { Cognito } from "./services/cognito.js";
import { loadConfig } from "./services/config.js";
import { Drafts } from "./services/drafts.js";

/**
 * Addresses: the first word after "#/", with and without an id behind it, and what belongs to that id. A view's module
 * is loaded when it is first shown.
 */
const VIEWS = {
  new: { tag: "new-letter-view", title: "New letter" },
  resumes: { tag: "resumes-view", one: "resume-view", title: "Resumes" },
  letters: { tag: "letters-view", one: "letter-view", parts: { versions: "versions-view", interview: "interview-view" }, title: "Letters" },
  privacy: { tag: "privacy-view", title: "Privacy", open: true },
};

const main = document.querySelector("main");
const header = document.querySelector("app-header");
let shown = 0;

/** Show the view of the address; `focused` moves the focus to its heading. */
async function show(context, focused = true) {
  const [name, id, part] = location.hash.replace(/^#\//u, "").split("/");
  const view = VIEWS[name] ?? VIEWS.new;
  const signedIn = context.account.isSignedIn;
  const tag = signedIn || view.open ? tagOf(view, id, part) : "account-view";
  shown += 1;
  const mine = shown;
  // Who has not signed in needs no socket, and does not load one.
  await Promise.all([import(`./elements/${tag}.js`), signedIn && connect(context)]);
  // Somebody went on while the module was loading.
  if (mine !== shown) return;
  document.title = tag === "account-view" ? "Sign in · ResuMate" : `${view.title} · ResuMate`;
  main.replaceChildren(Object.assign(document.createElement(tag), { context, itemId: id ?? null }));
  header.current = tag === "account-view" ? null : name in VIEWS ? name : "new";
  if (focused) moveFocus();
}

function tagOf(view, id, part) {
  return (id && (view.parts?.[part] ?? view.one)) || view.tag;
}

/** A keyboard or a screen reader continues at the top of what is new. */
function moveFocus() {
  window.scrollTo(0, 0);
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

/** Make the connection and what hangs on it, once. */
function connect(context) {
  context.connecting ??= Promise.all([import("./services/socket.js"), import("./services/library.js")]).then(([{ Socket }, { Library }]) => {
    context.socket = new Socket(context.config.socket, context.account);
    context.library = new Library(context.socket);
    header.render();
    context.socket.open();
  });
  return context.connecting;
}

async function start() {
  const config = await loadConfig();
  const account = new Account(new Cognito(new URL(config.cognito, location.href).href, config.userPoolClientId));
  const context = { config, account, socket: null, library: null, connecting: null, drafts: new Drafts(), receipt: null };
  context.go = (path) => {
    location.hash = `#/${path}`;
  };
  // A view with something to lose asks first.
  context.mayLeave = async (forgets = false) => (await main.firstElementChild?.mayLeave?.(forgets)) ?? true;
  await account.resume();
  header.context = context;
  followAccount(context);
  window.addEventListener("hashchange", (event) => follow(context, event).catch(complain));
  await show(context, false);
}

function followAccount(context) {
  const { account } = context;
  let signedIn = account.isSignedIn;
  account.addEventListener("change", () => {
    if (signedIn === account.isSignedIn) return;
    signedIn = account.isSignedIn;
    if (signedIn) context.socket?.open();
    else {
      context.library?.clear();
      if (account.reason === null) context.drafts.clear();
    }
    header.render();
    show(context).catch(complain);
  });
}

async function follow(context, { oldURL, newURL }) {
  if (await context.mayLeave()) return show(context);
  // The address has changed already; nothing else has.
  if (location.href === newURL) history.replaceState(null, "", oldURL);
  return undefined;
}

function complain(error) {
  const words = error instanceof TypeError ? "A part of the page could not be loaded. Check the connection and reload the page." : error.message;
  main.replaceChildren(h("p", { class: "notice error", role: "alert" }, words));
}

start().catch(complain);
