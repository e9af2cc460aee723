/** Builds the whole deployable site, and with `--serve` serves it: `npm run build`, `npm start`. */
import { commandLine } from './command-line.ts';
import { listenFrom } from '../src/model/listen.ts';
import { refuseTakenPort, serveUntilStopped } from '../src/server/local.ts';
import { BUILD_STAGES, runStages, SPLIT_CHECK } from './stages.ts';

const HELP = `Usage: npm run build
       npm start

Builds the site, indexes it for search, checks its links and compresses it: dist/.
"npm start" checks the split as well, and serves the site after, on http://127.0.0.1:4321 (HOST, PORT).
SITE_URL and BASE_PATH set the address that it is built for.`;

await commandLine(HELP, { serve: { type: 'boolean', default: false } }, async ({ serve }) => {
  const at = listenFrom(process.env);
  if (serve) await refuseTakenPort(at);
  await runStages(serve ? [SPLIT_CHECK, ...BUILD_STAGES] : BUILD_STAGES);
  if (serve) await serveUntilStopped('dist', at);
});
