/** Lets a screen reader hear headings in order where the scrape skips a level. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * A rehype plugin: a heading that stands more than one level below its parent (h2, then h4) gets
 * the level it has in the outline as `aria-level`. Its element, look and anchor stay.
 */
export function rehypeHeadingLevels() {
  return (tree: Root): void => {
    const parents: { rank: number; level: number }[] = [];
    visit(tree, 'element', (element) => {
      const rank = rankOf(element);
      if (rank === undefined) return;
      while ((parents.at(-1)?.rank ?? 0) >= rank) parents.pop();
      // The page's title is the first level.
      const level = (parents.at(-1)?.level ?? 1) + 1;
      parents.push({ rank, level });
      if (level !== rank) element.properties['ariaLevel'] = level;
    });
  };
}

function rankOf({ tagName }: Element): number | undefined {
  const rank = /^h([1-6])$/.exec(tagName)?.[1];
  return rank === undefined ? undefined : Number(rank);
}
