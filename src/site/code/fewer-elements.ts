/**
 * Expressive Code gives every line two elements and every token one, blanks and neighbours of one
 * colour too: on pages full of code they are most of what a browser has to lay out. The same is shown
 * with a third of them; styles/code.css draws a line that is one element.
 */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { h, select, selectAll } from '@astrojs/starlight/expressive-code/hast';
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

/** Text in one style (`--0:#fff;--1:#000`), or in any, as blanks look the same in all of them. */
interface Run {
  readonly style: string;
  readonly text: string;
}
const ANY = '';

/**
 * Rewrites the lines of a block: a line is one element, neighbours of one style become one, blanks go
 * with what stands beside them, and the style that most of the block has is said once, on the block
 * itself.
 * @param plain the style of text that has none of its own
 */
export function useFewerElements(block: Element, plain: string): void {
  const lines = selectAll('.ec-line', block).map((line) => ({
    line,
    parts: joined(contentOf(line).map((child) => partOf(child, plain))),
  }));
  const own = mostFrequent(lines.flatMap(({ parts }) => parts.filter(isRun))) ?? plain;
  const code = select('code', block);
  if (code && own !== plain) code.properties['style'] = own;
  for (const { line, parts } of lines) {
    line.children = parts.map((part) => (isRun(part) ? written(part, own) : part));
  }
}

/** What stands in a line; beside it would be a gutter, which no plugin of ours fills. */
function contentOf(line: Element): ElementContent[] {
  return select('.code', line)?.children ?? line.children;
}

/** A run, if the part shows nothing but text in some colour. */
function partOf(part: ElementContent, plain: string): Run | ElementContent {
  if (part.type === 'text') return runOf(part.value, plain);
  if (part.type !== 'element' || part.tagName !== 'span') return part;
  if (String(part.properties.className) === 'indent') return runOf(toString(part), plain);
  const [only, ...more] = part.children;
  const { style, className, ...others } = part.properties;
  if (only?.type !== 'text' || more.length > 0 || Object.keys(others).length > 0) return part;
  // Backgrounds and underlines show on blanks too.
  if (className || typeof style !== 'string' || /--\d(bg|td):/.test(style)) return part;
  return runOf(only.value, style.toLowerCase() === plain.toLowerCase() ? plain : style);
}

function runOf(text: string, style: string): Run {
  return { text, style: text.trim() === '' ? ANY : style };
}

const isRun = (part: Run | ElementContent): part is Run => !('type' in part);

function joined(parts: readonly (Run | ElementContent)[]): (Run | ElementContent)[] {
  const result: (Run | ElementContent)[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const both = last && isRun(last) && isRun(part) ? join(last, part) : undefined;
    if (both) result[result.length - 1] = both;
    else result.push(part);
  }
  return result;
}

function join(before: Run, after: Run): Run | undefined {
  const fits = before.style === after.style || before.style === ANY || after.style === ANY;
  return fits ? { style: before.style || after.style, text: before.text + after.text } : undefined;
}

function mostFrequent(runs: readonly Run[]): string | undefined {
  const byStyle = [...Map.groupBy(runs, ({ style }) => style)].filter(([style]) => style !== ANY);
  return byStyle.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

function written({ style, text }: Run, own: string): ElementContent {
  return style === own || style === ANY
    ? { type: 'text', value: text }
    : h('span', { style }, text);
}

export const fewerElementsPlugin: ExpressiveCodePlugin = {
  name: 'Fewer elements',
  hooks: {
    postprocessRenderedBlock: ({ renderData, styleVariants }) => {
      const plain = styleVariants.map(({ theme }, i) => `--${i}:${theme.fg}`).join(';');
      useFewerElements(renderData.blockAst, plain);
    },
  },
};
