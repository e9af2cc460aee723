/** Packs over the build: what they hold of what tasks need, and the ways to get one. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { address } from '../../src/settings.ts';
import { countTokens } from '../../src/markdown/index.ts';
import { docsOnDisk } from '../../src/mcp/docs-on-disk.ts';
import { readForTask, type PackValue } from '../../src/mcp/pack/read-for-task.ts';
import { readHeaderRules } from '../../src/server/headers.ts';
import { packEndpoint } from '../../src/server/pack.ts';
import { serve, type RunningServer } from '../../src/server/serve.ts';
import { readSite } from '../../src/server/site.ts';
import { isGold, readTasks } from '../search/measures.ts';

const DIST = 'dist';
const docs = docsOnDisk(DIST);
const TASKS = readTasks(readFileSync('tests/search/tasks.jsonl', 'utf8'));
const IMPORT =
  'nightly import of a CSV file that resumes after a crash and shows its progress live';

describe('a pack', () => {
  test('has what the tasks need, within its budget and a tenth of the TypeScript bundle', async () => {
    const all = countTokens(readFileSync(`${DIST}/llms-full-typescript.txt`, 'utf8'));
    let sections = 0;
    let pages = 0;
    const sourcesOf = (of: readonly { source: string | null }[]) =>
      new Set(of.map(({ source }) => source));
    for (const { task, needed } of TASKS) {
      const { value } = await readForTask(docs, { task });
      assert.ok(value.tokens <= 6000 && value.tokens <= all / 10, `${task}: ${value.tokens}`);
      sections += needed.filter((one) => value.sections.some((own) => isGold([one], own))).length;
      pages += sourcesOf(needed).intersection(sourcesOf(value.sections)).size;
    }
    const needed = TASKS.flatMap((task) => task.needed).length;
    const neededPages = TASKS.flatMap((task) => [...sourcesOf(task.needed)]).length;
    assert.ok(sections / needed >= 0.78, `${sections} of ${needed} sections`);
    assert.ok(pages / neededPages >= 0.92, `${pages} of ${neededPages} pages`);
  });

  test('is in reading order, each section once, with its address and the tokens that it takes', async () => {
    const { text, value } = await readForTask(docs, { task: IMPORT });
    assert.equal(value.tokens, countTokens(text));
    const order = value.sections.map(({ route, anchor }) => {
      const page = docs.facts.pages.findIndex((one) => one.route === route);
      const headings = docs.facts.pages[page]?.headings ?? [];
      return page * 1000 + headings.findIndex((one) => one.anchor === anchor);
    });
    assert.deepEqual(
      order,
      [...new Set(order)].toSorted((a, b) => a - b),
    );
    for (const { route, anchor } of value.sections) {
      assert.ok(text.includes(`(${route})\n`), route);
      assert.ok(anchor === '' || text.includes(` (#${anchor})\n`), anchor);
    }
    assert.ok(value.left_out.length > 0);
    const chosen = new Set(value.sections.map(({ route, anchor }) => route + anchor));
    const left = value.left_out.filter(({ why }) => why.startsWith('no room'));
    assert.ok(left.every(({ route, anchor }) => !chosen.has(route + anchor)));
  });

  test('says a note once, with the code as it is mended, in one language', async () => {
    const task = 'retry a failed payment job in order for each customer, in Python';
    const { text } = await readForTask(docs, { task });
    const notes = text.match(/^> \*\*Editor’s note .*$/gm) ?? [];
    assert.ok(notes.length > 0);
    assert.deepEqual(notes, [...new Set(notes)]);
    const steps = /^# Steps \(\/concepts\/steps\/\)$[^]*?(?=^# .* \(\/)/m.exec(text)?.[0] ?? '';
    assert.match(steps, /^```python/m);
    assert.doesNotMatch(steps, /^```(typescript|ts|javascript)\b/m);
    assert.doesNotMatch(text, /^#+ .*\bTypeScript\b.*\(#/m);
    const typescript = await readForTask(docs, { task: 'retry a failed payment job' });
    assert.match(typescript.text, /motia-docs: `infrastructure` belongs to the queue trigger/);
  });

  test('is small for a small budget, and empty where nothing fits the task', async () => {
    const small = await readForTask(docs, { task: IMPORT, budget: 500 });
    assert.ok(small.value.tokens <= 500 && small.value.sections.length > 0);
    const nothing = await readForTask(docs, { task: 'zxcv qwpo' });
    assert.deepEqual(nothing.value.sections, []);
    assert.match(nothing.text, /Nothing here seems to answer this/);
  });

  test('is refused in one line for no task, a text of a task, and a budget out of bounds', async () => {
    for (const [input, message] of [
      [{ task: ' … ' }, 'The task is empty: say what is to be built'],
      [{ task: 'queue '.repeat(400) }, 'The task has 2400 characters, expected 2000 at most'],
      [{ task: 'a queue', budget: 499 }, 'The budget is 499, expected 500 to 50000 tokens'],
      [{ task: 'a queue', budget: 1e9 }, 'The budget is 1000000000, expected 500 to 50000 tokens'],
    ] as const) {
      await assert.rejects(readForTask(docs, input), { name: 'RangeError', message });
    }
  });

  test('takes no longer for odd texts', async () => {
    for (const task of [
      'a,'.repeat(1000),
      ' '.repeat(1990) + 'queue',
      '😀'.repeat(900),
      '`{<'.repeat(600),
    ]) {
      await readForTask(docs, { task }).catch((error: unknown) => {
        assert.ok(error instanceof RangeError, String(error));
      });
    }
  });
});

describe('npm run pack', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/pack.ts', ...args], { encoding: 'utf8' });

  test('prints the Markdown, or what is in it as JSON', async () => {
    const { text, value } = await readForTask(docs, { task: IMPORT });
    assert.equal(execFileSync(process.execPath, ['scripts/pack.ts', IMPORT]).toString(), text);
    const facts: unknown = JSON.parse(JSON.stringify({ ...value, text: undefined }));
    const json = JSON.parse(run('--json', IMPORT).stdout) as PackValue;
    assert.deepEqual(json, facts);
    assert.deepEqual(Object.keys(json), ['task', 'budget', 'tokens', 'sections', 'left_out']);
    assert.deepEqual(Object.keys(json.sections[0] ?? {}), [
      ...['source', 'route', 'heading', 'anchor', 'tokens', 'why'],
    ]);
  });

  test('ends with 2 and one line for wrong usage', () => {
    for (const args of [[], ['--budget', 'x', 'a queue'], ['--language', 'go', 'a queue']]) {
      const { status, stderr } = run(...args);
      assert.equal(status, 2);
      assert.match(stderr, /^The (task|budget|language) .*: see --help\n$/);
    }
  });
});

describe('GET /pack', () => {
  let server: RunningServer;
  before(async () => {
    const site = readSite(DIST, new Map());
    const rules = readHeaderRules(DIST);
    const at = { host: '127.0.0.1', port: 0, folder: DIST, pages: [], address, site, rules };
    server = await serve({ ...at, pack: packEndpoint(docs, { burst: 30, perSecond: 0.001 }) });
  });
  after(() => server.close());
  const ask = (query: string, init?: RequestInit) => fetch(`${server.url}pack${query}`, init);

  test('answers as the command line does, with the headers of a twin', async () => {
    const { text } = await readForTask(docs, { task: IMPORT, budget: 3000, language: 'python' });
    const query = `?task=${encodeURIComponent(IMPORT)}&budget=3000&language=python`;
    for (const slash of ['', '/']) {
      const response = await ask(slash + query);
      assert.equal(response.status, 200);
      assert.equal(await response.text(), text);
      assert.equal(response.headers.get('content-type'), 'text/markdown; charset=utf-8');
      assert.equal(response.headers.get('vary'), 'Accept');
      assert.match(response.headers.get('cache-control') ?? '', /^private, max-age=/);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    }
    const head = await ask(query, { method: 'HEAD' });
    assert.equal(head.headers.get('content-length'), String(Buffer.byteLength(text)));
    assert.equal(await head.text(), '');
  });

  test('refuses in one line what it cannot answer', async () => {
    for (const [query, init, status, line] of [
      ['', {}, 400, /^The task is empty: say what is to be built: \/pack\?task=/],
      ['?task=', {}, 400, /^The task is empty/],
      ['?task=a+queue&budget=1', {}, 400, /^The budget is 1, expected 500 to 50000 tokens/],
      ['?task=a+queue&budget=%00', {}, 400, /^The budget is /],
      ['?task=a+queue&language=go', {}, 400, /^The language is go, expected one of typescript/],
      [`?task=${'queue+'.repeat(350)}`, {}, 400, /^The task has 2100 characters/],
      [`?task=${'a'.repeat(5000)}`, {}, 414, /^The address is longer than 4096 characters/],
      ['?task=a+queue', { method: 'POST' }, 405, /^POST is not served here, only GET and HEAD/],
      [
        '?task=a+queue',
        { headers: { accept: 'image/png' } },
        406,
        /^A pack comes only as text\/markdown/,
      ],
    ] as const) {
      const response = await ask(query, init);
      const text = await response.text();
      assert.equal(response.status, status, query.slice(0, 80));
      assert.match(text, line);
      assert.match(text, /^[^\n]+\n$/);
    }
  });

  test('lets no client ask without end', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('?task=')));
    const refused = answers.filter(({ status }) => status === 429);
    assert.ok(refused.length >= 10);
    assert.match(refused[0]?.headers.get('retry-after') ?? '', /^\d+$/);
  });
});
