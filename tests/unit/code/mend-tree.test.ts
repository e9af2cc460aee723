import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { diffTree, mendTree } from '../../../src/code/mend-tree.ts';
import { quoteOfWords } from '../../../src/notes/quote.ts';
import type { Fixes } from '../../../src/code/fixes.ts';
import { readFileSync } from 'node:fs';
import { parsePage } from '../../../src/markdown/parse.ts';

const FIXES: Fixes = {
  proved: ['1.0.0-rc.26'],
  patterns: [
    {
      id: 'trigger-http',
      why: 'the trigger `api` is called `http`',
      since: '1.0.0-rc.25',
      evidence: 'dist/index.d.mts',
      languages: ['typescript', 'javascript', 'python'],
      find: String.raw`(["']?type["']?: ["'])api(["'])`,
      replace: '$1http$2',
    },
  ],
  blocks: [],
  unfixable: [],
};

const FILE = 'concepts/steps.mdx';
const steps = (): Root => parsePage(readFileSync(`content/${FILE}`, 'utf8'), FILE);

function codeOf(tree: Root): Code[] {
  const blocks: Code[] = [];
  visit(tree, 'code', (node) => void blocks.push(node));
  return blocks;
}

describe('the code of a page', () => {
  it('is mended in the tree, with a first line that says what is changed', () => {
    const tree = steps();
    const before = codeOf(steps()).map(({ value }) => value);
    mendTree(tree, FILE, FIXES, new Map(), quoteOfWords);
    const first = codeOf(tree)[0]?.value.split('\n') ?? [];
    assert.equal(first[0], '// motia-docs: the trigger `api` is called `http`');
    assert.ok(first.some((line) => line.startsWith("    { type: 'http', path: '/hello',")));
    assert.equal(
      first.slice(1).join('\n').replace("type: 'http'", "type: 'api'"),
      before[0],
      'nothing else of the sample changes',
    );
  });

  it('says so in the comments of its language', () => {
    const tree = steps();
    mendTree(tree, FILE, FIXES, new Map(), quoteOfWords);
    const python = codeOf(tree).find(
      ({ lang, value }) => lang === 'python' && /motia-docs/.test(value),
    );
    assert.match(python?.value ?? '', /^# motia-docs: the trigger/);
  });

  it('stays as it is where no fix applies', () => {
    const tree = steps();
    mendTree(tree, FILE, { ...FIXES, patterns: [] }, new Map(), quoteOfWords);
    assert.deepEqual(
      codeOf(tree).map(({ value }) => value),
      codeOf(steps()).map(({ value }) => value),
    );
  });

  it('is shown with upstream’s lines and ours, each marked in the info string', () => {
    const tree = steps();
    diffTree(tree, FILE, FIXES);
    const [first] = codeOf(tree);
    const lines = first?.value.split('\n') ?? [];
    const [, del, ins] = /del=\{(\d+)\} ins=\{(\d+)\}/.exec(first?.meta ?? '') ?? [];
    assert.match(lines[Number(del) - 1] ?? '', /type: 'api'/);
    assert.match(lines[Number(ins) - 1] ?? '', /type: 'http'/);
    assert.equal(Number(ins), Number(del) + 1);
    assert.match(first?.meta ?? '', /^title="src\/hello\.step\.ts" /);
  });
});
