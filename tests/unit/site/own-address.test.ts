import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { addressOf } from '../../../src/model/address.ts';
import { remarkOwnAddress } from '../../../src/site/markdown/own-address.ts';

const address = addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: '/motia/' });

async function rendered(markdown: string, frontmatter: object) {
  const engine = unified().use(remarkParse).use(remarkOwnAddress(address)).use(remarkStringify);
  return String(await engine.process({ value: markdown, data: { astro: { frontmatter } } }));
}

const TEXT = 'At `%SITE_URL%/mcp`:\n\n```bash\ncurl %SITE_URL%/llms.txt\n```\n';

test('a page written by hand says the site’s own address, in code too', async () => {
  assert.equal(
    await rendered(TEXT, { title: 'Use with AI tools' }),
    'At `https://docs.example/motia/mcp`:\n\n```bash\ncurl https://docs.example/motia/llms.txt\n```\n',
  );
});

test('a page of the scrape stays as it is', async () => {
  assert.equal(await rendered(TEXT, { source: '/docs/cli' }), TEXT);
});
