/** Where a page names what the packages lack: found by rule, so that no such name is left unmarked. */
import type { Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { SHOWN_VERSION } from '../code/samples.ts';
import type { LackingName } from './lacking.ts';
import { sectionAt, type Page, type Standing } from './place.ts';
import type { Note } from './table.ts';

/** Names that nobody writes but for what they name: `NoopConfig`, `motia/test`, `motia docker setup`. */
const COMPOUND = /[a-z][A-Z]|[/ ]/;

/** A pattern that finds a name in code and prose. */
export function patternOf({ name, kind }: Pick<LackingName, 'name' | 'kind'>): RegExp {
  const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const command = (text: string): string =>
    literal(text).replace(/^motia\b/, 'motia(?:@[\\w.-]+)?');
  const [, whole = name, option] = (kind === 'option' && /^(.*) (--?\S+)$/.exec(name)) || [];
  const tail = option === undefined ? '' : String.raw`\b[^\n]*\s${literal(option)}`;
  return new RegExp(`(?<![\\w@./-])${command(whole)}${tail}(?![\\w/-])`);
}

/**
 * The first mention of each name in each section, as a note that is its title alone.
 * @param file MDX file relative to the content folder
 * @param isJudged is the code block of that ordinal told of by itself, as proved, mended or different?
 */
export function mentionsOn(
  page: Page,
  file: string,
  names: readonly LackingName[],
  isJudged: (ordinal: number) => boolean,
): Standing[] {
  const wanted = names.map((name) => ({
    note: titleOf(name),
    pattern: patternOf(name),
    isCompound: COMPOUND.test(name.name),
    // `Stream` and `Position` are words, and exports only where a page imports them.
    isHere: name.places.some((place) => place.page === file),
  }));
  const found = new Map<string, Standing>();
  const look = (node: Nodes, text: string, isCode: boolean): void => {
    const line = node.position?.start.line;
    if (line === undefined) return;
    for (const { note, pattern, isCompound, isHere } of wanted) {
      if (!(isCompound || (isCode && isHere)) || !pattern.test(text)) continue;
      const { anchor, around } = sectionAt(page, line);
      const key = `${anchor} ${note.title}`;
      if (!found.has(key)) found.set(key, { note, located: { anchor, around, line } });
    }
  };
  let ordinal = 0;
  visit(page.tree, (node) => {
    // Notes that stand already.
    if (node.type === 'blockquote' && !node.position) return SKIP;
    if (node.type === 'text') look(node, node.value, false);
    if (node.type === 'inlineCode') look(node, node.value, true);
    if (node.type === 'code' && !isJudged(++ordinal)) look(node, node.value, true);
    return undefined;
  });
  return [...found.values()];
}

function titleOf({ name, note }: LackingName): Note {
  if (note) return { ...note, today: '' };
  const title = `\`${name}\` is not in \`motia\` ${SHOWN_VERSION}`;
  return { id: name, title, today: '', status: 'settled', places: [], proof: [] };
}
