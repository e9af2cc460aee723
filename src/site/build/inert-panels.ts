/**
 * Long pages keep the code of languages that nobody has chosen yet as templates. Agents that turn
 * HTML into text cut it at 50,000 characters; two tutorials passed that by saying everything in three
 * languages, and half of a browser's elements were code that it did not show. Nothing leaves the
 * page: `client/inert-panels.ts` puts a panel's content in its place when its tab is opened.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';
import { LANGUAGE_SYNC_KEY } from '../../languages.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/**
 * Characters of text from which on a page counts as long; with its links it becomes up to a third
 * more when it is turned into Markdown.
 */
const LONG = 36_000;

const UNSEEN = new Set(['script', 'style', 'template']);

/** The page with the hidden panels of its language tabs as templates, if it is long. */
export function withInertPanels(html: string): string {
  const document = parse(html, { sourceCodeLocationInfo: true });
  if (textLength(document) < LONG) return html;
  let text = html;
  for (const { from, to } of hiddenPanels(document).toReversed()) {
    const before = text.slice(0, from);
    text = `${before}<template>${text.slice(from, to)}</template>${text.slice(to)}`;
  }
  return text;
}

function textLength(node: Node): number {
  if (defaultTreeAdapter.isTextNode(node)) return node.value.length;
  return childrenOf(node).reduce((sum, child) => sum + textLength(child), 0);
}

/** Where the contents of hidden panels stand in the text, outermost panels only, in order. */
function hiddenPanels(node: Node): { from: number; to: number }[] {
  return childrenOf(node).flatMap((child) => {
    const { startTag, endTag } = (isPanel(child) && child.sourceCodeLocation) || {};
    return startTag && endTag
      ? [{ from: startTag.endOffset, to: endTag.startOffset }]
      : hiddenPanels(child);
  });
}

function isPanel(node: Node): node is Element {
  if (!defaultTreeAdapter.isElementNode(node) || !node.parentNode) return false;
  const isHidden = attribute(node, 'hidden') !== undefined;
  const group = node.parentNode;
  return (
    isHidden &&
    attribute(node, 'role') === 'tabpanel' &&
    defaultTreeAdapter.isElementNode(group) &&
    attribute(group, 'data-sync-key') === LANGUAGE_SYNC_KEY
  );
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}

function childrenOf(node: Node): Node[] {
  const isUnseen = defaultTreeAdapter.isElementNode(node) && UNSEEN.has(node.tagName);
  return 'childNodes' in node && !isUnseen ? node.childNodes : [];
}

/** Rewrites every built page that is long. */
export function inertPanels(): AstroIntegration {
  return {
    name: 'inert-panels',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const changed = globSync('**/*.html', { cwd: root }).filter((file) => {
          const path = join(root, file);
          const html = readFileSync(path, 'utf8');
          const lighter = withInertPanels(html);
          if (lighter !== html) writeFileSync(path, lighter);
          return lighter !== html;
        });
        logger.info(`${changed.length} long pages keep unchosen languages as templates`);
      },
    },
  };
}
