/** What a refresh tells readers: a small file that a maintainer may edit. */
import { stringify } from 'yaml';
import type { ChangeLine, Report } from './report.ts';
import type { Snapshot } from './snapshot.ts';

/** More sections of one page are counted, not named. */
const MOST_NAMES = 4;

/**
 * The entry of a refresh.
 * @param date the last day of the scrape that came
 */
export function changelogEntry(report: Report, { pages }: Snapshot, date: string): string {
  const { added, removed, moved, changed } = report;
  const frontmatter = {
    date,
    added: added.map(({ route }) => route),
    changed: [...changed, ...moved].map(({ route }) => route),
  };
  const titles = new Map(pages.map(({ route, title }) => [route, title]));
  const page = (route: string) => `[${escaped(titles.get(route) ?? route)}](${route})`;
  const counts = [
    `${pages.length} pages`,
    ...[
      [added.length, 'new'],
      [removed.length, 'gone'],
      [moved.length, 'moved'],
      [changed.length, 'changed'],
    ].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])),
  ];
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title}`, lines.map((line) => `- ${line}`).join('\n')];
  const blocks = [
    `${counts.join(', ')}.`,
    ...list(
      'New',
      added.map(({ route }) => page(route)),
    ),
    ...list(
      'Gone',
      removed.map(({ title }) => escaped(title)),
    ),
    ...list(
      'Moved',
      moved.map((change) => withSections(page(change.route), change)),
    ),
    ...list(
      'Changed',
      changed.map((change) => withSections(page(change.route), change)),
    ),
  ];
  return `---\n${stringify(frontmatter, { lineWidth: 0 })}---\n\n${blocks.join('\n\n')}\n`;
}

function withSections(page: string, { sections, code }: ChangeLine): string {
  const { added, removed, changed, renamed } = sections;
  const told = [
    names('new', added),
    names('gone', removed),
    names(
      'renamed',
      renamed.map(({ from, to }) => `${from} → ${to}`),
    ),
    names('reworded', changed),
    code.changed + code.added + code.removed > 0
      ? `code: ${[
          [code.changed, 'changed'],
          [code.added, 'new'],
          [code.removed, 'gone'],
        ]
          .filter(([count]) => count !== 0)
          .map((words) => words.join(' '))
          .join(', ')}`
      : '',
  ].filter((words) => words !== '');
  return told.length === 0 ? page : `${page}: ${told.join('; ')}`;
}

function names(what: string, headings: readonly string[]): string {
  if (headings.length === 0) return '';
  if (headings.length > MOST_NAMES) return `${headings.length} sections ${what}`;
  return `${what} ${headings.map((heading) => `“${escaped(heading)}”`).join(', ')}`;
}

/** Titles and headings are plain text, and this is Markdown. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>{}#&|~]/g, '\\$&');
