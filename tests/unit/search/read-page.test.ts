import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from '../../../src/search/indexing/read-page.ts';

/** A page as Astro and Starlight write it, with as little of their markup as matters. */
const html = (content: string) => `<!doctype html><html><body>
  <nav>Guides</nav><main><h1 id="_top">Infrastructure</h1>
  <div class="sl-markdown-content">${content}</div>
  <footer data-pagefind-ignore>Next: Middleware</footer></main></body></html>`;

const heading = (level: number, id: string, text: string) =>
  `<div class="sl-heading-wrapper level-h${level}"><h${level} id="${id}">${text}</h${level}>` +
  `<a class="sl-anchor-link" href="#${id}"><span class="sr-only">Section titled “${text}”</span></a></div>`;

const block = (language: string, ...lines: string[]) =>
  `<div class="expressive-code"><figure class="frame is-terminal"><figcaption><span class="title"></span>` +
  `<span class="sr-only">Terminal window</span></figcaption><pre data-language="${language}"><code>` +
  lines.map((line) => `<div class="ec-line"><span>${line}</span></div>`).join('') +
  `</code></pre><div class="copy"><button title="Copy to clipboard"></button></div></figure></div>`;

const read = (content: string) =>
  readPage(html(content)).map(({ heading, anchor, level, passages }) => ({
    heading,
    anchor,
    level,
    texts: passages
      .map(({ kind, text }) => `${kind}: ${text}`)
      .filter((text) => !/: \n$/.test(text)),
  }));

test('a page is read as sections: its top, then one from each heading', () => {
  assert.deepEqual(
    read(
      `<p>Motia provides sensible defaults.</p>${heading(2, 'options', 'Configuration Options')}` +
        `${heading(3, 'queue-settings', 'Queue <code>Settings</code>')}<p>Use <code>maxRetries</code>, please.</p>`,
    ),
    [
      {
        heading: '',
        anchor: '',
        level: 1,
        texts: ['prose: \nMotia provides sensible defaults.\n'],
      },
      { heading: 'Configuration Options', anchor: 'options', level: 2, texts: [] },
      {
        heading: 'Queue Settings',
        anchor: 'queue-settings',
        level: 3,
        texts: ['prose: \nUse ', 'inline code: maxRetries', 'prose: , please.\n'],
      },
    ],
  );
});

test('code keeps its lines, and what frames it is left out', () => {
  const [top] = read(block('bash', 'npx motia docker setup', 'npx motia docker run'));
  assert.deepEqual(top?.texts, ['code: npx motia docker setup\nnpx motia docker run']);
});

test('tabs give their panels without the labels, each in its language and place', () => {
  const tabs = (group: number) =>
    `<starlight-tabs><div class="tablist-wrapper"><ul role="tablist">
       <li><a role="tab">TypeScript</a></li><li><a role="tab">Python</a></li></ul></div>
       <div role="tabpanel">${block('typescript', `a${group}`)}</div>
       <div role="tabpanel" hidden>${block('python', `b${group}`)}<p>In Python.</p></div></starlight-tabs>`;
  const [top] = readPage(html(tabs(0) + tabs(1)));
  const spoken = top?.passages.filter(({ text }) => text.trim());
  assert.deepEqual(
    spoken?.map(({ text, language, tab }) => [text.trim(), language, tab]),
    [
      ['a0', 'typescript', { group: 0, panel: 0 }],
      ['b0', 'python', { group: 0, panel: 1 }],
      ['In Python.', 'python', { group: 0, panel: 1 }],
      ['a1', 'typescript', { group: 1, panel: 0 }],
      ['b1', 'python', { group: 1, panel: 1 }],
      ['In Python.', 'python', { group: 1, panel: 1 }],
    ],
  );
});

test('an aside is read without the name of its kind, but with a title of its own', () => {
  const aside = (title: string) =>
    `<div role="note" class="starlight-aside"><p class="starlight-aside__title"><svg></svg>${title}</p>` +
    `<div class="starlight-aside__content"><p>Text.</p></div></div>`;
  assert.deepEqual(read(aside('Note'))[0]?.texts, ['prose: \nText.\n']);
  assert.deepEqual(read(aside('Using Your Own Redis?'))[0]?.texts, [
    'prose: \nUsing Your Own Redis?\nText.\n',
  ]);
});

test('a row of a table is one line with its cells apart, and so is an item of a list', () => {
  const [top] = read(
    '<table><tr><td><code>type</code></td><td><code>string</code></td><td>Queue type</td></tr></table><ul><li>one</li><li>two</li></ul>',
  );
  assert.equal(
    top?.texts.join('').replaceAll(/(prose|inline code): /g, ''),
    'type · string · Queue type\none\ntwo\n',
  );
});

test('scripts, buttons and what is marked as no content are left out', () => {
  assert.deepEqual(
    read(
      '<script>const a = 1</script><style>p{}</style><button>Play</button><p data-pagefind-ignore>Edit</p>',
    )[0]?.texts,
    [],
  );
});

test('a page without content is refused', () => {
  assert.throws(() => readPage('<main></main>'), {
    message: 'has no .sl-markdown-content, expected the element with the page’s text'.replace(
      '’',
      "'",
    ),
  });
});

test('of a file tree, each name with a comment is read with it, and no other', () => {
  // As Starlight's FileTree writes `- hooks/ Pre/post **scripts**` above `- a.ts`.
  const entry = (name: string, comment = '') =>
    `<span class="tree-entry"><span class=""><span><span class="sr-only">Directory</span><svg></svg></span>${name}</span>${comment}</span>`;
  const [top] = read(
    '<starlight-file-tree class="not-content" data-pagefind-ignore><ul><li class="directory"><details open><summary>' +
      entry('hooks/', ' <span class="comment">Pre/post <strong>scripts</strong></span>') +
      `</summary><ul><li class="file">${entry('a.ts')}</li></ul></details></li></ul></starlight-file-tree>`,
  );
  assert.deepEqual(top?.texts, ['prose: \nhooks/ Pre/post scripts\n']);
});

test('a section has the warning of the code in it, which is none of its text', () => {
  const warned = '<p class="standing" data-warning="Does not check" data-pagefind-ignore>Why.</p>';
  const sections = readPage(
    html(`${heading(2, 'one', 'One')}<p>Text.</p>${warned}${heading(2, 'two', 'Two')}<p>More.</p>`),
  );
  assert.deepEqual(
    sections.map(({ warning }) => warning),
    [undefined, 'Does not check', undefined],
  );
  const said = sections.flatMap(({ passages }) => passages.map(({ text }) => text)).join('');
  assert.doesNotMatch(said, /Why|Does not check/);
});
