/** A page cut at its headings, wherever they stand: what a report speaks of. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { anchorOf, textOf } from '../markdown/headings.ts';
import { titleOfMeta } from '../model/fence-meta.ts';
import { treeOf, type SnapshotPage } from './snapshot.ts';

/** A fenced block. */
export interface Sample {
  readonly language: string;
  readonly title: string | undefined;
  readonly code: string;
}

/** The text from one heading to the next, of any level. */
export interface PageSection {
  /** `''` for what stands before the first heading. */
  readonly heading: string;
  readonly anchor: string;
  /** Every anchor in it: the heading's, and those of tabs and of places that are no heading. */
  readonly anchors: readonly string[];
  /** Without the heading; lines trimmed, blank ones left out, own links named by their upstream path. */
  readonly text: string;
  readonly code: readonly Sample[];
}

/** Gives the upstream path that a link of ours stands for. */
export type SourceOfLink = (target: string) => string;

/**
 * Links say which page is meant and not at which address: that another page moved is no change of this
 * one.
 */
export function sourceOfLink(pages: readonly SnapshotPage[], upstream: string): SourceOfLink {
  const sources = new Map(pages.map(({ route, source }) => [route, source]));
  return (target) => {
    const [path = ''] = target.replace(upstream, '').split('#', 1);
    return sources.get(path) ?? path;
  };
}

/** Cuts a page. */
export function sectionsOf(page: SnapshotPage, source: SourceOfLink): PageSection[] {
  const lines = page.mdx.split('\n');
  const marks = marksOf(treeOf(page));
  return marks.map((mark, at) => {
    const end = (marks[at + 1]?.first ?? lines.length + 1) - 1;
    const text = lines
      .slice(mark.from, end)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !/^(import \{|<Anchor )/.test(line))
      .join('\n');
    const { heading, anchor, anchors, code } = mark;
    return { heading, anchor, anchors, code, text: withSources(text, source) };
  });
}

function withSources(text: string, source: SourceOfLink): string {
  return text.replace(
    /(\]\(|href=")([^)"\s]+)/g,
    (_, opening: string, target: string) => opening + source(target),
  );
}

interface Mark extends Pick<PageSection, 'heading' | 'anchor'> {
  /** Line of the heading, from 1. */
  readonly first: number;
  /** Lines above the section's text. */
  readonly from: number;
  readonly anchors: string[];
  readonly code: Sample[];
}

function marksOf(tree: Root): Mark[] {
  const top = frontmatterEnd(tree);
  const marks: Mark[] = [{ heading: '', anchor: '', first: 1, from: top, anchors: [], code: [] }];
  visit(tree, (node) => {
    const last = marks.at(-1);
    if (node.type === 'heading') {
      const anchor = anchorOf(node);
      const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
      const mark = { heading: textOf(node), anchor, anchors: [anchor], code: [] };
      marks.push({ ...mark, first: start.line, from: end.line });
    } else if (node.type === 'code') {
      const { lang, meta, value } = node;
      last?.code.push({ language: lang ?? '', title: titleOfMeta(meta), code: value });
    } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Anchor') {
      const id = node.attributes.find((it) => it.type === 'mdxJsxAttribute' && it.name === 'id');
      if (typeof id?.value === 'string') last?.anchors.push(id.value);
    }
  });
  return marks;
}

/** Lines before the body: the tree's positions count the frontmatter too. */
function frontmatterEnd({ children: [first] }: Root): number {
  return (first?.position?.start.line ?? 1) - 1;
}
