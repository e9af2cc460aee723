import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import { pagesJson } from '../../../src/llms/pages-json.ts';
import { countTokens } from '../../../src/markdown/index.ts';
import type { Docs } from '../../../src/mcp/docs.ts';
import { readPage } from '../../../src/mcp/read-page.ts';
import { readLibrary } from '../../../src/content/read-library.ts';

const library = readLibrary('content', addressOf({}));

/** The documentation with one page's text changed. */
function docsWith(route: string, change: (text: string) => string): Docs {
  const page = library.routes.pages.find((one) => one.route === route);
  assert.ok(page);
  return {
    facts: pagesJson(library),
    search: () => Promise.reject(new Error('nothing is searched here')),
    read: (markdownRoute) =>
      markdownRoute === page.markdownRoute
        ? Promise.resolve(change(library.twin(page).text))
        : Promise.reject(new Error(`nothing is at ${markdownRoute}`)),
    countTokens,
  };
}

describe('a page that is read', () => {
  const page = '/guides/streams/';

  test('is in one language alone where its frontmatter says so', async () => {
    const docs = docsWith(page, (text) => text.replace('\ncanonical:', '\nlanguage: Python$&'));
    assert.equal((await readPage(docs, { page })).value.language, 'python');
  });

  test('is in all languages whatever its own text says about one', async () => {
    const docs = docsWith(page, (text) => `${text}\n\`\`\`yaml\nlanguage: Python\n\`\`\`\n\n---\n`);
    assert.equal((await readPage(docs, { page })).value.language, undefined);
  });
});
