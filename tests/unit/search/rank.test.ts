import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuery } from '../../../src/search/query.ts';
import { rank } from '../../../src/search/rank.ts';
import type { SearchOptions } from '../../../src/search/result.ts';
import { indexPages } from '../../../src/search/indexing/index-pages.ts';
import { openIndex } from '../../../src/search/section-index.ts';
import { WEIGHTS } from '../../../src/search/weights.ts';
import { AREAS, PAGES, prose, section, smallSite } from './small-site.ts';

const index = smallSite();

/** `route#heading` of the hits, best first. */
function found(query: string, options: SearchOptions = {}): string[] {
  return rank(readQuery(query, index), index, options).map(({ section }) => {
    const { page, heading } = index.sections[section] ?? { page: -1, heading: '' };
    return `${index.pages[page]?.route}#${heading}`;
  });
}

test('the section that has the words in its heading comes first', () => {
  assert.equal(found('fifo queues')[0], '/guides/infrastructure/#FIFO Queues');
  assert.equal(found('create a stream')[0], '/guides/streams/#Creating a Stream');
});

test('a page asked for by its title opens at its top', () => {
  assert.equal(found('infrastructure')[0], '/guides/infrastructure/#');
});

test('a page’s title with a heading of its own finds that section, not the top', () => {
  assert.equal(found('real-time access')[0], '/guides/streams/#Stream Access');
  assert.equal(found('fly configure redis')[0], '/deployment/fly/#Configure Redis');
});

test('a section is found by a question that it answers, in none of its own words', () => {
  assert.equal(found('who may listen?')[0], '/guides/streams/#Stream Access');
});

test('a heading that only opens those below it stands behind what they say', () => {
  const opened = openIndex(
    indexPages(
      [
        {
          ...PAGES[0],
          sections: [
            section(''),
            section('Queue Settings'),
            { ...section('Order', prose('Settings of a queue keep its order.')), level: 3 },
          ],
          asks: [],
        } as (typeof PAGES)[number],
      ],
      AREAS,
      [],
    ),
    WEIGHTS,
  );
  const best = (query: string) => {
    const [{ section: number } = { section: -1 }] = rank(readQuery(query, opened), opened);
    return opened.sections[number]?.heading;
  };
  assert.equal(best('queue order'), 'Order');
  assert.equal(best('queue settings'), 'Queue Settings');
});

test('what helps when something goes wrong comes first for a complaint, and for nothing else', () => {
  const troubled = openIndex(
    indexPages(
      [
        {
          ...PAGES[0],
          sections: [
            section(''),
            section('Sending', prose('A worker takes each message from the queue.')),
            section('Common Issues', prose('Is the message in the queue, and its worker there?')),
          ],
          asks: [],
        } as (typeof PAGES)[number],
      ],
      AREAS,
      [],
    ),
    WEIGHTS,
  );
  const best = (query: string) => {
    const [{ section: number } = { section: -1 }] = rank(readQuery(query, troubled), troubled);
    return troubled.sections[number]?.heading;
  };
  assert.equal(best('worker takes the message of a queue'), 'Sending');
  assert.equal(best('the worker does not get the message of a queue'), 'Common Issues');
});

test('a symbol of a code block is found', () => {
  assert.equal(found('StreamConfig')[0], '/guides/streams/#Creating a Stream');
});

test('a page gives a few sections at most', () => {
  const streams = found('stream', { limit: 20 }).filter((hit) =>
    hit.startsWith('/guides/streams/'),
  );
  assert.equal(streams.length, index.weights.perPage);
});

test('what was removed stands behind what replaces it, unless it is asked for by name', () => {
  const hits = found('redis adapters config.yaml');
  assert.deepEqual(hits.slice(0, 3), [
    '/deployment/railway/#Configure Redis',
    '/deployment/fly/#Configure Redis',
    '/guides/adapters/#What Changed',
  ]);
  assert.match(found('adapters')[0] ?? '', /^\/guides\/adapters\/#/);
  assert.match(found('removed adapters')[0] ?? '', /^\/guides\/adapters\/#/);
});

test('a section that says the same as one already listed stands back', () => {
  const scores = rank(readQuery('redis config', index), index);
  const twins = scores.filter(
    ({ section }) => index.sections[section]?.heading === 'Configure Redis',
  );
  assert.equal(twins.length, 2);
  assert.ok((twins[1]?.score ?? 1) <= (twins[0]?.score ?? 0) * index.weights.again + 1e-9);
});

test('only sections of the wanted area and language are listed', () => {
  assert.deepEqual(
    new Set(found('redis stream', { section: 'deployment' }).map((hit) => hit.split('/')[1])),
    new Set(['deployment']),
  );
  assert.deepEqual(found('redis stream', { language: 'python' }), []);
  assert.ok(
    found('messages in order', { language: 'typescript' }).includes(
      '/guides/infrastructure/#FIFO Queues',
    ),
  );
});

test('sections that hold the phrase of a query come before others', () => {
  const query = readQuery('redis adapters', index);
  const last = rank(query, index).at(-1)?.section ?? -1;
  assert.equal(rank(query, index, {}, new Map([[last, 1]]))[0]?.section, last);
});

test('no more hits than wanted, and none for words that nobody knows', () => {
  assert.equal(found('stream', { limit: 2 }).length, 2);
  assert.deepEqual(found('xylophone'), []);
});

test('a reader’s own language moves other code back, and hides no page', () => {
  const pagesOf = (hits: string[]) => new Set(hits.map((hit) => hit.split('#')[0]));
  const anyone = rank(readQuery('StreamConfig', index), index);
  const pythonist = rank(readQuery('StreamConfig', index), index, { preferred: 'python' });
  assert.deepEqual(pagesOf(found('stream', { preferred: 'python' })), pagesOf(found('stream')));
  assert.equal(pythonist[0]?.score, (anyone[0]?.score ?? 0) * index.weights.otherLanguage);
  assert.deepEqual(found('StreamConfig', { preferred: 'typescript' }), found('StreamConfig'));
});
