/** Makes elements. Data goes in as text or attributes alone: nothing here, and nothing in the page, parses markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Return an element.
 *
 * `attributes` with a function are listeners ("onclick"), with false or null are left out, with true are empty;
 * `children` are nodes, texts, or nested lists of them.
 */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** Return an SVG element, as `h` does. */
export function s(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A part of the page that gets its collaborators as `context` and stops listening when it leaves the page. */
export class Part extends HTMLElement {
  context = null;
  #leaving = null;

  connectedCallback() {
    this.#leaving = new AbortController();
    this.start();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** Fill the element and begin to listen; called whenever it enters the page. */
  start() {}

  listen(target, type, handler) {
    target.addEventListener(type, handler, { signal: this.#leaving.signal });
  }
}

/** Put on the stylesheet that stands beside an element's module, once; resolves when it is there. */
export function styled(moduleAddress) {
  const href = moduleAddress.replace(/\.js$/u, ".css");
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return undefined;
  return new Promise((resolve, reject) => {
    const failed = () => reject(new TypeError(`${href} could not be loaded.`));
    document.head.append(h("link", { rel: "stylesheet", href, onload: resolve, onerror: failed }));
  });
}

/** Return a labelled input; `hint` is tied to it, `value` is what stands in it. */
export function field(label, attributes, hint = null, value = "") {
  const id = `field-${crypto.randomUUID()}`;
  const input = h(attributes.rows ? "textarea" : "input", { id, ...attributes, "aria-describedby": `${id}-hint` });
  if (value) input.value = value;
  return Object.assign(h("div", { class: "field" }, h("label", { for: id }, label), input, h("p", { id: `${id}-hint`, class: "hint" }, hint ?? "")), { input });
}

/** Return a place for a message: errors are announced at once, the rest when the reader is idle. */
export function notice() {
  const element = h("p", { class: "notice", role: "status", hidden: true });
  return Object.assign(element, {
    say(text, kind = "plain") {
      element.hidden = !text;
      element.className = `notice ${kind}`;
      element.setAttribute("role", kind === "error" ? "alert" : "status");
      element.textContent = text ?? "";
    },
  });
}

/** Run an action with its button switched off; its error is said in `place`. */
export async function act(button, place, action) {
  place.say("");
  button.setAttribute("aria-disabled", "true");
  button.classList.add("busy");
  try {
    await action();
  } catch (error) {
    if (error.name !== "AbortError") place.say(error.message, "error");
  } finally {
    button.removeAttribute("aria-disabled");
    button.classList.remove("busy");
  }
}

/** Return whether a button is at work; a click on it does nothing then. */
export function isBusy(button) {
  return button.getAttribute("aria-disabled") === "true";
}

/** Ask before something is erased; resolves with true for yes. */
export async function confirmErasing(title, text, yes) {
  return (await ask(title, text, [["yes", yes, "danger"], ["", "Keep it", ""]])) === "yes";
}

/** Ask a question; `answers` are `[value, words, kind of button]`. Resolves with the value, "" for Escape; the last one has the focus. */
export function ask(title, text, answers) {
  return new Promise((resolve) => {
    const buttons = answers.map(([value, words, kind], index) => h("button", { type: "button", class: `button ${kind}`, autofocus: index === answers.length - 1, onclick: () => dialog.close(value) }, words));
    const dialog = h("dialog", { class: "ask", "aria-labelledby": "ask-title", "aria-describedby": "ask-text" }, h("h2", { id: "ask-title" }, title), h("p", { id: "ask-text" }, text), h("div", { class: "row" }, buttons));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Return how scrolling should move: not at all for who asked for less motion. */
export function scrollBehaviour() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
