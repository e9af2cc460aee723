/** What answers cost an agent, in tokens: `npm run bench:tokens`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './command-line.ts';
import { idOf, type Docs } from '../src/mcp/docs.ts';
import { docsOnDisk } from '../src/mcp/docs-on-disk.ts';
import { readPage } from '../src/mcp/read-page.ts';
import { DEFAULT_LIMIT, searchDocs } from '../src/mcp/search-docs.ts';
import { readForTask } from '../src/mcp/pack/read-for-task.ts';
import {
  isGold,
  readQuestions,
  readTasks,
  type Question,
  type Task,
} from '../tests/search/measures.ts';

const HELP = `Usage: npm run bench:tokens -- [--dir FOLDER] [--questions FILE] [--tasks FILE]

Over a built site (default: dist), in tokens of o200k_base: five pages as HTML and as Markdown, the
index and the bundles, and the way from a question to the section that answers it, by search_docs and
read_page, over a question file (default: tests/search/questions.jsonl). A question's hits are read in
their order until one is right. Then what the packs for tasks (default: tests/search/tasks.jsonl) cost,
and how much of what a task needs is in its pack.`;

const PAGES = [
  '/concepts/steps/',
  '/guides/streams/',
  '/reference/api/',
  '/getting-started/build-your-first-motia-app/ai-agents/',
  '/deployment/self-hosted/',
];
const FILES = ['llms.txt', 'llms-full.txt', 'llms-small.txt', 'skill.md', 'assistant.md'];
const BUNDLES = ['typescript', 'javascript', 'python'].map(
  (language) => `llms-full-${language}.txt`,
);

/** What one question costs. */
interface Cost {
  readonly search: number;
  readonly read: number;
  readonly reads: number;
  /** The page of the answer as HTML. */
  readonly html: number;
  /** 1 when no hit is right, and the agent reads the whole right page instead. */
  readonly missed: number;
}

await commandLine(
  HELP,
  {
    dir: { type: 'string', default: 'dist' },
    questions: { type: 'string', default: 'tests/search/questions.jsonl' },
    tasks: { type: 'string', default: 'tests/search/tasks.jsonl' },
  },
  async ({ dir, questions, tasks: taskFile }) => {
    const docs = docsOnDisk(dir);
    const tokensOf = (path: string) => docs.countTokens(readFileSync(join(dir, path), 'utf8'));

    print('page', 'HTML', 'Markdown', 'share');
    for (const route of PAGES) {
      const [html, twin] = [`${route}index.html`, `${route.slice(0, -1)}.md`].map(tokensOf);
      print(route, html, twin, percent(twin, html));
    }

    print('\nfile', 'tokens');
    for (const file of [...FILES, ...BUNDLES]) print(file, tokensOf(file));

    const costs: Cost[] = [];
    for (const question of readQuestions(readFileSync(questions, 'utf8'))) {
      costs.push(await costOf(docs, question, tokensOf));
    }
    const sum = (key: keyof Cost) => costs.reduce((all, cost) => all + cost[key], 0);
    const mean = (key: keyof Cost) => Math.round(sum(key) / costs.length);
    const together = mean('search') + mean('read');
    print(`\nfrom question to section, mean of ${costs.length}`);
    print('search_docs', mean('search'));
    print('read_page', mean('read'), `${(sum('reads') / costs.length).toFixed(2)} reads`);
    print('together', together, percent(together, mean('html')));
    print('the right page as HTML', mean('html'));
    print('not among the hits', sum('missed'));

    const packs: PackMeasures[] = [];
    for (const task of readTasks(readFileSync(taskFile, 'utf8'))) {
      packs.push(await measurePack(docs, task));
    }
    const total = (key: keyof PackMeasures) => packs.reduce((all, pack) => all + pack[key], 0);
    const tokens = total('tokens') / packs.length;
    print(`\nfrom task to pack, ${packs.length} tasks`);
    print('tokens', Math.round(tokens), percent(tokens, tokensOf('llms-full-typescript.txt')));
    print('needed sections in it', percent(total('sections'), total('neededSections')));
    print('needed pages in it', percent(total('pages'), total('neededPages')));
  },
);

/** What a pack has of what its task needs. */
interface PackMeasures {
  readonly tokens: number;
  readonly sections: number;
  readonly neededSections: number;
  readonly pages: number;
  readonly neededPages: number;
}

async function measurePack(docs: Docs, { task, needed }: Task): Promise<PackMeasures> {
  const { sections, tokens } = (await readForTask(docs, { task })).value;
  const sources = new Set(needed.map(({ source }) => source));
  return {
    tokens,
    sections: needed.filter((one) => sections.some((section) => isGold([one], section))).length,
    neededSections: needed.length,
    pages: [...sources].filter((own) => sections.some(({ source }) => source === own)).length,
    neededPages: sources.size,
  };
}

async function costOf(
  docs: Docs,
  { q: query, gold }: Question,
  tokensOf: (path: string) => number,
): Promise<Cost> {
  const { text } = await searchDocs(docs, { query });
  const { hits } = await (await docs.search()).search(query, { limit: DEFAULT_LIMIT });
  const at = hits.findIndex((hit) => isGold(gold, hit));
  const right = docs.facts.pages.find(({ source }) => source === gold[0]?.source)?.route ?? '/';
  const pages =
    at === -1 ? [right] : hits.slice(0, at + 1).map(({ route, anchor }) => idOf(route, anchor));
  const texts = await Promise.all(pages.map(async (page) => (await readPage(docs, { page })).text));
  return {
    search: docs.countTokens(text),
    read: texts.reduce((all, one) => all + docs.countTokens(one), 0),
    reads: texts.length,
    html: tokensOf(`${right}index.html`),
    missed: at === -1 ? 1 : 0,
  };
}

function percent(part = 0, whole = 1): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function print(name: string, ...cells: (number | string | undefined)[]): void {
  console.log(name.padEnd(58), ...cells.map((cell) => String(cell ?? '').padStart(9)));
}
