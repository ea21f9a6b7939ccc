/** When tokens end and when to renew them. Times are milliseconds since 1970 unless a name says otherwise. */

const MARGIN_SECONDS = 90;

/** Return what an access token says of itself: `{issued, ends}` in seconds since 1970; nothing is verified here. */
export function readToken(token) {
  const body = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  const claims = JSON.parse(atob(body));
  return { issued: claims.iat, ends: claims.exp };
}

/**
 * Return how many milliseconds after it was received a token should be renewed.
 *
 * Counted from its own life span, not from this machine's clock, which may be wrong; a short-lived one is renewed
 * after two thirds of its life.
 */
export function renewAfter(token) {
  const { issued, ends } = readToken(token);
  const life = Math.max(ends - issued, 0);
  return Math.max(life - MARGIN_SECONDS, (life * 2) / 3) * 1000;
}
