// Plain JavaScript, loaded before a program that is measured (`node --import`): adds a line to the file
// of MEMORY_PEAK when it ends, with its name, its seconds and the most memory it held, in MB.
import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const file = process.env['MEMORY_PEAK'];
if (file !== undefined && isMainThread) {
  process.on('exit', () => {
    const [, script = 'node'] = process.argv;
    const memory = Math.round(process.resourceUsage().maxRSS / 1000);
    const measured = [basename(script), Math.round(process.uptime()), memory];
    appendFileSync(file, `${JSON.stringify(measured)}\n`);
  });
}
