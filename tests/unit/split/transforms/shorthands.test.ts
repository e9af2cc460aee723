/** Everything that Fumadocs offers authors beside its plain components. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { splitDump } from '../../../../src/split/index.ts';
import { dumpOf, TABLES, titled } from '../scrape.ts';

/** A page with this body, split and proved: its Markdown without imports, and what was found. */
function page(...lines: string[]): { text: string; findings: string[] } {
  const last: [string, ...string[]] = ['/docs/concepts/z', ...titled('Z'), 'Last.'];
  const dump = dumpOf(['/docs/concepts/a', ...titled('A'), ...lines], last);
  const { files, findings } = splitDump(dump, TABLES);
  const [, , ...body] = (files.get('concepts/a.mdx') ?? '').split('---\n');
  const text = body
    .join('---\n')
    .replace(/^import .*\n/gm, '')
    .trim();
  return { text, findings: findings.map(({ rule }) => rule) };
}

/** The same text without blank lines. */
const blocks = (...lines: string[]): string[] => {
  const { text, findings } = page(...lines);
  assert.deepEqual(findings, []);
  return text.split('\n').filter((line) => line !== '');
};

describe('shorthands of Fumadocs', () => {
  test('accordions are the browser’s own disclosures, with their anchors', () => {
    assert.deepEqual(
      blocks(
        ...['<Accordions type="single">', '<Accordion title="Why `x`?" id="why">', 'Because.'],
        ...['</Accordion>', '</Accordions>'],
      ),
      [
        ...['<Anchor id="why" />', '<details>', '<summary>Why `x`?</summary>', 'Because.'],
        '</details>',
      ],
    );
  });

  test('fences with tab= that follow each other are tabs', () => {
    assert.deepEqual(
      blocks(
        ...['```ts tab="One"', 'one()', '```', '```ts tab="Two" title="x.ts"', 'two()', '```'],
      ),
      [
        ...['<Tabs>', '<TabItem label="One">', '```ts', 'one()', '```', '</TabItem>'],
        ...['<TabItem label="Two">', '```ts title="x.ts"', 'two()', '```', '</TabItem>', '</Tabs>'],
      ],
    );
  });

  test('CodeBlockTabs are tabs, called as their triggers are', () => {
    assert.deepEqual(
      blocks(
        ...['<CodeBlockTabs defaultValue="a">', '<CodeBlockTabsList>'],
        ...['<CodeBlockTabsTrigger value="a">First</CodeBlockTabsTrigger>', '</CodeBlockTabsList>'],
        ...['<CodeBlockTab value="a">', '```bash', 'a', '```', '</CodeBlockTab>'],
        '</CodeBlockTabs>',
      ),
      [...['<Tabs>', '<TabItem label="First">', '```bash', 'a', '```', '</TabItem>', '</Tabs>']],
    );
  });

  test('packages to install are a command for each package manager', () => {
    const shown = blocks('```package-install', 'motia zod', '```');
    assert.deepEqual(
      shown.filter((line) => / motia zod$/.test(line)),
      ['npm install motia zod', 'pnpm add motia zod', 'yarn add motia zod', 'bun add motia zod'],
    );
    assert.equal(shown[0], '<Tabs syncKey="package-manager">');
  });

  test('a type table is a table', () => {
    assert.deepEqual(
      blocks(
        ...['<TypeTable', 'type={{', 'name: { description: "The name", type: "string",'],
        ...['default: "x", required: true },', '}}', '/>'],
      ),
      [
        '| Prop | Type | Default | Description |',
        '| - | - | - | - |',
        '| `name` (required) | `string` | `x` | The name |',
      ],
    );
  });

  test('GitHub’s alerts, banners and callouts in parts are notes', () => {
    assert.deepEqual(
      blocks('> [!WARNING]', '> Careful.', '', '<Banner variant="rainbow">Hello</Banner>'),
      [
        '<Aside type="caution">',
        'Careful.',
        '</Aside>',
        '<Aside type="note">',
        'Hello',
        '</Aside>',
      ],
    );
    assert.deepEqual(
      blocks(
        ...['<CalloutContainer type="error">', '<CalloutTitle>Stop</CalloutTitle>'],
        ...['<CalloutDescription>Text.</CalloutDescription>', '</CalloutContainer>'],
      ),
      ['<Aside type="danger" title="Stop">', 'Text.', '</Aside>'],
    );
  });

  test('headings marked as steps, and steps as boxes, are steps', () => {
    const steps = ['<Steps>', '1. ### One', '   Text.', '2. ### Two', '</Steps>'];
    assert.deepEqual(blocks('### One [step]', '', 'Text.', '', '### Two [step]', '', '## Next'), [
      ...steps,
      '## Next',
    ]);
    assert.deepEqual(
      blocks(
        ...[
          '<div className="fd-steps">',
          '<div className="fd-step">',
          '',
          '### One',
          '',
          'Text.',
          '',
        ],
        ...['</div>', '<div className="fd-step">', '', '### Two', '', '</div>', '</div>'],
      ),
      steps,
    );
  });

  test('marks for upstream’s table of contents are no words', () => {
    assert.deepEqual(blocks('## One [!toc]', '', '## Two [toc]', '', '<InlineTOC items={toc} />'), [
      '## One',
      '## Two',
    ]);
  });

  test('a diagram keeps its text, a repository and a film their address', () => {
    assert.deepEqual(
      blocks(
        ...[
          '<Mermaid chart="graph TD" />',
          '',
          '<GithubInfo owner="a" repo="b" token={TOKEN} />',
          '',
        ],
        '<YouTube id="x" title="Film" />',
      ),
      [
        ...['```mermaid', 'graph TD', '```', '[a/b on GitHub](https://github.com/a/b)'],
        '[Film](https://www.youtube.com/watch?v=x)',
      ],
    );
  });

  test('what stands in another file is named, and a finding says so', () => {
    assert.deepEqual(
      page('<include>./more.mdx</include>', '', '<AutoTypeTable path="./a.ts" name="P" />'),
      {
        text: 'See: `./more.mdx`\n\nTypes: `P` in `./a.ts`',
        findings: ['absent-file', 'absent-file'],
      },
    );
  });

  test('an attribute that only says how a thing looks is never text', () => {
    const { text } = page(
      ...[
        '<Cards>',
        '<Card icon="zap" className="x" external title="A" href="https://x.dev">D</Card>',
      ],
      '</Cards>',
    );
    assert.doesNotMatch(text, /zap|className|external/);
  });
});
