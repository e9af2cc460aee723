import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistantLinks, editorLinks } from '../../../src/site/ai-clients.ts';

const hrefOf = (links: readonly { label: string; href: string }[], label: string) =>
  new URL(links.find((link) => link.label === label)?.href ?? '');

test('assistants open with a question that names the page’s Markdown', () => {
  const links = assistantLinks('https://docs.example/guides/streams.md');
  for (const label of ['Open in ChatGPT', 'Open in Claude']) {
    const url = hrefOf(links, label);
    assert.equal(url.protocol, 'https:');
    assert.match(
      url.searchParams.get('q') ?? '',
      /^Read https:\/\/docs\.example\/guides\/streams\.md and /,
    );
  }
});

test('Cursor’s link holds the name, and the configuration as Base64', () => {
  const url = hrefOf(editorLinks('https://docs.example/motia/mcp'), 'Add to Cursor');
  assert.equal(url.protocol, 'cursor:');
  assert.equal(url.searchParams.get('name'), 'motia-docs');
  assert.deepEqual(JSON.parse(atob(url.searchParams.get('config') ?? '')), {
    url: 'https://docs.example/motia/mcp',
  });
});

test('VS Code’s link holds the server as JSON', () => {
  const url = hrefOf(editorLinks('https://docs.example/mcp?x=1&y="2"'), 'Add to VS Code');
  assert.equal(url.protocol, 'vscode:');
  assert.deepEqual(JSON.parse(decodeURIComponent(url.search.slice(1))), {
    name: 'motia-docs',
    type: 'http',
    url: 'https://docs.example/mcp?x=1&y="2"',
  });
});
