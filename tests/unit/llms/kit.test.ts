/** What assistants are given besides the pages, made from `content/`. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { addressOf } from '../../../src/model/address.ts';
import { assistantMd } from '../../../src/llms/assistant.ts';
import { correctionLines, fallen, standing } from '../../../src/llms/corrections.ts';
import { missingEssentials, skillIndex, skillMd } from '../../../src/llms/skill.ts';
import { countTokens } from '../../../src/markdown/index.ts';
import { readKit, readLibrary } from '../../../src/content/read-library.ts';
import { blocksOf } from '../../../src/code/blocks.ts';
import { checkPages } from '../../../src/code/check.ts';
import { cliFaults } from '../../../src/code/cli.ts';
import { failedProofs } from '../../../src/notes/proofs.ts';
import type { Proof } from '../../../src/notes/table.ts';
import { BENCH, NEAREST } from '../code/bench.ts';
import { smallLibrary } from './small-library.ts';

const library = readLibrary('content', addressOf({ SITE_URL: 'https://docs.example' }));
const { corrections, skill } = readKit();
const { preamble } = library.scrape;

describe('the corrections', () => {
  test('quote rules that the assistant’s instructions have', () => {
    assert.deepEqual(
      corrections.rules.map(({ rule }) => rule).filter((rule) => !preamble.includes(rule)),
      [],
    );
  });

  test('are all proved by the pages as they stand', () => {
    const all = [...corrections.rules, ...corrections.removed];
    assert.deepEqual(
      all.flatMap((entry) => fallen(library, entry)),
      [],
    );
  });

  test('are all proved by the packages', () => {
    const proved = [
      ...corrections.rules.map(({ rule, proof }) => ({ id: rule, proof })),
      ...corrections.removed.map(({ what, proof }) => ({ id: what, proof })),
    ].map(({ id, proof }) => ({
      id,
      proof: proof.filter((one) => !('absent' in one) && !('pages' in one)) as Proof[],
    }));
    assert.deepEqual(failedProofs(proved, { bench: BENCH, mdxOf: () => undefined }), []);
  });

  test('cover what is known to be wrong in the instructions', () => {
    const said = correctionLines(library, { ...corrections, removed: [], notes: [] });
    for (const wrong of ['emits', 'motia emit', 'Ruby', 'compatibility_date', 'event.step.ts']) {
      assert.ok(preamble.includes(wrong) && said.includes(wrong), wrong);
    }
  });

  test('are left out where a scrape no longer proves them, with a line that says why', () => {
    const page = '/concepts/steps/';
    const proved = {
      rule: 'a',
      now: 'b',
      proof: [{ pages: { page, says: 'Every Step has some.' } }],
    };
    const unproved = [
      { pages: { page, says: 'Every Step has none.' } },
      { pages: { page: '/gone/', says: 'x' } },
      { absent: 'EVERY step' },
    ].map((proof) => ({ rule: 'c', now: 'd', proof: [proof] }));
    const small = smallLibrary();
    assert.deepEqual(
      standing(small, { rules: [proved, ...unproved], removed: [], notes: [] }).rules,
      [proved],
    );
    assert.deepEqual(
      unproved.flatMap((entry) => fallen(small, entry)),
      [
        '/concepts/steps/ does not say "Every Step has none."',
        '/gone/ does not say "x"',
        '/concepts/steps/ says "EVERY step"',
      ],
    );
  });
});

describe('/assistant.md', () => {
  const text = assistantMd(library, corrections);

  test('is the instructions as they were written, then what holds now, then the ways to look up', () => {
    assert.ok(text.startsWith(`${preamble.trim()}\n\n<current_api>\n`));
    assert.match(text, /<\/current_api>\n\n<knowledge_base>\n[\s\S]+\n<\/knowledge_base>\n$/);
  });

  test('gives no order to follow, and no correction twice', () => {
    assert.doesNotMatch(text, /now follow these instructions/i);
    assert.equal(text.split('compatibility flags; leave both out').length, 2);
  });

  test('names every way in by its full address', () => {
    for (const path of ['mcp', 'llms.txt', 'pages.json', 'llms-full.txt', 'llms-small.txt']) {
      assert.ok(text.includes(`https://docs.example/${path}`), path);
    }
  });
});

describe('/skill.md', () => {
  const text = skillMd(library, skill, corrections);
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? [];

  test('has the frontmatter of the Agent Skills specification', () => {
    const { name, description, license, metadata } = parse(yaml);
    assert.match(name, /^(?!-)(?!.*--)[a-z0-9-]{1,64}(?<!-)$/);
    assert.ok(description.length <= 1024 && /Use when/.test(description));
    assert.equal(license, 'Apache-2.0');
    assert.deepEqual(metadata, { source: 'https://www.motia.dev', scraped: library.scrape.date });
  });

  test('keeps below 5,000 tokens and throws past them, naming the way out', () => {
    assert.ok(countTokens(text) < 5000);
    const everything = library.routes.pages.flatMap(({ route, ...page }) =>
      library.read({ route, ...page }).sections.map(({ anchor }) => `${route}#${anchor}`),
    );
    assert.throws(() => skillMd(library, { ...skill, essentials: everything }, corrections), {
      message:
        /^\/skill\.md has \d+ tokens, budget 5000: take essentials out of content\/_source\/skill\.yaml$/,
    });
  });

  test('shows the essential sections of the docs as they stand, each with its address', () => {
    assert.deepEqual(missingEssentials(library, skill), []);
    const shown = [...body.matchAll(/^From https:\/\/docs\.example(\S+)\.md(#\S+):$/gm)];
    assert.deepEqual(
      shown.map(([, route, anchor]) => `${route}/${anchor}`),
      skill.essentials,
    );
    assert.match(body, /### StepConfig\n[\s\S]*?\n {2}triggers: readonly TriggerConfig\[\]\n/);
  });

  test('has a complete Step for each kind of trigger, which type-checks as it stands', () => {
    const steps = body.slice(
      body.indexOf('## A Step of each kind'),
      body.indexOf('## The essential'),
    );
    const checked = checkPages([blocksOf('skill.mdx', steps)], BENCH)
      .flat()
      .map(({ block, verdicts }) => [/type: '(\w+)'/.exec(block.code)?.[1], verdicts[NEAREST]]);
    const checks = { verdict: 'checks', reasons: [] };
    assert.deepEqual(
      checked,
      ['http', 'queue', 'cron', 'state', 'stream'].map((kind) => [kind, checks]),
    );
  });

  test('says what was removed', () => {
    assert.match(
      body,
      /## What older texts say otherwise\n[\s\S]*compatibility_date[\s\S]*Plugins/,
    );
  });

  test('is in the index with the digest of its bytes', () => {
    assert.deepEqual(skillIndex(library, skill, text), {
      $schema: 'https://schemas.agentskills.io/discovery/0.2.0/schema.json',
      skills: [
        {
          name: 'motia',
          type: 'skill-md',
          description: `${skill.does} ${skill.when}`,
          url: '/skill.md',
          digest: `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`,
        },
      ],
    });
  });
});

test('our own words name no command of Motia that its CLI lacks', () => {
  const texts = [
    'README.md',
    'content/ai-tools.mdx',
    'content/_source/steps.md',
    'content/_source/skill.yaml',
  ];
  const faults = texts.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/`(?:npx )?motia(?:@[\w.-]+)?( [^`]+)`/g)].flatMap(
      ([, words = '']) =>
        cliFaults(
          { tool: 'motia', words: words.trim().split(/\s+/), line: 1 },
          NEAREST,
          BENCH.help,
        ).map(({ message }) => `${file}: ${message}`),
    ),
  );
  assert.deepEqual(faults, []);
});
