/** `<FileTree>` → a tree drawn in text, in a fence. */
import type { Code, List, ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Inside } from './context.ts';
import type { Component } from './element.ts';
import { PageError } from './place.ts';

/** Entries as they are written (folders end in `/`), drawn with box characters. */
export function fileTree({ children, element }: Component, { file }: Inside): Code[] {
  const [list, ...rest] = children;
  if (list?.type !== 'list' || list.ordered || rest.length > 0) {
    throw new PageError(file, element, '<FileTree> expects exactly one bullet list');
  }
  return [{ type: 'code', lang: 'text', value: branches(list, '').join('\n') }];
}

function branches(list: List, indent: string): string[] {
  return list.children.flatMap((item, index) => {
    const isLast = index === list.children.length - 1;
    const below = indent + (isLast ? '    ' : '│   ');
    return [
      `${indent}${isLast ? '└── ' : '├── '}${nameOf(item)}`,
      ...item.children.flatMap((child) => (child.type === 'list' ? branches(child, below) : [])),
    ];
  });
}

function nameOf(item: ListItem): string {
  return item.children
    .filter((child) => child.type !== 'list')
    .map((child) => toString(child))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
