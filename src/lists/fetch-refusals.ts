/** What no other try will mend; the message says what was seen. */
export class Refused extends Error {}

/** What another try may mend. */
export class Retriable extends Error {
  /** Milliseconds that the publisher asks to wait; null when it does not say. */
  readonly after: number | null;

  constructor(message: string, after: number | null = null, options?: ErrorOptions) {
    super(message, options);
    this.after = after;
  }
}

/** Seconds; a publisher that asks for more is tried again at the next update. */
const MAX_RETRY_AFTER = 120;

/**
 * Milliseconds to wait by the Retry-After header (RFC 9110, 10.2.3), null without a usable one. A date is read against
 * the answer's own Date header, so that a wrong clock here does not matter.
 */
export function retryAfter(headers: Headers): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const seconds = /^\d+$/.test(text.trim())
    ? Number(text)
    : (Date.parse(text) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, MAX_RETRY_AFTER) * 1000 : null;
}
