/**
 * `<Steps>` → its content at the margin, each step's heading with the step's number
 * (`### 2. Create fly.toml`), so that headings stay headings and code is not indented.
 */
import type { Heading, ListItem, RootContent } from 'mdast';
import { textOf } from './headings.ts';
import type { Inside } from './context.ts';
import type { Component } from './element.ts';
import { text } from './nodes.ts';
import { PageError } from './place.ts';

/** Steps without headings stay an ordered list. */
export function steps({ children, element }: Component, context: Inside): RootContent[] {
  const [list, ...rest] = children;
  if (list?.type !== 'list' || !list.ordered || rest.length > 0) {
    throw new PageError(context.file, element, '<Steps> expects exactly one ordered list');
  }
  if (!list.children.every(startsWithHeading)) return context.render([list], context);
  return list.children.flatMap((item, index) => step(item, (list.start ?? 1) + index, context));
}

function startsWithHeading(item: ListItem): boolean {
  return item.children[0]?.type === 'heading';
}

function step(item: ListItem, number: number, context: Inside): RootContent[] {
  const [heading, ...content] = context.render(item.children, context);
  return heading?.type === 'heading'
    ? [numbered(heading, number), ...content]
    : context.render(item.children, context);
}

/** A heading that upstream numbered itself (`1. Clone`, `Step 2: Run`) keeps its own number. */
function numbered(heading: Heading, number: number): Heading {
  return /^(step\s+)?\d/i.test(textOf(heading))
    ? heading
    : { ...heading, children: [text(`${number}. `), ...heading.children] };
}
