/**
 * Drops the styles of components that are not there, in built pages. Astro gives each page the styles
 * of everything that its modules import, and our pages import all components from one place: half of
 * the styles within a page are for elements that it has not. Those of each component become an element
 * of their own: the Content-Security-Policy has a hash for each, and pages mix components in many ways.
 */
import type { AstroIntegration } from 'astro';
import postcss, { type ChildNode, type Container } from 'postcss';
import { rewritePages } from './built-pages.ts';

/** The class by which Astro ties a rule to the elements of one component. */
const SCOPE = /\bastro-[a-z\d]{8}\b/g;

const STYLES = /<style>([^]*?)<\/style>/g;

/** The components of which elements stand in a text of HTML. */
function componentsIn(html: string): Set<string> {
  const withoutStyles = html.replace(STYLES, '');
  return new Set(withoutStyles.match(SCOPE));
}

/** A style sheet without the rules in which every selector is for a component that is not there. */
export function withoutAbsent(css: string, present: ReadonlySet<string>): string {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    const selectors = rule.selectors.filter((selector) =>
      (selector.match(SCOPE) ?? []).every((component) => present.has(component)),
    );
    if (selectors.length === 0) removeWithEmptyParents(rule);
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  return sheet.toString();
}

/** A page whose own styles are for what it has, one element a component. */
export function withPresentStyles(html: string): string {
  const present = componentsIn(html);
  return html.replace(STYLES, (_, css: string) =>
    byComponent(withoutAbsent(css, present))
      .map((sheet) => `<style>${sheet}</style>`)
      .join(''),
  );
}

/** A style sheet as one for each component, and one for what is for none. */
function byComponent(css: string): string[] {
  const rules = postcss.parse(css).nodes.map(String);
  const groups = Map.groupBy(rules, (rule) => [...new Set(rule.match(SCOPE))].toSorted().join(' '));
  return [...groups.values()].map((group) => group.join(''));
}

function removeWithEmptyParents(node: ChildNode): void {
  const parent = node.parent as Container | undefined;
  node.remove();
  if (parent?.nodes?.length === 0 && parent.type !== 'root') {
    removeWithEmptyParents(parent as ChildNode);
  }
}

/** Rewrites every built page. Shared sheets stay: their names, cached for ever, tell their content. */
export function absentComponents(): AstroIntegration {
  return {
    name: 'absent-components',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const lighter = rewritePages(dir, ({ html }) => withPresentStyles(html));
        const dropped = lighter.reduce(
          (sum, { before, html }) => sum + before.length - html.length,
          0,
        );
        logger.info(`${dropped} characters of styles were for components that are not there`);
      },
    },
  };
}
