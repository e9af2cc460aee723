import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fixes } from '../../../src/code/fixes.ts';
import type { BlockReport, Judgement, Reason } from '../../../src/code/report.ts';
import { samplesOf, SHOWN_VERSION, standingOf } from '../../../src/code/samples.ts';

const FIXES: Fixes = {
  proved: [SHOWN_VERSION],
  patterns: [
    {
      id: 'trigger-http',
      note: 'trigger-named-http',
      why: 'the trigger `api` is called `http`',
      since: '1.0.0-rc.25',
      evidence: 'dist/index.d.mts',
      languages: ['typescript'],
      find: 'api',
      replace: 'http',
    },
  ],
  blocks: [],
  unfixable: [],
};

function block(
  ordinal: number,
  judgement: Judgement,
  more: Partial<BlockReport> = {},
): BlockReport {
  const place = { page: 'a.mdx', route: '/a/', heading: 'A', anchor: 'a', ordinal };
  const text = { language: 'typescript', title: null, sha256: '', line: 1, form: 'whole' };
  return { ...place, ...text, motia: true, verdicts: { [SHOWN_VERSION]: judgement }, ...more };
}

const checks: Judgement = { verdict: 'checks', reasons: [] };
const differs = (reason: Omit<Reason, 'line'>): Judgement => ({
  verdict: 'differs',
  reasons: [{ ...reason, line: 1 }],
});
const renamed = differs({
  class: 'renamed-trigger',
  code: 'TS2322',
  message: `Type '"api"' is not assignable to type '"cron" | "http"'.`,
});

const wordsOf = (judgement: Judgement): string | undefined =>
  samplesOf({ versions: [SHOWN_VERSION], blocks: [block(1, judgement)] }, FIXES, 'a.mdx').get(1)
    ?.words;

describe('what is said of a sample', () => {
  it('is that it type-checks, and with which version', () => {
    assert.equal(wordsOf(checks), `Type-checks with motia ${SHOWN_VERSION}`);
  });

  it('is why it was mended, where it checks with our changes', () => {
    const mended = { fixes: ['trigger-http'], verdicts: { [SHOWN_VERSION]: checks } };
    const report = { versions: [SHOWN_VERSION], blocks: [block(1, renamed, { mended })] };
    assert.deepEqual(samplesOf(report, FIXES, 'a.mdx').get(1), {
      standing: 'mended',
      words: `Mended for motia ${SHOWN_VERSION}: the trigger \`api\` is called \`http\``,
      notes: ['trigger-named-http'],
    });
  });

  it('is what the compiler says, in words', () => {
    const cases: [Omit<Reason, 'line'>, string][] = [
      [
        {
          class: 'gone-name',
          code: 'TS2305',
          message: `Module '"motia"' has no exported member 'NoopConfig'.`,
        },
        'motia does not export `NoopConfig`',
      ],
      [
        {
          class: 'gone-entry',
          code: 'TS2307',
          message: `Cannot find module 'motia/workbench': motia 1.0.0-rc.26 has no such entry point.`,
        },
        'the package has no `motia/workbench`',
      ],
      [
        {
          class: 'gone-field',
          code: 'TS2353',
          message: `Object literal may only specify known properties, and '"infrastructure"' does not exist in type 'StepConfig'.`,
        },
        '`infrastructure` is no field of `StepConfig`',
      ],
      [
        {
          class: 'gone-command',
          code: 'cli',
          message: 'motia 1.0.0-rc.26 has no command "docker", only dev, build, typegen, create',
        },
        'the CLI has no command "docker", only dev, build, typegen, create',
      ],
      [
        {
          class: 'wrong-context',
          code: 'TS2339',
          message: `Property 'user' does not exist on type 'ApiRequest<unknown>'.`,
        },
        'the handler is given no `user`',
      ],
      [
        { class: 'missing-name', code: 'TS2304', message: `Cannot find name 'Order'.` },
        'the sample does not say where `Order` comes from',
      ],
    ];
    for (const [reason, words] of cases) {
      assert.equal(
        wordsOf(differs(reason)),
        `Does not check with motia ${SHOWN_VERSION}: ${words}`,
      );
    }
  });

  it('is nothing where there is nothing of Motia to check', () => {
    assert.equal(wordsOf({ verdict: 'fragment', reasons: [] }), undefined);
  });

  it('adds up to one fact for the page', () => {
    const mended = { fixes: ['trigger-http'], verdicts: { [SHOWN_VERSION]: checks } };
    const blocks = [block(1, checks), block(2, renamed, { mended }), block(3, renamed)];
    const samples = samplesOf({ versions: [SHOWN_VERSION], blocks }, FIXES, 'a.mdx');
    assert.equal(
      standingOf(samples),
      `2 of 3 samples check with motia ${SHOWN_VERSION}, 1 of them mended here`,
    );
    assert.equal(standingOf(new Map()), undefined);
  });
});
