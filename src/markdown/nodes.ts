/** Small mdast nodes that several handlers make. */
import type { Paragraph, PhrasingContent, Text } from 'mdast';

/** Words as a node. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** A block of words. */
export function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A line in bold that labels what follows: `**TypeScript**`. */
export function boldLine(...label: PhrasingContent[]): Paragraph {
  return paragraph([{ type: 'strong', children: label }]);
}
