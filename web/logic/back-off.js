/** How long to wait before connecting again: 1, 2, 4 … up to 30 seconds, with some chance in it. */

const MOST_SECONDS = 30;

/**
 * Return milliseconds to wait before an attempt.
 *
 * `attempt` counts from 0, `chance` is in [0, 1): between three quarters and all of the full wait, so that many pages
 * that lost the same server do not come back in one moment.
 */
export function waitBefore(attempt, chance) {
  const seconds = Math.min(2 ** attempt, MOST_SECONDS);
  return Math.round(seconds * 1000 * (0.75 + 0.25 * chance));
}
