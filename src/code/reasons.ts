/** From what the compiler says to reasons of the report: sorted, each with its class. */
import type { Complaint } from './compile.ts';
import type { Reason, ReasonClass } from './report.ts';

/** Classes by the first pattern that fits `TS2322 message`. */
const CLASSES: readonly (readonly [ReasonClass, RegExp])[] = [
  ['gone-entry', /^TS2307 .*motia/],
  ['gone-name', /^TS(2305|2724|2614) .*['"]motia/],
  [
    'renamed-trigger',
    /'"api"'|'api' does not exist in type 'MatchHandlers|Property 'api' does not exist/,
  ],
  ['gone-field', /^TS(2353|2561|2322|2345|2769|1360) .*(may only specify known properties)/],
  [
    'wrong-context',
    /^TS(2339|2551) .*on type '(FlowContext|ApiRequest|MotiaHttp|MotiaStream|InternalState|Streams)/,
  ],
  [
    'untyped',
    /^TS(18046|2571|7006|7031|7053|2698) |on type '(unknown|\{\})'|Argument of type 'unknown'/,
  ],
  ['missing-name', /^TS(2304|2552|18004|2503) /],
  ['syntax', /^TS1\d{3} /],
];

/** The class of a compiler's message. */
export function classOf({ code, message }: Pick<Complaint, 'code' | 'message'>): ReasonClass {
  const text = `${code} ${message}`;
  return CLASSES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'type';
}

/** The longest message that a report holds. */
const LONGEST = 300;

/** What only our stand-ins for other packages can be blamed for: `useThing<Todo>()` of type any. */
const OF_STAND_INS = new Set(['TS2347']);

/** Complaints as reasons, each once, by line. */
export function reasonsOf(complaints: readonly Complaint[]): Reason[] {
  const own = complaints.filter(({ code }) => !OF_STAND_INS.has(code));
  return sortReasons(
    own.map((it) => ({
      class: classOf(it),
      code: it.code,
      message: it.message.length > LONGEST ? `${it.message.slice(0, LONGEST - 1)}…` : it.message,
      line: it.line,
    })),
  );
}

/** Reasons each once, by line, then code and message. */
export function sortReasons(reasons: readonly Reason[]): Reason[] {
  const known = new Map(reasons.map((it) => [`${it.line} ${it.code} ${it.message}`, it]));
  return [...known.values()].toSorted(
    (a, b) => a.line - b.line || order(a.code, b.code) || order(a.message, b.message),
  );
}

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);

/**
 * What only a file that names its types can be blamed for: JavaScript, and pieces of TypeScript, say
 * neither what data is nor where every name comes from.
 */
const OF_WHOLE_FILES = new Set<ReasonClass>(['untyped', 'missing-name']);
const OF_WHOLE_FILES_CODES = /^TS(7\d{3}|18047|18048|18049|2531|2532|2533|1108)$/;

/** Without what can't be held against a sample that is no complete TypeScript file. */
export function ofPieces(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(
    (it) => !OF_WHOLE_FILES.has(it.class) && !OF_WHOLE_FILES_CODES.test(it.code),
  );
}
