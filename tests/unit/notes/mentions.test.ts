import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePage } from '../../../src/markdown/index.ts';
import { mentionsOn, patternOf } from '../../../src/notes/mentions.ts';
import type { LackingName } from '../../../src/notes/lacking.ts';

const gone = (name: string, kind: LackingName['kind'], page = 'a.mdx'): LackingName => {
  const place = { page, route: '/a/', heading: '', anchor: '', ordinal: null };
  return { name, kind, from: '', versions: [], places: [place], note: undefined };
};

function mentioned(mdx: string, names: LackingName[], judged: number[] = []): string[] {
  const page = { tree: parsePage(mdx, 'a.mdx'), mdx };
  return mentionsOn(page, 'a.mdx', names, (ordinal) => judged.includes(ordinal)).map(
    ({ note, located }) => `${located.anchor}:${located.line} ${note.title}`,
  );
}

const setup = gone('motia docker setup', 'command');

test('the first mention of a name in each section is marked, in prose, headings and code', () => {
  const mdx =
    'Run `npx motia@latest docker setup`, or\n`motia docker setup`.\n\n## motia docker setup\n\nText.\n\n## Two\n\n```bash\nmotia docker setup\n```\n';
  const title = '`motia docker setup` is not in `motia` 1.0.0-rc.26';
  assert.deepEqual(mentioned(mdx, [setup]), [
    `:1 ${title}`,
    `motia-docker-setup:4 ${title}`,
    `two:10 ${title}`,
  ]);
});

test('code that is judged is marked by itself', () => {
  assert.deepEqual(mentioned('```bash\nmotia docker setup\n```\n', [setup], [1]), []);
});

test('a name that is a plain word counts in code, on pages that import it', () => {
  const word = [gone('Stream', 'export')];
  assert.deepEqual(mentioned('A Stream of text.', word), []);
  assert.equal(mentioned('A `Stream` of text.', word).length, 1);
  assert.deepEqual(mentioned('A `Stream` of text.', [gone('Stream', 'export', 'b.mdx')]), []);
});

test('names are whole: neither a longer word nor a path around them', () => {
  const isFound = (name: string, kind: LackingName['kind'], text: string) =>
    patternOf({ name, kind }).test(text);
  assert.equal(isFound('motia/test', 'entry', "import { x } from 'motia/test'"), true);
  assert.equal(isFound('motia/test', 'entry', '@scope/motia/tests'), false);
  assert.equal(
    isFound('motia create --template', 'option', 'npx motia@latest create -n a --template b'),
    true,
  );
  assert.equal(isFound('motia create --template', 'option', 'npx motia@latest create'), false);
  assert.equal(isFound('NoopConfig', 'export', 'NoopConfigs'), false);
});
