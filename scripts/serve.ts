/** Serves a built site: `npm run serve`. */
import { commandLine } from './command-line.ts';
import { listenFrom } from '../src/model/listen.ts';
import { serveUntilStopped } from '../src/server/local.ts';

const HELP = `Usage: npm run serve -- [--dir FOLDER]

Serves a built site (default: dist) on http://127.0.0.1:4321 until it is stopped.
HOST and PORT choose another address; BASE_PATH must be that of the build, and all answers name the
address that the build was made for.`;

await commandLine(HELP, { dir: { type: 'string', default: 'dist' } }, ({ dir }) =>
  serveUntilStopped(dir, listenFrom(process.env)),
);
