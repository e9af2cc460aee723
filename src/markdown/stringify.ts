/** mdast → Markdown text: CommonMark with GFM, in one settled style. */
import type { Blockquote, Link, Parent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { emphasisIn } from '../model/emphasis.ts';
import { defaultHandlers, toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';

/** The five kinds of GitHub's alerts: https://github.com/orgs/community/discussions/16925 */
export type AlertKind = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION';

/** A block quote that opens with `[!NOTE]`. */
export interface Alert extends Parent {
  type: 'alert';
  kind: AlertKind;
  children: RootContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    alert: Alert;
  }
}

const alert: Handle = (node: Alert, parent, state, info) => {
  const children = node.children as Blockquote['children'];
  const quote = defaultHandlers.blockquote({ type: 'blockquote', children }, parent, state, info);
  return `> [!${node.kind}]\n${quote}`;
};

/** Writes a bare address as it was written, not as `<https://…>`, which looks like a tag. */
const link: Handle & { peek?: Handle } = (node: Link, parent, state, info) =>
  bareAddress(node) ?? defaultHandlers.link(node, parent, state, info);
link.peek = (node: Link) => bareAddress(node)?.charAt(0) ?? '[';

/** The text of a link that was a GFM autolink literal: one whose source is no longer than its text. */
function bareAddress({ children, position }: Link): string | undefined {
  const [text, ...rest] = children;
  if (text?.type !== 'text' || rest.length > 0 || !position) return undefined;
  const length = (position.end.offset ?? 0) - (position.start.offset ?? 0);
  return length === text.value.length ? text.value : undefined;
}

/** An ampersand needs an escape only where it opens a character reference, not in `?v=1&t=28s`. */
const root: Handle = (node: Root, parent, state, info) => {
  state.unsafe = state.unsafe.map((pattern) =>
    pattern.character === '&'
      ? { ...pattern, after: '(?:#|[A-Za-z][A-Za-z0-9]*;)', _compiled: null }
      : pattern,
  );
  return defaultHandlers.root(node, parent, state, info);
};

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  emphasis: '_',
  strong: '*',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  // Every cell counts as three wide: delimiter rows of `---`, and no padding that costs tokens.
  extensions: [gfmToMarkdown({ stringLength: () => 3 }), { handlers: { alert, link, root } }],
};

/** Serialises blocks, without a line break at the end. Code comes out byte for byte. */
export function stringify(children: Root['children']): string {
  const tree: Root = { type: 'root', children };
  return toMarkdown(tree, { ...OPTIONS, handlers: { emphasis: emphasisIn(tree) } }).trimEnd();
}
