/** A page's Markdown twin: what `<route>.md` answers. */
import { stringify as stringifyYaml } from 'yaml';
import { text } from './nodes.ts';
import { stringify } from './stringify.ts';
import { countTokens } from './tokens.ts';

/** What a twin says about its page before the text. Addresses are absolute. */
export interface TwinFacts {
  readonly title: string;
  readonly description: string | null;
  /** The HTML page. */
  readonly canonical: string;
  /** The same page upstream, if it came from there. */
  readonly source: string | null;
  /** Day of the scrape, `YYYY-MM-DD`. */
  readonly scraped: string;
  /** The page as the scrape has it, where this twin's code is mended or notes of ours stand in it. */
  readonly asScraped?: string;
  /** A few questions that the page answers. */
  readonly questions: readonly string[];
  /** The language whose tabs alone it shows, by label. */
  readonly language?: string | undefined;
  /** The `/llms.txt` that lists all twins. */
  readonly index: string;
  /** The same page in one (other) language each: label and address. */
  readonly variants: readonly { readonly label: string; readonly url: string }[];
}

/** A twin's text, and the tokens of what stands below its frontmatter (o200k_base). */
export interface Twin {
  readonly text: string;
  readonly tokens: number;
}

/** Puts a twin together: frontmatter, a pointer to the index, the title, and the page. */
export function twin(markdown: string, facts: TwinFacts): Twin {
  const body = [pointer(facts), titleLine(facts.title), markdown].filter(Boolean).join('\n\n');
  const tokens = countTokens(body);
  const frontmatter = {
    title: facts.title,
    ...(facts.description === null ? {} : { description: facts.description }),
    ...(facts.language === undefined ? {} : { language: facts.language }),
    canonical: facts.canonical,
    ...(facts.source === null ? {} : { source: facts.source, scraped: facts.scraped }),
    ...(facts.asScraped === undefined ? {} : { as_scraped: facts.asScraped }),
    tokens,
    ...(facts.questions.length === 0 ? {} : { questions: facts.questions }),
  };
  const yaml = stringifyYaml(frontmatter, { lineWidth: 0 });
  return { text: `---\n${yaml}---\n\n${body}\n`, tokens };
}

/** A page's title as a first heading. */
export function titleLine(title: string): string {
  return stringify([{ type: 'heading', depth: 1, children: [text(title)] }]);
}

function pointer({ index, language, variants }: TwinFacts): string {
  const lines = [`> All pages of this documentation, in one list: [llms.txt](${index})`];
  if (variants.length > 0) {
    const links = variants.map(({ label, url }) => `[${label}](${url})`);
    lines.push(
      language === undefined
        ? `> This page with the code of one language only: ${links.join(', ')}`
        : `> This page is long, so this is its ${language} code only. In other languages: ${links.join(', ')}`,
    );
  }
  return lines.join('\n>\n');
}
