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
  leadsOutside,
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
 * Judges the blocks of pages. Those of one page are taken as files of one project, and each complete
 * TypeScript file once more alone; one page says nothing about another.
 * @param pages each with all its blocks in order
 */
export function checkPages(pages: readonly (readonly Block[])[], bench: Bench): Finding[][] {
  const reads = pages.map((blocks) => blocks.map(readBlock));
  const complaints = bench.versions.map((motia) => compileAll(reads, motia, bench.root));
  return reads.map((page) =>
    page.map((read) => {
      const { language, code } = read.block;
      const calls = isScript(language) ? [] : toolCallsIn(language, code);
      const verdicts = Object.fromEntries(
        bench.versions.map((motia, index) => {
          const found = complaints[index]?.get(read) ?? [];
          const compiled = reasonsOf([...found, ...entryFaults(read, motia)]);
          const reasons = sortReasons([
            ...syntaxReasons(read),
            ...notesOn(read),
            ...(read.isWhole ? compiled : ofPieces(compiled)),
            ...calls.flatMap((call) => cliFaults(call, motia.version, bench.help)),
          ]);
          const isProved = read.sample !== undefined || calls.some(({ tool }) => tool === 'motia');
          return [motia.version, judge(read.form, reasons, isProved)];
        }),
      );
      const motia = read.sample !== undefined || calls.length > 0;
      return { block: read.block, form: read.form.form, motia, verdicts };
    }),
  );
}

/** Judges blocks that have nothing to do with each other: each as a page of its own. */
export function checkBlocks(blocks: readonly Block[], bench: Bench): Finding[] {
  return checkPages(
    blocks.map((block) => [block]),
    bench,
  ).flat();
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

/** Above this many lines a block is no sample that anyone reads, and is not judged. */
const MOST_LINES = 10_000;

function readBlock(block: Block): Read {
  const { language, code } = block;
  const lines = code.split('\n').length;
  if (lines > MOST_LINES) {
    return { block, form: { form: 'long', faults: [] }, sample: undefined, isWhole: false };
  }
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

/** What a reader of the report should know of a block that is no fault of its code. */
function notesOn({ form, block }: Read): Reason[] {
  const note = (code: string, message: string): Reason => ({
    class: 'note',
    code,
    message,
    line: 1,
  });
  const { code, title } = block;
  return [
    ...(form.form === 'long'
      ? [
          note(
            'size',
            `not judged: it has ${code.split('\n').length} lines, more than ${MOST_LINES}`,
          ),
        ]
      : []),
    ...(leadsOutside(title)
      ? [note('title', `its title ${title} leads out of a project: it is taken as a path inside`)]
      : []),
  ];
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

/** What the compiler says of all samples together with their page's other files, and of files alone. */
function compileAll(
  pages: readonly (readonly Read[])[],
  motia: InstalledMotia,
  root: string,
): Map<Read, Complaint[]> {
  const samples = pages.map((page) => page.filter(({ sample }) => sample !== undefined));
  // A sample that adds to Motia's types must not change those of others.
  const whole = samples.flat().filter(({ isWhole }) => isWhole);
  const [augmenting, others] = partition(whole, ({ sample }) =>
    /declare\s+module/.test(sample ?? ''),
  );
  const groups = [
    ...samples.map((reads) => ({ reads, together: true })),
    { reads: others, together: false },
    ...augmenting.map((read) => ({ reads: [read], together: false })),
  ];
  const files = new Map<string, Read>();
  const folders = groups.map(({ reads, together }, index): SandboxFolder => {
    const path = `/samples/${index}`;
    const own = reads.map((read, at) => {
      const file = fileOf(read.block, `${path}/${at}`, read.sample ?? '');
      files.set(file.path, read);
      return file;
    });
    return { path, files: own, together, generated: generatedTypes(together ? own : []) };
  });
  const complaints = new Map<Read, Complaint[]>();
  for (const [path, said] of compileEach(folders, motia, root)) {
    const read = files.get(path);
    if (read) complaints.set(read, [...(complaints.get(read) ?? []), ...said]);
  }
  return complaints;
}

/** Compiles all at once; where that makes the compiler crash, the folder and file that does it is found. */
function compileEach(
  folders: readonly SandboxFolder[],
  motia: InstalledMotia,
  root: string,
): [path: string, said: Complaint[]][] {
  try {
    return [...compile(folders, motia, root)];
  } catch (error) {
    const [folder, ...others] = folders;
    if (others.length > 0) return folders.flatMap((one) => compileEach([one], motia, root));
    const [file, ...more] = folder?.files ?? [];
    if (!folder || !file) throw error;
    if (more.length > 0) {
      return folder.files.flatMap((one) => compileEach([{ ...folder, files: [one] }], motia, root));
    }
    const message = `the compiler crashed: ${(error as Error).message.split('\n', 1)[0] ?? ''}`;
    return [[file.path, [{ code: 'compiler', message, line: 1 }]]];
  }
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
