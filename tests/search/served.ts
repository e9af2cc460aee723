/** Sizes of files as a server sends them. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** Bytes of a file with brotli, or as it is where that is smaller (Pagefind's files are gzipped). */
export function servedBytes(file: string): number {
  const content = readFileSync(file);
  return Math.min(content.length, compressed(content));
}

export function compressed(content: Uint8Array): number {
  return brotliCompressSync(content).length;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
