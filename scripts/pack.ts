/** Gathers what a task needs from the built site: `npm run pack -- "task"`. */
import { join } from 'node:path';
import { commandLine, UsageError } from './command-line.ts';
import { LANGUAGES } from '../src/model/languages.ts';
import { docsOnDisk } from '../src/mcp/docs-on-disk.ts';
import { BUDGET, readForTask, readTask } from '../src/mcp/pack/read-for-task.ts';

const HELP = `npm run --silent pack -- [options] "task"

Prints the sections of the docs that a task needs, as Markdown in reading order, within a budget of
tokens: "nightly import of a CSV file that resumes after a crash and shows its progress live".

  --budget N      tokens, ${BUDGET.least} to ${BUDGET.most} (default: ${BUDGET.usual})
  --language L    the one language of the code: ${LANGUAGES.map(({ id }) => id).join(', ')}
                  (default: the one that the task names, else typescript)
  --json          what is in it as one JSON object, without its text:
                  {"task", "budget", "tokens", "sections": [{"source", "route", "heading",
                  "anchor", "tokens", "why"}], "left_out": […]}
  --dist DIR      the built site (default: dist)
  --help          show this

Exit codes: 0 good (also with no section), 1 not built or unreadable, 2 wrong usage.`;

await commandLine(
  HELP,
  {
    budget: { type: 'string', default: String(BUDGET.usual) },
    language: { type: 'string' },
    json: { type: 'boolean', default: false },
    dist: { type: 'string', default: join(import.meta.dirname, '../dist') },
  },
  async ({ budget, language, json, dist }, words) => {
    try {
      const input = readTask({ task: words.join(' '), budget, language });
      const { text, value } = await readForTask(docsOnDisk(dist), input);
      console.log(json ? JSON.stringify({ ...value, text: undefined }) : text.trimEnd());
    } catch (error) {
      throw error instanceof RangeError ? new UsageError(error.message) : error;
    }
  },
);
