import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lines, markdownOf } from './rendering.ts';

/** From `guides/middleware` (dump line 6430). */
const LANGUAGES = lines(
  '<Tabs syncKey="language">',
  '<TabItem label="TypeScript">',
  '',
  'First, extend the request type in `api.d.ts`:',
  '',
  '```typescript',
  "import 'motia'",
  '',
  "declare module 'motia' {",
  '  interface ApiRequest {',
  '    user?: { id: string; role: string }',
  '  }',
  '}',
  '```',
  '',
  '</TabItem>',
  '<TabItem label="Python">',
  '',
  '```python',
  'async def auth_middleware(req, ctx, next):',
  '    req["user"] = {"id": "123", "role": "admin"}',
  '    return await next()',
  '```',
  '',
  '</TabItem>',
  '</Tabs>',
);

/** After `concepts/steps` (dump line 2564): languages within kinds of trigger. */
const NESTED = lines(
  '<Tabs syncKey="triggers">',
  '<TabItem label="API">',
  '<Anchor id="triggers-api" tab />',
  '',
  '### API Trigger',
  '',
  '<Tabs syncKey="language">',
  '<TabItem label="TypeScript">',
  '',
  '```typescript',
  "const method = 'GET'",
  '```',
  '',
  '</TabItem>',
  '<TabItem label="Python">',
  '',
  '```python',
  'method = "GET"',
  '```',
  '',
  '</TabItem>',
  '</Tabs>',
  '',
  '</TabItem>',
  '<TabItem label="Queue">',
  '',
  'Runs when a message arrives.',
  '',
  '</TabItem>',
  '</Tabs>',
);

describe('tabs', () => {
  test('each tab stands once, under its label in bold', () => {
    assert.equal(
      markdownOf(LANGUAGES),
      lines(
        '**TypeScript**',
        '',
        'First, extend the request type in `api.d.ts`:',
        '',
        '```typescript',
        "import 'motia'",
        '',
        "declare module 'motia' {",
        '  interface ApiRequest {',
        '    user?: { id: string; role: string }',
        '  }',
        '}',
        '```',
        '',
        '**Python**',
        '',
        '```python',
        'async def auth_middleware(req, ctx, next):',
        '    req["user"] = {"id": "123", "role": "admin"}',
        '    return await next()',
        '```',
      ),
    );
  });

  test('tabs within a tab repeat its label, and headings stay headings', () => {
    assert.equal(
      markdownOf(NESTED),
      lines(
        '**API**',
        '',
        '### API Trigger',
        '',
        '**API › TypeScript**',
        '',
        '```typescript',
        "const method = 'GET'",
        '```',
        '',
        '**API › Python**',
        '',
        '```python',
        'method = "GET"',
        '```',
        '',
        '**Queue**',
        '',
        'Runs when a message arrives.',
      ),
    );
  });

  test('for one language, its tab alone stands there, without a label', () => {
    assert.equal(
      markdownOf(NESTED, { language: 'python' }),
      lines(
        '**API**',
        '',
        '### API Trigger',
        '',
        '```python',
        'method = "GET"',
        '```',
        '',
        '**Queue**',
        '',
        'Runs when a message arrives.',
      ),
    );
  });

  test('a language is known by what a label means, and the label stays as written', () => {
    const short = LANGUAGES.replace('"TypeScript"', '"tsx"').replace('"Python"', '"PY"');
    assert.equal(
      markdownOf(short, { language: 'typescript' }).split('\n')[0],
      'First, extend the request type in `api.d.ts`:',
    );
    assert.match(markdownOf(short, { language: 'python' }), /^```python\n/);
    assert.match(markdownOf(short), /^\*\*tsx\*\*\n[^]*\n\*\*PY\*\*\n/);
  });

  test('where several tabs are in the one language, these stay, with their labels', () => {
    const two = LANGUAGES.replace('"Python"', '"TS"');
    assert.equal(markdownOf(two, { language: 'typescript' }), markdownOf(two));
    assert.match(markdownOf(two), /^\*\*TypeScript\*\*\n[^]*\n\*\*TS\*\*\n/);
  });

  test('for a language that a group does not have, the whole group stays', () => {
    assert.equal(markdownOf(LANGUAGES, { language: 'javascript' }), markdownOf(LANGUAGES));
  });

  test('a group that is not about languages stays whole, even where its labels name some', () => {
    const installers = LANGUAGES.replace('syncKey="language"', 'syncKey="installer"');
    assert.equal(markdownOf(installers, { language: 'python' }), markdownOf(LANGUAGES));
  });
});
