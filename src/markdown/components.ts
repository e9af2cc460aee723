/** The table of handlers: how each component of `src/model/components.ts` reads in Markdown. */
import type { List, PhrasingContent, RootContent } from 'mdast';
import type { ComponentName } from '../model/components.ts';
import { titleWords } from '../model/title.ts';
import type { Handler, Inside } from './context.ts';
import { required, type Component } from './element.ts';
import { fileTree } from './file-tree.ts';
import { boldLine, paragraph, text } from './nodes.ts';
import { PageError } from './place.ts';
import { steps } from './steps.ts';
import type { Alert, AlertKind } from './stringify.ts';
import { tabs } from './tabs.ts';

declare module 'mdast' {
  interface ListData {
    /** Made of link cards: the ones that follow join it. */
    linkCards?: boolean;
  }
}

/** Starlight's kinds of aside as GitHub's kinds of alert. */
const ALERTS: Readonly<Record<string, AlertKind>> = {
  note: 'NOTE',
  tip: 'TIP',
  caution: 'WARNING',
  danger: 'CAUTION',
};

/** One handler for each component; `satisfies` makes a new component without one a type error. */
export const HANDLERS = {
  Tabs: { blocks: tabs },
  TabItem: { blocks: misplacedTab },
  Aside: { blocks: alert },
  Steps: { blocks: steps },
  FileTree: { blocks: fileTree },
  CardGrid: { blocks: ({ children }, context) => context.render(children, context) },
  Card: { blocks: card },
  LinkCard: { blocks: linkCard },
  LinkButton: { words: linkButton },
  Figure: { words: figure },
  Video: { words: video },
  // A form is nothing to read: the text around it says how to do without.
  TaskPack: { blocks: () => [] },
  Anchor: { words: anchor },
} as const satisfies Record<ComponentName, Handler>;

function misplacedTab({ element }: Component, { file }: Inside): never {
  throw new PageError(file, element, 'unexpected <TabItem>, expected it in <Tabs>');
}

/** `<Aside>` → a GitHub alert; its title is the first line, in bold. */
function alert(component: Component, context: Inside): Alert[] {
  const { type = 'note', title } = component.attributes;
  const kind = ALERTS[type];
  if (kind === undefined) {
    const known = Object.keys(ALERTS).join(', ');
    throw new PageError(
      context.file,
      component.element,
      `<Aside> has type ${JSON.stringify(type)}, expected one of ${known}`,
    );
  }
  const content = context.render(component.children, context);
  return [
    {
      type: 'alert',
      kind,
      children: title ? [boldLine(...titleWords(title)), ...content] : content,
    },
  ];
}

/** `<Card>` → its title in bold, then what stands in it. */
function card(component: Component, context: Inside): RootContent[] {
  const title = titleWords(required(component, 'title', context.file));
  const { href } = component.attributes;
  const label: PhrasingContent[] =
    href === undefined ? title : [{ type: 'link', url: context.link(href), children: title }];
  return [boldLine(...label), ...context.render(component.children, context)];
}

/** `<LinkCard>` → `- [title](address): description`. */
function linkCard(component: Component, context: Inside): List[] {
  const { description } = component.attributes;
  const words: PhrasingContent[] = [
    {
      type: 'link',
      url: context.link(required(component, 'href', context.file)),
      children: titleWords(required(component, 'title', context.file)),
    },
  ];
  if (description) words.push(text(': '), ...titleWords(description));
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      data: { linkCards: true },
      children: [{ type: 'listItem', spread: false, children: [paragraph(words)] }],
    },
  ];
}

/** `<LinkButton>` → a link. */
function linkButton(component: Component, context: Inside): PhrasingContent[] {
  const url = context.link(required(component, 'href', context.file));
  const content = context.render(component.children, context);
  const children = content.flatMap((node) => (node.type === 'paragraph' ? node.children : [node]));
  return [{ type: 'link', url, children: children as PhrasingContent[] }];
}

/** `<Figure>` → the picture with its alternative text, or that text where there is no picture. */
function figure(component: Component, context: Inside): PhrasingContent[] {
  const { src = '', alt = '' } = component.attributes;
  const url = context.picture(src);
  if (url !== undefined) return [{ type: 'image', url, alt }];
  return [{ type: 'emphasis', children: [text(`Picture: ${alt || src || 'without a name'}`)] }];
}

/** `<Video>` → `[Video: title](address)`. */
function video(component: Component, context: Inside): PhrasingContent[] {
  const { title } = component.attributes;
  const url = required(component, 'src', context.file);
  return [{ type: 'link', url, children: [text(title ? `Video: ${title}` : 'Video')] }];
}

/** `<Anchor>` → nothing to read, but its section is known by its id. */
function anchor(component: Component, context: Inside): PhrasingContent[] {
  return [{ type: 'anchorPoint', id: required(component, 'id', context.file) }];
}
