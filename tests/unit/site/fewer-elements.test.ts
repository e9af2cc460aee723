import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { select, selectAll, toText } from '@astrojs/starlight/expressive-code/hast';
import type { Element, ElementContent, Root } from 'hast';
import { createRenderer } from 'rehype-expressive-code';
import { fewerElementsPlugin, useFewerElements } from '../../../src/site/code/fewer-elements.ts';
import { codeOptions } from '../../../src/site/code/options.ts';

/** The code of a real page, by the language of its fences. */
const page = readFileSync('content/guides/streams.mdx', 'utf8');
const fences = [...page.matchAll(/^( *)```(\w+)[^\n]*\n([\s\S]*?)^\1```$/gm)].map(
  ([, , language = '', code = '']) => ({ language, code }),
);

let renderer: Awaited<ReturnType<typeof createRenderer>>;
before(async () => {
  const plugins = codeOptions.plugins.filter((plugin) => plugin !== fewerElementsPlugin);
  renderer = await createRenderer({ ...codeOptions, plugins });
});

async function rendered(code: string, language: string): Promise<Element> {
  const { renderedGroupAst } = await renderer.ec.render({ code, language });
  return renderedGroupAst as Element;
}

const PLAIN = '--0:plain;--1:plain';

/** Each character that one sees, with its style. */
function painted(block: Element): string[] {
  const own = String(select('code', block)?.properties['style'] ?? PLAIN);
  const of = (node: ElementContent, style: string): string[] => {
    if (node.type === 'text') return [...node.value].map((character) => `${character} ${style}`);
    if (node.type !== 'element') return [];
    const inside = String(node.properties['style'] ?? style);
    return node.children.flatMap((child) => of(child, inside));
  };
  return selectAll('.ec-line', block)
    .flatMap((line) => line.children.flatMap((child) => of(child, own)))
    .filter((character) => character.trim() !== '' && !/^\s /.test(character));
}

const elementsIn = (block: Element) => selectAll('.ec-line *', block as unknown as Root).length;

describe('a block with fewer elements', () => {
  test('shows every character in its colour, and the same text', async () => {
    assert.ok(fences.length > 5);
    for (const { code, language } of fences) {
      const block = await rendered(code, language);
      const [text, paint] = [toText(block), painted(block)];
      useFewerElements(block, PLAIN);
      assert.equal(toText(block), text);
      assert.deepEqual(painted(block), paint);
    }
  });

  test('has less than half of them', async () => {
    let [before, after] = [0, 0];
    for (const { code, language } of fences) {
      const block = await rendered(code, language);
      before += elementsIn(block);
      useFewerElements(block, PLAIN);
      after += elementsIn(block);
    }
    assert.ok(after < before / 2, `${after} of ${before}`);
  });

  test('has one for a line', async () => {
    const block = await rendered('const a = 1\n\nconst b = 2', 'ts');
    useFewerElements(block, PLAIN);
    assert.equal(selectAll('.ec-line', block).length, 3);
    assert.deepEqual(selectAll('.ec-line div', block as unknown as Root), []);
  });

  test('has none for the blanks that a line begins with', async () => {
    for (const { code, language } of fences) {
      const block = await rendered(code, language);
      useFewerElements(block, PLAIN);
      assert.deepEqual(selectAll('.indent', block), []);
    }
  });

  test('keeps marks and what else is no colour', async () => {
    const { renderedGroupAst } = await renderer.ec.render({
      code: 'const a = 1',
      language: 'ts',
      meta: '"a"',
    });
    const block = renderedGroupAst as Element;
    useFewerElements(block, PLAIN);
    assert.equal(toText(select('mark', block) ?? assert.fail()), 'a');
  });
});
