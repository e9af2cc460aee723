import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooseEncoding, chooseForm } from '../../../src/server/negotiate.ts';

describe('the form of a page by Accept', () => {
  const cases: [string, string | undefined, 'html' | 'markdown' | undefined][] = [
    ['no header takes anything, so HTML', undefined, 'html'],
    ['an empty header takes anything, so HTML', '', 'html'],
    ['curl’s */* is HTML', '*/*', 'html'],
    ['any text is HTML', 'text/*', 'html'],
    [
      'a browser gets HTML',
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
      'html',
    ],
    ['Markdown alone is Markdown', 'text/markdown', 'markdown'],
    ['with a charset too', 'text/markdown; charset=UTF-8', 'markdown'],
    ['letter case does not matter', 'Text/Markdown', 'markdown'],
    ['what is named beats a wildcard of the same q', '*/*, text/markdown', 'markdown'],
    ['a coding agent’s list is read in its order', 'text/markdown, text/html, */*', 'markdown'],
    ['among equals the order of the client holds', 'text/html, text/markdown', 'html'],
    ['the higher q wins over the order', 'text/html;q=0.5, text/markdown;q=0.9', 'markdown'],
    ['a lower q for Markdown leaves HTML', 'text/markdown;q=0.8, text/html', 'html'],
    ['three digits of q are compared', 'text/html;q=0.998, text/markdown;q=0.999', 'markdown'],
    ['q=0 refuses what a wildcard would let in', 'text/html;q=0, */*', 'markdown'],
    ['the narrower range sets the q', 'text/*;q=0.9, text/markdown;q=0.1, text/html;q=0.2', 'html'],
    ['Markdown with q=0 is not sent', 'text/markdown;q=0, text/html;q=0.1', 'html'],
    ['a name that only contains the type is another type', 'text/markdown-x', undefined],
    ['another text type is not answered with Markdown', 'text/plain', undefined],
    ['another type is not answered at all', 'application/json', undefined],
    ['everything refused is nothing', '*/*;q=0', undefined],
  ];
  for (const [name, accept, form] of cases) {
    test(`${name} (${accept})`, () => assert.equal(chooseForm(accept, ['html', 'markdown']), form));
  }

  test('a page without twin has only HTML to offer', () => {
    assert.equal(chooseForm('text/markdown, */*;q=0.1', ['html']), 'html');
    assert.equal(chooseForm('text/markdown', ['html']), undefined);
  });
});

describe('the encoding of a file by Accept-Encoding', () => {
  const cases: [string, string | undefined, 'br' | 'gzip' | undefined][] = [
    ['no header means the plain file', undefined, undefined],
    ['a browser’s list means brotli, wherever it stands', 'gzip, deflate, br, zstd', 'br'],
    ['gzip where brotli is not known', 'gzip, deflate', 'gzip'],
    ['the higher q wins', 'br;q=0.5, gzip;q=0.8', 'gzip'],
    ['q=0 refuses', 'br;q=0, gzip;q=0', undefined],
    ['a wildcard means brotli', '*', 'br'],
    ['identity preferred is respected', 'identity, gzip;q=0.5', undefined],
    ['an unknown encoding means the plain file', 'zstd', undefined],
    ['brotli’s name within another is not brotli', 'brotli-x', undefined],
  ];
  for (const [name, header, encoding] of cases) {
    test(`${name} (${header})`, () =>
      assert.equal(chooseEncoding(header, ['br', 'gzip']), encoding));
  }

  test('only what lies ready is chosen', () => {
    assert.equal(chooseEncoding('br, gzip', ['gzip']), 'gzip');
    assert.equal(chooseEncoding('br, gzip', []), undefined);
  });
});
