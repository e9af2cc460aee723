/** Splits a page in a thread of its own, which a test can stop when it takes too long. */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { splitDump } from '../../src/split/index.ts';
import { dumpOf, TABLES, titled } from '../unit/split/scrape.ts';

/** How many pages come out of a dump of one page with these lines. */
export async function splitInWorker(
  lines: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const worker = new Worker(import.meta.filename, { workerData: lines });
  signal.addEventListener('abort', () => void worker.terminate());
  const [pages] = (await once(worker, 'message', { signal })) as [number];
  return pages;
}

if (!isMainThread) {
  const dump = dumpOf(['/docs/concepts/a', ...titled('A'), ...(workerData as string[])]);
  parentPort?.postMessage(splitDump(dump, TABLES).files.size);
}
