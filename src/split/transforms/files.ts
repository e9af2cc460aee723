/** `<Files>`/`<Folder name>`/`<File name>` → `<FileTree>` around one bullet list. */
import { toString } from 'mdast-util-to-string';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import {
  attributeText,
  childrenOf,
  element,
  isNamed,
  lineOf,
  list,
  listItem,
  paragraph,
  text,
  type JsxElement,
} from '../tree.ts';
import type { FlowTransform, TransformContext } from './context.ts';

const isEntry = (node: RootContent): node is JsxElement & RootContent =>
  isNamed(node, 'File') || isNamed(node, 'Folder');

/** A tree; anything in it that is neither file nor folder stands after it. */
export const files: FlowTransform = (node, context) => {
  const rest: RootContent[] = [];
  const items = itemsOf(node, context, rest);
  const tree = items.length > 0 ? [element('FileTree', {}, [list(items)])] : [];
  return [...tree, ...rest];
};

/** Puts runs of `<Folder>` and `<File>` that stand in no `<Files>` into one. */
export function wrapBareFiles(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (!isEntry(node)) result.push(node);
    else if (last && isNamed(last, 'Files') && !last.position) last.children.push(node as never);
    else result.push(element('Files', {}, [node]));
  }
  return result;
}

function itemsOf(node: JsxElement, context: TransformContext, rest: RootContent[]): ListItem[] {
  return childrenOf(node).flatMap((child) => {
    if (isEntry(child)) return [entryItem(child, context, rest)];
    const isLabel = isEntry(node as RootContent) && attributeText(node, 'name') === undefined;
    if (!isLabel) {
      context.findings.add(
        'stray-in-files',
        'info',
        lineOf(child),
        'text inside a file tree stands after it',
      );
      rest.push(...context.flow([child]));
    }
    return [];
  });
}

function entryItem(node: JsxElement, context: TransformContext, rest: RootContent[]): ListItem {
  const label = childrenOf(node).filter((child) => !isEntry(child));
  const name = attributeText(node, 'name') ?? toString(label).trim();
  const items = itemsOf(node, context, rest);
  const shown = node.name === 'Folder' ? `${name.replace(/\/$/, '')}/` : name;
  return listItem([paragraph([entryName(shown)]), ...(items.length > 0 ? [list(items)] : [])]);
}

/** Starlight's FileTree takes what follows a space for a comment; code keeps a name whole. */
const entryName = (name: string): PhrasingContent =>
  /\s/.test(name) ? { type: 'inlineCode', value: name } : text(name);
