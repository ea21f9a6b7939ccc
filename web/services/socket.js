/**
 * The one connection to the server: requests with answers, pushes as "event", its state as "state".
 *
 * It comes back by itself with growing pauses, sends unanswered requests again with the same `request_id` (for the
 * server that is the same request), beats so that the gateway does not close it, and moves to a new connection
 * when the account has a fresh token, before the old one ends.
 */

import { fitsFrame } from "../logic/bytes.js";
import { Parts } from "../logic/parts.js";
import { waitBefore } from "../logic/back-off.js";
import { ProtocolError, isGatewayError, readEvent, writeAction } from "../logic/protocol.js";

const BEAT_MILLISECONDS = 4 * 60_000;
const PONG_MILLISECONDS = 15_000;
const OPEN_MILLISECONDS = 30_000;
const ANSWER_MILLISECONDS = 45_000;
const TOO_LARGE = 1009;

export class RequestError extends Error {
  /** A refusal of the server; `code` is of its closed list, the message is for the user. */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export class Socket extends EventTarget {
  #address;
  #account;
  #socket = null;
  #token = null;
  #parts = new Parts();
  #waiting = new Map();
  #attempt = 0;
  #timers = { retry: null, beat: null, pong: null, open: null };
  #wanted = false;

  /** closed, connecting, open, waiting (until `retryAt`) or offline. */
  state = "closed";
  retryAt = null;

  constructor(address, account) {
    super();
    this.#address = address;
    this.#account = account;
    account.addEventListener("change", () => this.#followAccount());
    window.addEventListener("online", () => this.retryNow());
    window.addEventListener("offline", () => this.#lost());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#beat());
  }

  /** Connect and stay connected until `close`. */
  open() {
    this.#wanted = true;
    if (this.#socket === null) this.#connect();
  }

  close() {
    this.#wanted = false;
    this.#drop();
    this.#failAll("unauthorized", "You are signed out.");
    this.#setState("closed");
  }

  /** Do not wait any longer for the next attempt. */
  retryNow() {
    if (!this.#wanted || this.state === "open" || this.state === "connecting") return;
    this.#connect();
  }

  /** Ask the server; resolves with the answer, rejects with a `RequestError` or a `ProtocolError`. */
  request(action, fields = {}, requestId = crypto.randomUUID()) {
    const frame = writeAction(action, requestId, fields);
    if (!fitsFrame(frame)) {
      return Promise.reject(new RequestError("frame_too_large", "This is too long to be sent. Shorten it and try again."));
    }
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(requestId);
      };
      const fail = (error) => (done(), reject(error));
      const timer = setTimeout(() => fail(new RequestError("no_answer", this.#silence())), ANSWER_MILLISECONDS);
      this.#waiting.set(requestId, { frame, fail, resolve: (event) => (done(), resolve(event)) });
      this.#send(frame);
    });
  }

  #silence() {
    return this.state === "open"
      ? "The server did not answer. Try again."
      : "There is no connection to the server. Check the network; the page goes on trying.";
  }

  #followAccount() {
    if (!this.#account.isSignedIn) this.close();
    else if (this.#wanted && this.#token !== this.#account.accessToken && this.state === "open") this.#connect();
  }

  /** Open a connection; the one before is kept until this one is open, so that nothing is missed between them. */
  #connect() {
    clearTimeout(this.#timers.retry);
    clearTimeout(this.#timers.open);
    if (!this.#account.isSignedIn) return;
    if (this.state !== "open") this.#setState("connecting");
    this.#token = this.#account.accessToken;
    const before = this.#socket;
    const socket = new WebSocket(`${this.#address}?token=${encodeURIComponent(this.#token)}`);
    this.#socket = socket;
    this.#timers.open = setTimeout(() => socket.readyState === WebSocket.CONNECTING && socket.close(), OPEN_MILLISECONDS);
    socket.addEventListener("open", () => this.#opened(socket, before));
    socket.addEventListener("message", (message) => this.#received(message.data));
    socket.addEventListener("close", (event) => {
      before?.close();
      this.#closed(socket, event);
    });
  }

  #opened(socket, before) {
    if (socket !== this.#socket) return socket.close();
    before?.close();
    clearTimeout(this.#timers.open);
    this.#attempt = 0;
    this.#parts.clear();
    this.#setState("open");
    for (const request of this.#waiting.values()) socket.send(request.frame);
    this.#scheduleBeat();
    return undefined;
  }

  #closed(socket, event) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    this.#parts.clear();
    clearTimeout(this.#timers.beat);
    clearTimeout(this.#timers.pong);
    if (event.code === TOO_LARGE) this.#refuseAll();
    if (this.#wanted) this.#retryLater();
  }

  /** The gateway closes a socket over a frame that is too large; sending it again would only loop. */
  #refuseAll() {
    this.#failAll("frame_too_large", "The server closed the connection because a message was too long. Shorten it and try again.");
  }

  #failAll(code, words) {
    for (const request of [...this.#waiting.values()]) request.fail(new RequestError(code, words));
  }

  #retryLater() {
    if (!navigator.onLine) return this.#setState("offline");
    const pause = waitBefore(this.#attempt, Math.random());
    this.#attempt += 1;
    this.retryAt = Date.now() + pause;
    this.#setState("waiting");
    this.#timers.retry = setTimeout(() => this.#again(), pause);
    return undefined;
  }

  /** A socket that is refused shows like one that is lost, so the token is renewed before the second attempt. */
  async #again() {
    if (this.#attempt > 1) await this.#account.renew().catch(() => {});
    if (this.#wanted && this.state === "waiting") this.#connect();
  }

  #lost() {
    if (!this.#wanted) return;
    this.#drop();
    this.#setState("offline");
  }

  #drop() {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    const socket = this.#socket;
    this.#socket = null;
    this.#parts.clear();
    socket?.close();
  }

  #received(text) {
    this.#scheduleBeat();
    let event;
    try {
      event = readEvent(text);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      // Nobody can tell which request it was; all that wait may be sent again, each is the same request then.
      if (isGatewayError(text)) this.#failAll("internal", "Something went wrong on our side. Try again in a minute.");
      return;
    }
    if (event?.type === "part") {
      const whole = this.#parts.add(event);
      if (whole !== null) this.#received(whole);
    } else if (event) this.#take(event);
  }

  #take(event) {
    const request = this.#waiting.get(event.request_id);
    if (event.type === "error") this.#refused(event, request);
    else request?.resolve(event);
    this.dispatchEvent(new CustomEvent("event", { detail: event }));
  }

  #refused(event, request) {
    if (event.code !== "unauthorized" || !request || request.repeated) {
      request?.fail(new RequestError(event.code, event.message));
      return;
    }
    // The token ended under this connection (a laptop that slept): renew, connect anew, and the request goes again.
    request.repeated = true;
    this.#account.renew().catch(() => request.fail(new RequestError(event.code, event.message)));
  }

  #send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame);
  }

  #scheduleBeat() {
    clearTimeout(this.#timers.beat);
    clearTimeout(this.#timers.pong);
    this.#timers.beat = setTimeout(() => this.#beat(), BEAT_MILLISECONDS);
  }

  /** Ask for a sign of life; a connection that gives none is dropped and made anew. */
  #beat() {
    if (this.state !== "open") return;
    this.#send(writeAction("ping", crypto.randomUUID()));
    clearTimeout(this.#timers.pong);
    this.#timers.pong = setTimeout(() => {
      this.#drop();
      if (this.#wanted) this.#retryLater();
    }, PONG_MILLISECONDS);
  }

  #setState(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
