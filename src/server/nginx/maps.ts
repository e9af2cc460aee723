/** Pieces of nginx configuration: quoting, and maps that choose a value by the first entry that fits. */
import type { HeaderRule } from '../headers.ts';

/** One line of a map: key and value as they are written. */
export type Entry = readonly [key: string, value: string];

/**
 * A text as one nginx parameter, to the letter.
 * @throws Error when it holds `$`, for which nginx has no escape, or a line break.
 */
export function quoted(text: string): string {
  if (/[$\r\n]/.test(text))
    throw new Error(`nginx can't hold ${JSON.stringify(text)}: no $, no new line`);
  return withVariables(text);
}

/** As `quoted`, where `$name` stands for a variable. */
export function withVariables(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** A regular expression (PCRE) as the key of a map. */
export function pattern(expression: string, flags: '' | 'i' = ''): string {
  return `"~${flags === 'i' ? '*' : ''}${expression.replaceAll('"', '\\"')}"`;
}

/** A text that a regular expression takes to the letter. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * A map. Values are kept for a request, so one of what changes on the way (`$uri`, `$status`) must be
 * made `volatile`.
 */
export function mapOf(
  variable: string,
  source: string,
  entries: readonly Entry[],
  { volatile = false } = {},
): string {
  const lines = entries.map(([key, value]) => `  ${key} ${value};`);
  return [`map ${source} ${variable} {`, ...(volatile ? ['  volatile;'] : []), ...lines, '}'].join(
    '\n',
  );
}

/** The variable that holds a header of the rules: `Cache-Control` → `$rule_cache_control`. */
export function ruleVariable(header: string): string {
  return `$rule_${header.toLowerCase().replaceAll('-', '_')}`;
}

/** One map a header, of the media type of the answer and the path of what is sent, below the base. */
export function ruleMaps(rules: readonly HeaderRule[]): string[] {
  return headerNames(rules).map((name) => {
    // Of rules the last wins, of entries the first.
    const entries = rules.toReversed().flatMap((rule): Entry[] => {
      const value = rule.headers[name];
      return value === undefined ? [] : [[pattern(ruleKey(rule)), quoted(value)]];
    });
    return mapOf(ruleVariable(name), '"$sent_http_content_type $uri"', entries, { volatile: true });
  });
}

/** All headers that rules name, sorted. */
export function headerNames(rules: readonly HeaderRule[]): string[] {
  return [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))].toSorted();
}

/** `/_astro/*` of any type → `^[^ ]* /_astro/.*$` */
function ruleKey({ pattern, type }: HeaderRule): string {
  return `^${type === undefined ? '[^ ]*' : literal(type)} ${pattern.split('*').map(literal).join('.*')}$`;
}
