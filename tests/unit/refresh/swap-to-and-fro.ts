/** A program for the test beside it: swaps a content folder to and fro until it is killed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, swapContent } from '../../../src/refresh/swap.ts';

type Files = Record<string, string>;

const content = process.argv[2] ?? '';
const { olds, news } = JSON.parse(readFileSync(0, 'utf8')) as { olds: Files; news: Files };
const gone = (files: Files) => Object.keys(files).map((file) => [file, null] as const);

for (;;) {
  const [from, to] = existsSync(join(content, Object.keys(olds)[0] ?? ''))
    ? [olds, news]
    : [news, olds];
  const writes = new Map([...gone(from), ...Object.entries(to)]);
  await swapContent(content, writes, fingerprintOf(content));
  process.stdout.write('.');
}
