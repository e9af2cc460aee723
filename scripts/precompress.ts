/** Writes compressed copies beside the files of a built site, for the server to send. */
import { commandLine } from './command-line.ts';
import { precompress } from '../src/server/precompress.ts';
import { readSite } from '../src/server/site.ts';

const HELP = `Usage: node scripts/precompress.ts [--dir FOLDER]

Writes .br and .gz beside every text file of a built site (default: dist).`;

await commandLine(HELP, { dir: { type: 'string', default: 'dist' } }, async ({ dir }) => {
  const { files } = readSite(dir, new Map());
  const total = { files: 0, plain: 0, br: 0, gzip: 0 };
  await precompress(dir, files, (_, { plain, br = plain, gzip = plain }) => {
    total.files += 1;
    total.plain += plain;
    total.br += br;
    total.gzip += gzip;
    if (process.stderr.isTTY) process.stderr.write(`\r${total.files} files\r`);
  });
  const { plain, br, gzip } = total;
  console.log(`${total.files} text files: ${MB(plain)}, gzip ${MB(gzip)}, brotli ${MB(br)}`);
});

function MB(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
