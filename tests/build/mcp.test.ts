/** The MCP server over the build, driven by the official client: both transports, both protocol eras. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  Client,
  StreamableHTTPClientTransport,
  type CallToolResult,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { address } from '../../src/settings.ts';
import type { PagesJson } from '../../src/llms/pages-json.ts';
import { countTokens } from '../../src/markdown/index.ts';
import { docsOnDisk } from '../../src/mcp/docs-on-disk.ts';
import { mcpEndpoint } from '../../src/mcp/http.ts';
import type { PackValue } from '../../src/mcp/pack/read-for-task.ts';
import type { FetchValue, ReadPageValue } from '../../src/mcp/read-page.ts';
import type { Listed, SearchValue } from '../../src/mcp/search-docs.ts';
import { VERSIONS } from '../../src/code/versions.ts';
import { serve, type RunningServer } from '../../src/server/serve.ts';
import { readSite } from '../../src/server/site.ts';
import { readHeaderRules } from '../../src/server/headers.ts';
import { checkingAlone, samplesIn } from '../alone.ts';

const DIST = 'dist';
const facts = JSON.parse(readFileSync(`${DIST}/pages.json`, 'utf8')) as PagesJson;
let server: RunningServer;

const served = () => ({
  host: '127.0.0.1',
  port: 0,
  folder: DIST,
  address,
  pages: [],
  rules: readHeaderRules(DIST),
  site: readSite(DIST, new Map()),
});

before(async () => {
  server = await serve({
    ...served(),
    mcp: mcpEndpoint(docsOnDisk(DIST), [], { burst: 1e6, perSecond: 1e6 }),
  });
});
after(() => server.close());

const TRANSPORTS = {
  http: () => new StreamableHTTPClientTransport(new URL('mcp', server.url)),
  stdio: () =>
    new StdioClientTransport({
      command: process.execPath,
      args: ['--optimize-for-size', 'scripts/mcp.ts', '--dir', DIST],
    }),
};
const ERAS = { '2025-11-25': 'legacy', '2026-07-28': 'auto' } as const;

async function connected(transport: keyof typeof TRANSPORTS, mode: 'legacy' | 'auto') {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(TRANSPORTS[transport]());
  return client;
}

/** Calls a tool that must succeed: its text, and its value, which the client held against the schema. */
async function call<Value>(client: Client, name: string, input: Record<string, unknown>) {
  const result = (await client.callTool({ name, arguments: input })) as CallToolResult;
  const [block] = result.content;
  assert.ok(block?.type === 'text' && result.content.length === 1);
  assert.ok(!result.isError, block.text);
  return { text: block.text, value: result.structuredContent as Value };
}

/** Calls a tool that must refuse, and gives its words. */
async function refusal(client: Client, name: string, input: Record<string, unknown>) {
  const result = (await client.callTool({ name, arguments: input })) as CallToolResult;
  const [block] = result.content;
  assert.ok(result.isError && block?.type === 'text');
  return block.text;
}

const search = async (client: Client, input: Record<string, unknown>) =>
  (await call<SearchValue>(client, 'search_docs', input)).value.results.map(({ id }) => id);
const read = (client: Client, input: Record<string, unknown>) =>
  call<ReadPageValue>(client, 'read_page', input);
const fetchOf = (client: Client, id: string) => call<FetchValue>(client, 'fetch', { id });

for (const transport of Object.keys(TRANSPORTS) as (keyof typeof TRANSPORTS)[]) {
  for (const [version, mode] of Object.entries(ERAS)) {
    describe(`over ${transport}, protocol ${version}`, () => {
      let client: Client;
      before(async () => {
        client = await connected(transport, mode);
      });
      after(() => client.close());

      test('the server says what it is and offers its tools, none of which changes anything', async () => {
        assert.equal(client.getNegotiatedProtocolVersion(), version);
        assert.equal(client.getServerVersion()?.name, 'motia-docs');
        assert.match(client.getInstructions() ?? '', /search_docs.+read_page/s);
        const { tools } = await client.listTools();
        assert.deepEqual(
          tools.map(({ name }) => name),
          ['search_docs', 'read_for_task', 'read_page', 'list_pages', 'search', 'fetch'],
        );
        for (const { annotations, outputSchema } of tools) {
          assert.ok(annotations?.readOnlyHint && outputSchema);
        }
      });

      test('read_for_task gives what a task needs as one text, and says what is in it', async () => {
        const task = 'keep each customer’s jobs in order and give up after three attempts';
        const { text, value } = await call<PackValue>(client, 'read_for_task', {
          task,
          budget: 2000,
        });
        assert.equal(text, value.text);
        assert.ok(value.tokens <= 2000);
        const ids = value.sections.map(({ route, anchor }) => `${route}#${anchor}`);
        assert.ok(ids.includes('/guides/infrastructure/#message-group-id'));
      });

      test('search gives JSON with id, title and url, and fetch takes each id', async () => {
        const { text, value } = await call<Pick<SearchValue, 'results'>>(client, 'search', {
          query: 'send ephemeral events',
        });
        assert.deepEqual(JSON.parse(text), value);
        const [first] = value.results;
        assert.equal(first?.id, '/guides/streams/#ephemeral-events');
        assert.equal(first.title, 'Real-time Streams › Ephemeral Events');
        assert.equal(first.url, address.absolute('/guides/streams/#ephemeral-events'));
        for (const { id, title, url } of value.results) {
          const fetched = await fetchOf(client, id);
          assert.deepEqual(JSON.parse(fetched.text), fetched.value);
          const { text, metadata, ...rest } = fetched.value;
          assert.deepEqual(rest, { id, title, url });
          assert.equal(metadata['scraped'], 'between 2025-12-15 and 2026-03-03');
          assert.match(text, /^#+ /);
        }
      });

      test('fetch takes every kind of address of every page', async () => {
        for (const { route, url, markdown, source, title } of facts.pages) {
          const forms = [route, url, markdown, source, source && facts.upstream + source];
          for (const id of forms.filter((form) => form !== null)) {
            const { value } = await fetchOf(client, id);
            assert.deepEqual([value.id, value.title, value.url], [route, title, url], id);
          }
        }
      });

      test('search_docs keeps to section, language and limit', async () => {
        const query = 'deploy with redis';
        const all = await search(client, { query, limit: 20 });
        assert.ok(all.some((id) => !id.startsWith('/guides/')));
        const guides = await search(client, { query, section: 'guides', limit: 3 });
        assert.equal(guides.length, 3);
        assert.ok(guides.every((id) => id.startsWith('/guides/')));
        const python = await search(client, { query: 'handler', language: 'python' });
        const languages = python.map(
          (id) => facts.pages.find(({ route }) => route === id.split('#')[0])?.languages,
        );
        assert.ok(languages.length > 0 && languages.every((list) => list?.includes('python')));
      });

      test('read_page gives a heading in one language', async () => {
        const { text, value } = await read(client, {
          page: '/concepts/steps/',
          heading: 'Queue Trigger',
          language: 'python',
        });
        assert.match(text, /^### Queue Trigger\n[\s\S]*```python\nconfig = \{\n {4}"name"/);
        assert.doesNotMatch(text, /```typescript|### Cron Trigger|\*\*Cron\*\*/);
        assert.deepEqual(value, {
          id: '/concepts/steps/#queue-trigger',
          title: 'Steps › Queue Trigger',
          url: address.absolute('/concepts/steps/#queue-trigger'),
          language: 'python',
          tokens: countTokens(text),
          text,
        });
      });

      test('read_page keeps to a budget and goes on where it stopped, to the end', async () => {
        const page = '/reference/api/';
        const { value: whole } = await read(client, { page, max_tokens: 100_000 });
        assert.equal(whole.next_cursor, undefined);
        const texts: string[] = [];
        for (let cursor: string | undefined = ''; cursor !== undefined;) {
          const input = { page, max_tokens: 1500, ...(cursor && { cursor }) };
          const { text, value } = await read(client, input);
          assert.ok(value.tokens <= 1500 && value.tokens === countTokens(value.text));
          assert.equal(
            value.next_cursor !== undefined,
            text.includes(`cursor "${value.next_cursor}"`),
          );
          texts.push(value.text);
          cursor = value.next_cursor;
        }
        assert.ok(texts.length > 5);
        const words = (text: string) => text.replaceAll(/^```.*$/gm, '').replaceAll(/\s+/g, ' ');
        assert.equal(words(texts.join('\n\n')).trim(), words(whole.text).trim());
      });

      test('list_pages lists every page, or those of a section', async () => {
        const { value } = await call<{ pages: Listed[] }>(client, 'list_pages', {});
        assert.deepEqual(
          value.pages.map(({ id }) => id),
          facts.pages.map(({ route }) => route),
        );
        const { text } = await call(client, 'list_pages', { section: 'concepts' });
        assert.match(text, /^- Overview \(\/concepts\/overview\/, \d+ tokens\): .+\n- Steps \(/);
      });

      test('a bad argument is answered with what would have been right', async () => {
        for (const [tool, input, right] of [
          ['fetch', { id: '../../etc/passwd' }, /^No page at "\.\.\/\.\.\/etc\/passwd"; /],
          [
            'fetch',
            { id: '/guides/steams/' },
            /nearest pages: \/guides\/streams\/ \(Real-time Streams\)/,
          ],
          [
            'read_page',
            { page: '/concepts/steps/', heading: 'x' },
            /its headings: .*Triggers \(#triggers\)/,
          ],
          [
            'read_page',
            { page: '/concepts/steps/', cursor: '9-x' },
            /repeat the call that gave it/,
          ],
          ['read_page', { page: '/concepts/steps/', max_tokens: 1 }, />=200/],
          ['read_page', { page: '/', language: 'ruby' }, /"typescript"\|"javascript"\|"python"/],
          [
            'search_docs',
            { query: 'x', section: 'guide' },
            /^No section "guide"; there are .*guides/,
          ],
          ['search_docs', { query: '' }, /query/],
          ['search_docs', {}, /query/],
        ] as const) {
          assert.match(await refusal(client, tool, input), right, JSON.stringify(input));
        }
        await assert.rejects(client.callTool({ name: 'write_page', arguments: {} }), /write_page/);
      });

      test('pages are resources at the addresses of their Markdown', async () => {
        const { resources } = await client.listResources();
        assert.deepEqual(
          resources.map(({ uri }) => uri),
          facts.pages.map(({ markdown }) => markdown),
        );
        const uri = address.absolute('/guides/streams.md');
        const { contents } = await client.readResource({ uri });
        const [twin] = contents as { mimeType: string; text: string }[];
        assert.equal(twin?.mimeType, 'text/markdown');
        assert.equal(twin.text, readFileSync(`${DIST}/guides/streams.md`, 'utf8'));
        await assert.rejects(client.readResource({ uri: 'file:///etc/passwd' }), /not found/i);
      });

      test('the assistant’s instructions are a prompt', async () => {
        const { prompts } = await client.listPrompts();
        assert.deepEqual(
          prompts.map(({ name }) => name),
          ['motia_assistant'],
        );
        const { messages } = await client.getPrompt({ name: 'motia_assistant' });
        assert.deepEqual(messages[0]?.content, {
          type: 'text',
          text: readFileSync(`${DIST}/assistant.md`, 'utf8'),
        });
      });

      test('fifty calls at once are all answered, each with its own answer', async () => {
        const asked = facts.pages.slice(0, 50);
        const answers = await Promise.all(asked.map(({ route }) => read(client, { page: route })));
        assert.deepEqual(
          answers.map(({ value }) => value.id),
          asked.map(({ route }) => route),
        );
      });
    });
  }
}

test('npm run --silent mcp writes nothing but the protocol, and ends with its input', async () => {
  const child = spawn('npm', ['run', '--silent', 'mcp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const params = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1.0.0' },
  };
  child.stdin.write('not JSON\n');
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
  const [first] = (await once(child.stdout, 'data')) as [Buffer];
  child.stdin.end();
  const said = first.toString() + (await text(child.stdout));
  const answers = said
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { jsonrpc: string; id: unknown });
  assert.deepEqual(
    answers.map(({ jsonrpc, id }) => [jsonrpc, id]),
    [['2.0', 1]],
  );
});

describe('the endpoint refuses', () => {
  const post = (headers: Record<string, string>, body = '{}', path = 'mcp') =>
    fetch(new URL(path, server.url), {
      method: 'POST',
      headers: {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        ...headers,
      },
      body,
    });

  test('a web page of another site, and one that claims our address by DNS', async () => {
    assert.equal((await post({ origin: 'https://evil.example' })).status, 403);
    assert.equal((await post({ origin: 'null' })).status, 403);
    assert.equal(await rawStatus({ host: 'evil.example' }), 403);
    assert.notEqual((await post({ origin: 'http://localhost:6274' })).status, 403);
  });

  test('a body of more than 64 KiB, unread', async () => {
    const large = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(70_000) });
    assert.equal((await post({}, large)).status, 413);
  });

  test('anything that is no POST of JSON', async () => {
    for (const method of ['GET', 'OPTIONS', 'TRACE']) {
      assert.equal(await rawStatus({ host: '127.0.0.1' }, method), 405, method);
    }
    assert.equal((await post({ 'content-type': 'text/plain' })).status, 415);
    assert.equal((await post({}, 'not JSON')).status, 400);
  });

  test('but not a slash or a query after its address', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    for (const path of ['mcp/', 'mcp?from=docs', 'mcp/?from=docs']) {
      assert.equal((await post({}, body, path)).status, 200, path);
    }
    assert.equal((await post({}, body, 'mcp//')).status, 405);
  });

  describe('more calls than its rate, saying how long to wait:', () => {
    const JSON_RPC = { jsonrpc: '2.0', method: 'tools/list' };
    const batch = Array.from({ length: 60 }, (_, id) => ({ ...JSON_RPC, id }));

    for (const [name, body, burst, wait] of [
      ['one by one', {}, 1, '10'],
      ['one by one, though no call can be read', 'not JSON', 1, '10'],
      ['many in one request', batch, 100, '200'],
    ] as const) {
      test(name, async (t) => {
        const slow = await serve({
          ...served(),
          mcp: mcpEndpoint(docsOnDisk(DIST), [], { burst, perSecond: 0.1 }),
        });
        t.after(() => slow.close());
        const ask = () =>
          fetch(new URL('mcp', slow.url), {
            method: 'POST',
            headers: {
              accept: 'application/json, text/event-stream',
              'content-type': 'application/json',
            },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          });
        const answered = await ask();
        assert.equal(answered.status, body === batch ? 200 : 400);
        await answered.text();
        const refused = await ask();
        assert.equal(refused.status, 429);
        assert.equal(refused.headers.get('retry-after'), wait);
        assert.deepEqual(await refused.json(), {
          jsonrpc: '2.0',
          error: { code: -32_000, message: `Too many requests: wait ${wait} s` },
          id: null,
        });
      });
    }
  });

  /** A status by a Host header that `fetch` would not send. */
  async function rawStatus(
    headers: Record<string, string>,
    method = 'POST',
  ): Promise<number | undefined> {
    const asked = request(new URL('mcp', server.url), { method, headers });
    asked.end(method === 'POST' ? '{}' : '');
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  }
});

describe('one search everywhere', () => {
  const asked = 'tests/search/questions.jsonl';

  test('agents get the hits of the command line, in its order, for all public questions', async () => {
    const lines = execFileSync(process.execPath, ['scripts/search.ts', '--batch', asked], {
      encoding: 'utf8',
    });
    const expected = lines
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; hits: { route: string; anchor: string }[] });
    assert.ok(expected.length >= 60);
    const questions = new Map(
      readFileSync(asked, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { id: string; q: string })
        .map(({ id, q }) => [id, q]),
    );
    const client = await connected('http', 'auto');
    for (const { id, hits } of expected) {
      assert.deepEqual(
        await search(client, { query: questions.get(id), limit: 10 }),
        hits.map(({ route, anchor }) => (anchor === '' ? route : `${route}#${anchor}`)),
        questions.get(id),
      );
    }
    await client.close();
  });
});

test('a hit warns of code that the package refuses', async () => {
  const client = await connected('http', 'auto');
  const { text, value } = await call<SearchValue>(client, 'search_docs', {
    query: 'motia generate step',
  });
  const [hit] = value.results;
  assert.equal(hit?.id, '/guides/cli/#motia-generate-step');
  assert.match(hit?.warning ?? '', /^Does not check with motia 1\./);
  assert.ok(text.includes(`\n  warning: ${hit?.warning}`));
  await client.close();
});

test('whoever asks how to define an HTTP endpoint gets code that the package takes', async () => {
  const client = await connected('http', 'auto');
  const task = 'how do I define an HTTP endpoint';
  const hits = await search(client, { query: task, limit: 3 });
  const found = await Promise.all(hits.map((id) => fetchOf(client, id)));
  const pack = await call<PackValue>(client, 'read_for_task', { task });
  const ways = { search: found.map(({ value }) => value.text).join('\n\n'), pack: pack.text };
  for (const [way, markdown] of Object.entries(ways)) {
    const samples = samplesIn(markdown, way);
    assert.ok(
      samples.some(({ code }) => /type: 'http'/.test(code)),
      `${way} defines no endpoint`,
    );
    const good = checkingAlone(samples, VERSIONS[0]?.alias ?? assert.fail('no version'));
    assert.deepEqual(
      samples.filter(({ name }) => !good.has(name)),
      [],
    );
  }
  await client.close();
});

describe('a thousand calls in a row', () => {
  /** One round of calls of every kind, some of which fail. */
  async function round(client: Client, calls: number) {
    for (let made = 0; made < calls; made += 5) {
      const { route: page } = facts.pages[made % facts.pages.length] ?? { route: '/' };
      await search(client, { query: `state management ${made % 50}` });
      await read(client, { page, max_tokens: 500 });
      await fetchOf(client, page);
      await call(client, 'list_pages', {});
      await refusal(client, 'read_page', { page: `/nowhere/${made}/` });
    }
  }

  for (const [version, mode] of Object.entries(ERAS)) {
    test(`leave the memory of the HTTP server as it was, protocol ${version}`, async () => {
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc') as () => void;
      const heap = () => {
        collect();
        return process.memoryUsage().heapUsed / 1e6;
      };
      const client = await connected('http', mode);
      await round(client, 500);
      const before = heap();
      await round(client, 1000);
      const grown = heap() - before;
      await client.close();
      assert.ok(grown < 5, `${grown.toFixed(1)} MB more after 1,000 calls`);
    });
  }

  test('leave the process on standard input and output no larger', async () => {
    const client = await connected('stdio', 'auto');
    const { pid } = client.transport as StdioClientTransport;
    assert.ok(pid);
    await round(client, 1000);
    const before = residentMegabytes(pid);
    await round(client, 1000);
    const after = residentMegabytes(pid);
    await client.close();
    assert.ok(after < before * 1.15, `${before} MB became ${after} MB`);
  });
});

/** What a process holds in memory, by the kernel's account or, off Linux, by `ps`. */
function residentMegabytes(pid: number): number {
  const kilobytes =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1000;
}
