/**
 * A parser of llms.txt that knows only the proposal's text (llmstxt.org): an H1; a block quote with
 * the summary; anything but headings; H2s with lists of `- [title](address): note`.
 */
import assert from 'node:assert/strict';

const LINK = /^- \[((?:[^\]\\]|\\.)+)\]\(([^()\s]+)\)(?:: (.+))?$/;

export interface LlmsTxt {
  title: string;
  summary: string | undefined;
  details: string;
  sections: { title: string; links: { title: string; url: string; note: string | undefined }[] }[];
}

/** @throws AssertionError when the text is no llms.txt. */
export function parseLlmsTxt(text: string): LlmsTxt {
  const [head = '', ...parts] = text.split(/^## /m);
  const opening = /^# (.+)\n\n(?:> (.+)\n\n)?/.exec(head);
  assert.ok(opening, 'starts with an H1 and a summary');
  const details = head.slice(opening[0].length).trim();
  assert.doesNotMatch(details, /^#/m, 'has no heading between summary and sections');
  return {
    title: opening[1] ?? '',
    summary: opening[2],
    details,
    sections: parts.map((part) => {
      const [title = '', ...rest] = part.split('\n');
      const links = rest.filter(Boolean).map((line) => {
        const link = LINK.exec(line);
        assert.ok(link, `is a list of links: ${line}`);
        return { title: link[1] ?? '', url: link[2] ?? '', note: link[3] };
      });
      return { title, links };
    }),
  };
}
