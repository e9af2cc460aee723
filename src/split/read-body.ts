/** The body of a page → its tree, after mending what is broken in one way only. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { tooDeep } from './bounds.ts';
import { cutFence } from './cut-off.ts';
import { findFences } from './fences.ts';
import type { PageFindings } from './findings.ts';
import { loosenFences, loosenTags, type LooseText } from './loosen.ts';
import { ParseError, parseDialect } from './parse.ts';
import { inlineReferences } from './references.ts';
import type { Entry } from './segment.ts';
import { shorthands } from './transforms/shorthands.ts';
import { unravel } from './transforms/unravel.ts';

/** A body as parsed, and the text that it was parsed from. */
export interface ReadBody {
  source: Root;
  body: string;
}

/** Reads a page's body. What cannot be read is a finding of severity `error`. */
export function readBody(text: string, entry: Entry, findings: PageFindings): ReadBody | undefined {
  const body = mendSecondFrontmatter(text, entry, findings);
  const read = tryParse(body, findings);
  if (entry.endsDump !== 'no') {
    const isClosed = entry.endsDump === 'after-blanks';
    const cut = cutFence(read?.source, body, isClosed, entry.lines[1]);
    if (cut) findings.add('cut-off', 'error', cut.at, cut.message);
  }
  return read;
}

function tryParse(text: string, findings: PageFindings): ReadBody | undefined {
  const fenced = loosenFences(text);
  try {
    return parse(fenced ?? { body: text }, findings);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const loose = error.isAboutTags ? tryLoosely(text, findings) : undefined;
    const line = fenced?.lines[error.line - 1] ?? error.line;
    if (!loose) findings.add(error.rule, 'error', line, error.message);
    return loose;
  }
}

/** With every tag that shares its line with content on a line of its own. */
function tryLoosely(text: string, findings: PageFindings): ReadBody | undefined {
  try {
    return parse(loosenTags(text), findings);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** Parses a text; the lines of one that was loosened become those that it had before. */
function parse(
  { body, lines, repairs }: Partial<LooseText> & { body: string },
  findings: PageFindings,
): ReadBody {
  const parsed = parseDialect(body);
  const deep = tooDeep(parsed);
  if (deep) throw new ParseError(deep.rule, deep.message, deep.line);
  const source = unravel(inlineReferences(parsed));
  if (lines) {
    visit(source, ({ position }) => {
      for (const point of position ? [position.start, position.end] : [])
        point.line = lines[point.line - 1] ?? point.line;
    });
  }
  for (const { rule, severity, line, message } of repairs ?? [])
    findings.add(rule, severity, line, message);
  return { source: shorthands(source, findings), body };
}

/** A line with a link, which above a frontmatter can only be meant to begin a page. */
const ENTRY_LIKE = /^\s*(?:[-*+]\s+)?\[.*\]\(/;

/**
 * Where an entry line is missing from the dump, the next page's frontmatter stands in the middle of
 * this one. It becomes a heading and a paragraph, line for line, so that nothing is lost.
 */
function mendSecondFrontmatter(body: string, entry: Entry, findings: PageFindings): string {
  const lines = body.split('\n');
  const isProse = proseLines(lines);
  for (let i = 0; i < lines.length; i++) {
    if (lines[i] !== '---' || !isProse[i]) continue;
    let close = i + 1;
    while (/^[\w-]+: /.test(lines[close] ?? '')) close++;
    const block = lines.slice(i + 1, close);
    if (lines[close] !== '---' || !block.some((line) => line.startsWith('title: '))) continue;
    const begin = `the page that begins at line ${entry.lines[0]}`;
    if (ENTRY_LIKE.test(lines[i - 1] ?? '')) {
      const message = `no entry line, but it stands above a frontmatter, inside ${begin}; write it as "-   [name](/docs/path): Documentation for name."`;
      findings.add('swallowed-page', 'error', i, message);
    } else {
      const message = `a second frontmatter stands inside ${begin}: an entry line is missing above it`;
      findings.add('second-frontmatter', 'warning', i + 1, message);
    }
    lines[i] = '';
    lines[close] = '';
    block.forEach((line, j) => {
      const value = line.replace(/^[\w-]+: /, '').replace(/^(['"])(.*)\1$/, '$2');
      lines[i + 1 + j] = line.startsWith('title: ') ? `# ${value}` : value;
    });
  }
  return lines.join('\n');
}

/** Which lines are no code. */
function proseLines(lines: readonly string[]): boolean[] {
  const isProse = lines.map(() => true);
  for (const { open, close } of findFences(lines))
    isProse.fill(false, open, (close ?? Infinity) + 1);
  return isProse;
}
