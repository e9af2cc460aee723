import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judged, NEWEST, page } from './bench.ts';

const step = (trigger: string, handler = "async () => ({ status: 200, body: 'ok' })"): string =>
  `import type { Handlers, StepConfig } from 'motia'
import { z } from 'zod'

export const config = {
  name: 'Hello',
  triggers: [
    ${trigger},
  ],
  enqueues: ['greeted'],
} as const satisfies StepConfig

export const handler: Handlers<typeof config> = ${handler}`;

const config = (code: string): string => code.replace(/\nexport const handler.*/s, '');

const HTTP = "{ type: 'http', path: '/hello', method: 'POST' }";

describe('a sample that imports Motia', () => {
  it('checks, differs by a renamed trigger, a gone name, entry point or field, or by its context', () => {
    const samples = [
      step(HTTP),
      step("{ type: 'api', path: '/hello', method: 'POST' }").split('\nexport const handler')[0] ??
        '',
      "import type { NoopConfig } from 'motia'",
      "import { EventNode } from 'motia/workbench'",
      config(step(HTTP).replace('enqueues:', 'infrastructure: {}, enqueues:')),
      step(HTTP, 'async (req, { emit }) => emit(req)'),
      step(HTTP, 'async (req) => ({ status: 200, body: req.body.text })'),
    ];
    assert.deepEqual(judged(page(samples.map((code) => ['ts', code]))), [
      'checks',
      'differs renamed-trigger@7',
      'differs gone-name@1',
      'differs gone-entry@1',
      'differs gone-field@9',
      'differs wrong-context@12',
      'differs untyped@12',
    ]);
  });

  it('is judged against each version by its own types', () => {
    const code = step(HTTP, 'async (req, { logger }) => { logger.info("hi") }');
    assert.deepEqual(judged(page([['ts', code]])), ['checks']);
    assert.deepEqual(judged(page([['ts', code]]), NEWEST), ['differs wrong-context@12']);
  });

  it('finds neighbours by their titles, of its own language only', () => {
    const types = 'export type Greeting = { text: string }';
    const code = (field: string) =>
      `import 'motia'\nimport type { Greeting } from './types'\nexport const it: Greeting = { ${field}: 'hi' }`;
    const blocks = page([
      ['ts title="src/types.ts"', `import 'motia'\n${types}`],
      ['ts title="src/a.ts"', code('text')],
      ['ts title="src/b.ts"', code('word')],
      ['js title="src/types.js"', 'import "motia"\nexport const Greeting = 1'],
    ]);
    assert.deepEqual(judged(blocks), ['checks', 'checks', 'differs gone-field@3', 'checks']);
  });

  it('takes other packages and files that no page shows for right', () => {
    const code = `import 'motia'
import Stripe, { type Card } from 'stripe'
import * as store from '../store'
import { readFile } from 'node:fs/promises'
export const pay = async (card: Card<1>): Promise<Stripe.Charge> =>
  new Stripe(await readFile('key', 'utf8')).charge(card, store.find(1))`;
    assert.deepEqual(judged(page([['ts', code]])), ['checks']);
  });

  it('knows the streams and topics of the page’s own configs, and leaves others open', () => {
    const stream = `import type { StreamConfig } from 'motia'
import { z } from 'zod'
export const config: StreamConfig = {
  name: 'chat', schema: z.object({ text: z.string() }), baseConfig: { storageType: 'default' },
}`;
    const use = (data: string) =>
      step(HTTP, `async (req, { streams }) => { await streams.${data} }`);
    const blocks = page([
      ['ts title="src/chat.stream.ts"', stream],
      ['ts', use("chat.set('room', '1', { text: 'hi' })")],
      ['ts', use("chat.set('room', '1', { words: 'hi' })")],
      ['ts', use("other.set('room', '1', { words: 'hi' })")],
    ]);
    assert.deepEqual(judged(blocks), ['checks', 'checks', 'differs gone-field@12', 'checks']);
  });
});

describe('a sample that names no types', () => {
  it('is held to them where it is a step: JavaScript, Python, TypeScript without imports', () => {
    const config = (type: string) => `{
  'name': 'Hello',
  'triggers': [
    {'type': '${type}', 'path': '/hello', 'method': 'GET'},
  ],
}`;
    const blocks = page([
      ['js', `export const config = ${config('http')}`],
      ['js', `export const config = ${config('api')}`],
      ['python', `config = ${config('http')}`],
      ['python', `config = ${config('api')}`],
      ['ts', `export const config = ${config('api')} as const satisfies StepConfig`],
      ['js', 'export const handler = async (req, { emit }) => emit(req.body.text)'],
      ['ts', 'if (ctx.is.api(input)) await state.clear("orders")'],
    ]);
    assert.deepEqual(judged(blocks), [
      'checks',
      'differs renamed-trigger@4',
      'checks',
      'differs renamed-trigger@4',
      'differs renamed-trigger@4',
      'differs wrong-context@1',
      'differs renamed-trigger@1',
    ]);
  });

  it('is a fragment where nothing of Motia is in it', () => {
    const blocks = page([
      ['ts', 'const useTls = url.protocol === "rediss:"'],
      ['python', 'total = sum(items)'],
      ['json', '{ "a": 1 }'],
      ['bash', 'npm install'],
      ['', 'POST /research'],
    ]);
    assert.deepEqual(judged(blocks), Array(5).fill('fragment'));
  });
});

describe('commands', () => {
  it('are compared with the help of the CLI', () => {
    const blocks = page([
      ['bash', 'npx motia@latest create\nmotia build --external sharp'],
      ['bash', '# set up\nnpx motia docker setup'],
      ['bash', 'npx motia create my-app'],
      ['bash', 'npx motia create [project-name] [options]'],
      ['bash', 'npx motia create [options]'],
      ['bash', 'motia build --watch'],
      ['dockerfile', 'FROM node\nRUN npx motia@latest install'],
      ['json', '{ "scripts": {\n "start": "motia start" } }'],
      ['bash', 'npm install motia'],
      ['bash', 'iii -c config.yaml'],
    ]);
    assert.deepEqual(judged(blocks), [
      'checks',
      'differs gone-command@2',
      'differs gone-command@1',
      'differs gone-command@1',
      'checks',
      'differs gone-command@1',
      'differs gone-command@2',
      'differs gone-command@2',
      'fragment',
      'fragment note@1',
    ]);
  });
});
