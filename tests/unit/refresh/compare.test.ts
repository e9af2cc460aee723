import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { about, compared, type SmallPage } from './small-scrapes.ts';

const STREAMS: SmallPage = ['/docs/concepts/streams', 'Streams', about('stream')];
const QUEUES: SmallPage = ['/docs/concepts/queues', 'Queues', about('queue')];

const sources = (pages: readonly { readonly source: string }[]): string[] =>
  pages.map(({ source }) => source);

describe('pages', () => {
  test('the same text on both sides is no change', () => {
    const { added, removed, moved, changed, same } = compared([STREAMS], [STREAMS]);
    assert.deepEqual([added, removed, moved, changed], [[], [], [], []]);
    assert.equal(same.length, 1);
  });

  test('blanks at the ends of lines and more lines above a page are no change', () => {
    const [path, title, text] = STREAMS;
    const { changed } = compared([STREAMS], [QUEUES, [path, title, `${text}  `, '']]);
    assert.deepEqual(changed, []);
  });

  test('a page that only one side has was added or removed', () => {
    const { added, removed } = compared([STREAMS], [QUEUES]);
    assert.deepEqual(
      [sources(added), sources(removed)],
      [['/docs/concepts/queues'], ['/docs/concepts/streams']],
    );
  });

  test('a page with the same words at another path has moved, even with a sentence more', () => {
    const [, title, text = ''] = STREAMS;
    const { added, removed, moved } = compared(
      [STREAMS, QUEUES],
      [QUEUES, ['/docs/guides/streams', title, text, '', 'One sentence more.']],
    );
    assert.deepEqual([added, removed], [[], []]);
    assert.deepEqual(
      moved.map(({ before, after }) => [before.source, after.source]),
      [['/docs/concepts/streams', '/docs/guides/streams']],
    );
  });

  test('a page is not changed by it that a page to which it links has moved', () => {
    const [, title, text = ''] = STREAMS;
    const linking: SmallPage = [
      '/docs/concepts/b',
      'B',
      '[Streams](/docs/concepts/streams)',
      '',
      'x',
    ];
    const { changed } = compared(
      [STREAMS, linking],
      [['/docs/guides/streams', title, text], linking],
    );
    assert.deepEqual(changed, []);
  });
});

/** What happened to the sections of a page, by their headings. */
function sections(before: string[], after: string[]) {
  const page = (lines: string[]): SmallPage[] => [['/docs/concepts/a', 'A', ...lines]];
  const { changed } = compared(page(before), page(after));
  const [change] = changed;
  assert.ok(change);
  const headings = (list: readonly { heading: string }[]) => list.map(({ heading }) => heading);
  return {
    added: headings(change.added),
    removed: headings(change.removed),
    reworded: headings(change.reworded.map((one) => one.after)),
    renamed: change.renamed.map((one) => `${one.before.heading} → ${one.after.heading}`),
    reordered: headings(change.reordered.map((one) => one.after)),
    code: change.code,
  };
}
const NOTHING = { added: [], removed: [], reworded: [], renamed: [], reordered: [] };
const NO_CODE = { added: [], removed: [], changed: [] };

describe('sections of a page that changed', () => {
  const one = ['## One', '', about('stream')];
  const two = ['', '## Two', '', about('queue')];

  test('a section was added, one was removed, one has other words', () => {
    const other = ['', '## Three', '', about('trigger')];
    assert.deepEqual(sections([...one, ...two], [...one, ' More.', ...other]), {
      ...NOTHING,
      added: ['Three'],
      removed: ['Two'],
      reworded: ['One'],
      code: NO_CODE,
    });
  });

  test('a section with another heading and the same words was renamed', () => {
    assert.deepEqual(
      sections([...one, ...two], ['## The first one', '', about('stream'), ...two]),
      {
        ...NOTHING,
        renamed: ['One → The first one'],
        code: NO_CODE,
      },
    );
  });

  test('a heading that lost its emoji is the same section, however little it says', () => {
    assert.deepEqual(sections(['## 💬 Help', '', 'Ask.'], ['## Help', '', 'Ask.']), {
      ...NOTHING,
      renamed: ['💬 Help → Help'],
      code: NO_CODE,
    });
  });

  test('of sections in another order the fewest are said to have moved', () => {
    const three = ['', '## Three', '', about('trigger')];
    assert.deepEqual(
      sections([...one, ...two, ...three], [...two.slice(1), ...three, '', ...one]).reordered,
      ['One'],
    );
  });

  test('text before the first heading is a section without one', () => {
    assert.deepEqual(sections(['First.', '', ...one], ['Second.', '', ...one]).reworded, ['']);
  });

  test('a block that took the place of another in its section has changed; others came or went', () => {
    const block = (language: string, code: string) => ['', `\`\`\`${language}`, code, '```'];
    const before = [
      '## One',
      ...block('ts', 'one()'),
      ...block('ts', 'same()'),
      ...block('bash', 'gone'),
    ];
    const after = [
      '## One',
      ...block('ts', 'same()'),
      ...block('ts', 'two()'),
      ...block('python', 'new'),
    ];
    const { code } = sections(before, after);
    assert.deepEqual(
      {
        added: code.added.map((sample) => sample.code),
        removed: code.removed.map((sample) => sample.code),
        changed: code.changed.map((sample) => `${sample.before.code} → ${sample.after.code}`),
      },
      { added: ['new'], removed: ['gone'], changed: ['one() → two()'] },
    );
  });

  test('a section that left its page is found on the page that has it now', () => {
    const { elsewhere } = compared(
      [['/docs/concepts/a', 'A', ...one, ...two], QUEUES],
      [
        ['/docs/concepts/a', 'A', ...one],
        [...QUEUES, '', '## Second', '', about('queue').replace('free', 'there')],
      ],
    );
    assert.deepEqual(
      [...elsewhere.values()]
        .flat()
        .map((gone) => [gone.before.heading, gone.page.route, gone.after.anchor]),
      [['Two', '/concepts/queues/', 'second']],
    );
  });
});
