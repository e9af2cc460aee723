/** Content negotiation (RFC 9110, section 12): which form and which encoding a client gets. */
import Negotiator from 'negotiator';

/** The two forms in which a page exists, as media types. */
export const FORMS = {
  html: 'text/html; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
} as const;

export type Form = keyof typeof FORMS;

/** What the client says it takes: the two request headers, undefined where absent. */
export interface Accepts {
  readonly accept?: string | undefined;
  readonly encoding?: string | undefined;
}

/**
 * The form that the client likes best, or undefined when it takes none of the `offered` (406).
 * Highest q wins, of the most specific range that matches; then what is named over what a wildcard
 * lets in; then the order of the client; then the order of the offer. No or an empty header means any type.
 */
export function chooseForm(
  accept: string | undefined,
  offered: readonly [Form, ...Form[]],
): Form | undefined {
  const types = offered.map((form) => FORMS[form]);
  const chosen = new Negotiator({ headers: { accept: accept?.trim() || '*/*' } }).mediaType(types);
  return offered.find((form) => FORMS[form] === chosen);
}

/** A content encoding that a file may lie ready in, the smaller first. */
export type Encoding = 'br' | 'gzip';

const SMALLEST_FIRST = ['br', 'gzip', 'identity'];

/** The encoding to send, of those `available`; undefined means the file as it is. */
export function chooseEncoding(
  acceptEncoding: string | undefined,
  available: readonly Encoding[],
): Encoding | undefined {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const chosen = negotiator.encoding([...available, 'identity'], { preferred: SMALLEST_FIRST });
  return available.find((encoding) => encoding === chosen);
}
