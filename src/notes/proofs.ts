/**
 * Runs what proves a sentence of ours: code against the packages' types, what their CLI prints, what
 * their files say, and what the pages say. Nothing of it is executed.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, type Block } from '../code/blocks.ts';
import { checkBlocks, type Bench } from '../code/check.ts';
import type { Judgement } from '../code/report.ts';
import type { Proof } from './table.ts';

/** What proofs are held against. */
export interface Evidence {
  readonly bench: Bench;
  /** The MDX of a page by its route. */
  readonly mdxOf: (route: string) => string | undefined;
}

/** Something that we say, and what shows it. */
export interface Proved {
  readonly id: string;
  readonly proof: readonly Proof[];
}

type Kind<Name extends string> = Extract<Proof, Record<Name, unknown>>;
type ByVersion = { readonly versions: readonly string[] };

/** What does not hold, one line each: `helper-commands: motia 1.0.0-rc.26: "--help" says "emit"`. */
export function failedProofs(all: readonly Proved[], evidence: Evidence): string[] {
  const codes = all.flatMap(({ id, proof }) =>
    proof.flatMap((one, index) =>
      'types' in one ? [{ one, block: blockOf(`${id}/${index}.mdx`, one) }] : [],
    ),
  );
  const found = new Map(
    checkBlocks(
      codes.map(({ block }) => block),
      evidence.bench,
    ).map(({ block, verdicts }) => [block, verdicts]),
  );
  const verdicts = new Map(codes.map(({ one, block }) => [one as Proof, found.get(block) ?? {}]));
  return all.flatMap(({ id, proof }) =>
    proof.flatMap((one) =>
      faultsOf(one, evidence, verdicts.get(one) ?? {}).map((fault) => `${id}: ${fault}`),
    ),
  );
}

function blockOf(file: string, { types }: Kind<'types'>): Block {
  const [block] = blocksOf(file, `\`\`\`\`ts\n${codeOf(types)}\n\`\`\`\`\n`);
  if (!block) throw new Error(`${file}: no code`);
  return block;
}

function codeOf(types: Kind<'types'>['types']): string {
  return ('checks' in types ? types.checks : types.fails).trimEnd();
}

function faultsOf(one: Proof, evidence: Evidence, verdicts: Record<string, Judgement>): string[] {
  if ('types' in one) {
    return each(one.types, (version) => typeFault(one, verdicts[version]));
  }
  if ('cli' in one) {
    const { command } = one.cli;
    return each(one.cli, (version) => {
      const said = evidence.bench.help[version]?.[command.replace(/ ?--help$/, '')];
      return saidFault(one.cli, said === undefined ? [] : [said], `"${command}"`);
    });
  }
  if ('ships' in one) {
    const { file } = one.ships;
    return each(one.ships, (version) =>
      saidFault(one.ships, filesOf(version, file, evidence), file),
    );
  }
  const { page, says } = one.pages;
  return evidence.mdxOf(page)?.includes(says)
    ? []
    : [`${page} does not say ${JSON.stringify(says)}`];
}

function each({ versions }: ByVersion, faultIn: (version: string) => string | undefined): string[] {
  return versions.flatMap((version) => {
    const fault = faultIn(version);
    return fault === undefined ? [] : [`motia ${version}: ${fault}`];
  });
}

function typeFault({ types }: Kind<'types'>, judgement: Judgement | undefined): string | undefined {
  if (!judgement) return 'is not in src/code/versions.ts';
  const messages = judgement.reasons.map(({ message }) => message);
  if ('checks' in types) {
    return judgement.verdict === 'checks'
      ? undefined
      : `the code does not check: ${[judgement.verdict, ...messages].join(' / ')}`;
  }
  const isAsSaid = messages.some((message) => new RegExp(types.says).test(message));
  return isAsSaid
    ? undefined
    : `expected a complaint like ${JSON.stringify(types.says)}, found ${[judgement.verdict, ...messages].join(' / ')}`;
}

function saidFault(
  { says, lacks }: Kind<'cli'>['cli'] | Kind<'ships'>['ships'],
  texts: readonly string[],
  name: string,
): string | undefined {
  if (texts.length === 0) return `there is no ${name}`;
  const text = says ?? lacks ?? '';
  const isSaid = texts.some((one) => one.includes(text));
  if (isSaid === (says !== undefined)) return undefined;
  return `${name} ${isSaid ? 'says' : 'does not say'} ${JSON.stringify(text)}`;
}

/** The texts of the package's files that a pattern means. */
function filesOf(version: string, pattern: string, { bench }: Evidence): string[] {
  const folder = bench.versions.find((motia) => motia.version === version)?.folder;
  if (folder === undefined) return [];
  return globSync(pattern, { cwd: folder, exclude: ['node_modules/**'] })
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}
