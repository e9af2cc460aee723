/** `/assistant.md`: the system prompt that came with the scrape, and how it uses this knowledge base. */
import { whenScraped } from '../model/scrape-date.ts';
import { correctionLines, type Corrections } from './corrections.ts';
import type { Library } from './library.ts';
import { waysIn } from './ways-in.ts';

/**
 * The prompt as its author wrote it, then what the documentation says otherwise, then the ways to
 * look things up; in the prompt's own form, one tag a part.
 */
export function assistantMd(library: Library, corrections: Corrections): string {
  const { preamble, upstream, date } = library.scrape;
  const lines = correctionLines(library, corrections);
  const parts = [
    preamble.trim(),
    lines && part('current_api', 'Where the rules above or older texts differ, this holds:', lines),
    part(
      'knowledge_base',
      `Motia’s documentation as scraped from ${upstream} ${whenScraped(date)} (unofficial). Look things up before you answer, prefer what a page says to what you remember, and name the pages that you used:`,
      waysIn(library),
    ),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function part(tag: string, intro: string, lines: string): string {
  return `<${tag}>\n${intro}\n${lines}\n</${tag}>`;
}
