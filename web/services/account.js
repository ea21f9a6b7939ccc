/**
 * Who is signed in. Access tokens stay in memory; the refresh token is in this tab's session storage, so that a
 * reload keeps the sign-in and closing the tab ends it. Fires "change" on every sign-in, renewal and sign-out.
 */

import { renewAfter } from "../logic/session.js";

const KEY = "resumate.refresh";
const RETRY_MILLISECONDS = 15_000;

export class Account extends EventTarget {
  #cognito;
  #storage;
  #timer = null;
  #renewing = null;

  accessToken = null;
  email = null;
  /** Why the user is signed out, when that was not their wish. */
  reason = null;

  constructor(cognito, storage = sessionStorage) {
    super();
    this.#cognito = cognito;
    this.#storage = storage;
  }

  get isSignedIn() {
    return this.accessToken !== null;
  }

  /** Take up the sign-in of this tab, if it has one; returns whether somebody is signed in. */
  async resume() {
    if (this.#storage.getItem(KEY)) await this.renew().catch(() => {});
    return this.isSignedIn;
  }

  async signIn(email, password) {
    const tokens = await this.#cognito.signIn(email.trim(), password);
    this.#storage.setItem(KEY, tokens.RefreshToken);
    this.reason = null;
    this.#take(tokens);
  }

  /** Make an account; returns whether a code has to be typed before the first sign-in. */
  async signUp(email, password) {
    const answer = await this.#cognito.signUp(email.trim(), password);
    return answer.UserConfirmed !== true;
  }

  confirm = (email, code) => this.#cognito.confirm(email.trim(), code.trim());
  sendCodeAgain = (email) => this.#cognito.sendCodeAgain(email.trim());
  forgotPassword = (email) => this.#cognito.forgotPassword(email.trim());
  setPassword = (email, code, password) => this.#cognito.setPassword(email.trim(), code.trim(), password);

  /** Get fresh tokens; one at a time. Signs out when the refresh token is refused, throws when nobody answers. */
  renew() {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renew() {
    const refreshToken = this.#storage.getItem(KEY);
    try {
      const tokens = await this.#cognito.renew(refreshToken);
      // A sign-out that happened meanwhile wins.
      if (this.#storage.getItem(KEY) !== refreshToken) return;
      if (tokens.RefreshToken) this.#storage.setItem(KEY, tokens.RefreshToken);
      this.#take(tokens);
    } catch (error) {
      if (!error.unreachable) this.#forget("Your sign-in has ended. Sign in again; nothing is lost.");
      else if (this.isSignedIn) this.#schedule(RETRY_MILLISECONDS);
      throw error;
    }
  }

  async signOut() {
    const refreshToken = this.#storage.getItem(KEY);
    this.#forget(null);
    // Without an answer the token ends by itself; the user is signed out here in any case.
    if (refreshToken) await this.#cognito.revoke(refreshToken).catch(() => {});
  }

  #take(tokens) {
    this.accessToken = tokens.AccessToken;
    this.email = emailOf(tokens.IdToken) ?? this.email;
    this.#schedule(renewAfter(tokens.AccessToken));
    this.dispatchEvent(new Event("change"));
  }

  #forget(reason) {
    clearTimeout(this.#timer);
    this.#storage.removeItem(KEY);
    this.accessToken = null;
    this.email = null;
    this.reason = reason;
    this.dispatchEvent(new Event("change"));
  }

  #schedule(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.renew().catch(() => {}), milliseconds);
  }
}

function emailOf(idToken) {
  if (!idToken) return null;
  const bytes = Uint8Array.from(atob(idToken.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)).email ?? null;
}
