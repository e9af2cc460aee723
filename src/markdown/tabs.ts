/**
 * `<Tabs>` → each panel once, under a bold line with its label. A group within a tab repeats the
 * outer label (`**Queue › Python**`), since nothing else shows where it stands.
 */
import type { RootContent } from 'mdast';
import { LANGUAGE_SYNC_KEY, languageOfTab } from '../model/languages.ts';
import type { Inside } from './context.ts';
import { readComponent, required, type Component } from './element.ts';
import { boldLine, text } from './nodes.ts';
import { PageError } from './place.ts';

interface Panel {
  readonly label: string;
  readonly children: readonly RootContent[];
}

/** In a language variant, a group of language tabs that has the language is only its panels. */
export function tabs(component: Component, context: Inside): RootContent[] {
  const panels = component.children.map((child) => readPanel(child, context));
  const isLanguage = component.attributes['syncKey'] === LANGUAGE_SYNC_KEY;
  const wanted = panels.filter(
    ({ label }) => isLanguage && context.language && languageOfTab(label)?.id === context.language,
  );
  const [only, ...others] = wanted;
  if (only && others.length === 0) return context.render(only.children, context);
  return (only ? wanted : panels).flatMap(({ label, children }) => {
    const path = [...context.tabs, label];
    return [
      boldLine(text(path.join(' › '))),
      ...context.render(children, { ...context, tabs: path }),
    ];
  });
}

function readPanel(node: Component['children'][number], { file }: Inside): Panel {
  if (node.type === 'mdxJsxFlowElement') {
    const item = readComponent(node, file);
    if (item.name === 'TabItem') {
      return { label: required(item, 'label', file), children: item.children };
    }
  }
  throw new PageError(file, node, `unexpected ${node.type} in <Tabs>, expected <TabItem>`);
}
