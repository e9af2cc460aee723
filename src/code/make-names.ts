/** From pages to the ledger of names. */
import type { Block, InlineCode } from './blocks.ts';
import type { Bench } from './check.ts';
import { cliFaults, commandName, type ToolCall } from './cli.ts';
import { exportsOf } from './exports.ts';
import { entryOf } from './installed.ts';
import type { LedgerName, NameLedger, NamePlace } from './names.ts';
import { importsOf, readScript } from './read-script.ts';
import { fileName, isScript } from './sandbox.ts';
import { toolCallsIn } from './tool-calls.ts';

/** Something that a place names. */
type Named = Pick<LedgerName, 'name' | 'kind' | 'from' | 'versions'>;

/**
 * The ledger of all names in the code of pages, as upstream has it.
 * @param inline code within sentences, which may name commands
 */
export function makeNames(
  blocks: readonly Block[],
  inline: readonly InlineCode[],
  bench: Bench,
): NameLedger {
  const ledger = new Map<string, Named & { places: NamePlace[] }>();
  const note = (named: Named, place: NamePlace): void => {
    const key = `${named.kind} ${named.from} ${named.name}`;
    const known = ledger.get(key) ?? { ...named, places: [] };
    ledger.set(key, known);
    if (!known.places.some((it) => JSON.stringify(it) === JSON.stringify(place))) {
      known.places.push(place);
    }
  };
  const exported = bench.versions.map((motia) => ({
    version: motia.version,
    entries: exportsOf(motia),
  }));
  const having = (test: (entries: Map<string, Set<string>>) => boolean): string[] =>
    exported.filter(({ entries }) => test(entries)).map(({ version }) => version);
  for (const block of blocks) {
    const place = placeOf(block, block.ordinal);
    if (!isScript(block.language)) {
      for (const call of toolCallsIn(block.language, block.code)) {
        for (const named of commandsOf(call, bench)) note(named, place);
      }
      continue;
    }
    for (const { specifier, names } of importsOf(readScript(fileName(block), block.code))) {
      const entry = entryOf(specifier);
      if (entry === undefined) continue;
      const versions = having((entries) => entries.has(entry));
      note({ name: specifier, kind: 'entry', from: '', versions }, place);
      for (const { name } of names.filter(({ name }) => !/^(\*|default)$/.test(name))) {
        const with_ = having((entries) => entries.get(entry)?.has(name) ?? false);
        note({ name, kind: 'export', from: specifier, versions: with_ }, place);
      }
    }
  }
  for (const code of inline) {
    for (const call of toolCallsIn('bash', code.code)) {
      for (const named of commandsOf(call, bench)) note(named, placeOf(code, null));
    }
  }
  return {
    versions: bench.versions.map(({ version }) => version),
    names: [...ledger]
      .toSorted(([a], [b]) => Number(a > b) - Number(a < b))
      .map(([, name]) => ({ ...name, places: name.places.toSorted(byPlace) })),
  };
}

/** A call's command, and the options of a command that some version has. */
function commandsOf(call: ToolCall, { versions, help }: Bench): Named[] {
  // The name alone, as in `motia`, is the product's.
  if (call.words.length === 0) return [];
  const name = commandName(call, help);
  const knows = (words: readonly string[]): string[] =>
    versions
      .map(({ version }) => version)
      .filter((version) => cliFaults({ ...call, words }, version, help).length === 0);
  if (call.tool === 'iii') return [{ name, kind: 'command', from: '', versions: null }];
  const words = name.split(' ').slice(1);
  const having = knows(words);
  const options = call.words
    .filter((word) => /^--?[a-z]/.test(word))
    .map((it) => it.replace(/=.*/, ''));
  return [
    { name, kind: 'command', from: '', versions: having },
    ...(having.length === 0 ? [] : options).map((option): Named => ({
      name: `${name} ${option}`,
      kind: 'option',
      from: '',
      versions: knows([...words, option]),
    })),
  ];
}

function placeOf(
  { page, route, heading, anchor }: Pick<Block, 'page' | 'route' | 'heading' | 'anchor'>,
  ordinal: number | null,
): NamePlace {
  return { page, route, heading, anchor, ordinal };
}

function byPlace(a: NamePlace, b: NamePlace): number {
  return Number(a.page > b.page) - Number(a.page < b.page) || (a.ordinal ?? 0) - (b.ordinal ?? 0);
}
