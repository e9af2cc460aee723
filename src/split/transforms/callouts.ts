/** `<Callout type title>` → `<Aside type title>`. */
import { attributeText, childrenOf, element, lineOf } from '../tree.ts';
import type { FlowTransform } from './context.ts';
import { titleOf } from './titles.ts';

/** Fumadocs' kinds → Starlight's. */
const ASIDE_TYPES = new Map<string, 'note' | 'tip' | 'caution' | 'danger'>([
  ['default', 'note'],
  ['info', 'note'],
  ['note', 'note'],
  ['idea', 'tip'],
  ['success', 'tip'],
  ['tip', 'tip'],
  ['warn', 'caution'],
  ['warning', 'caution'],
  ['caution', 'caution'],
  ['danger', 'danger'],
  ['error', 'danger'],
]);

/** An unknown kind becomes a note and a finding. */
export const callout: FlowTransform = (node, context) => {
  const kind = attributeText(node, 'type') ?? 'default';
  const type = ASIDE_TYPES.get(kind.toLowerCase());
  if (!type) {
    const message = `unexpected <Callout type="${kind}">, expected one of ${[...ASIDE_TYPES.keys()].join(', ')}; shown as a note`;
    context.findings.add('unknown-callout', 'info', lineOf(node), message);
  }
  const title = titleOf(node, 'title', context);
  return [element('Aside', { type: type ?? 'note', title }, context.flow(childrenOf(node)))];
};
