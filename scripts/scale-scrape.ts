/** A scrape with more pages than there are: the real ones, and others made of their sections. */
import { linesOfFrontmatter } from '../src/split/frontmatter.ts';
import { parseDialect } from '../src/split/parse.ts';
import { segmentDump, type Entry } from '../src/split/segment.ts';
import { randomFrom } from '../tests/random.ts';

/** A page cut before each of its headings of the second level. */
interface CutPage {
  /** The folder of its path: `/docs/concepts`. */
  readonly folder: string;
  readonly opening: string;
  readonly sections: readonly string[];
}

/**
 * The text of a scrape, with pages added until it has so many. An added page has the opening of one
 * real page, as many sections as that has, and each section from some real page.
 * @param text a scrape that splits well
 * @param count pages wanted; what the scrape has is never taken away
 * @param seed the same number gives the same text
 */
export function scrapeOfPages(text: string, count: number, seed = 1): string {
  const { entries } = segmentDump(text);
  const pages = entries.map(cut);
  const sections = pages.flatMap((page) => page.sections);
  const folders = pages.flatMap(({ folder }) => (/^\/docs\/./.test(folder) ? [folder] : []));
  const random = randomFrom(seed);
  const pick = <Value>(from: readonly Value[]): Value => {
    const value = from[Math.floor(random() * from.length)];
    if (value === undefined) throw new Error('the scrape has no pages with sections');
    return value;
  };
  const added = Array.from({ length: Math.max(0, count - pages.length) }, (_, at) => {
    const page = pick(pages);
    const name = `page-${at + 1}`;
    const body = [page.opening, ...page.sections.map(() => pick(sections))];
    return [
      `-   [${name}](${pick(folders)}/${name}.mdx): Documentation for ${name}.`,
      ...['---', `title: Page ${at + 1}`, '---', ''],
      ...body,
    ].join('\n');
  });
  const lines = text.split('\n');
  const end = Math.max(...entries.map((entry) => entry.lines[1]));
  return [...lines.slice(0, end), '', ...added, '', ...lines.slice(end)].join('\n');
}

function cut({ source, text }: Entry): CutPage {
  // A link into its own page leads there from any other page as well.
  const body = text.slice(linesOfFrontmatter(text)).join('\n').replaceAll('](#', `](${source}#`);
  const starts = parseDialect(body).children.flatMap((node) =>
    node.type === 'heading' && node.depth === 2 ? [node.position?.start.offset ?? 0] : [],
  );
  const parts = [0, ...starts].map((start, at) => body.slice(start, starts[at]).trimEnd());
  const [opening = '', ...sections] = parts;
  return { folder: source.slice(0, source.lastIndexOf('/')), opening, sections };
}
