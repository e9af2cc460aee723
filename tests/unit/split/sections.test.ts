import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSections } from '../../../src/split/sections.ts';
import { ROOT } from './scrape.ts';

const YAML = readFileSync(join(ROOT, 'content/_source/sections.yaml'), 'utf8');

describe('the section table', () => {
  it('is read with its sections in order, and nothing for what a section leaves out', () => {
    const { scrape, sections } = readSections(YAML);
    assert.equal(scrape.upstream, 'https://www.motia.dev');
    assert.partialDeepStrictEqual(scrape.date, { earliest: '2025-12-15', latest: '2026-03-03' });
    assert.match(scrape.date.evidence, /^Upstream’s docs of the first day .+\.$/);
    assert.deepEqual(
      sections.map(({ slug }) => slug),
      [
        'getting-started',
        'concepts',
        'guides',
        'deployment',
        'examples',
        'reference',
        'showcase',
        'community',
      ],
    );
    assert.partialDeepStrictEqual(sections[5], {
      from: [],
      pages: { '/docs/api-reference': 'api' },
      order: [],
    });
  });

  for (const [what, from, to, message] of [
    [
      'a field that is missing',
      '    label: Concepts\n',
      '',
      'sections.1.label: Invalid input: expected string, received undefined',
    ],
    [
      'a field that is misspelt',
      '    from: [/docs/concepts]',
      '    form: [/docs/concepts]',
      'sections.1: Unrecognized key: "form"',
    ],
    [
      'one path where a list belongs',
      '    from: [/docs/concepts]',
      '    from: /docs/concepts',
      'sections.1.from: Invalid input: expected array, received string',
    ],
    [
      'a path that leaves the folder',
      'api-reference: api',
      'api-reference: ../api',
      'sections.5.pages./docs/api-reference: expected a path such as motia-cloud/faq',
    ],
    [
      'a day that is none',
      'latest: 2026-03-03',
      'latest: 3 March',
      'scrape.date.latest: Invalid ISO date',
    ],
    [
      'days in the wrong order',
      'latest: 2026-03-03',
      'latest: 2025-12-14',
      'scrape.date: expected earliest before latest',
    ],
  ] as const)
    it(`is refused with the place of ${what}`, () => {
      assert.ok(YAML.includes(from));
      assert.throws(() => readSections(YAML.replace(from, to)), {
        message: `sections.yaml: ${message}`,
      });
    });
});
