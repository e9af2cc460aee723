import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathProblem, placeEntries } from '../../../src/split/route.ts';
import { segmentDump } from '../../../src/split/segment.ts';
import { dumpOf, SCRAPE, TABLES, titled } from './scrape.ts';

const table = TABLES.sections.sections;
const placed = placeEntries(segmentDump(SCRAPE.text).entries, table);
const place = (...paths: string[]): ReturnType<typeof placeEntries> => {
  const dump = dumpOf(...paths.map((path): [string, ...string[]] => [path, ...titled('T')]));
  return placeEntries(segmentDump(new TextDecoder().decode(dump)).entries, table);
};

describe('placing the pages of the scrape', () => {
  it('gives each of the 55 pages a file and a route of its own, without a finding', () => {
    assert.equal(new Set([...placed.places.values()].map(({ file }) => file)).size, 55);
    assert.equal(new Set([...placed.places.values()].map(({ route }) => route)).size, 55);
    assert.deepEqual(placed.findings, []);
  });

  for (const [source, file, route] of [
    ['/docs', 'index.mdx', '/'],
    ['/docs/concepts/steps', 'concepts/steps.mdx', '/concepts/steps/'],
    ['/docs/development-guide/streams', 'guides/streams.mdx', '/guides/streams/'],
    ['/docs/deployment-guide/fly', 'deployment/fly.mdx', '/deployment/fly/'],
    [
      '/docs/deployment-guide/motia-cloud/faq',
      'deployment/motia-cloud/faq.mdx',
      '/deployment/motia-cloud/faq/',
    ],
    ['/docs/examples', 'examples/index.mdx', '/examples/'],
    [
      '/docs/examples/gmail-automation',
      'examples/gmail-automation.mdx',
      '/examples/gmail-automation/',
    ],
    ['/docs/api-reference', 'reference/api.mdx', '/reference/api/'],
    ['/docs/product-showcase', 'showcase/index.mdx', '/showcase/'],
    ['/docs/why-motia', 'getting-started/why-motia.mdx', '/getting-started/why-motia/'],
    [
      '/docs/getting-started/build-your-first-motia-app',
      'getting-started/build-your-first-motia-app/index.mdx',
      '/getting-started/build-your-first-motia-app/',
    ],
  ] as const) {
    it(`puts ${source} at ${route}`, () => {
      const found = placed.places.get(source);
      assert.deepEqual([found?.file, found?.route], [file, route]);
    });
  }

  it('orders a section as its table says', () => {
    const guides = [...placed.places.values()].filter(({ section }) => section === 'guides');
    const first = guides.sort((a, b) => a.order - b.order).slice(0, 3);
    assert.deepEqual(
      first.map(({ file }) => file),
      ['guides/project-structure.mdx', 'guides/state-management.mdx', 'guides/streams.mdx'],
    );
  });
});

describe('placing unknown and hostile paths', () => {
  it('keeps the dots of a name, and makes any other name safe as a file', () => {
    for (const [path, file] of [
      ['/docs/concepts/v1.0', 'concepts/v1.0.mdx'],
      ['/docs/concepts/next.js', 'concepts/next.js.mdx'],
      ['/docs/concepts/Next.js.mdx.md', 'concepts/next.js.mdx'],
      ['/docs/concepts/build-your-first-app.mdx.md', 'concepts/build-your-first-app.mdx'],
      ['/docs/concepts/a..b.', 'concepts/a.b.mdx'],
      ['/docs/concepts/b(c)', 'concepts/bc.mdx'],
      ['/docs/concepts/ my page ', 'concepts/my-page.mdx'],
      ['/docs/concepts/my%20page', 'concepts/my-page.mdx'],
      ['/docs/concepts/Été', 'concepts/été.mdx'],
    ] as const)
      assert.deepEqual(
        [...place(path).places.values()].map((found) => [found.file, found.route]),
        [[file, `/${file.replace('.mdx', '/')}`]],
      );
  });

  it('makes a section of an unknown first segment, with one warning', () => {
    const { places, sections, findings } = place(
      '/docs/advanced-features/atomic-updates',
      '/docs/advanced-features/hooks',
    );
    assert.equal(places.get('/docs/advanced-features/hooks')?.file, 'advanced-features/hooks.mdx');
    assert.deepEqual(sections, [
      { slug: 'advanced-features', label: 'Advanced Features', description: '' },
    ]);
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['unknown-prefix', 'warning']],
    );
  });

  for (const [path, problem] of [
    ['/docs/../../etc/passwd', 'path has the segment ".."'],
    ['/docs/%2e%2e/%2e%2e/secret', 'path has the segment ".."'],
    ['/docs/a%2f..%2fb', 'path has a separator or a drive inside a segment'],
    ['/etc/passwd', 'path is not below /docs'],
    ['/docs/con', 'path has the reserved name "con"'],
    ['/docs/concepts/.git', 'path has the reserved name ".git"'],
    ['/docs/_source/x', 'path has the reserved name "_source"'],
    ['/docs/a\u0007b', 'path has a control character'],
    ['/docs/a\u202eb', 'path has a control character'],
    ['/docs/%zz', 'path has a malformed percent escape'],
    ['/docs/search', 'path is an address of the site itself'],
    ['/docs/concepts/(con)', 'path has the reserved name "(con)"'],
    ['/docs/concepts/con.v1', 'path has the reserved name "con.v1"'],
    ['/docs/concepts/(_x)', 'path has the reserved name "(_x)"'],
    ['/docs/concepts/Index', 'path has the reserved name "Index"'],
    ['/docs/concepts/index.html', 'path has the reserved name "index.html"'],
    ['/docs/concepts/llms.txt', 'path has the reserved name "llms.txt"'],
    ['/docs/a.md/b', 'path has the reserved name "a.md"'],
    ['/docs/concepts/steps.python', 'path has the reserved name "steps.python"'],
    ['/docs/concepts/...', 'path has the segment "...", which has no letter'],
    ['/docs/robots.txt', 'path is an address of the site itself'],
    [`/docs/${'x'.repeat(101)}`, 'path has a segment of over 100 characters'],
  ] as const) {
    it(`refuses ${JSON.stringify(path).slice(0, 40)}: ${problem}`, () => {
      assert.equal(pathProblem(path), problem);
    });
  }

  it('accepts names that only look special', () => {
    for (const path of [
      '/docs/concepts/console',
      '/docs/development-guide/search',
      '/docs/concepts/Été',
    ])
      assert.equal(pathProblem(path), undefined);
  });

  it('refuses two paths that differ only in case', () => {
    const { findings } = place('/docs/concepts/Steps', '/docs/concepts/steps');
    assert.deepEqual(
      findings.map(({ rule, severity, line }) => [rule, severity, line]),
      [['path-collision', 'error', 13]],
    );
  });
});
