/** Keeps the emoji that decorates a heading from being read out, and out of the contents. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Emoji at the start of a text, joined ones and their variants included. */
const DECORATION = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+\s+/u;

/**
 * A rehype plugin: `## 🚀 Features` shows its emoji by the style sheet, from an attribute. So neither
 * the heading, nor its link, nor the table of contents says "rocket" first. Anchors stay as they are.
 */
export function rehypeHeadingEmoji() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (/^h[1-6]$/.test(element.tagName)) moveEmoji(element);
    });
  };
}

function moveEmoji(heading: Element): void {
  const [first] = heading.children;
  const emoji = first?.type === 'text' ? DECORATION.exec(first.value)?.[0] : undefined;
  if (first?.type !== 'text' || emoji === undefined) return;
  first.value = first.value.slice(emoji.length);
  heading.properties['dataEmoji'] = emoji.trim();
}
