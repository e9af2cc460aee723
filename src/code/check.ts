/** Judges every fenced block of pages against every version of Motia. */
import { annotate } from './annotate.ts';
import type { Block } from './blocks.ts';
import { cliFaults, type CliHelp } from './cli.ts';
import { compile, type Complaint } from './compile.ts';
import { generatedTypes } from './generated.ts';
import { entryOf, type InstalledMotia } from './installed.ts';
import { pythonConfig } from './python-config.ts';
import { importsOf, readScript } from './read-script.ts';
import { ofPieces, reasonsOf, sortReasons } from './reasons.ts';
import type { Judgement, Reason } from './report.ts';
import {
  fileName,
  fileOf,
  isScript,
  isTyped,
  type SandboxFile,
  type SandboxFolder,
} from './sandbox.ts';
import { formOf, type Form } from './syntax.ts';
import { toolCallsIn } from './tool-calls.ts';

/** What the check needs beside the blocks. */
export interface Bench {
  readonly versions: readonly InstalledMotia[];
  readonly help: CliHelp;
  /** The project, in whose `node_modules` the packages are. */
  readonly root: string;
}

/** What a block is found to be. */
export interface Finding {
  readonly block: Block;
  readonly form: string;
  /** True when Motia's API is in it. */
  readonly motia: boolean;
  readonly verdicts: Record<string, Judgement>;
}

/** A block that was read, with the file that the compiler is to check, if any. */
interface Read {
  readonly block: Block;
  readonly form: Form;
  readonly sample: string | undefined;
  /** A complete TypeScript file: everything that the compiler says counts. */
  readonly isWhole: boolean;
}

/**
 * Judges blocks; those of one page are taken as files of one project, and each once more alone.
 * @param blocks of any pages, each page's in their order
 */
export function checkBlocks(blocks: readonly Block[], bench: Bench): Finding[] {
  const reads = blocks.map(readBlock);
  const complaints = new Map(
    bench.versions.map((motia) => [motia.version, compileAll(reads, motia, bench.root)]),
  );
  return reads.map((read) => {
    const calls = isScript(read.block.language)
      ? []
      : toolCallsIn(read.block.language, read.block.code);
    const verdicts = Object.fromEntries(
      bench.versions.map((motia) => {
        const found = complaints.get(motia.version)?.get(read.block) ?? [];
        const compiled = reasonsOf([...found, ...entryFaults(read, motia)]);
        const reasons = sortReasons([
          ...syntaxReasons(read),
          ...(read.isWhole ? compiled : ofPieces(compiled)),
          ...calls.flatMap((call) => cliFaults(call, motia.version, bench.help)),
        ]);
        const isProved = read.sample !== undefined || calls.some(({ tool }) => tool === 'motia');
        return [motia.version, judge(read.form, reasons, isProved)];
      }),
    );
    const motia = read.sample !== undefined || calls.length > 0;
    return { block: read.block, form: read.form.form, motia, verdicts };
  });
}

function judge({ faults }: Form, reasons: Reason[], isProved: boolean): Judgement {
  if (faults.length > 0) return { verdict: 'broken', reasons };
  if (reasons.some((it) => it.class !== 'note')) return { verdict: 'differs', reasons };
  return { verdict: isProved ? 'checks' : 'fragment', reasons };
}

function syntaxReasons({ form, block }: Read): Reason[] {
  return form.faults.map(({ message, line }) => ({
    class: 'syntax',
    code: block.language,
    message,
    line,
  }));
}

function readBlock(block: Block): Read {
  const { language, code } = block;
  const form = formOf(language, code, fileName(block));
  const read = { block, form, sample: undefined, isWhole: false };
  if (form.faults.length > 0 || form.form !== 'whole') return read;
  if (!isScript(language)) {
    const sample = /^py(thon)?$/.test(language) ? pythonConfig(code) : undefined;
    return { ...read, sample };
  }
  const { text, judged } = annotate(fileName(block), code);
  const importsMotia = motiaImports(block).length > 0;
  return { ...read, sample: judged ? text : undefined, isWhole: isTyped(language) && importsMotia };
}

function motiaImports(block: Block) {
  return importsOf(readScript(fileName(block), block.code)).filter(
    ({ specifier }) => entryOf(specifier) !== undefined,
  );
}

/** Imports of entry points that the package does not have. */
function entryFaults(read: Read, motia: InstalledMotia): Complaint[] {
  if (read.sample === undefined || !isScript(read.block.language)) return [];
  return motiaImports(read.block)
    .filter(({ specifier }) => !motia.entries.has(entryOf(specifier) ?? ''))
    .map(({ specifier, line }) => ({
      code: 'TS2307',
      message: `Cannot find module '${specifier}': motia ${motia.version} has no such entry point.`,
      line,
    }));
}

function compileAll(
  reads: readonly Read[],
  motia: InstalledMotia,
  root: string,
): Map<Block, Complaint[]> {
  const samples = reads.filter((it) => it.sample !== undefined);
  const pages = [...Map.groupBy(samples, ({ block }) => block.page)];
  const together = pages.map(([page, all]) => folderOf(`/page/${page}`, all, true));
  const [lone = [], augmenting = []] = [false, true].map((wanted) =>
    samples.filter(({ sample }) => /declare\s+module/.test(sample ?? '') === wanted),
  );
  const alone = [
    folderOf('/alone', lone, false),
    ...augmenting.map((it) => folderOf(`/alone/${it.block.page}/${it.block.ordinal}`, [it], false)),
  ];
  const complaints = new Map<Block, Complaint[]>();
  const folders = [...together, ...alone];
  const said = compile(folders, motia, root);
  for (const { block, path } of folders.flatMap(({ files }) => files)) {
    complaints.set(block, [...(complaints.get(block) ?? []), ...(said.get(path) ?? [])]);
  }
  return complaints;
}

function folderOf(path: string, reads: readonly Read[], together: boolean): SandboxFolder {
  const files = reads.map(({ block, sample = '' }): SandboxFile => fileOf(block, path, sample));
  return { path, files, together, generated: generatedTypes(together ? files : []) };
}
