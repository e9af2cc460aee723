/** What a task wants: the whole of it, each of its clauses, and each two of them that stand side by side. */
import { DEFAULT_LANGUAGE, LANGUAGES, type LanguageId } from '../../model/languages.ts';
import { isStopWord } from '../../search/stop-words.ts';
import { wordsOf } from '../../search/words.ts';

/** One thing to look for. */
export interface Want {
  readonly query: string;
  /** What a section that answers it best counts. */
  readonly weight: number;
  /** Is it one clause, whose words can say what a section is for? */
  readonly isClause: boolean;
}

/** What the whole task counts against a clause's 1. */
const WHOLE = 3;
/** More clauses are a text, not a task: those at its end count in the whole alone. */
const MOST_CLAUSES = 16;

/** Between two clauses: punctuation, and the words that join them. */
const SEAM =
  /[.,;:!?()]+ |\s(?:and|or|that|which|who|when|while|if|where|then|but|without|with|before|after|from|through|only)(?=\s)/i;

/** The wants of a task, the whole first; none when it has no word. */
export function wantsOf(task: string): Want[] {
  const text = task.replace(/\s+/g, ' ').trim();
  const clauses = text
    .split(SEAM)
    .map((clause) => clause.trim())
    .filter((clause) => wordsOf(clause).some(({ term }) => !isStopWord(term)))
    .slice(0, MOST_CLAUSES);
  if (wordsOf(text).length === 0) return [];
  const parts = clauses.length > 1 ? clauses : [];
  const pairs = parts.slice(1).map((clause, at) => `${parts[at]} ${clause}`);
  return [
    { query: text, weight: WHOLE, isClause: false },
    ...parts.map((query) => ({ query, weight: 1, isClause: true })),
    ...pairs.map((query) => ({ query, weight: 1, isClause: false })),
  ];
}

/** The language that a task asks for: the only one that it names, else the docs' first. */
export function languageIn(task: string): LanguageId {
  const named = languagesNamed(task);
  return (named.length === 1 ? named[0] : undefined) ?? DEFAULT_LANGUAGE.id;
}

/** The languages that a text names: of a heading, those that its section is for. */
export function languagesNamed(text: string): LanguageId[] {
  const named = LANGUAGES.filter(({ label }) => new RegExp(`\\b${label}\\b`, 'i').test(text));
  return named.map(({ id }) => id);
}
