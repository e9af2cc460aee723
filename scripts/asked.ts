/** Looks over the questions that sections answer: `npm run asked`. */
import { commandLine } from './command-line.ts';
import { readAsked } from '../src/content/read-asked.ts';
import { readLibrary } from '../src/content/read-library.ts';
import { asksOf, strayEntries } from '../src/model/asked.ts';

const HELP = `npm run asked -- [options]

Reads content/_source/asked/*.yaml, the questions that sections answer, in words of readers that the
sections do not use, and names each entry whose page or heading is gone.

  --missing      names the sections without questions, too
  --content DIR  the pages (default: content)
  --help         show this

Exit codes: 0 good, 1 an entry is stray or unreadable, 2 wrong usage.`;

await commandLine(
  HELP,
  {
    missing: { type: 'boolean', default: false },
    content: { type: 'string', default: 'content' },
  },
  ({ missing, content }) => {
    const library = readLibrary(content);
    const entries = readAsked(content);
    const pages = library.routes.pages.map((page) => {
      const headings = library
        .read(page)
        .sections.filter(({ anchor }) => anchor !== '')
        .map(({ heading }) => heading);
      return { route: page.route, headings: ['', ...headings] };
    });
    for (const { page, heading, occurrence } of strayEntries(entries, pages)) {
      const which = occurrence === undefined ? '' : `, occurrence ${occurrence}`;
      console.error(
        `asked: ${page} has no heading "${heading}"${which}, or it stands there twice: change the entry or take it out`,
      );
      process.exitCode = 1;
    }
    const without = pages.flatMap((page) =>
      asksOf(entries, page).flatMap((asks, at) =>
        asks.length === 0 ? [`${page.route} ${page.headings[at]}`.trimEnd()] : [],
      ),
    );
    if (missing) for (const section of without) console.log(section);
    console.log(`${entries.length} sections have questions, ${without.length} have none`);
  },
);
