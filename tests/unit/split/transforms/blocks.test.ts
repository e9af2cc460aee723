import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markdownOf } from '../../markdown/rendering.ts';
import { excerpt, rewritten } from '../scrape.ts';

const markdown = (from: number, to: number): string => rewritten(excerpt(from, to)).markdown.trim();

describe('callouts', () => {
  it('become asides of the matching kind', () => {
    assert.match(markdown(7131, 7133), /^<Aside type="danger">\n\n\*\*Plugins have been removed/);
    assert.match(markdown(7211, 7215), /^<Aside type="note">\n\n\*\*Key Concept/);
    assert.match(
      markdown(7202, 7207),
      /^<Aside type="tip">\n\n\*\*Directory flexibility and organization\*\*/,
    );
  });

  it('keep their title', () => {
    assert.equal(
      markdown(27701, 27703),
      [
        '<Aside type="note" title="Start with a template">',
        'Make sure to create a new project with `git clone git@github.com:MotiaDev/motia-iii-example.git` before proceeding.',
        '</Aside>',
      ].join('\n\n'),
    );
  });

  it('keep code in their title, and the words of any other formatting', () => {
    for (const [title, expected] of [
      ['"Use `motia dev`, **not** npm"', 'Use `motia dev`, not npm'],
      ['{<>Use <code>motia dev</code>, <b>not</b> npm</>}', 'Use `motia dev`, not npm'],
      ['"2 * 3 * 4, **kwargs and _x_"', '2 * 3 * 4, **kwargs and _x_'],
    ]) {
      const { markdown, findings } = rewritten(`<Callout title=${title}>\nhi\n</Callout>`);
      assert.match(markdown, /^<Aside type="note" title="([^"]*)">/);
      assert.equal(/title="([^"]*)"/.exec(markdown)?.[1], expected);
      assert.deepEqual(findings, []);
    }
  });

  it('on one line are asides too', () => {
    assert.match(markdown(4392, 4392), /^<Aside type="\w+">\n\n\S[^\n]*\n\n<\/Aside>$/);
  });

  it('of an unknown kind become notes and a finding', () => {
    for (const kind of ['party', 'constructor']) {
      const { markdown, findings } = rewritten(`<Callout type="${kind}">hi</Callout>`);
      assert.match(markdown, /^<Aside type="note">/);
      assert.deepEqual(findings, ['unknown-callout']);
    }
  });
});

describe('steps', () => {
  it('with <Step> children become one ordered list that keeps its headings', () => {
    const steps = markdown(27705, 27759);
    assert.match(steps, /^<Steps>\n\n1\. ### 1\. Start the project\n\n {3}Navigate into/);
    assert.match(steps, /\n2\. ### 2\. Run Your First Flow\n/);
    assert.match(steps, /\n {3}curl -X POST http:\/\/localhost:3111\/tickets \\\n {5}-H/);
    assert.match(steps, /\n\n<\/Steps>$/);
  });

  it('lose the comments in them, with what these hide', () => {
    assert.doesNotMatch(
      markdown(27705, 27759),
      /Core Concepts|Build your first application from scratch/,
    );
  });

  it('keep the title of a step, and rewrite what stands in one ordered list', () => {
    assert.equal(
      rewritten('<Steps>\n<Step title="Install">\n\nRun it.\n\n</Step>\n</Steps>').markdown,
      '<Steps>\n\n1. Install\n\n   Run it.\n\n</Steps>\n',
    );
    assert.equal(
      rewritten('<Steps>\n1. <b>One</b>\n2. two\n</Steps>').markdown,
      '<Steps>\n\n1. **One**\n2. two\n\n</Steps>\n',
    );
  });

  it('around plain headings begin a step at each of the shallowest', () => {
    const steps = markdown(13347, 13509).match(/^\d+\. ## .*$/gm);
    assert.deepEqual(steps, [
      '1. ## 📋 Prerequisites',
      '2. ## 🚀 Quick Start',
      '3. ## 🔧 Detailed Setup',
    ]);
  });
});

describe('cards', () => {
  it('in a grid become link cards with all their text', () => {
    const cards = markdown(16276, 16287);
    assert.match(
      cards,
      /<CardGrid>\n\n<LinkCard title="Sentiment Analysis" href="\/docs\/examples\/sentiment-analysis" description="Learn dynamic/,
    );
  });

  it('outside a grid keep their text as description', () => {
    assert.equal(
      markdown(25181, 25183),
      '<LinkCard title="Start with APIs →" href="/docs/getting-started/build-your-first-motia-app/api-endpoints" description="Build your first HTTP endpoints" />',
    );
  });

  it('with an address and blocks lead there from their title, which is said once', () => {
    const { markdown } = rewritten('<Card title="T" href="https://x.y">\n\nSome `code`\n\n</Card>');
    assert.equal(markdown, '<Card title="T" href="https://x.y">\n\nSome `code`\n\n</Card>\n');
  });

  it('keep code in title and description', () => {
    assert.equal(
      rewritten('<Card title={<b>Run `a`</b>} href="https://x.y" description="See `b`" />')
        .markdown,
      '<LinkCard title="Run `a`" href="https://x.y" description="See `b`" />\n',
    );
    assert.equal(
      rewritten('<Card title="A" description="See `b`">\n\n- c\n\n</Card>').markdown,
      '<Card title="A">\n\nSee `b`\n\n- c\n\n</Card>\n',
    );
  });

  it('stay where they are among other blocks', () => {
    const { markdown } = rewritten(
      '<Cards>\n<Card title="A" />\n\nbetween\n\n<Card title="B" />\n</Cards>',
    );
    assert.equal(
      markdown.replaceAll('\n\n', ' ').trim(),
      '<CardGrid> <Card title="A" /> </CardGrid> between <CardGrid> <Card title="B" /> </CardGrid>',
    );
  });

  it('without an address are cards with content', () => {
    const { markdown } = rewritten('<Card title="T">\n\nSome `code`\n\n</Card>');
    assert.equal(markdown, '<Card title="T">\n\nSome `code`\n\n</Card>\n');
  });
});

describe('file trees', () => {
  it('become one bullet list with folders that end in a slash', () => {
    assert.equal(
      markdown(2224, 2232),
      [
        '<FileTree>',
        '- my-app/\n  - src/\n    - api-endpoint.step.ts\n    - ml-inference_step.py\n    - send-email.step.js',
        '</FileTree>',
      ].join('\n\n'),
    );
  });

  it('without <Files> around them are found, also with text glued above', () => {
    const grid = markdown(7553, 7570);
    assert.match(grid, /^Won't be discovered:\n\n<FileTree>\n\n- src\/\n {2}- user-handler\.ts/);
    assert.match(grid, /Will be discovered:\n\n<FileTree>/);
  });

  it('keep the comment of an entry beside its name', () => {
    // From the scrape of 2025-09-30, with formatting added.
    assert.equal(
      rewritten(
        [
          '<Files>',
          '  <File name="AGENTS.md">Universal AI guide for ANY AI tool or IDE (project root)</File>',
          '  <Folder name=".claude">',
          '    <Folder name="hooks">Pre/post **scripts**, see `git` and [the guide](https://x.y)</Folder>',
          '    <File name="my notes.md">kept for you</File>',
          '  </Folder>',
          '</Files>',
        ].join('\n'),
      ).markdown,
      [
        '<FileTree>',
        [
          '- AGENTS.md Universal AI guide for ANY AI tool or IDE (project root)',
          '- .claude/',
          '  - hooks/ Pre/post **scripts**, see `git` and [the guide](https://x.y)',
          '  - `my notes.md` kept for you',
        ].join('\n'),
        '</FileTree>\n',
      ].join('\n\n'),
    );
  });

  it('are cut in two by text between their entries', () => {
    assert.equal(
      rewritten('<Files>\n<File name="a.ts" />\n\nand\n\n<File name="b.ts" />\n</Files>').markdown,
      '<FileTree>\n\n- a.ts\n\n</FileTree>\n\nand\n\n<FileTree>\n\n- b.ts\n\n</FileTree>\n',
    );
  });

  it('that hold code or text below their entries are lists, in which all stays in its place', () => {
    const { markdown, findings } = rewritten(
      '<Folder name="src">\n<File name="a.ts">\n\nFirst:\n\n```ts\na\n```\n\n</File>\n\nand more\n\n</Folder>',
    );
    assert.equal(
      markdown,
      '- src/\n\n  - a.ts First:\n\n    ```ts\n    a\n    ```\n\n  and more\n',
    );
    assert.deepEqual(findings, ['files-as-list']);
  });

  it('side by side form one tree', () => {
    assert.equal(
      rewritten('<Folder name="a" />\n<File name="b.ts" />').markdown,
      '<FileTree>\n\n- a/\n- b.ts\n\n</FileTree>\n',
    );
  });
});

describe('HTML', () => {
  it('promo boxes become a card with buttons; classes and drawings go', () => {
    assert.equal(
      markdown(28655, 28690),
      [
        '<Card title="Live ChessArena.AI Platform">',
        'Access the complete implementation powering the live chess platform. See exactly how AI models battle with real-time evaluation and scoring!',
        '<LinkButton href="https://github.com/MotiaDev/chessarena-ai" variant="secondary">View ChessArena.AI Code</LinkButton> <LinkButton href="https://chessarena.ai" variant="secondary">Play Live Chess →</LinkButton>',
        '</Card>',
      ].join('\n\n'),
    );
  });

  it('a promo box around another one is that one', () => {
    const box = excerpt(28655, 28690);
    assert.equal(
      rewritten(`<div className="not-prose">\n${box}\n</div>`).markdown,
      rewritten(box).markdown,
    );
  });

  it('a styled link with a drawing becomes a button', () => {
    assert.equal(
      markdown(1825, 1836),
      '<LinkButton href="https://discord.gg/motia" variant="secondary">Join Discord Community</LinkButton>',
    );
  });

  it('a link with two lines becomes a link card', () => {
    const { markdown } = rewritten(
      '<a href="https://x.com/motiadev">\n<svg><path d="M1"/></svg>\n<div>\n<div>X (Twitter)</div>\n<div>@motiadev</div>\n</div>\n</a>',
    );
    assert.equal(
      markdown,
      '<LinkCard title="X (Twitter)" href="https://x.com/motiadev" description="@motiadev" />\n',
    );
  });

  it('videos load nothing by themselves', () => {
    assert.match(
      markdown(8155, 8157),
      /^<Video src="https:\/\/assets\.motia\.dev\/videos\/mp4\/site\/v1\/7-motia-streaming\.mp4" poster="[^"]+7-motia-streaming\.gif" title="Page" \/>$/,
    );
  });

  it('tables keep the links and the lists in their cells', () => {
    const { markdown } = rewritten(
      '<table>\n<tr>\n<td>\n<a href="https://x.y">1</a>\n</td>\n<td>\n\n- **a**\n- b\n\n</td>\n</tr>\n</table>',
    );
    assert.match(markdown, /^\| \S+1\S* \| \*\*a\*\* b \|/);
  });

  it('a disclosure keeps the formatting of its summary', () => {
    assert.equal(
      rewritten(
        '<details>\n<summary>How <b>it</b> <code>works</code>, [see](https://x.y)</summary>\n\na\n\n</details>',
      ).markdown,
      '<details>\n\n<summary>How **it** `works`, [see](https://x.y)</summary>\n\na\n\n</details>\n',
    );
  });

  it('a disclosure without a summary has none', () => {
    assert.equal(
      rewritten('<details>\n\na\n\n</details>').markdown,
      '<details>\n\na\n\n</details>\n',
    );
  });

  it('tables become Markdown tables', () => {
    const { markdown } = rewritten(
      '<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>**2**</td>\n</tr>\n</tbody>\n</table>',
    );
    assert.equal(markdown, '| A | B |\n| - | - |\n| 1 | **2** |\n');
  });

  it('an embedded page becomes a link to it', () => {
    assert.equal(
      rewritten('<iframe src="https://x.y/z" title="Demo" />').markdown,
      '[Demo](https://x.y/z)\n',
    );
  });
});

describe('code', () => {
  it('comes through byte for byte, template literals at the margin and trailing blanks included', () => {
    const code = rewritten(excerpt(6648, 6670)).tree.children.find((node) => node.type === 'code');
    assert.ok(code?.type === 'code');
    assert.ok(excerpt(6648, 6670).includes(code.value.split('\n')[0] ?? 'nothing'));
  });

  it('keeps titles with apostrophes', () => {
    assert.match(markdown(7577, 7581), /^```typescript title="Won't be discovered"\n/);
  });

  it('keeps an MDX comment that stands in code', () => {
    assert.match(excerpt(8490, 8510), /\{\/\*/);
    const { markdown } = rewritten('```tsx\n{/* kept */}\n```');
    assert.equal(markdown, '```tsx\n{/* kept */}\n```\n');
  });
});

describe('text', () => {
  it("loses {' '} and nothing else at the end of a paragraph", () => {
    assert.equal(rewritten("Text.{' '}").markdown, 'Text.\n');
  });

  it('shows any other expression as it is written', () => {
    const { markdown, findings } = rewritten('a {process.exit(1)} b');
    assert.equal(markdown, 'a \\{process.exit(1)} b\n');
    assert.deepEqual(findings, ['expression-as-text']);
  });

  it('loses a comment, and shows what stands between two as it is written', () => {
    assert.equal(rewritten(excerpt(27747, 27755)).markdown, '');
    const { markdown, findings } = rewritten('a {/* one */ process.env.HOME /* two */} b');
    assert.equal(markdown, 'a \\{/\\* one \\*/ process.env.HOME /\\* two \\*/} b\n');
    assert.deepEqual(findings, ['expression-as-text']);
  });

  it('keeps emphasis inside a word, without character references', () => {
    for (const [dialect, expected] of [
      ['*em*phasis, un*frigging*believable, **b**old', undefined],
      ['é*a*ü _b_ snake_case', undefined],
      ['<b>bold </b>text<i> so</i>', '**bold** text _so_'],
      ['<b>a <i>b</i></b>c', 'a *b*c'],
      ['<b>"so"</b>me and <em>`code`</em>d', '"so"me and `code`d'],
      ['<b>!</b>x', '!x'],
    ] as const) {
      const { markdown } = rewritten(dialect);
      assert.equal(markdown.trim(), expected ?? dialect);
      assert.equal(markdownOf(markdown), markdown.trim());
    }
  });

  it('that begins like a module statement stays text', () => {
    assert.equal(rewritten('export default x').markdown, '&#101;xport default x\n');
  });
});

describe('unknown components', () => {
  for (const [what, dialect, expected] of [
    [
      'with prose keep it',
      '<Fancy title="Shown" className="x">\n\nKept.\n\n</Fancy>',
      'Shown\n\nKept.',
    ],
    ['keep their children', '<Accordions type="single">\n\nInside.\n\n</Accordions>', 'Inside.'],
    [
      'of options say nothing',
      'A\n\n<GithubInfo owner="a" repo="b" count={2} tags={["x"]} on={{ at: 1 }} />',
      'A',
    ],
    [
      'with a picture show it',
      '<ImageZoom src="/img/a.png" alt="A chart" width={300} />',
      '![A chart](/img/a.png)',
    ],
    [
      'for tabs say each label once',
      [
        '<CodeBlockTabs defaultValue="npm">',
        '<CodeBlockTabsList>',
        '<CodeBlockTabsTrigger value="npm">npm</CodeBlockTabsTrigger>',
        '<CodeBlockTabsTrigger value="bun">bun</CodeBlockTabsTrigger>',
        '</CodeBlockTabsList>',
        '<CodeBlockTab value="npm">',
        '',
        '```sh',
        'npm i',
        '```',
        '',
        '</CodeBlockTab>',
        '</CodeBlockTabs>',
      ].join('\n'),
      'npm\n\nbun\n\n```sh\nnpm i\n```',
    ],
    [
      'with data of prose keep it as a list',
      "<DescriptionTable type={{ cron: { description: 'When it runs', required: true } }} />",
      '- **cron**\n  - **description** When it runs\n  - **required**',
    ],
    [
      'within a heading or a cell keep their prose and their picture',
      '## Streams <Badge label="New" kind="x" />\n\n| a |\n| - |\n| <Zoom src="a.png" alt="A chart" /> b |',
      '## Streams New\n\n| a |\n| - |\n| ![A chart](a.png) b |',
    ],
    ['with JSX keep it', '<Modal icon={<X />} full={<p>All of **it**</p>} />', 'All of **it**'],
  ] as const)
    it(what, () => {
      const { markdown, findings } = rewritten(dialect);
      assert.equal(markdown.trim(), expected);
      assert.ok(findings.includes('unknown-component'));
    });
});
