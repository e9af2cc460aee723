/**
 * Content negotiation in nginx, which has no arithmetic: weights become strings of decimals that one
 * regular expression compares. It follows `negotiate.ts`, but takes the first of several ranges for
 * one type, knows no parameter beside q, and reads one Accept header (nginx before 1.23).
 */
import type { Form } from '../negotiate.ts';
import { literal, mapOf, pattern, type Entry } from './maps.ts';

const TYPES: Readonly<Record<Form, string>> = { html: 'text/html', markdown: 'text/markdown' };

/** Stands for 1, above all decimals of a weight: `0.85` is `85`, refused is empty. */
const WHOLE = '9999';

/**
 * Maps that end in `$form`, which is `html`, `markdown` or `none`, for a page that has both, in
 * `$html_form` (`html` or `none`) for one without Markdown, and in `$missing_form` (`html` or
 * `markdown`) where nothing is.
 */
export function negotiationMaps(): string[] {
  return [
    mapOf('$accept', '$http_accept', [
      ['""', '"*/*"'],
      ['default', '$http_accept'],
    ]),
    weightMap('html'),
    weightMap('markdown'),
    mapOf('$heavier', '"$markdown_weight:$html_weight"', [
      ['":"', 'none'],
      [pattern('^:'), 'html'],
      [pattern(':$'), 'markdown'],
      [pattern('^(\\d+):\\1$'), 'equal'],
      [
        pattern(`^(\\d*)(?:${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(heavierDigit).join('|')})$`),
        'markdown',
      ],
      ['default', 'html'],
    ]),
    // Of equals the one that is named, or named first.
    mapOf('$named_first', '$accept', [
      [pattern('text/markdown.*text/html', 'i'), 'markdown'],
      [pattern('text/html', 'i'), 'html'],
      [pattern('text/markdown', 'i'), 'markdown'],
      ['default', 'any'],
    ]),
    mapOf('$form', '"$heavier $named_first"', [
      ['"equal markdown"', 'markdown'],
      [pattern('^equal'), 'html'],
      ['default', '$heavier'],
    ]),
    mapOf('$html_form', '$html_weight', [
      ['""', 'none'],
      ['default', 'html'],
    ]),
    mapOf('$missing_form', '"$heavier $named_first $request_uri"', [
      [pattern('^equal any [^?]*\\.md(\\?|$)'), 'markdown'],
      [pattern('^(equal markdown|markdown) '), 'markdown'],
      ['default', 'html'],
    ]),
  ];
}

/** The decimals of a form's weight: of its own type, else of `text/*`, else of any type. */
function weightMap(form: Form): string {
  const ranges = [TYPES[form], 'text/*', '*/*'];
  const entries = ranges.flatMap((range, i): Entry[] => {
    const start = `(?:^|,)\\s*${literal(range)}\\s*`;
    const weight = `${start}(?:;[^,]*)?;\\s*q=`;
    const name = `${form}_${['own', 'text', 'any'][i]}`;
    return [
      [pattern(`${weight}0(?:\\.0*)?\\s*(?:[,;]|$)`, 'i'), '""'],
      [pattern(`${weight}0\\.(?<${name}>\\d*[1-9])`, 'i'), `$${name}`],
      [pattern(`${start}(?:[,;]|$)`, 'i'), WHOLE],
    ];
  });
  return mapOf(`$${form}_weight`, '$accept', [...entries, ['default', '""']]);
}

/** After equal decimals this one is followed, in the other weight, by a smaller one or by nothing. */
function heavierDigit(digit: number): string {
  return `${digit}\\d*:\\1(?:[0-${digit - 1}]\\d*)?`;
}
