/** The tools that agents are offered, in one table: what they take, what they answer, how they read. */
import { z } from 'zod';
import { LANGUAGES } from '../model/languages.ts';
import type { PagesJson } from '../llms/pages-json.ts';
import type { Docs, Reply } from './docs.ts';
import { BUDGET, LONGEST_TASK, readForTask } from './pack/read-for-task.ts';
import { DEFAULT_MAX_TOKENS, fetchPlace, readPage } from './read-page.ts';
import { DEFAULT_LIMIT, listPages, searchDocs } from './search-docs.ts';

/** One tool; `run` throws an Error that says what would have been right. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  run(docs: Docs, input: unknown): Promise<Reply<Record<string, unknown>>>;
}

const language = z.enum(LANGUAGES.map(({ id }) => id));
const sectionOf = ({ sections }: PagesJson) =>
  z.string().describe(`Only this section: ${sections.map(({ slug }) => slug).join(', ')}`);
const query = z.string().trim().min(1).max(500);
const place = z.string().trim().min(1).max(500);
const found = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  excerpt: z.string(),
  warning: z
    .string()
    .optional()
    .describe('What to know before using it: removed, or code that the package refuses'),
  answers: z.array(z.string()).describe('Questions that it answers'),
});

const packed = z.object({
  source: z.string().nullable(),
  route: z.string(),
  heading: z.string(),
  anchor: z.string(),
  tokens: z.int(),
  why: z.string().describe('The part of the task that it answers'),
});

/** The tools over a site's documentation; schemas name its sections. */
export function toolsOf(facts: PagesJson): Tool[] {
  const section = sectionOf(facts).optional();
  return [
    tool({
      name: 'search_docs',
      title: 'Search the Motia docs',
      description:
        'Finds the sections of Motia’s documentation that answer a question, error message or symbol, best first. Ask in plain words. Read a hit with read_page, giving its id as page.',
      input: z.object({
        query: query.describe('A question, words, a symbol, a flag or an error message'),
        section,
        language: language.describe('Only sections that hold for this language').optional(),
        limit: z.int().min(1).max(25).default(DEFAULT_LIMIT).describe('Hits, at most'),
      }),
      output: z.object({
        query: z.string(),
        corrected: z.string().describe('The query as understood, if it was misspelt').optional(),
        partial: z.boolean().describe('No hit has all words of the query'),
        answered: z
          .boolean()
          .describe('False: the docs do not seem to answer this, the hits are only the nearest'),
        results: z.array(found),
      }),
      run: searchDocs,
    }),
    tool({
      name: 'read_for_task',
      title: 'Read what a task needs in the Motia docs',
      description:
        'Gives the sections of Motia’s documentation that a task needs, as one Markdown text in reading order within a budget of tokens: best at the start of a task. For a single question: search_docs.',
      input: z.object({
        task: z
          .string()
          .trim()
          .min(1)
          .max(LONGEST_TASK)
          .describe(
            'What is to be built: “nightly import of a CSV file that resumes after a crash and shows its progress live”',
          ),
        budget: z
          .int()
          .min(BUDGET.least)
          .max(BUDGET.most)
          .default(BUDGET.usual)
          .describe('Tokens of the text, at most'),
        language: language
          .describe('The one language of its code, if not the one that the task names')
          .optional(),
      }),
      output: z.object({
        task: z.string(),
        budget: z.int(),
        tokens: z.int(),
        sections: z.array(packed).describe('In reading order'),
        left_out: z.array(packed).describe('The nearest that had no room, and what was cut'),
        text: z.string(),
      }),
      run: readForTask,
    }),
    tool({
      name: 'read_page',
      title: 'Read a page of the Motia docs',
      description:
        'Gives a page of Motia’s documentation as Markdown: whole, or what stands under one heading, in all languages or with one language’s code only. Long texts come in pieces.',
      input: z.object({
        page: place.describe(
          'An id from search_docs (/guides/streams/#ephemeral-events), a route, a URL, or an upstream path (/docs/…)',
        ),
        heading: z
          .string()
          .max(500)
          .describe('Text or anchor of a heading: only what stands under it')
          .optional(),
        language: language
          .describe('Only this language’s code, where the page offers several')
          .optional(),
        max_tokens: z
          .int()
          .min(200)
          .max(100_000)
          .default(DEFAULT_MAX_TOKENS)
          .describe('Tokens of the text, at most'),
        cursor: z.string().max(40).describe('next_cursor of the piece before').optional(),
      }),
      output: z.object({
        id: z.string(),
        title: z.string(),
        url: z.string(),
        language: language.describe('Whose code alone is shown').optional(),
        tokens: z.int(),
        next_cursor: z.string().describe('For the next piece; absent at the end').optional(),
        text: z.string(),
      }),
      run: readPage,
    }),
    tool({
      name: 'list_pages',
      title: 'List the pages of the Motia docs',
      description:
        'Lists all pages of Motia’s documentation, or those of one section, with what each is about and its size in tokens.',
      input: z.object({
        section,
        language: language.describe('Only pages with code in this language').optional(),
      }),
      output: z.object({
        pages: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            description: z.string().optional(),
            section: z.string(),
            languages: z.array(language),
            tokens: z.int(),
          }),
        ),
      }),
      run: async (docs, input) => listPages(docs, input),
    }),
    tool({
      name: 'search',
      title: 'Search (for connectors)',
      description:
        'Searches Motia’s documentation; each result’s id can be given to fetch. With more options: search_docs.',
      input: z.object({ query }),
      output: z.object({ results: z.array(found) }),
      async run(docs, input) {
        const { results } = (await searchDocs(docs, { ...input, limit: 10 })).value;
        return { text: JSON.stringify({ results }), value: { results } };
      },
    }),
    tool({
      name: 'fetch',
      title: 'Fetch (for connectors)',
      description:
        'Gives the full text of a page or section of Motia’s documentation by its id from search, or by URL, route or upstream path. With more options: read_page.',
      input: z.object({ id: place }),
      output: z.object({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        url: z.string(),
        metadata: z.record(z.string(), z.string()),
      }),
      run: (docs, { id }) => fetchPlace(docs, id),
    }),
  ];
}

/** The same shape with nothing in it that can be changed. */
type Frozen<Value> = { readonly [Key in keyof Value]: Frozen<Value[Key]> };

/** One row of the table, its handler typed by its schemas. */
function tool<Input extends z.ZodObject, Output extends z.ZodObject>(
  row: Omit<Tool, 'input' | 'output' | 'run'> & {
    readonly input: Input;
    readonly output: Output;
    run(docs: Docs, input: z.output<Input>): Promise<Reply<Frozen<z.input<Output>>>>;
  },
): Tool {
  return { ...row, run: (docs, input) => row.run(docs, row.input.parse(input)) };
}
