/** Code with as few elements as its colours need: each costs the reader's browser more than its bytes. */
import type { ExpressiveCodePlugin, ExpressiveCodeTheme } from '@astrojs/starlight/expressive-code';
import { visit } from 'unist-util-visit';

type Hooks = NonNullable<ExpressiveCodePlugin['hooks']>;
type Line = Parameters<NonNullable<Hooks['postprocessRenderedLine']>>[0]['renderData']['lineAst'];
type Child = Line['children'][number];

/** Quotes in a colour that hardly differs from their string's would be elements of their own. */
const QUOTES = 'punctuation.definition.string';

/** Gives quotes the colour of strings. */
export function quoteLikeStrings({ settings }: Pick<ExpressiveCodeTheme, 'settings'>): void {
  const colourOf = (scope: string) =>
    settings.find((rule) => rule.scope?.includes(scope))?.settings;
  const [quotes, strings] = [colourOf(QUOTES), colourOf('string')];
  if (quotes && strings?.foreground) quotes.foreground = strings.foreground;
}

/** Joins neighbours of one style, also over blanks, which have no colour to show. */
export const joinTokensPlugin: ExpressiveCodePlugin = {
  name: 'Tokens of one style together',
  hooks: {
    postprocessRenderedLine: ({ renderData }) => {
      visit(renderData.lineAst, 'element', (node) => {
        node.children = joined(node.children.flatMap(withoutColouredBlanks));
      });
    },
  },
};

function withoutColouredBlanks(child: Child): Child[] {
  return isToken(child) && child.children.every(isBlank) ? child.children : [child];
}

function joined(children: readonly Child[]): Child[] {
  const kept: Child[] = [];
  for (const child of children) {
    const blank = kept.at(-1);
    const before = isBlank(blank) ? kept.at(-2) : blank;
    if (!isToken(child) || !isToken(before) || styleOf(child) !== styleOf(before)) {
      kept.push(child);
      continue;
    }
    if (blank && blank !== before) before.children.push(...kept.splice(-1));
    before.children.push(...child.children);
  }
  return kept;
}

type Token = Extract<Child, { type: 'element' }>;

/** A coloured piece of code, and nothing else: a mark or a link is more than its style. */
function isToken(node: Child | undefined): node is Token {
  return (
    node?.type === 'element' &&
    node.tagName === 'span' &&
    Object.keys(node.properties).join() === 'style'
  );
}

function styleOf({ properties }: Token): string {
  return String(properties['style']);
}

function isBlank(node: Child | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}
