/**
 * The meta of a fence: what follows its language (`title="a.ts" {1,3-5} /word/ wrap`). Its grammar
 * is Expressive Code's, read by Expressive Code's own reader, since that is what shows the code.
 */
import { decodeString } from 'micromark-util-decode-string';
import { MetaOptions, type MetaOption } from 'rehype-expressive-code';

/** The title that a meta gives its block: the name of a file, mostly. */
export const titleOfMeta = (meta: string | null | undefined): string | undefined =>
  new MetaOptions(meta ?? '').getString('title');

/**
 * The meta of a fence as it stands in its text, before Markdown takes the backslashes for its own
 * and an escaped quote ends its title. Gives a meta in which each title, mark and flag is what was
 * meant: `title="it's \"q\".js"` stays, `title='a&amp;b'` becomes `title='a&b'`.
 */
export function readFenceMeta(written: string): string {
  let meta = '';
  let at = 0;
  for (const option of new MetaOptions(written).list()) {
    if (option.valueStartDelimiter === '') continue;
    meta += decodeString(written.slice(at, option.index)) + rewritten(option);
    at = option.index + option.raw.length;
  }
  return meta + decodeString(written.slice(at));
}

/** Of a meta: what reading it costs grows with the square of its length. */
const MOST_CHARACTERS = 1000;
/** More than one repetition, or a repeated group: such a pattern can take for ever on a line of code. */
const COSTLY_PATTERN = /\)[*+{]|[*+{].*[*+{]/;

/** Why a meta is refused: Expressive Code runs its patterns and counts out its ranges. */
export function problemOfFenceMeta(written: string): string | undefined {
  if (written.length > MOST_CHARACTERS)
    return `a fence has ${written.length} characters after its language, expected at most ${MOST_CHARACTERS}`;
  const options = new MetaOptions(written).list();
  const bad = options.find(
    ({ kind, value }) =>
      (kind === 'regexp' && COSTLY_PATTERN.test(value.source)) ||
      (kind === 'range' && /\d{6}/.test(value)),
  );
  return bad && `a fence marks ${bad.raw.trim()}, expected a plain pattern or lines that it has`;
}

/** Backslashes in a pattern are the pattern's; a quoted text has the escapes of Markdown. */
function rewritten({ kind, raw, valueStartDelimiter: quote }: MetaOption): string {
  if (kind === 'regexp' || kind === 'range') return raw;
  const start = raw.indexOf(quote) + 1;
  const value = decodeString(raw.slice(start, -1));
  const escaped = value.replace(/\\(?=[\\'"]|$)|["']/g, (char) =>
    char === '\\' || char === quote ? `\\${char}` : char,
  );
  return `${raw.slice(0, start)}${escaped}${quote}`;
}
