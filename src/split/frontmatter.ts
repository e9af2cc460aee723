/** The YAML block at the top of a page, read as YAML. */
import { parseDocument } from 'yaml';
import type { PageFindings } from './findings.ts';

/** What the frontmatter says of its page; null is nothing. */
export interface Frontmatter {
  title: string | null;
  description: string | null;
}

/** A page cut into its frontmatter and its body; `bodyStart` = lines before the body's first. */
export interface PageText {
  frontmatter: Frontmatter;
  body: string;
  bodyStart: number;
}

const KNOWN_KEYS = new Set(['title', 'description']);

/** How many lines the block at the top of a page takes; 0 where there is none. */
export const linesOfFrontmatter = (lines: readonly string[]): number =>
  lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;

/**
 * Reads the frontmatter of a page's lines. Unknown keys, a missing block and YAML that cannot be
 * read are findings; the body is never lost.
 */
export function readFrontmatter(lines: readonly string[], findings: PageFindings): PageText {
  const bodyStart = linesOfFrontmatter(lines);
  if (bodyStart === 0) {
    const message = 'no frontmatter, expected a block between two lines "---"';
    findings.add('no-frontmatter', 'warning', 1, message);
    return {
      frontmatter: { title: null, description: null },
      body: lines.join('\n'),
      bodyStart,
    };
  }
  const values = readYaml(lines.slice(1, bodyStart - 1).join('\n'), findings);
  for (const key of Object.keys(values).filter((key) => !KNOWN_KEYS.has(key))) {
    const line = lines.findIndex((text) => text.startsWith(`${key}:`)) + 1;
    const message = `frontmatter key "${key}" has no meaning here and is dropped`;
    findings.add('unknown-frontmatter', 'info', line, message);
  }
  return {
    frontmatter: { title: text(values['title']), description: text(values['description']) },
    body: lines.slice(bodyStart).join('\n'),
    bodyStart,
  };
}

function readYaml(source: string, findings: PageFindings): Record<string, unknown> {
  const document = parseDocument(source, { schema: 'failsafe' });
  const refuse = (line: number, message: string) => {
    const [reason] = message.split('\n');
    findings.add('bad-frontmatter', 'error', line, `frontmatter is not YAML: ${reason}`);
    return {};
  };
  const [problem] = document.errors;
  if (problem) return refuse((problem.linePos?.[0].line ?? 1) + 1, problem.message);
  try {
    const value: unknown = document.toJS();
    return isRecord(value) ? value : {};
  } catch (error) {
    // An alias (`*name`) without its anchor, or too many of them.
    return refuse(2, (error as Error).message);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
