/** Counts the words of a section, each once where tabs say it in several languages. */
import type { Count } from '../index-file.ts';
import { isStopWord } from '../stop-words.ts';
import { termsOf, wordsOf, type Word } from '../words.ts';
import type { Passage } from './read-page.ts';

/** Terms of a section with their counts. */
export type Tally = Map<string, Count>;

/**
 * Counts the terms of a section's passages. Of the panels of one group of tabs only the one with
 * the most counts for a term: three languages with the same words don't count three times.
 * @param meet is told each word, to learn how it is spelled
 */
export function tallyOf(passages: readonly Passage[], meet: (word: Word) => void): Tally {
  const total: Tally = new Map();
  const groups = new Map<number, Map<number, Tally>>();
  for (const { kind, text, tab } of passages) {
    const tally = tab ? panelOf(groups, tab.group, tab.panel) : total;
    for (const word of wordsOf(text)) {
      meet(word);
      for (const term of termsOf(word)) count(tally, term, kind === 'code' ? 'code' : 'prose', 1);
    }
  }
  for (const panels of groups.values()) addMost(total, [...panels.values()]);
  return total;
}

function panelOf(groups: Map<number, Map<number, Tally>>, group: number, panel: number): Tally {
  const panels = groups.get(group) ?? new Map<number, Tally>();
  groups.set(group, panels);
  const tally = panels.get(panel) ?? new Map<string, Count>();
  panels.set(panel, tally);
  return tally;
}

function addMost(total: Tally, panels: readonly Tally[]): void {
  for (const term of new Set(panels.flatMap((panel) => [...panel.keys()]))) {
    for (const kind of ['prose', 'code'] as const) {
      count(total, term, kind, Math.max(...panels.map((panel) => panel.get(term)?.[kind] ?? 0)));
    }
  }
}

function count(tally: Tally, term: string, kind: keyof Count, times: number): void {
  if (isStopWord(term)) return;
  const counts = tally.get(term) ?? { heading: 0, prose: 0, code: 0 };
  tally.set(term, { ...counts, [kind]: counts[kind] + times });
}
