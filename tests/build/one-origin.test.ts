/** A build that is served or deployed under another address than it was made for. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, describe, test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { address } from '../../src/settings.ts';
import { based, buildBasedSite } from './based-site.ts';

/** Every `http` origin in a text that ends in one of our addresses: a page, a twin, an export. */
const ours = (text: string) => [
  ...new Set(
    [
      ...text.matchAll(/(https?:\/\/[\w.:-]+)\/(?=[\w/-]*(\.md|llms\.txt|llms-full\.txt|mcp)\b)/g),
    ].map(([, origin]) => origin),
  ),
];

for (const [where, elsewhere] of [
  ['on another port', {}],
  ['with another SITE_URL', { SITE_URL: 'https://elsewhere.example' }],
] as const) {
  describe(`a build that is served ${where}`, () => {
    const env = { ...process.env, ...elsewhere, PORT: '0' };
    let server: ChildProcess;
    let url = '';
    const greeting: string[] = [];

    before(async () => {
      server = spawn(process.execPath, ['scripts/serve.ts'], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      assert.ok(server.stdout);
      for await (const line of createInterface(server.stdout)) {
        greeting.push(line);
        url = /site\s+(http:.*)$/.exec(line)?.[1] ?? url;
        if (line.startsWith('Stop')) break;
      }
    });
    after(async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
    });

    test('says at its start, in one line, for which address it was made', () => {
      assert.notEqual(url, address.absolute('/'));
      assert.deepEqual(
        greeting.filter((line) => line.startsWith('Built for')),
        [
          `Built for ${address.absolute('/')}: llms.txt, twins, MCP and search name that address. To change it, build with SITE_URL.`,
        ],
      );
    });

    for (const [path, headers] of [
      ['llms.txt', {}],
      ['llms-full.txt', {}],
      ['guides/llms.txt', {}],
      ['skill.md', {}],
      ['assistant.md', {}],
      ['ai-tools.md', {}],
      ['concepts/steps.md', {}],
      ['concepts/steps/', { accept: 'text/markdown' }],
      ['guides/steams/', { accept: 'text/markdown' }],
      ['nowhere.md', {}],
      ['pages.json', {}],
      ['sitemap-0.xml', {}],
      ['robots.txt', {}],
      ['concepts/steps/', { accept: 'text/html' }],
    ] as const) {
      test(`/${path} names that address alone, asked for ${JSON.stringify(headers)}`, async () => {
        const text = await (await fetch(url + path, { headers })).text();
        const named = /^(sitemap|robots)/.test(path)
          ? [
              ...new Set(
                [...text.matchAll(/(?:<loc>|Sitemap: )(https?:\/\/[^/]+)/g)].map(([, o]) => o),
              ),
            ]
          : ours(text);
        assert.deepEqual(named, [address.site]);
      });
    }

    test('MCP names it', async () => {
      const client = new Client({ name: 'test', version: '1.0.0' });
      await client.connect(new StreamableHTTPClientTransport(new URL('mcp', url)));
      for (const [name, input] of [
        ['search', { query: 'cron schedule' }],
        ['search_docs', { query: 'cron schedule' }],
        ['read_page', { page: `${url}concepts/steps/` }],
        ['fetch', { id: '/concepts/steps/' }],
      ] as const) {
        const { structuredContent } = await client.callTool({ name, arguments: input });
        const urls = [...JSON.stringify(structuredContent).matchAll(/"url":"(https?:\/\/[^/]+)/g)];
        assert.ok(urls.length > 0, name);
        assert.deepEqual([...new Set(urls.map(([, origin]) => origin))], [address.site], name);
      }
      const { resources } = await client.listResources();
      assert.ok(resources.every(({ uri }) => uri.startsWith(address.absolute('/'))));
      await client.close();
    });

    test('the search at a terminal names it', () => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['scripts/search.ts', '--json', 'cron schedule'],
        { env, encoding: 'utf8' },
      );
      assert.equal(stderr, '');
      const { hits } = JSON.parse(stdout) as { hits: { url: string }[] };
      assert.ok(hits.length > 0);
      for (const { url } of hits) assert.ok(url.startsWith(address.absolute('/')), url);
    });
  });
}

describe('a build for a base path', () => {
  before(buildBasedSite);

  const said = (script: string, args: readonly string[], settings: Record<string, string>) => {
    const env = { ...process.env, SITE_URL: '', BASE_PATH: '', ...settings };
    const ran = spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
    return [ran.status, ran.stderr];
  };

  for (const BASE_PATH of ['', '/docs/']) {
    const refusal = `${based.folder}/ was built for the base path /kb/, not ${BASE_PATH || '/'}: set BASE_PATH=/kb/, or build it again\n`;
    for (const form of ['nginx', 'hosts', 'pages']) {
      test(`is not deployed by ${form} with BASE_PATH=${BASE_PATH}`, () => {
        const out = join(mkdtempSync(join(tmpdir(), 'deploy-')), form);
        const args = [form, '--dist', based.folder, '--out', out];
        assert.deepEqual(said('scripts/deploy/write.ts', args, { BASE_PATH }), [1, refusal]);
      });
    }
    test(`is not served with BASE_PATH=${BASE_PATH}`, () => {
      const args = ['--dir', based.folder];
      assert.deepEqual(said('scripts/serve.ts', args, { BASE_PATH, PORT: '0' }), [1, refusal]);
    });
  }

  test('is not deployed for another SITE_URL', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'deploy-')), 'pages');
    const args = ['pages', '--dist', based.folder, '--out', out];
    assert.deepEqual(
      said('scripts/deploy/write.ts', args, { BASE_PATH: '/kb', SITE_URL: 'https://a.example' }),
      [
        1,
        `${based.folder}/ was built for https://docs.example, not https://a.example: set SITE_URL=https://docs.example, or build it again\n`,
      ],
    );
  });

  test('is searched without any settings, and found at its own address', () => {
    const ran = spawnSync(
      process.execPath,
      ['scripts/search.ts', '--dist', based.folder, '--json', 'cron schedule'],
      { env: { ...process.env, SITE_URL: '', BASE_PATH: '' }, encoding: 'utf8' },
    );
    const { hits } = JSON.parse(ran.stdout) as { hits: { url: string }[] };
    assert.ok(hits[0]?.url.startsWith('https://docs.example/kb/'), hits[0]?.url);
  });
});
