/** Brings upstream's pictures to this machine: `npm run images`. */
import { existsSync, statSync } from 'node:fs';
import { commandLine, UsageError } from './command-line.ts';
import { bringPicture, type Journey, type Outcome } from '../src/pictures/bring.ts';
import { PICTURE_FOLDER } from '../src/pictures/folder.ts';
import { fromFolder, fromServer, type Source } from '../src/pictures/sources.ts';
import { readableBytes, readImageTable } from '../src/pictures/table.ts';

const HELP = `Usage: npm run images -- [--from URL|DIR] [--timeout SECONDS]

Brings the pictures of content/_source/images.json to ${PICTURE_FOLDER}/, which git
ignores; the next build serves them itself, in several sizes. Each must have the size and sha256 of
the table. What is here already is kept, what was cut off is gone on with.
  --from URL|DIR     a server or folder with the pictures at their keys (img/flow.png), instead of the
                     addresses of the table
  --timeout SECONDS  how long one picture may take (default: 60)
  --help             this text
Exit code 1 if a picture could not be brought; each has a line that says why.`;

/** Polite to a server, and enough to keep a line busy. */
const AT_ONCE = 4;

await commandLine(
  HELP,
  { from: { type: 'string' }, timeout: { type: 'string', default: '60' } },
  async ({ from, timeout }) => {
    const journey: Journey = {
      source: sourceOf(from),
      folder: PICTURE_FOLDER,
      milliseconds: 1000 * secondsOf(timeout),
    };
    const table = Object.entries(readImageTable());
    const counts = { kept: 0, brought: 0, unknown: 0, failed: 0 };
    const queue = table.values();
    const worker = async () => {
      for (const [key, facts] of queue) {
        const outcome = await bringPicture(key, facts, journey);
        counts[outcome.kind] += 1;
        const done = Object.values(counts).reduce((sum, count) => sum + count);
        say(`${done}/${table.length}`, key, outcome, facts.bytes);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const { kept, brought, unknown, failed } = counts;
    console.log(`${brought} brought, ${kept} kept, ${unknown} unknown, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  },
);

function say(progress: string, key: string, outcome: Outcome, bytes: number | null): void {
  const size = bytes === null ? '' : ` (${readableBytes(bytes)})`;
  if (outcome.kind === 'failed') console.error(`${key}: ${outcome.reason}`);
  else if (outcome.kind === 'unknown') {
    console.log(`${progress} ${key}: its sha256 is not known, so it stays where upstream has it`);
  } else console.log(`${progress} ${outcome.kind} ${key}${size}`);
}

function sourceOf(from: string | undefined): Source {
  if (from === undefined) return fromServer();
  if (/^https?:/i.test(from)) {
    if (!URL.canParse(from)) throw new UsageError(`--from ${from} is no valid address`);
    return fromServer(new URL(from.endsWith('/') ? from : `${from}/`));
  }
  if (existsSync(from) && statSync(from).isDirectory()) return fromFolder(from);
  throw new UsageError(`--from ${from} is neither a folder nor an http(s) address`);
}

function secondsOf(timeout: string): number {
  const seconds = Number(timeout);
  if (seconds > 0 && Number.isFinite(seconds)) return seconds;
  throw new UsageError(`--timeout ${timeout} is no number of seconds`);
}
