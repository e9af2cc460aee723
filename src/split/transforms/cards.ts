/** `<Cards>` → `<CardGrid>`; `<Card title href description>` → `<LinkCard>` or `<Card>`. */
import { toString } from 'mdast-util-to-string';
import type { RootContent } from 'mdast';
import { titleWords } from '../../model/title.ts';
import {
  attributeText,
  attributeValue,
  childrenOf,
  element,
  isNamed,
  lineOf,
  paragraph,
  runsOf,
} from '../tree.ts';
import type { FlowTransform } from './context.ts';
import { isCardLike } from './grid.ts';
import { titleOf } from './titles.ts';

/** A grid for each run of cards; what is no card stands between them. */
export const cards: FlowTransform = (node, context) =>
  runsOf(context.flow(childrenOf(node)), isCardLike).flatMap((run) =>
    run.every(isCardLike) ? [element('CardGrid', {}, run)] : run,
  );

/** A card with an address and nothing but a line of text is a link card; any other keeps blocks. */
export const card: FlowTransform = (node, context) => {
  const title = titleOf(node, 'title', context) ?? '';
  const href = attributeText(node, 'href');
  const description = titleOf(node, 'description', context);
  const children = context.flow(childrenOf(node));
  if (attributeValue(node, 'icon')) {
    context.findings.add(
      'dropped-icon',
      'info',
      lineOf(node),
      'card icon is presentation and is dropped',
    );
  }
  if (href !== undefined && children.every(isPlainText)) {
    const shown = [
      description,
      ...children.map((child) => toString(child).replace(/\s+/g, ' ').trim()),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' ');
    return [element('LinkCard', { title, href, description: shown === '' ? undefined : shown })];
  }
  const lead = description === undefined ? [] : [paragraph(titleWords(description))];
  return [element('Card', { title, href }, [...lead, ...children])];
};

const isPlainText = (node: RootContent): boolean =>
  node.type === 'paragraph' &&
  node.children.every((child) => child.type === 'text' || isNamed(child, 'br'));
