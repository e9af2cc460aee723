import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveLink, type LinkTargets } from '../../../../src/split/transforms/links.ts';
import { splitDump } from '../../../../src/split/index.ts';
import { dumpOf, SCRAPE_BYTES, TABLES, titled } from '../scrape.ts';

const targets: LinkTargets = {
  routes: new Map([
    ['/docs', '/'],
    ['/docs/concepts/steps', '/concepts/steps/'],
    ['/docs/development-guide/cli', '/guides/cli/'],
    ['/docs/examples', '/examples/'],
  ]),
  anchors: new Map([
    ['/docs/concepts/steps', new Set(['triggers', 'triggers-queue'])],
    ['/docs/development-guide/cli', new Set(['npx-motialatest-create'])],
  ]),
  aliases: TABLES.aliases,
  landings: new Set(['/concepts/', '/deployment/']),
  upstream: 'https://www.motia.dev',
};
const from = '/docs/development-guide/cli';
const resolve = (url: string, source = from): string => resolveLink(url, source, targets).url;

describe('links', () => {
  it('of upstream lead to our routes, with their anchors', () => {
    assert.equal(resolve('/docs/concepts/steps'), '/concepts/steps/');
    assert.equal(resolve('/docs/concepts/steps#triggers-queue'), '/concepts/steps/#triggers-queue');
    assert.equal(resolve('/docs/'), '/');
  });

  it('in other forms lead to the same pages', () => {
    assert.equal(resolve('/concepts/steps'), '/concepts/steps/');
    assert.equal(resolve('/llm-docs/concepts/steps.md'), '/concepts/steps/');
    assert.equal(resolve('../concepts/steps'), '/concepts/steps/');
    assert.equal(
      resolve('./cli#npx-motialatest-create', '/docs/development-guide/x'),
      '/guides/cli/#npx-motialatest-create',
    );
  });

  it('within a page stay within it', () => {
    assert.equal(resolve('#npx-motialatest-create'), '#npx-motialatest-create');
  });

  it('to other sites and mail addresses stay as they are', () => {
    for (const url of ['https://iii.dev/docs', 'mailto:hello@motia.dev', 'http://localhost:3000/x'])
      assert.equal(resolve(url), url);
  });

  it('that upstream left dead follow the reviewed table', () => {
    assert.equal(resolve('/docs/concepts'), '/concepts/');
    assert.equal(
      resolve('/docs/development-guide/cli#create', '/docs'),
      '/guides/cli/#npx-motialatest-create',
    );
    assert.equal(resolve('/manifesto'), 'https://www.motia.dev/manifesto');
  });

  it('that no table knows are problems, and lead upstream', () => {
    const { url, problem } = resolveLink('/docs/nowhere', from, targets);
    assert.equal(url, 'https://www.motia.dev/docs/nowhere');
    assert.equal(problem?.rule, 'dead-link');
  });

  it('that are no addresses are problems, and lead to where upstream begins', () => {
    const { url, problem } = resolveLink('\\\\[host', from, targets);
    assert.deepEqual([url, problem?.rule], ['https://www.motia.dev/', 'dead-link']);
  });

  it('to an anchor that is gone are problems, and lead to the page', () => {
    const { url, problem } = resolveLink('/docs/concepts/steps#gone', from, targets);
    assert.deepEqual([url, problem?.rule], ['/concepts/steps/', 'dead-anchor']);
  });

  for (const url of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ])
    it(`with the scheme of ${JSON.stringify(url)} are refused`, () => {
      assert.deepEqual(resolveLink(url, from, targets).problem?.rule, 'unsafe-link');
    });
});

describe('links of whole dumps', () => {
  it('lead to pages whatever their names are made of, encoded or not', () => {
    const urls = [
      '/docs/concepts/my%20page',
      '<../concepts/my page>',
      'b(c)#x',
      './v1.0.md',
      'été',
    ];
    const { files, findings } = splitDump(
      dumpOf(
        ['/docs/concepts/a', ...titled('A'), ...urls.map((url) => `- [x](${url})`)],
        ['/docs/concepts/my page', ...titled('B')],
        ['/docs/concepts/b(c)', ...titled('C'), '## X'],
        ['/docs/concepts/v1.0', ...titled('D')],
        ['/docs/concepts/%C3%A9t%C3%A9', ...titled('E')],
      ),
      TABLES,
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      [...(files.get('concepts/a.mdx') ?? '').matchAll(/\]\((.*)\)/g)].map(([, url]) => url),
      [
        '/concepts/my-page/',
        '/concepts/my-page/',
        '/concepts/bc/#x',
        '/concepts/v1.0/',
        '/concepts/été/',
      ],
    );
  });

  it('are all alive in the committed scrape', () => {
    const { findings } = splitDump(SCRAPE_BYTES, TABLES);
    assert.deepEqual(
      findings.filter(({ rule }) => /^dead|^unsafe/.test(rule)),
      [],
    );
  });

  it('name page and line when they are dead', () => {
    const dump = dumpOf(['/docs/concepts/a', ...titled('A'), 'See [b](/docs/concepts/b).']);
    const [finding] = splitDump(dump, TABLES).findings;
    assert.deepEqual(
      [finding?.page, finding?.line, finding?.severity],
      ['concepts/a', 11, 'warning'],
    );
  });

  it('never become code', () => {
    const dump = dumpOf([
      '/docs/concepts/a',
      ...titled('A'),
      '[x](javascript:alert(1)) <a href="javascript:y()">z</a>',
    ]);
    const text = splitDump(dump, TABLES).files.get('concepts/a.mdx') ?? '';
    assert.match(text, /_x \(javascript:alert\(1\)\)_ _z \(javascript:y\(\)\)_/);
  });
});
