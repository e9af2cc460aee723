/** The YAML at the head of pages and twins: where it ends, and what stands below it. */

/** A text in its two parts; without frontmatter `yaml` is empty and `body` the whole. */
export interface CutText {
  readonly yaml: string;
  /** From the first line below the closing `---`. */
  readonly body: string;
}

/** Cuts a text at its frontmatter, which begins on the first line or isn't there. */
export function cutFrontmatter(text: string): CutText {
  const [block = '', yaml = ''] = /^---\r?\n([^]*?)\r?\n---\r?\n/.exec(text) ?? [];
  return { yaml, body: text.slice(block.length) };
}
