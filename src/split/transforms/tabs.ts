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
  runsOf,
  text,
  type JsxElement,
} from '../tree.ts';
import type { FlowTransform, TransformContext } from './context.ts';
import { shownText } from './expressions.ts';
import { unknownElement } from './unknown.ts';

/** The names under which a tab may carry its label, the strongest first. */
const LABEL_ATTRIBUTES = ['tab', 'value', 'label', 'title'];

/**
 * A group of tabs with the labels that are written; language tabs get the shared sync key. What
 * stands between two tabs cuts the group in two.
 */
export const tabs: FlowTransform = (node, context) => {
  const children = childrenOf(node);
  if (children.some((child) => isNamed(child, 'TabItem'))) return [node as RootContent];
  const panels = children.filter(isPanel);
  const names = readItems(node);
  const labels = new Map(panels.map((panel, i) => [panel, labelOf(panel, names[i], i)]));
  const languages = [...labels.values()].filter(({ label }) => languageOfTab(label));
  const isLanguage = languages.length * 2 > panels.length;
  const syncKey = isLanguage ? LANGUAGE_SYNC_KEY : attributeText(node, 'groupId');
  const defaultIndex = Number(attributeText(node, 'defaultIndex') ?? 0);
  if (defaultIndex > 0) {
    const message = `<Tabs defaultIndex={${defaultIndex}}> opens its first tab here`;
    context.findings.add('default-tab', 'info', lineOf(node), message);
  }
  return runsOf(children.filter(saysSomething), isJsx).flatMap((run): RootContent[] => {
    const tabItems = run.filter(isPanel).map((panel) => {
      const { label, from } = labels.get(panel) ?? labelOf(panel, undefined, 0);
      return element('TabItem', { label }, panelContent(panel, from, context));
    });
    if (tabItems.length > 0) return [element('Tabs', { syncKey }, tabItems)];
    const message = 'content between tabs cuts their group in two';
    context.findings.add('stray-in-tabs', 'info', lineOf(run[0] ?? node), message);
    return context.flow(run);
  });
};

/** A `<Tab>` that stands in no `<Tabs>`: its label in bold, then its content. */
export const strayTab: FlowTransform = (node, context) => {
  context.findings.add('stray-tab', 'info', lineOf(node), '<Tab> outside <Tabs> is shown in place');
  const { label } = labelOf(node, undefined, 0);
  return [
    paragraph([{ type: 'strong', children: [text(label)] }]),
    ...context.flow(childrenOf(node)),
  ];
};

const isPanel = (node: RootContent): node is JsxElement & RootContent => isJsx(node);

/** `{' '}` and comments say nothing. */
const saysSomething = (node: RootContent): boolean =>
  node.type !== 'mdxFlowExpression' || shownText(node.value).trim() !== '';

function readItems(node: JsxElement): string[] {
  const items = attributeValue(node, 'items');
  return items?.kind === 'literal' && Array.isArray(items.value) ? items.value.map(String) : [];
}

/** A tab's label, and the attribute that says it. */
function labelOf(
  panel: JsxElement,
  item: string | undefined,
  index: number,
): { label: string; from?: string } {
  for (const from of LABEL_ATTRIBUTES) {
    const label = attributeText(panel, from);
    if (label !== undefined && label.trim() !== '') return { label, from };
  }
  return { label: item ?? `Tab ${index + 1}` };
}

function panelContent(
  panel: JsxElement,
  labelledBy: string | undefined,
  context: TransformContext,
): RootContent[] {
  if (panel.name !== 'Tab') return unknownElement(panel, context, labelledBy);
  const id = attributeText(panel, 'id');
  const anchor = id === undefined ? [] : [element('Anchor', { id, tab: true })];
  return [...anchor, ...context.flow(childrenOf(panel))];
}
