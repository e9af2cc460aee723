/** When the text was scraped, as every export says it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readKit, readLibrary } from '../../../src/content/read-library.ts';
import { assistantMd } from '../../../src/llms/assistant.ts';
import { bundlesOf } from '../../../src/llms/bundles.ts';
import { llmsTxt } from '../../../src/llms/llms-txt.ts';
import { pagesJson } from '../../../src/llms/pages-json.ts';
import { skillMd } from '../../../src/llms/skill.ts';
import { twinFiles } from '../../../src/llms/twin-files.ts';
import { addressOf } from '../../../src/model/address.ts';
import { daysOf, whenScraped } from '../../../src/model/scrape-date.ts';

const library = readLibrary('content', addressOf({ SITE_URL: 'https://docs.example' }));
const { corrections, skill } = readKit();
const BETWEEN = 'between 2025-12-15 and 2026-03-03';

test('a day that is known is one day', () => {
  const date = { earliest: '2026-04-01', latest: '2026-04-01', evidence: 'We fetched it.' };
  assert.deepEqual([daysOf(date), whenScraped(date)], ['2026-04-01', 'on 2026-04-01']);
});

test('a day that is not known is the days between which it lies', () => {
  const date = { earliest: '2025-12-15', latest: '2026-03-03', evidence: 'Two dumps.' };
  assert.deepEqual([daysOf(date), whenScraped(date)], [BETWEEN, BETWEEN]);
});

describe('between which days the text was scraped is said', () => {
  test('by every twin of a scraped page, in its frontmatter', () => {
    const twins = twinFiles(library).filter(({ text }) => /^source: /m.test(text));
    assert.ok(twins.length > library.routes.pages.length);
    const silent = twins.filter(({ text }) => !text.includes(`\nscraped: ${BETWEEN}\n`));
    assert.deepEqual(
      silent.map(({ route }) => route),
      [],
    );
  });

  test('by llms.txt, with how we know', () => {
    const said = `Unofficial; as scraped from https://www.motia.dev ${BETWEEN}. Upstream’s docs of the first day`;
    assert.ok(llmsTxt(library).includes(said));
  });

  for (const { route, text } of bundlesOf(library)) {
    test(`by ${route}`, () => {
      assert.ok(text.includes(`as scraped from https://www.motia.dev ${BETWEEN}.\n`));
    });
  }

  test('by the assistant and the skill', () => {
    assert.ok(assistantMd(library, corrections).includes(`https://www.motia.dev ${BETWEEN} (`));
    assert.match(skillMd(library, skill, corrections), RegExp(`^  scraped: ${BETWEEN}$`, 'm'));
  });

  test('by pages.json, as data', () => {
    const { earliest, latest, evidence } = pagesJson(library).scraped;
    assert.deepEqual([earliest, latest], ['2025-12-15', '2026-03-03']);
    assert.match(evidence, /^Upstream’s docs/);
  });
});
