import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lines, markdownOf } from './rendering.ts';

function unchanged(...text: string[]) {
  assert.equal(markdownOf(lines(...text)), lines(...text));
}

describe('code', () => {
  test('is kept byte for byte: indentation, trailing spaces, lines of white space, tabs', () => {
    unchanged('```python title="a.py"', 'def a():', '    b = """', 'c  ', '   ', '\t"""', '```');
  });

  test('gets a fence longer than any run of backticks in it', () => {
    unchanged('````md', '```ts', 'x', '```', '````');
  });

  test('keeps tags, braces and directives, which are only text there', () => {
    unchanged('```tsx', '<Tabs items={[a]}>', ':::note', '```');
    unchanged('Inline `Promise<void>`, `${x}` and ``a ` b``.');
  });
});

describe('tables', () => {
  test('keep alignment and escaped pipes, without padding', () => {
    assert.equal(
      markdownOf(lines('| A    | Right |', '|------|------:|', '| `a\\|b` | 1 |')),
      lines('| A | Right |', '| --- | --: |', '| `a\\|b` | 1 |'),
    );
  });
});

describe('plain text', () => {
  test('is escaped only where Markdown would read something else', () => {
    unchanged('Set `a_b` or MY_ENV_VAR, 2 < 3, C#, $5, 50%, a.b, "quoted", it\'s (so): yes!');
    unchanged('Motia’s — “quotes” … → ✅ 1️⃣');
  });

  test('the space within a link stays, the one before a comment at the end goes', () => {
    assert.equal(markdownOf('[a ](https://b.example)c {/* d */}'), '[a ](https://b.example)c');
  });

  test('a bare address stays bare', () => {
    unchanged('Open http://localhost:3000 now, or https://motia.dev/a_b.');
  });

  test('an ampersand is escaped only where it would be a character reference', () => {
    unchanged('[Video](https://www.youtube.com/watch?v=nX7MlUhupig&t=28s), R&D, a & b');
    unchanged('Write \\&lt; for it.');
  });

  test('braces and angle brackets that MDX needs escaped come out readable', () => {
    assert.equal(markdownOf('Use \\{ id \\} and \\<name>.'), 'Use { id } and \\<name>.');
  });

  test('emphasis, strong and struck text, hard breaks and rules have one form', () => {
    assert.equal(
      markdownOf(lines('*a* __b__ ~~c~~\\', 'd', '', '***')),
      lines('_a_ **b** ~~c~~\\', 'd', '', '---'),
    );
  });
});

describe('the HTML that the split keeps', () => {
  test('a break stays a break, a space in a table, and goes at the end of a line', () => {
    assert.equal(
      markdownOf('Zero configuration. <br />\nFlexible. <br />'),
      'Zero configuration.\\\nFlexible.',
    );
    assert.equal(
      markdownOf(lines('| A |', '| - |', '| a<br />b |')),
      lines('| A |', '| --- |', '| a b |'),
    );
    assert.equal(markdownOf('<br />'), '');
  });

  test('struck text is struck, and what only looks different is plain', () => {
    assert.equal(
      markdownOf('Press <kbd>Ctrl</kbd>, x<sup>2</sup>, <small>by *us*</small>, <del>gone</del>.'),
      'Press Ctrl, x2, by _us_, ~~gone~~.',
    );
  });

  test('what a reader unfolds is under its summary in bold', () => {
    assert.equal(
      markdownOf(
        lines(
          '<details>',
          '<summary>The `config`</summary>',
          '',
          '```ts',
          'a',
          '```',
          '</details>',
        ),
      ),
      lines('**The `config`**', '', '```ts', 'a', '```'),
    );
    assert.equal(
      markdownOf('<details>\n<summary>The **big** `one`</summary>\n\na\n\n</details>'),
      lines('**The big `one`**', '', 'a'),
    );
  });
});
