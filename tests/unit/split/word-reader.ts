/**
 * The words of a page in the order in which they stand, read twice in ways that share no code with
 * src/split: from the lines of a scrape by patterns, and from a Markdown twin by a Markdown parser.
 * Only ASCII letters and digits count, since the damage that a scrape suffered is in the others.
 */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../markdown/reading.ts';

/** HTML within a word or a sentence; any other element parts the words on its two sides. */
const WITHIN_WORDS = /^(a|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)$/;
const BLOCKS =
  /^(Callout|Tabs?|Cards?|Steps?|Files?|Folder|blockquote|br|details|div|h[1-6]|hr|iframe|img|li|ol|p|path|pre|section|source|summary|svg|table|tbody|t[dhr]|thead|ul|video)$/;
/** What an attribute must be called for its text to be read, and of which elements. */
const SPOKEN = /^(title|label|heading|description|alt|caption|tab)$/;
const NAMED_BY: Readonly<Record<string, RegExp>> = {
  Tab: /^(value|label)$/,
  File: /^name$/,
  Folder: /^name$/,
  Tabs: /^$/,
  video: /^$/,
  Mermaid: /^chart$/,
};

/** From Unicode's private use. */
const FENCE = '\uE000';

const asWords = (text: string): string[] =>
  text.replace(/[*`~_\\]/g, '').match(/[A-Za-z0-9]+/g) ?? [];

/** The words of a page of a scrape, of the lines below its entry line. */
export function wordsOfScrape(lines: readonly string[], title: string): string[] {
  const runs = runsOf(withInstallTabs(belowFrontmatter(lines)));
  // A fence is one character while the prose around it is read.
  const page = runs.map(({ isCode, text }) => (isCode ? FENCE : text)).join('\n');
  const code = runs.filter(({ isCode }) => isCode).map(({ text }) => text);
  const plain = prose(page).trim();
  const words = asWords(plain.replaceAll(FENCE, () => `\n${code.shift() ?? ''}\n`));
  const heading = asWords(/^# (.*)/.exec(plain)?.[1] ?? '');
  return heading.join() === asWords(title).join() ? words.slice(heading.length) : words;
}

function belowFrontmatter(lines: readonly string[]): readonly string[] {
  const open = lines.findIndex((line) => line.trim() !== '');
  return lines[open] === '---' ? lines.slice(lines.indexOf('---', open + 1) + 1) : lines;
}

/** What a fence of packages to install stands for: the command of each package manager, in tabs. */
function withInstallTabs(lines: readonly string[]): string[] {
  const text = lines
    .join('\n')
    .replace(
      /^( *)```package-install\n\s*(.+)\n *```$/gm,
      (_, indent: string, packages: string) => {
        const dev = packages.replace('-D', '--dev');
        const commands = {
          npm: `install ${packages}`,
          pnpm: `add ${packages}`,
          yarn: `add ${dev}`,
          bun: `add ${dev}`,
        };
        return Object.entries(commands)
          .flatMap(([name, rest]) => [name, '```bash', `${name} ${rest}`, '```'])
          .map((line) => indent + line)
          .join('\n');
      },
    );
  return text.split('\n');
}

interface Run {
  isCode: boolean;
  text: string;
}

/** Runs of lines inside fences (with the fence lines) and outside. The first is outside. */
function runsOf(lines: readonly string[]): Run[] {
  const runs: Run[] = [{ isCode: false, text: '' }];
  let fence = '';
  for (const line of lines) {
    const [, marks = '', info = ''] =
      /^[\s>]*(?:[-*]\s+|\d+\.\s+)*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    const closes = fence !== '' && marks.startsWith(fence) && info.trim() === '';
    if (fence === '' && !info.includes('`')) fence = marks;
    const isCode = fence !== '';
    const last = runs.at(-1);
    if (last?.isCode === isCode) last.text += `\n${line}`;
    else runs.push({ isCode, text: line });
    if (closes) fence = '';
  }
  return runs;
}

/** Prose without its markup; `page` tells which names are elements. */
function prose(text: string, page = text): string {
  return withoutTags(text.replace(/^import\s[^;]*?from\s+['"][^'"]+['"];?$/gm, ' '), page)
    .replace(/^\s*\d+[.)]\s/gm, ' ')
    .replace(/^([\s>]*#+) \d+\./gm, '$1 ')
    .replace(
      /!?\[((?:[^[\]]|!?\[[^[\]]*\](?:\([^()]*\))?)*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?\)/g,
      '$1',
    )
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/&(lt|gt|amp|quot|apos|nbsp|#\w+);/g, ' ');
}

/** Text with what tags say in place of tags. Comments go, code in backticks stays as it is. */
function withoutTags(text: string, page: string): string {
  const marks =
    /(`+)[^`](?:(?!\n\s*\n)[^])*?(?<!`)\1(?!`)|\{\s*\/\*[\s\S]*?\*\/\s*\}|<\/?([A-Za-z][\w.]*)(?=[\s/>])/g;
  let plain = '';
  let from = 0;
  let tabs: string[] = [];
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const [all, ticks, name] = mark;
    const isTag = name !== undefined && isElement(name, page);
    const end = isTag ? endOf(text, mark.index) : mark.index + all.length;
    plain += text.slice(from, mark.index);
    const tag = isTag ? text.slice(mark.index, end) : '';
    if (tag.startsWith('<Tabs')) tabs = tag.match(/'[^']*'|"[^"]*"/g) ?? [];
    const label = /^<Tab\b/.test(tag) ? tabs.shift() : undefined;
    const isUnnamed = label !== undefined && !/\b(value|label)=/.test(tag);
    if (isTag) plain += isUnnamed ? label : spoken(name, tag, page);
    else if (ticks !== undefined || name !== undefined) plain += all;
    marks.lastIndex = from = end;
  }
  return plain + text.slice(from);
}

const isElement = (name: string, page: string): boolean =>
  WITHIN_WORDS.test(name) ||
  BLOCKS.test(name) ||
  (/^[A-Z]/.test(name) && new RegExp(`</${name}>|<${name}\\s[^]*?/>`).test(page));

/** Where a tag that opens at `at` ends, or a value in braces: quotes and braces in it hold anything. */
function endOf(text: string, at: number): number {
  let depth = 0;
  let quote = '';
  for (let i = at; i < text.length; i++) {
    const char = text.charAt(i);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (/["'`]/.test(char)) quote = char;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0 && text.charAt(at) === '{') return i + 1;
    else if (char === '>' && depth === 0) return i + 1;
  }
  return text.length;
}

function spoken(name: string, tag: string, page: string): string {
  if (WITHIN_WORDS.test(name)) return '';
  const said: string[] = [];
  const attributes = /([\w-]+)=(?:"([^"]*)"|'([^']*)'|(?=\{))/g;
  for (let found = attributes.exec(tag); found; found = attributes.exec(tag)) {
    const [, key = '', double, single] = found;
    const value = double ?? single;
    if (value !== undefined) {
      if ((NAMED_BY[name] ?? SPOKEN).test(key))
        said.push(name === 'Mermaid' ? `mermaid ${value}` : value);
      continue;
    }
    const end = endOf(tag, attributes.lastIndex);
    const source = tag.slice(attributes.lastIndex + 1, end - 1).trim();
    attributes.lastIndex = end;
    if (!BLOCKS.test(name)) said.push(data(source, page));
  }
  return ` ${said.join(' ')} `;
}

/** What an attribute in braces says: data in the order of writing, or JSX. */
const data = (source: string, page: string): string => {
  if (source.startsWith('<')) return prose(source, page);
  return /^[[{]/.test(source) ? source.replace(/\b(true|false|null)\b/g, '') : '';
};

/** The words of a page's Markdown, below its title. */
export const wordsOfTwin = (markdown: string): string[] =>
  asWords(read(parseMarkdown(`\n${markdown}`)));

function read(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'image':
      return ` ${node.alt ?? ''} `;
    case 'code':
      return ` ${/^[├└]/.test(node.value) ? '' : `${node.lang ?? ''} ${node.meta ?? ''}`} ${node.value} `;
    case 'link':
      return toString(node).startsWith('Video: ') ? '' : node.children.map(read).join('');
    case 'strong':
    case 'emphasis':
    case 'delete':
      return node.children
        .map(read)
        .join('')
        .replace(/^.* › /, '');
    case 'heading':
      return ` ${node.children
        .map(read)
        .join('')
        .replace(/^\d+\./, '')} `;
    case 'paragraph':
      return ` ${node.children
        .map(read)
        .join('')
        .replace(/^\[!\w+\]/, '')} `;
    default:
      return ` ${'children' in node ? node.children.map(read).join('') : ''} `;
  }
}

/** Where two lists of words part, with the words around; undefined where they are the same. */
export function firstDifference(
  source: readonly string[],
  twin: readonly string[],
): { source: string; twin: string } | undefined {
  const length = Math.max(source.length, twin.length);
  const at = Array.from({ length }, (_, i) => i).find((i) => source[i] !== twin[i]);
  if (at === undefined) return undefined;
  const around = (words: readonly string[]): string =>
    words.slice(Math.max(0, at - 4), at + 8).join(' ');
  return { source: around(source), twin: around(twin) };
}
