/** `<Tabs items>`/`<Tab value>` → `<Tabs syncKey>`/`<TabItem label>`. */
import type { RootContent } from 'mdast';
import { LANGUAGE_SYNC_KEY, languageOfTab } from '../../model/languages.ts';
import {
  attributeText,
  attributeValue,
  childrenOf,
  element,
  isJsx,
  isNamed,
  lineOf,
  paragraph,
  text,
  type JsxElement,
} from '../tree.ts';
import type { FlowTransform, TransformContext } from './context.ts';
import { unknownElement } from './unknown.ts';

/** The names under which a tab may carry its label, the strongest first. */
const LABEL_ATTRIBUTES = ['tab', 'value', 'label', 'title'];

/**
 * A group of tabs. Language tabs get the shared labels and sync key; others keep theirs. What
 * stands between the tabs is kept in front of the group.
 */
export const tabs: FlowTransform = (node, context) => {
  const children = childrenOf(node);
  if (children.some((child) => isNamed(child, 'TabItem'))) return [node as RootContent];
  const items = readItems(node);
  const panels = children.filter(isPanel);
  const strays = children.filter((child) => !isPanel(child));
  for (const stray of strays) {
    context.findings.add(
      'stray-in-tabs',
      'info',
      lineOf(stray),
      'content between tabs stands before them',
    );
  }
  const labels = panels.map((panel, i) => labelOf(panel, items[i], i));
  const isLanguage = labels.length > 0 && labels.filter(languageOfTab).length * 2 > labels.length;
  const group = attributeText(node, 'groupId');
  const defaultIndex = Number(attributeText(node, 'defaultIndex') ?? 0);
  if (defaultIndex > 0) {
    const message = `<Tabs defaultIndex={${defaultIndex}}> opens its first tab here`;
    context.findings.add('default-tab', 'info', lineOf(node), message);
  }
  const tabItems = panels.map((panel, i) => {
    const label = labels[i] ?? '';
    const shown = isLanguage ? (languageOfTab(label)?.label ?? label) : label;
    return element('TabItem', { label: shown }, panelContent(panel, context));
  });
  return [
    ...context.flow(strays),
    ...(tabItems.length === 0
      ? []
      : [element('Tabs', { syncKey: isLanguage ? LANGUAGE_SYNC_KEY : group }, tabItems)]),
  ];
};

/** A `<Tab>` that stands in no `<Tabs>`: its label in bold, then its content. */
export const strayTab: FlowTransform = (node, context) => {
  context.findings.add('stray-tab', 'info', lineOf(node), '<Tab> outside <Tabs> is shown in place');
  const label = labelOf(node, undefined, 0);
  return [
    paragraph([{ type: 'strong', children: [text(label)] }]),
    ...context.flow(childrenOf(node)),
  ];
};

const isPanel = (node: RootContent): node is JsxElement & RootContent => isJsx(node);

function readItems(node: JsxElement): string[] {
  const items = attributeValue(node, 'items');
  return items?.kind === 'literal' && Array.isArray(items.value) ? items.value.map(String) : [];
}

function labelOf(panel: JsxElement, item: string | undefined, index: number): string {
  const named = LABEL_ATTRIBUTES.map((name) => attributeText(panel, name)).find(
    (value) => value !== undefined && value.trim() !== '',
  );
  return named ?? item ?? `Tab ${index + 1}`;
}

function panelContent(panel: JsxElement, context: TransformContext): RootContent[] {
  if (panel.name !== 'Tab') return unknownElement(panel, context, ['tab']);
  const id = attributeText(panel, 'id');
  const anchor = id === undefined ? [] : [element('Anchor', { id, tab: true })];
  return [...anchor, ...context.flow(childrenOf(panel))];
}
