/** Code as a reader copies it: each sample a real file, alone, by the plain compiler with `strict`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import ts from 'typescript';
import { visit } from 'unist-util-visit';

/** A sample of TypeScript under a name of its own. */
export interface Sample {
  readonly name: string;
  readonly code: string;
  readonly language: 'ts' | 'tsx';
}

/** Does a sample import the package or an entry point below it? */
export const importsMotia = (code: string): boolean =>
  /\bfrom\s+['"]motia(\/[\w-]+)?['"]/.test(code);

/** The TypeScript of a Markdown text that imports Motia, numbered under a name. */
export function samplesIn(markdown: string, name: string): Sample[] {
  const found: Sample[] = [];
  visit(fromMarkdown(markdown), 'code', ({ lang, value }) => {
    if (!/^(ts|tsx|typescript)$/.test(lang ?? '') || !importsMotia(value)) return;
    const language = lang === 'tsx' ? 'tsx' : 'ts';
    found.push({ name: `${name} ${found.length + 1}`, code: value, language });
  });
  return found;
}

/** Declaration files that were read, shared by all programs. */
const read = new Map<string, ts.SourceFile | undefined>();

function sharingHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  return {
    ...host,
    getSourceFile: (file, target) => {
      if (!file.includes('node_modules')) return host.getSourceFile(file, target);
      if (!read.has(file)) read.set(file, host.getSourceFile(file, target));
      return read.get(file);
    },
  };
}

/**
 * The names of the samples that check alone. Modules that are not there are forgiven, Motia's own are not.
 * @param alias folder of the version in `node_modules`
 */
export function checkingAlone(samples: readonly Sample[], alias: string): Set<string> {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache/alone-'));
  try {
    return checkingIn(folder, samples, alias);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkingIn(folder: string, samples: readonly Sample[], alias: string): Set<string> {
  const files = new Map(
    samples.map(({ name, code, language }, index) => {
      const file = join(folder, `sample-${index}.${language}`);
      writeFileSync(file, code);
      return [file, name];
    }),
  );
  const elements = join(folder, 'elements.d.ts');
  writeFileSync(
    elements,
    'declare namespace JSX { interface IntrinsicElements { [name: string]: any } }',
  );
  // What `motia typegen` writes for the streams of a project.
  const streams = join(folder, 'streams.ts');
  writeFileSync(
    streams,
    "import type { MotiaStream } from 'motia'; declare module 'motia' { interface Streams { [name: string]: MotiaStream<any> } }",
  );
  const found = new Set<string>();
  // A sample that adds to Motia's types is a program of its own.
  const augmenting = samples.filter(({ code }) => /declare module/.test(code));
  const plain = samples.filter((sample) => !augmenting.includes(sample));
  for (const group of [plain, ...augmenting.map((sample) => [sample])]) {
    const names = new Set(group.map(({ name }) => name));
    const roots = [...files].filter(([, name]) => names.has(name));
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      moduleDetection: ts.ModuleDetectionKind.Force,
      jsx: ts.JsxEmit.Preserve,
      types: ['node'],
      paths: { motia: [resolve('node_modules', alias, 'dist/index.d.mts')] },
    };
    const host = sharingHost(options);
    const program = ts.createProgram(
      [...roots.map(([file]) => file), elements, streams],
      options,
      host,
    );
    for (const [file, name] of roots) {
      const source = program.getSourceFile(file);
      const said = ts.getPreEmitDiagnostics(program, source);
      const faults = said.filter((it) => !isMissing(it));
      // What is given to something of a missing module has no types for its parameters.
      const own = faults.length < said.length ? faults.filter(({ code }) => code !== 7006) : faults;
      if (own.length === 0) found.add(name);
    }
  }
  return found;
}

/** A module that is not there, and not Motia's: another package, a file that no page shows. */
function isMissing({ code, messageText }: ts.Diagnostic): boolean {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ');
  return code === 2307 && !/'motia(\/|')/.test(text);
}
