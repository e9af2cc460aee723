/**
 * Long pages keep the code of languages that nobody has chosen yet as templates. Agents that turn
 * HTML into text cut it at 50,000 characters; two tutorials passed that by saying everything in three
 * languages, and half of a browser's elements were code that it did not show. Nothing leaves the
 * page: `client/inert-panels.ts` puts a panel's content in its place when its tab is opened, and who
 * reads without scripts gets a link to the page in that language. The Markdown of so long a page has one
 * language too, so whoever compares both forms is told to leave the templates out.
 */
import type { AstroIntegration } from 'astro';
import { defaultTreeAdapter, parse } from 'parse5';
import { attributeOf, elementsOf, type HtmlElement, type HtmlNode } from '../../html/elements.ts';
import type { Address } from '../../model/address.ts';
import { LANGUAGE_SYNC_KEY, languageOfTab, type Language } from '../../model/languages.ts';
import { languageRoute, markdownRouteOf } from '../../model/routes.ts';
import { rewritePages } from './built-pages.ts';

/**
 * Characters of text from which on a page counts as long; with its links it becomes up to a third
 * more when it is turned into Markdown.
 */
const LONG = 36_000;

const UNSEEN = new Set(['script', 'style', 'template']);

/** A language that is not shown at first, and where in the page's text its panel's content stands. */
interface HiddenPanel {
  readonly language: Language;
  readonly from: number;
  readonly to: number;
}

/**
 * The page with the hidden panels of its language tabs as templates, if it is long. Panels with a
 * heading stay: an address may point into them.
 * @param twinOf Where the page is as Markdown with one language's tabs, for readers without scripts.
 */
export function withInertPanels(html: string, twinOf: (language: Language) => string): string {
  const document = parse(html, { sourceCodeLocationInfo: true });
  if (textLength(document) < LONG) return html;
  let text = html;
  for (const { language, from, to } of hiddenPanels(document).toReversed()) {
    const way = `<noscript><a href="${twinOf(language)}">This page with ${language.label}</a></noscript>`;
    text = `${text.slice(0, from)}<template data-markdown-ignore>${text.slice(from, to)}</template>${way}${text.slice(to)}`;
  }
  return text;
}

function textLength(node: HtmlNode): number {
  if (defaultTreeAdapter.isTextNode(node)) return node.value.length;
  return childrenOf(node).reduce((sum, child) => sum + textLength(child), 0);
}

/** The hidden panels of a part of the page, outermost ones only, in order. */
function hiddenPanels(node: HtmlNode): HiddenPanel[] {
  return childrenOf(node).flatMap((child) => {
    const { startTag, endTag } = (isElement(child) && child.sourceCodeLocation) || {};
    const language = isElement(child) && languageOfPanel(child);
    return language && startTag && endTag && !elementsOf(child).some(isHeading)
      ? [{ language, from: startTag.endOffset, to: endTag.startOffset }]
      : hiddenPanels(child);
  });
}

function languageOfPanel(panel: HtmlElement): Language | undefined {
  const group = panel.parentNode;
  if (
    attributeOf(panel, 'role') !== 'tabpanel' ||
    attributeOf(panel, 'hidden') === undefined ||
    !(group && isElement(group) && attributeOf(group, 'data-sync-key') === LANGUAGE_SYNC_KEY)
  ) {
    return undefined;
  }
  const tab = elementsOf(group).find(
    (element) => attributeOf(element, 'id') === attributeOf(panel, 'aria-labelledby'),
  );
  return tab && languageOfTab(textOf(tab));
}

function textOf(node: HtmlNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return childrenOf(node).map(textOf).join('');
}

const isHeading = ({ tagName }: HtmlElement): boolean => /^h[1-6]$/.test(tagName);

const isElement = (node: HtmlNode): node is HtmlElement => defaultTreeAdapter.isElementNode(node);

function childrenOf(node: HtmlNode): HtmlNode[] {
  const isUnseen = isElement(node) && UNSEEN.has(node.tagName);
  return 'childNodes' in node && !isUnseen ? node.childNodes : [];
}

/** Rewrites every built page that is long, of a site at this address. */
export function inertPanels({ href }: Address): AstroIntegration {
  return {
    name: 'inert-panels',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const changed = rewritePages(dir, ({ file, html }) => {
          const markdownRoute = markdownRouteOf(`/${file.replace(/index\.html$/, '')}`);
          return withInertPanels(html, ({ id }) => href(languageRoute(markdownRoute, id)));
        });
        logger.info(`${changed.length} long pages keep unchosen languages as templates`);
      },
    },
  };
}
