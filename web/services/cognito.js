/** The user pool's JSON API, and its errors in words. The password travels in the body, over TLS or loopback. */

const PREFIX = "AWSCognitoIdentityProviderService.";

const WORDS = {
  NotAuthorizedException: "The e-mail address or the password is wrong.",
  UserNotFoundException: "The e-mail address or the password is wrong.",
  UsernameExistsException: "There is an account with this e-mail address already. Sign in instead.",
  InvalidPasswordException: "The password is too simple: at least 12 characters, with a capital, a small letter and a digit.",
  CodeMismatchException: "This code is wrong. Look at the newest e-mail and type it again.",
  ExpiredCodeException: "This code has ended. Ask for a new one.",
  LimitExceededException: "Too many attempts. Wait a few minutes and try again.",
  TooManyRequestsException: "Too many attempts. Wait a few minutes and try again.",
  TooManyFailedAttemptsException: "Too many attempts. Wait a few minutes and try again.",
  PasswordResetRequiredException: "This password has to be changed. Choose “Forgot the password?”.",
  InvalidParameterException: "The e-mail address or the password is not of a form that is allowed.",
};

export class CognitoError extends Error {
  /** `name` is Cognito's own word; `unreachable` says that nobody answered. */
  constructor(name, message, unreachable = false) {
    super(message);
    this.name = name;
    this.unreachable = unreachable;
  }
}

export class Cognito {
  constructor(endpoint, clientId) {
    this.endpoint = endpoint;
    this.clientId = clientId;
  }

  signUp(email, password) {
    const attributes = [{ Name: "email", Value: email }];
    return this.#call("SignUp", { Username: email, Password: password, UserAttributes: attributes });
  }

  confirm(email, code) {
    return this.#call("ConfirmSignUp", { Username: email, ConfirmationCode: code });
  }

  sendCodeAgain(email) {
    return this.#call("ResendConfirmationCode", { Username: email });
  }

  forgotPassword(email) {
    return this.#call("ForgotPassword", { Username: email });
  }

  setPassword(email, code, password) {
    return this.#call("ConfirmForgotPassword", { Username: email, ConfirmationCode: code, Password: password });
  }

  signIn(email, password) {
    return this.#authenticate("USER_PASSWORD_AUTH", { USERNAME: email, PASSWORD: password });
  }

  renew(refreshToken) {
    return this.#authenticate("REFRESH_TOKEN_AUTH", { REFRESH_TOKEN: refreshToken });
  }

  revoke(refreshToken) {
    return this.#call("RevokeToken", { Token: refreshToken });
  }

  async #authenticate(flow, parameters) {
    const answer = await this.#call("InitiateAuth", { AuthFlow: flow, AuthParameters: parameters });
    if (!answer.AuthenticationResult) {
      throw new CognitoError("Challenge", "This account needs a step that this page does not know. Ask the operator.");
    }
    return answer.AuthenticationResult;
  }

  async #call(operation, fields) {
    const body = JSON.stringify({ ClientId: this.clientId, ...fields });
    const headers = { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": PREFIX + operation };
    let response;
    try {
      response = await fetch(this.endpoint, { method: "POST", headers, body, credentials: "omit", signal: AbortSignal.timeout(20_000) });
    } catch {
      throw new CognitoError("Unreachable", "The sign-in cannot be reached. Check the connection and try again.", true);
    }
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    throw errorOf(response.status, answer);
  }
}

function errorOf(status, answer) {
  const name = String(answer.__type ?? "Unknown").split("#").pop();
  if (status >= 500) return new CognitoError(name, "The sign-in does not work just now. Try again in a minute.", true);
  // The pool's own trigger writes for users; Cognito puts its name in front.
  if (name === "UserLambdaValidationException") {
    return new CognitoError(name, String(answer.message ?? "").replace(/^PreSignUp failed with error /u, ""));
  }
  return new CognitoError(name, WORDS[name] ?? "The sign-in was refused. Check what you typed and try again.");
}
