/** `<Files>`/`<Folder name>`/`<File name>` → `<FileTree>` around one bullet list. */
import { toString } from 'mdast-util-to-string';
import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import {
  attributeText,
  childrenOf,
  element,
  isNamed,
  lineOf,
  list,
  listItem,
  paragraph,
  runsOf,
  text,
  type JsxElement,
} from '../tree.ts';
import type { FlowTransform, TransformContext } from './context.ts';

type Entry = JsxElement & RootContent;

const isEntry = (node: RootContent): node is Entry =>
  isNamed(node, 'File') || isNamed(node, 'Folder');

/**
 * A tree for each run of entries, all else between the trees. An entry that holds more than a
 * comment and entries (code, a picture, text below its entries) makes its tree a plain list.
 */
export const files: FlowTransform = (node, context) => entryBlocks(childrenOf(node), context, true);

/** Puts runs of `<Folder>` and `<File>` that stand in no `<Files>` into one. */
export function wrapBareFiles(nodes: readonly RootContent[]): RootContent[] {
  return runsOf(nodes, isEntry).flatMap((run) =>
    run[0] && isEntry(run[0]) ? [element('Files', {}, run)] : run,
  );
}

function entryBlocks(
  nodes: readonly RootContent[],
  context: TransformContext,
  isOutermost: boolean,
): RootContent[] {
  return runsOf(nodes, isEntry).flatMap((run): RootContent[] => {
    const entries = run.filter(isEntry).map(readEntry);
    if (entries.length === 0) return context.flow(run);
    const items = list(entries.map((entry) => entryItem(entry, context)));
    if (!isOutermost) return [items];
    if (entries.every(isTree)) return [element('FileTree', {}, [items])];
    const message = 'a file tree that holds more than names and comments is shown as a list';
    context.findings.add('files-as-list', 'info', lineOf(run[0] ?? items), message);
    return [items];
  });
}

interface ReadEntry {
  name: string;
  /** The paragraphs right below its tag. */
  comment: Paragraph[];
  below: RootContent[];
}

/** An entry without a name is called what stands in it. */
function readEntry(entry: Entry): ReadEntry {
  const children = childrenOf(entry);
  const end = children.findIndex((child) => child.type !== 'paragraph');
  const paragraphs = children.slice(0, end < 0 ? children.length : end) as Paragraph[];
  const written = attributeText(entry, 'name');
  const name =
    written ??
    paragraphs
      .map((one) => toString(one))
      .join(' ')
      .trim();
  return {
    name: entry.name === 'Folder' ? `${name.replace(/\/$/, '')}/` : name,
    comment: written === undefined ? [] : paragraphs,
    below: children.slice(paragraphs.length),
  };
}

/** Has the entry a form in Starlight's tree? */
const isTree = ({ comment, below }: ReadEntry): boolean =>
  !comment.some(({ children }) => children.some(({ type }) => type === 'image')) &&
  below.every((node) => isEntry(node) && isTree(readEntry(node)));

function entryItem({ name, comment, below }: ReadEntry, context: TransformContext): ListItem {
  const words = comment.flatMap(({ children }) => [text(' '), ...context.phrasing(children)]);
  const rest = entryBlocks(below, context, false);
  const isSpread = rest.some(({ type }) => type !== 'list');
  return listItem([paragraph([entryName(name), ...words]), ...rest], isSpread);
}

/** Starlight's FileTree takes what follows a space for the comment; code keeps a name whole. */
const entryName = (name: string): PhrasingContent =>
  /\s/.test(name) ? { type: 'inlineCode', value: name } : text(name);
