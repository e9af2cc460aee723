/** The site built for another address, below a path; kept for as long as nothing it is made from changes. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { addressOf } from '../../src/model/address.ts';
import { buildStages, stageEnvironment } from '../../scripts/stages.ts';

const SETTINGS = { SITE_URL: 'https://docs.example', BASE_PATH: '/kb/' };

export const based = {
  address: addressOf(SETTINGS),
  folder: '.cache/based-site',
  /** For programs that run on it. */
  env: { ...stageEnvironment(), ...SETTINGS },
};

const MADE_FROM = ['{content,public,scripts,src}/**/*', 'astro.config.mjs', 'package-lock.json'];

/**
 * Builds it, all stages with their checks.
 * @throws Error with the output of the stage that failed
 */
export function buildBasedSite(): void {
  const stamp = `${based.folder}.sha256`;
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  for (const { name, command } of buildStages(based.folder)) {
    const [program, ...args] = command;
    const { status, stdout, stderr } = spawnSync(
      program === 'node' ? process.execPath : program,
      args,
      { env: based.env, encoding: 'utf8', maxBuffer: 1e8 },
    );
    if (status !== 0) throw new Error(`"${name}" failed below a base path:\n${stdout}\n${stderr}`);
  }
  writeFileSync(stamp, sources);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of MADE_FROM.flatMap((pattern) => globSync(pattern)).toSorted()) {
    if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}
