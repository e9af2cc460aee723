/** Finds the messages that a section's code logs, throws or answers: what a reader pastes. */
import { wordsOf } from '../words.ts';
import type { Passage } from './read-page.ts';

/** What a line of code does that writes a message. */
const WRITES = /log|error|warn|throw|raise|print|message|fail/i;
/** A string in any quotes that begins with a word or sign of its own and has a space in it. */
const STRING =
  /'([^'\s{}][^'\n]* [^'\n]*)'|"([^"\s{}][^"\n]* [^"\n]*)"|`([^`\s{}][^`\n]* [^`\n]*)`/g;

/** Fewer words are no sentence, more are a text of its own. */
const FEWEST = 3;
const MOST = 14;

/** The messages, each once, in their order. */
export function messagesOf(passages: readonly Passage[]): string[] {
  const strings = passages
    .filter(({ kind }) => kind === 'code')
    .flatMap(({ text }) => text.split('\n').filter((line) => WRITES.test(line)))
    .flatMap((line) => [...line.matchAll(STRING)])
    .map(([, single, double, template]) => single ?? double ?? template ?? '');
  return [...new Set(strings)].filter((string) => {
    const { length } = wordsOf(string);
    return length >= FEWEST && length <= MOST;
  });
}
