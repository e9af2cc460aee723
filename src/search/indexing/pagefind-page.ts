/**
 * Writes a page as Pagefind shall index it: each text once, in the order of its sections, with the
 * marks by which an excerpt tells code from prose.
 */
import { CODE_END, CODE_START, LINE_END, TOP_ID } from '../text.ts';
import type { FoundPage } from './index-pages.ts';
import type { PageSection, Passage } from './read-page.ts';
import { escapeHtml } from '../../html/escape.ts';

/** Pagefind's weight (0 to 10) of the words of a heading by its level, against 1 for prose. */
const HEADING_WEIGHT: Readonly<Record<number, number>> = { 1: 7, 2: 6, 3: 5, 4: 4, 5: 3, 6: 3 };
/** A word of a block of code counts half, as in our own index. */
const CODE_WEIGHT = 0.5;

/** The page as an HTML document, whose sections are found by the ids of their headings. */
export function pagefindPage(page: FoundPage): string {
  const filters = [
    ...(page.area ? [`section:${page.area}`] : []),
    ...page.languages.map((language) => `language:${language}`),
  ];
  return [
    '<!doctype html><html lang="en"><body data-pagefind-body>',
    heading(TOP_ID, 1, page.title, 'data-pagefind-meta="title"'),
    `<p data-pagefind-meta="description">${escaped(page.description)}</p>`,
    ...filters.map((filter) => `<i data-pagefind-filter="${escaped(filter)}"></i>`),
    ...page.sections.map(section),
    '</body></html>',
  ].join('\n');
}

function section({ heading: text, anchor, level, passages }: PageSection): string {
  const start = text === '' ? '' : heading(anchor, level, text);
  return start + withoutRepeats(passages).map(passage).join('');
}

function heading(id: string, level: number, text: string, attributes = ''): string {
  const weight = `data-pagefind-weight="${HEADING_WEIGHT[level]}"`;
  return `<h${level} id="${escaped(id)}" ${weight} ${attributes}>${escaped(text)}</h${level}>`;
}

function passage({ kind, text }: Passage): string {
  const lines = escaped(text).replaceAll('\n', `${LINE_END}\n`);
  if (kind === 'prose') return lines;
  const code = CODE_START + lines + CODE_END;
  return kind === 'code' ? `<span data-pagefind-weight="${CODE_WEIGHT}">${code}</span>` : code;
}

/** Leaves lines of code out that an earlier panel of the same tabs has. */
function withoutRepeats(passages: readonly Passage[]): Passage[] {
  const said = new Map<number, Map<string, number>>();
  return passages.flatMap((passage) => {
    if (passage.kind !== 'code' || !passage.tab) return [passage];
    const { group, panel } = passage.tab;
    const lines = said.get(group) ?? new Map<string, number>();
    said.set(group, lines);
    const own = passage.text
      .split('\n')
      .filter((line) => (lines.get(line.trim()) ?? panel) === panel);
    for (const line of own) lines.set(line.trim(), panel);
    return own.some((line) => line.trim()) ? [{ ...passage, text: own.join('\n') }] : [];
  });
}

function escaped(text: string): string {
  return escapeHtml(text.replace(/[\uE000-\uE002]/g, ''));
}
