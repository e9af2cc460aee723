import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withInertPanels } from '../../../src/site/build/inert-panels.ts';

let count = 0;

/** A group as Starlight writes it: a tab and a panel for each pair, the first one shown. */
function tabs(key: string, panels: Record<string, string>): string {
  const entries = Object.entries(panels).map(([label, content], i) => {
    const id = `tab-${count++}`;
    return {
      tab: `<li><a role="tab" id="${id}"><svg></svg> ${label}</a></li>`,
      panel: `<div aria-labelledby="${id}" role="tabpanel"${i ? ' hidden' : ''}>${content}</div>`,
    };
  });
  const list = entries.map(({ tab }) => tab).join('');
  const rest = entries.map(({ panel }) => panel).join('');
  return `<starlight-tabs data-sync-key="${key}"><ul role="tablist">${list}</ul>${rest}</starlight-tabs>`;
}

const page = (body: string) => `<!doctype html><html><body><main>${body}</main></body></html>`;
const made = (html: string) => withInertPanels(html, ({ id }) => `/x.${id}.md`);

const WORDS = 'word '.repeat(4000);
const PYTHON =
  '<template data-markdown-ignore>$</template><noscript><a href="/x.python.md">This page with Python</a></noscript>';

/** The same page before and after: `python` is what stands in its Python panels. */
function both(build: (python: (content: string) => string) => string): [string, string] {
  count = 0;
  const before = page(build((content) => content));
  count = 0;
  return [before, page(build((content) => PYTHON.replace('$', content)))];
}

describe('on a long page', () => {
  test('the panels of languages that are not shown become templates, with a way for readers without scripts', () => {
    const [before, after] = both((python) => {
      const group = tabs('language', { TypeScript: WORDS, Python: python(WORDS) });
      return `<p>Before</p>${group}<p>After</p>`;
    });
    assert.equal(made(before), after);
  });

  test('tabs for other things stay, and language tabs within them are found', () => {
    const [before, after] = both((python) =>
      tabs('trigger', {
        API: WORDS,
        Queue: WORDS + tabs('language', { TypeScript: 'a', Python: python('<b>b</b>') }),
      }),
    );
    assert.equal(made(before), after);
  });

  test('tabs within a panel that becomes a template are part of it', () => {
    const [before, after] = both((python) => {
      const nested = tabs('language', { TypeScript: 'a', Python: 'b' });
      return tabs('language', { TypeScript: WORDS.repeat(2), Python: python(nested) });
    });
    assert.equal(made(before), after);
  });

  test('a panel that an address may point into stays', () => {
    const [before] = both(() =>
      tabs('language', { TypeScript: WORDS.repeat(2), Python: '<h3 id="setup">Setup</h3>' }),
    );
    assert.equal(made(before), before);
  });

  test('a tab that names no language stays, whatever its key', () => {
    const [before] = both(() => tabs('language', { TypeScript: WORDS.repeat(2), Ruby: 'b' }));
    assert.equal(made(before), before);
  });
});

test('a page that is not long stays as it is, however long its scripts', () => {
  const short = page(
    tabs('language', { TypeScript: 'a', Python: 'b' }) + `<script>${'x'.repeat(50_000)}</script>`,
  );
  assert.equal(made(short), short);
});
