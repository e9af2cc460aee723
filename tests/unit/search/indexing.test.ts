import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexPages } from '../../../src/search/indexing/index-pages.ts';
import { messagesOf } from '../../../src/search/indexing/messages.ts';
import { pagefindPage } from '../../../src/search/indexing/pagefind-page.ts';
import { readSynonyms, strayStems } from '../../../src/search/indexing/synonyms.ts';
import { tallyOf } from '../../../src/search/indexing/tally.ts';
import { twinsOf } from '../../../src/search/indexing/twins.ts';
import { openIndex } from '../../../src/search/section-index.ts';
import { CODE_END, CODE_START, LINE_END } from '../../../src/search/text.ts';
import { WEIGHTS } from '../../../src/search/weights.ts';
import { AREAS, code, PAGES, prose, section, smallSite, SYNONYMS } from './small-site.ts';

const tally = (...passages: Parameters<typeof tallyOf>[0]) =>
  Object.fromEntries(tallyOf(passages, () => {}));

test('words are counted in prose and in code, symbols with their pieces, stop words never', () => {
  assert.deepEqual(tally(prose('the state of a state'), code('state.set')), {
    state: { heading: 0, prose: 2, code: 1 },
    stateset: { heading: 0, prose: 0, code: 1 },
    set: { heading: 0, prose: 0, code: 1 },
  });
});

test('three languages that say the same in tabs count once, what one says alone counts too', () => {
  const panel = (number: number) => ({ tab: { group: 0, panel: number } });
  const counted = tally(
    code('await enqueue', panel(0)),
    code('await enqueue', panel(1)),
    code('context enqueue', panel(2)),
    code('enqueue', { tab: { group: 1, panel: 0 } }),
  );
  assert.deepEqual(counted, {
    await: { heading: 0, prose: 0, code: 1 },
    enqueue: { heading: 0, prose: 0, code: 2 },
    context: { heading: 0, prose: 0, code: 1 },
  });
});

test('sections that say nearly the same are twins, short ones never', () => {
  const words = Array.from({ length: 20 }, (_, n) => `word${n}x`).join(' ');
  const tallies = [words, 'npm install', `${words} more`, 'npm install', 'quite another text'].map(
    (text) => tallyOf([prose(text)], () => {}),
  );
  assert.deepEqual(twinsOf(tallies), [[0, 2]]);
});

test('the same pages give the same index, byte for byte', () => {
  const make = () => JSON.stringify(indexPages(PAGES, AREAS, readSynonyms(SYNONYMS)));
  assert.equal(make(), make());
});

test('an index that was written and opened has every section, heading, path and word', () => {
  const index = smallSite();
  assert.deepEqual(
    index.sections.map(({ page, heading, anchor }) => [PAGES[page]?.route, heading, anchor]),
    PAGES.flatMap(({ route, sections }) =>
      sections.map(({ heading, anchor }) => [route, heading, anchor]),
    ),
  );
  const settings = index.sections.findIndex(({ heading }) => heading === 'Queue Settings');
  assert.ok(index.impacts('maxretri')?.inSections.has(settings));
  assert.ok(index.impacts('visibilitytimeout')?.inSections.has(settings));
  assert.equal(index.impacts('xylophone'), undefined);
  assert.equal(index.spellings.get('visibilitytimeout')?.text, 'visibilityTimeout');
  assert.equal(index.pages.find(({ title }) => title.startsWith('Adapters'))?.removed, true);
});

test('headings know the headings above them', () => {
  const levels = [
    section('A'),
    { ...section('B'), level: 3 },
    { ...section('C'), level: 4 },
    section('D'),
  ];
  const page = { ...PAGES[0], sections: [section(''), ...levels] } as (typeof PAGES)[number];
  const { sections } = openIndex(indexPages([page], AREAS, []), WEIGHTS);
  assert.deepEqual(
    sections.map(({ heading, path, end }) => [heading, path, end]),
    [
      ['', [], 5],
      ['A', [], 4],
      ['B', ['A'], 4],
      ['C', ['A', 'B'], 4],
      ['D', [], 5],
    ],
  );
});

test('the lines of a section are its name, the questions that it answers, and the messages of its code', () => {
  const index = smallSite();
  const linesWith = (stem: string) => {
    const { names = [], lines = [] } = index.impacts(stem) ?? {};
    return [...names, ...lines].map((line) => {
      const { kind, section: at = 0 } = index.lines[line] ?? {};
      return `${kind} of ${index.sections[at]?.heading}`;
    });
  };
  assert.deepEqual(linesWith('listen'), ['question of Stream Access']);
  assert.deepEqual(linesWith('attempt'), [
    'question of Queue Settings',
    'message of Queue Settings',
  ]);
  assert.deepEqual(linesWith('fifo'), ['name of FIFO Queues']);
  const worth = index.impacts('fifo')?.rarity ?? 0;
  const fifo = index.lines.find(({ section: at }) => index.sections[at]?.heading === 'FIFO Queues');
  assert.equal(fifo?.worth, Math.round(worth + (index.impacts('queue')?.rarity ?? 0)));
});

test('messages are what code logs, throws or answers, in whole sentences', () => {
  const lines = [
    "throw new Error('Order not found')",
    'logger.info(`Sent ${count} mails to ${name}`)',
    'raise ValueError("amount must be positive")',
    "return { status: 404, body: { error: 'No such order here' } }",
    "const name = 'Ada King Lovelace'",
    "logger.info('done')",
    "throw new Error('Order not found')",
  ];
  assert.deepEqual(messagesOf([code(lines.join('\n')), prose("an error: 'this is no code'")]), [
    'Order not found',
    'Sent ${count} mails to ${name}',
    'amount must be positive',
    'No such order here',
  ]);
});

test('a number or chain of members that stands once in code is left out, its pieces and file names are not', () => {
  const page = {
    ...PAGES[0],
    sections: [
      section('', code('response.data.id 3600 GITHUB_TOKEN iii-config.yaml'), prose('502')),
    ],
  };
  const { words } = indexPages([page as (typeof PAGES)[number]], AREAS, []);
  const spellings = words.split(/[ \n]/);
  for (const word of ['response', 'data', 'GITHUB_TOKEN', 'iii-config.yaml', '502'])
    assert.ok(spellings.includes(word), word);
  for (const word of ['response.data.id', '3600']) assert.ok(!spellings.includes(word), word);
});

test('synonyms are read as phrases of terms for stems', () => {
  assert.deepEqual(readSynonyms('- says: [Pub/Sub, web sockets]\n  docs: [real-time streams]'), [
    { says: ['pub sub', 'web socket'], docs: ['realtim', 'stream'] },
  ]);
  assert.deepEqual(readSynonyms('- same: [verify, verification]'), [
    { says: ['verify', 'verification'], docs: ['verifi', 'verif'], same: true },
  ]);
});

test('an entry that is no entry, or a word that queries lose, is refused', () => {
  assert.throws(() => readSynonyms('says: x'), {
    message: 'synonyms.yaml: expected a list of entries',
  });
  assert.throws(() => readSynonyms('- says: [a b]'), {
    message: 'synonyms.yaml, entry 1: expected "says" and "docs", or "same", each a list of words',
  });
  assert.throws(() => readSynonyms('- says: [help]\n  docs: [support]'), {
    message: 'synonyms.yaml: "help" is a word that queries lose, make it a phrase',
  });
});

test('words of the docs that no page has any more are told', () => {
  const synonyms = readSynonyms(
    '- says: [k8s]\n  docs: [docker, podman]\n- same: [dockerize, docker]\n- same: [foo]',
  );
  const isKnown = (stem: string) => stem === 'docker';
  assert.deepEqual(strayStems(synonyms, isKnown), ['podman', 'foo']);
});

test('Pagefind gets each text once, with weights, filters and marks around code', () => {
  const tab = (panel: number) => ({ tab: { group: 0, panel } });
  const html = pagefindPage({
    route: '/guides/state/',
    source: null,
    title: 'State <T>',
    description: 'Key & value',
    area: 'guides',
    languages: ['typescript', 'python'],
    sections: [
      section(
        '',
        prose('\nUse '),
        { ...code('state.get<T>()'), kind: 'inline code' },
        prose(', then'),
      ),
      section(
        'Set',
        code('await set(1)\nend()', tab(0)),
        code('set(1)\nend()', tab(1)),
        code('end()', tab(2)),
      ),
    ],
  });
  assert.match(
    html,
    /<h1 id="_top" data-pagefind-weight="7" data-pagefind-meta="title">State &lt;T&gt;<\/h1>/,
  );
  assert.match(html, /data-pagefind-filter="section:guides"/);
  assert.match(html, /data-pagefind-filter="language:python"/);
  assert.ok(html.includes(`Use ${CODE_START}state.get&lt;T&gt;()${CODE_END}, then`));
  assert.ok(html.includes(`${CODE_START}await set(1)${LINE_END}\nend()${CODE_END}`));
  assert.ok(html.includes(`${CODE_START}set(1)${CODE_END}`));
  assert.equal(html.split('end()').length, 2);
});
