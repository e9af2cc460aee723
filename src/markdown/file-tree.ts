/** `<FileTree>` → a tree drawn in text, in a fence. */
import type { Code, List, ListItem, PhrasingContent } from 'mdast';
import type { Inside } from './context.ts';
import type { Component } from './element.ts';
import { PageError } from './place.ts';

/** Entries as they are written (folders end in `/`), drawn with box characters. */
export function fileTree({ children, element }: Component, context: Inside): Code[] {
  const [list, ...rest] = children;
  if (list?.type !== 'list' || list.ordered || rest.length > 0) {
    throw new PageError(context.file, element, '<FileTree> expects exactly one bullet list');
  }
  return [{ type: 'code', lang: 'text', value: branches(list, '', context).join('\n') }];
}

function branches(list: List, indent: string, context: Inside): string[] {
  return list.children.flatMap((item, index) => {
    const isLast = index === list.children.length - 1;
    const below = indent + (isLast ? '    ' : '│   ');
    return [
      `${indent}${isLast ? '└── ' : '├── '}${entryLine(item, context)}`,
      ...item.children.flatMap((child) =>
        child.type === 'list' ? branches(child, below, context) : [],
      ),
    ];
  });
}

/** `hooks/  # Scripts for git`: a name, and the comment that follows it. */
function entryLine({ children: [line] }: ListItem, context: Inside): string {
  const [first, ...rest] = line?.type === 'paragraph' ? line.children : [];
  // As Starlight reads it: a name in text ends at its first space.
  const [, name = '', start = ''] =
    first?.type === 'text'
      ? (/^(\S*)([^]*)$/.exec(first.value) ?? [])
      : ['', first ? plainText(first, context) : ''];
  const comment = [start, ...rest.map((node) => plainText(node, context))].join('');
  return [name, comment.replaceAll(/\s+/g, ' ').trim()].filter(Boolean).join('  # ');
}

/** The text of inline content, with the address of a link behind its words. */
function plainText(node: PhrasingContent, context: Inside): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return ' ';
  const words = (node.children as PhrasingContent[])
    .map((child) => plainText(child, context))
    .join('');
  return node.type === 'link' && node.url !== words
    ? `${words} (${context.link(node.url)})`
    : words;
}
