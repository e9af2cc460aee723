import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitDump, type SplitResult } from '../../../src/split/index.ts';
import { dumpOf, excerpt, SCRAPE_BYTES, TABLES, titled } from './scrape.ts';

const page = (...lines: string[]): SplitResult =>
  splitDump(dumpOf(['/docs/concepts/a', ...lines]), TABLES);
const text = (...lines: string[]): string => page(...lines).files.get('concepts/a.mdx') ?? '';

describe('a page', () => {
  it('whose neighbour lost its entry line keeps both, and says so', () => {
    const { files, findings } = page(
      ...titled('A'),
      'Text of a.',
      '',
      '---',
      'title: "Second"',
      'description: Its description',
      '---',
      '',
      'Text of b.',
    );
    assert.match(
      files.get('concepts/a.mdx') ?? '',
      /Text of a\.\n\n# Second\n\nIts description\n\nText of b\.\n$/,
    );
    assert.deepEqual(
      findings.map(({ rule, severity, line }) => [rule, severity, line]),
      [['second-frontmatter', 'warning', 13]],
    );
  });

  it('that would swallow another, whose entry line cannot be read, is refused with both lines', () => {
    for (const line of [
      '-   [b](/docs/concepts/b) Documentation for b.',
      '*   [b](/docs/concepts/b): Documentation for b.',
      '[b](/docs/concepts/b): Code: example',
    ])
      assert.deepEqual(
        page(...titled('A'), 'Text.', '', line, ...titled('B'), 'Text.')
          .findings.filter(({ severity }) => severity === 'error')
          .map(({ line, message }) => [line, message]),
        [
          [
            13,
            'no entry line, but it stands above a frontmatter, inside the page that begins at line 6; write it as "-   [name](/docs/path): Documentation for name."',
          ],
        ],
      );
  });

  it('with a rule between paragraphs is no second frontmatter', () => {
    assert.deepEqual(page(...titled('A'), 'One.', '', '---', '', 'Two.', '', '---').findings, []);
  });

  it('without a description takes its first paragraph, in whole sentences, and says so', () => {
    const long = 'First sentence here. '.repeat(12).trim();
    const mdx = text(...titled('A'), '## Heading', '', long);
    assert.match(mdx, /\ndescription: (First sentence here\. ?){9}\ndescriptionDerived: true\n/);
  });

  it('takes a dot within a word for no end of a sentence in its description', () => {
    assert.match(
      text(...titled('A'), excerpt(28696, 28696)),
      /\ndescription: This ChessArena\.AI platform demonstrates how to build sophisticated AI evaluation systems using event-driven architecture\.\n/,
    );
  });

  it('reports frontmatter that has no meaning here', () => {
    const { findings } = page('---', 'title: A', 'full: true', '---', '', 'x');
    assert.deepEqual(
      findings.map(({ rule, line }) => [rule, line]),
      [['unknown-frontmatter', 9]],
    );
  });

  it('whose frontmatter is no YAML is refused with its line', () => {
    const [finding] = page('---', 'title: a', 'description: b: c', '---', '', 'x').findings;
    assert.deepEqual(
      [finding?.rule, finding?.severity, finding?.line],
      ['bad-frontmatter', 'error', 9],
    );
  });

  it('whose frontmatter has an alias of nothing is refused with its line', () => {
    const [finding] = page('---', 'title: *missing', '---', '', 'x').findings;
    assert.deepEqual(
      [finding?.rule, finding?.page, finding?.line],
      ['bad-frontmatter', 'concepts/a', 8],
    );
  });

  it('without frontmatter takes its name for a title', () => {
    const { manifest, findings } = page('Just text.');
    assert.equal(manifest.pages[0]?.title, 'name');
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['no-frontmatter'],
    );
  });

  it('loses imports of components, over several lines too, and never code that looks like one', () => {
    const mdx = text(
      ...titled('A'),
      'import {',
      '  Tabs,',
      "  Tab } from 'fumadocs-ui/components/tabs';",
      '',
      '```ts',
      "import x from 'y'",
      '```',
    );
    assert.match(mdx, /\n---\n\n```ts\nimport x from 'y'\n```\n$/);
  });

  for (const [what, body, rule, message] of [
    [
      'that is nested too deeply',
      `${'>'.repeat(5000)} x`,
      'too-deep',
      'more than 100 elements, lists or quotes within each other; take some out',
    ],
    [
      'whose film is a script',
      '<video src="javascript:alert(1)" />',
      'odd-video',
      'unexpected <video src="javascript:alert(1)">, expected an http(s) address or a path',
    ],
  ] as const) {
    it(`${what} stops the split in one line that names it`, () => {
      const { files, findings } = page(...titled('A'), body);
      assert.equal(files.size, 0);
      assert.deepEqual(
        findings.map((finding) => [finding.rule, finding.severity, finding.page, finding.message]),
        [[rule, 'error', 'concepts/a', message]],
      );
    });
  }

  it('reads a title that is written as an element', () => {
    const { files, findings } = page(...titled('A'), '<Callout title={<b>Mind</b>}>x</Callout>');
    assert.deepEqual(findings, []);
    assert.match([...files.values()].join(''), /<Aside [^>]*title="Mind"/);
  });

  it('tells of words that it cannot show, because they would have to be run', () => {
    const { findings } = page(...titled('A'), '<Callout title={mind()}>x</Callout>');
    assert.deepEqual(
      findings.map(({ rule, severity, message }) => [rule, severity, message]),
      [['unreadable-text', 'warning', '<Callout title={mind()}> is no plain text and is left out']],
    );
  });

  it('names the components it uses in its imports, and no others', () => {
    const mdx = text(
      ...titled('A'),
      '<Callout type="info">x</Callout>',
      '',
      '<Card title="t" href="https://x.y">z</Card>',
    );
    assert.match(mdx, /\n\nimport \{ Aside, LinkCard \} from '#components';\n\n<Aside/);
  });
});

describe('the pages of the scrape', () => {
  const { manifest } = splitDump(SCRAPE_BYTES, TABLES);

  it('have a description each, three of them derived', () => {
    assert.ok(manifest.pages.every(({ description }) => description));
    assert.deepEqual(
      manifest.pages
        .filter(({ descriptionDerived }) => descriptionDerived)
        .map(({ source }) => source),
      ['/docs/examples', '/docs/product-showcase/chessarena-ai', '/docs/product-showcase'],
    );
  });

  it('know their languages', () => {
    const steps = manifest.pages.find(({ source }) => source === '/docs/concepts/steps');
    assert.deepEqual(steps?.languages, ['typescript', 'javascript', 'python']);
  });

  it('know where in the scrape each of their code blocks stands', () => {
    const steps = manifest.pages.find(({ source }) => source === '/docs/concepts/steps');
    assert.deepEqual(steps?.blocks.slice(0, 3), [2342, 2365, 2384]);
    assert.equal(steps.blocks.length, 33);
  });

  it('redirect from every upstream path and alias', () => {
    const to = new Map(manifest.redirects.map(({ from, to }) => [from, to]));
    assert.equal(to.get('/docs/development-guide/streams'), '/guides/streams/');
    assert.equal(to.get('/docs/concepts'), '/concepts/');
    assert.equal(to.get('/docs/contribution/how-to-contribute'), '/community/contribution/');
    assert.equal(to.has('/docs/manifesto'), false);
  });
});
