/** `llms.txt`, after version 2 of the proposal (llmstxt.org, August 2026). */
import type { SectionRoutes } from '../model/routes.ts';
import { CHANGES } from '../model/changelog.ts';
import { whenScraped } from '../model/scrape-date.ts';
import { INDEX_BUDGET, withinBudget } from './budget.ts';
import { bundlesOf, sectionBundle } from './bundles.ts';
import { listEntries, pageEntry } from './entries.ts';
import { SHOWN_VERSION } from '../code/samples.ts';
import type { Library } from './library.ts';
import { NOTES_FILE } from './notes-txt.ts';

/** Sections that nobody needs in order to build with Motia. */
const OPTIONAL_SECTIONS: readonly string[] = ['showcase', 'community'];

/** What assistants are given besides the pages. */
const KIT = [
  { route: '/skill.md', note: 'Motia as a skill for coding agents, with the essential API' },
  { route: '/assistant.md', note: 'a system prompt for assistants that answer about Motia' },
  { route: NOTES_FILE, note: 'what these docs get wrong: every editor’s note with its proof' },
];

/**
 * The index of everything: H1, summary, notes, one H2 a section with
 * `- [title](twin): description (N tokens)`, `## Optional` last.
 * @throws Error when it grows past `INDEX_BUDGET`.
 */
export function llmsTxt(library: Library): string {
  const { routes, scrape, address } = library;
  const isOptional = ({ slug }: SectionRoutes) => OPTIONAL_SECTIONS.includes(slug);
  const entries = (section: Pick<SectionRoutes, 'pages'>) =>
    section.pages.map((page) => pageEntry(library, page));
  const top = routes.pages.filter(({ section }) => section === '');
  const blocks = [
    '# Motia',
    `> ${scrape.summary}`,
    scrape.notes.map((note) => `- ${note}`).join('\n'),
    `Unofficial; as scraped from ${scrape.upstream} ${whenScraped(scrape.date)}. ${scrape.date.evidence} Every page below is Markdown, and says where it stands upstream. Code is mended where the published package \`motia@${SHOWN_VERSION}\` refuses it, with a comment \`motia-docs:\`; \`as_scraped\` in a page’s frontmatter leads to upstream’s own text. MCP server: \`${address.absolute('/mcp')}\`. For assistants, and several pages in one file:`,
    listEntries([
      ...KIT.map(({ route, note }) => ({
        title: route.slice(1),
        url: address.absolute(route),
        note,
      })),
      ...(library.hasChanges
        ? [
            {
              title: CHANGES.markdown.slice(1),
              url: address.absolute(CHANGES.markdown),
              note: 'what changed in the docs, refresh by refresh',
            },
          ]
        : []),
      ...bundlesOf(library).map(({ route, title, tokens }) => ({
        title: route.slice(1),
        url: address.absolute(route),
        note: `${title} (${tokens} tokens)`,
      })),
    ]),
    ...(top.length > 0 ? ['## Start here', listEntries(entries({ pages: top }))] : []),
    ...routes.sections
      .filter((section) => !isOptional(section))
      .flatMap((section) => [`## ${section.label}`, listEntries(entries(section))]),
    '## Optional',
    listEntries([...routes.sections.filter(isOptional).flatMap(entries), ...scrape.optional]),
  ];
  return withinBudget(`${blocks.join('\n\n')}\n`, INDEX_BUDGET, '/llms.txt');
}

/**
 * The index of one section, for `/<section>/llms.txt`, which covers the pages under its path.
 * @throws Error when it grows past `INDEX_BUDGET`.
 */
export function sectionLlmsTxt(library: Library, section: SectionRoutes): string {
  const { address } = library;
  const { route, tokens } = sectionBundle(library, section);
  const blocks = [
    `# Motia: ${section.label}`,
    ...(section.description ? [`> ${section.description}`] : []),
    `These pages in one file: [llms-full.txt](${address.absolute(route)}) (${tokens} tokens). All other sections: [llms.txt](${address.absolute('/llms.txt')}).`,
    `## ${section.label}`,
    listEntries(section.pages.map((page) => pageEntry(library, page))),
  ];
  return withinBudget(`${blocks.join('\n\n')}\n`, INDEX_BUDGET, `${section.route}llms.txt`);
}
