import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import { cutAtHeadings, withoutLeadIn } from '../../../src/markdown/cut.ts';
import { readLibrary } from '../../../src/content/read-library.ts';
import { lines } from './rendering.ts';

describe('cutting a twin’s text at its headings', () => {
  test('gives the sections that the tree has, on all pages and in all languages', () => {
    const library = readLibrary('content', addressOf({}));
    for (const page of library.routes.pages) {
      for (const language of [undefined, ...page.languages]) {
        const { markdown, sections } = library.read(page, language);
        assert.deepEqual(
          cutAtHeadings(markdown).map(({ level, text }) => [level, text.trimEnd()]),
          sections.map(({ anchor, level, text }) => [anchor === '' ? 0 : level, text]),
          `${page.route} ${language}`,
        );
      }
    }
  });

  test('takes no comment in code for a heading, however the code is fenced', () => {
    const text = lines(
      'Before',
      '',
      '````md',
      '```sh',
      '# not one',
      '```',
      '## nor this',
      '````',
      '',
      '## One',
      '',
      '- ```sh',
      '  # nor this',
      '  ```',
    );
    assert.deepEqual(
      cutAtHeadings(text).map(({ level, line }) => [level, line]),
      [
        [0, 0],
        [2, 9],
      ],
    );
    assert.equal(
      cutAtHeadings(text)
        .map((cut) => cut.text)
        .join('\n'),
      text,
    );
  });

  test('leaves what leads into the next section out of one that is read alone', () => {
    assert.equal(withoutLeadIn('## A\n\nText\n\n---\n\n**Python**\n'), '## A\n\nText');
    assert.equal(withoutLeadIn('## A\n\n**Bold** text'), '## A\n\n**Bold** text');
  });
});
