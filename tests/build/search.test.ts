/** The search of the built site: what is in its index, what it weighs, and how well it answers. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openSearch } from '../../src/search/engine.ts';
import { filesOnDisk } from '../../src/search/files-on-disk.ts';
import { INDEX_FILE, SEARCH_FOLDER, type IndexFile } from '../../src/search/index-file.ts';
import { strayStems } from '../../src/search/indexing/synonyms.ts';
import { isKnown, openIndex } from '../../src/search/section-index.ts';
import { WEIGHTS } from '../../src/search/weights.ts';
import { meanOf, measure, readQuestions, type Measures } from '../search/measures.ts';

const FOLDER = join('dist', SEARCH_FOLDER);
const bytes = readFileSync(join(FOLDER, INDEX_FILE));
const file = JSON.parse(bytes.toString()) as IndexFile;
const search = await openSearch(filesOnDisk('dist'));
const best = async (query: string) => {
  const [hit] = (await search.search(query)).hits;
  return hit && `${hit.source}#${hit.heading}`;
};

describe('the index', () => {
  test('is 75 kB at most, with all that a query needs to be ranked', () => {
    const served = readFileSync(join(FOLDER, `${INDEX_FILE}.br`));
    assert.ok(served.length <= 75_000, `${served.length} bytes`);
  });

  test('leaves out the user interfaces that Pagefind brings along', () => {
    assert.deepEqual(
      readdirSync(FOLDER).filter((name) => name.endsWith('.js') || name.endsWith('.css')),
      ['pagefind.js'],
    );
  });

  test('knows every word that the synonyms lead to', () => {
    const index = openIndex(file, WEIGHTS);
    assert.deepEqual(
      strayStems(file.synonyms, (stem) => isKnown(index, stem)),
      [],
    );
  });

  test('has no navigation, footer or page actions', async () => {
    for (const phrase of [
      '"Original page"',
      '"View as Markdown"',
      '"Section titled"',
      '"Terminal window"',
    ]) {
      const { hits } = await search.search(phrase);
      const excerpts = await Promise.all(hits.map((hit) => search.withExcerpt(hit)));
      const words = phrase.replaceAll('"', '').toLowerCase();
      assert.ok(!excerpts.some(({ excerpt }) => excerpt.toLowerCase().includes(words)), phrase);
    }
  });
});

describe('a search', () => {
  test('finds symbols, flags, paths, env names and errors as they are written', async () => {
    assert.equal(await best('ctx.match'), '/docs/api-reference#Multi-Trigger Handler with match()');
    assert.equal(
      await best('--skip-redis'),
      '/docs/getting-started/build-your-first-motia-app#Before You Start',
    );
    assert.equal(await best('ECONNREFUSED'), '/docs/deployment-guide/fly#Redis Connection Refused');
    assert.equal(await best('/docs/development-guide/streams'), '/docs/development-guide/streams#');
    assert.equal(
      await best('AWS_LAMBDA_FUNCTION_NAME'),
      '/docs/deployment-guide/motia-cloud/architecture#Reserved environment variables',
    );
  });

  test('finds a section by its page and heading, or by the words of its heading in their order', async () => {
    assert.equal(await best('fly troubleshooting'), '/docs/deployment-guide/fly#Troubleshooting');
    assert.equal(
      await best('railway prerequisites'),
      '/docs/deployment-guide/railway#Prerequisites',
    );
    assert.equal(
      await best('gmail environment variables'),
      '/docs/examples/gmail-automation#📝 Environment Variables',
    );
    assert.equal(await best('why streams'), '/docs/development-guide/streams#Why Streams?');
    assert.equal(await best('steps'), '/docs/concepts/steps#');
    assert.equal(
      await best('iii-config.yaml'),
      '/docs/getting-started/quick-start#1. Start the project',
    );
  });

  test('shows what stands below a heading that says nothing itself', async () => {
    const [hit] = (await search.search('fly troubleshooting')).hits;
    const { excerpt } = await search.withExcerpt(hit ?? assert.fail());
    assert.equal(
      excerpt,
      'App Not Listening on Expected Address · Redis Connection Refused · TLS Connection Errors · Machine Keeps Restarting',
    );
  });

  test('puts the page that replaces adapters before the page on their removal', async () => {
    const { hits } = await search.search('redis adapter config.yaml');
    assert.notEqual(hits[0]?.source, '/docs/development-guide/adapters');
    assert.equal(await best('adapters removed'), '/docs/development-guide/adapters#');
  });

  test('answers questions on Motia from its docs, and questions on this site from its own page', async () => {
    const sources = async (query: string) =>
      (await search.search(query)).hits.slice(0, 3).map(({ source }) => source);
    assert.ok(!(await sources('ECONNREFUSED 127.0.0.1:6379')).includes(null));
    assert.equal(
      (await sources('conventions for my AI coding tool'))[0]?.startsWith('/docs/'),
      true,
    );
    assert.deepEqual((await sources('use with AI tools'))[0], null);
    assert.deepEqual((await sources('MCP server of these docs'))[0], null);
  });

  test('finds a phrase as it stands, and words that only the full text has', async () => {
    const { hits } = await search.search('"typing indicators"');
    const { excerpt } = await search.withExcerpt(hits[0] ?? assert.fail());
    assert.match(excerpt, /typing indicators/);
    assert.ok((await search.search('3600')).hits.length > 0);
    assert.deepEqual((await search.search('xylophone')).hits, []);
  });

  test('says what it mended, and what no section has', async () => {
    const { corrected, partial } = await search.search('middlware authentification xylophone');
    assert.equal(corrected, 'middleware authentication xylophone');
    assert.equal(partial, true);
  });
});

describe('questions are answered no worse than', () => {
  const floors: Record<string, Partial<Measures>> = {
    // What was measured last, a question or two below it.
    questions: {
      'hit@1': 0.96,
      'hit@3': 1,
      'hit@10': 1,
      'MRR@10': 0.98,
      'nDCG@10': 0.94,
      'section@1': 0.9,
      'section@3': 0.96,
    },
    practice: {
      'hit@1': 0.94,
      'hit@3': 0.98,
      'hit@10': 0.99,
      'MRR@10': 0.96,
      'nDCG@10': 0.94,
      'section@1': 0.84,
      'section@3': 0.95,
    },
    'held-out': {
      'hit@1': 0.96,
      'hit@3': 0.96,
      'hit@10': 0.98,
      'MRR@10': 0.96,
      'nDCG@10': 0.94,
      'section@1': 0.86,
      'section@3': 0.94,
    },
    people: {
      'hit@1': 0.85,
      'hit@3': 0.92,
      'hit@10': 0.98,
      'MRR@10': 0.9,
      'nDCG@10': 0.88,
      'section@1': 0.78,
      'section@3': 0.88,
    },
  };
  test('no kind has its section among the first three for less than 85 of 100', async () => {
    const asked = Object.keys(floors).flatMap((name) =>
      readQuestions(readFileSync(`tests/search/${name}.jsonl`, 'utf8')),
    );
    const kinds = Map.groupBy(asked, ({ kind }) => kind);
    for (const [kind, questions] of kinds) {
      const answers = await Promise.all(questions.map(({ q }) => search.search(q)));
      const mean = meanOf(questions.map((one, at) => measure(one, answers[at]?.hits ?? [])));
      assert.ok(mean['section@3'] >= 0.85, `${kind}: ${mean['section@3']}`);
    }
  });
  for (const [name, floor] of Object.entries(floors)) {
    test(`the floors of ${name}.jsonl`, async () => {
      const questions = readQuestions(readFileSync(`tests/search/${name}.jsonl`, 'utf8'));
      const measures: Measures[] = [];
      for (const question of questions) {
        measures.push(measure(question, (await search.search(question.q)).hits));
      }
      const mean = meanOf(measures);
      for (const [measured, least] of Object.entries(floor)) {
        const value = mean[measured as keyof Measures];
        assert.ok(value >= least, `${measured} is ${value}, expected ${least} or more`);
      }
      assert.equal(mean.empty, 0);
    });
  }
});

describe('a query that the docs do not answer', () => {
  const queries = readFileSync('tests/search/answerable.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { q: string; answerable: boolean });
  const flagged = async (asked: readonly string[]) => {
    const answers = await Promise.all(asked.map((query) => search.search(query)));
    return answers.filter(({ answered }) => !answered).length / asked.length;
  };

  test('is told for at least 85 of 100', async () => {
    const unanswerable = queries.filter(({ answerable }) => !answerable);
    assert.ok((await flagged(unanswerable.map(({ q }) => q))) >= 0.85);
  });

  test('is told for at most 5 of 100 that are answered, hard ones included', async () => {
    const answerable = queries.filter(({ answerable }) => answerable);
    const asked = ['questions', 'practice', 'held-out', 'people'].flatMap((name) =>
      readQuestions(readFileSync(`tests/search/${name}.jsonl`, 'utf8')),
    );
    assert.ok((await flagged([...answerable, ...asked].map(({ q }) => q))) <= 0.05);
  });
});

test('every question that a section answers is still at a heading', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/asked.ts'], {
    encoding: 'utf8',
  });
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^\d{3} sections have questions, \d+ have none\n$/);
});

describe('the command line', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/search.ts', ...args], { encoding: 'utf8' });

  test('prints one JSON object', () => {
    const { stdout, status } = run('--json', '--limit', '2', 'enviroment variables');
    assert.equal(status, 0);
    const { query, corrected, hits } = JSON.parse(stdout);
    assert.deepEqual(
      [query, corrected, hits.length],
      ['enviroment variables', 'environment variables', 2],
    );
    assert.equal(hits[0].source, '/docs/development-guide/environment-variables');
  });

  test('answers a batch line by line, with what a check needs of each hit', () => {
    const batch = join(mkdtempSync(join(tmpdir(), 'search-')), 'batch.jsonl');
    writeFileSync(batch, '{"id":"a","q":"log levels"}\n\n{"id":"b","q":"xylophone"}\n');
    const { stdout, status } = run('--batch', batch);
    assert.equal(status, 0);
    const [a, b] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(b, { id: 'b', answered: false, hits: [] });
    assert.equal(a.id, 'a');
    assert.equal(a.hits.length, 10);
    for (const name of ['source', 'route', 'heading', 'anchor', 'title', 'score', 'excerpt']) {
      assert.ok(name in a.hits[0], name);
    }
    assert.equal(a.hits[0].heading, 'Log Levels');
  });

  test('says in one line what to do when there is no index, and how it is used', () => {
    const unbuilt = run('--dist', tmpdir(), 'state');
    assert.equal(unbuilt.status, 1);
    assert.match(unbuilt.stderr, /^the search index is not built \(.*\): run "npm run build"\n$/);
    for (const args of [
      [],
      ['--limit', '0', 'x'],
      ['--section', 'nope', 'x'],
      ['--language', 'go', 'x'],
      ['--nope'],
    ]) {
      const wrong = run(...args);
      assert.equal(wrong.status, 2, args.join(' '));
      assert.match(wrong.stderr, /^.+: see --help\n$/);
    }
  });
});
