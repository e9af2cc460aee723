/**
 * Type-checks samples against one version of Motia by TypeScript's compiler, in memory: nothing is
 * written, emitted or run, and no setting comes from a sample. Only type declarations below
 * `node_modules` are read from disk.
 */
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { isOfStandIn } from './forgiven.ts';
import { entryOf, type InstalledMotia } from './installed.ts';
import type { Fault } from './syntax.ts';
import { readScript } from './read-script.ts';
import { neighbourOf, type SandboxFile, type SandboxFolder } from './sandbox.ts';
import { standIn } from './stubs.ts';

/** What the compiler says against one line of a sample. */
export interface Complaint extends Fault {
  /** `TS2322` */
  readonly code: string;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: true,
  // Messages must not depend on what else is checked in the same run.
  stableTypeOrdering: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.Preserve,
  types: ['node'],
};

/** What React would declare: any element is one. */
const ELEMENTS = {
  path: '/elements.d.ts',
  text: 'declare namespace JSX { interface IntrinsicElements { [element: string]: any } }',
};

/** Parsed declaration files of `node_modules`, shared by all programs of a run. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Type-checks all files of some folders. Each folder has a copy of Motia's types of its own, so that
 * one that adds to them (`declare module 'motia'`, generated types) changes no other.
 * @param root the project, whose `node_modules` hold the packages
 * @returns path of a file → what the compiler says of it, in the order of its lines
 * @throws what the compiler throws when it crashes
 */
export function compile(
  folders: readonly SandboxFolder[],
  motia: InstalledMotia,
  root: string,
): Map<string, Complaint[]> {
  const files = folders.flatMap((folder) => folder.files.map((file) => ({ folder, file })));
  const host = new SandboxHost(folders, motia, root);
  const names = [
    ELEMENTS.path,
    ...files.map(({ file }) => file.path),
    ...folders.flatMap(({ path, generated }) => (generated ? [generatedPath(path)] : [])),
  ];
  const program = ts.createProgram(names, OPTIONS, host.host);
  const checker = program.getTypeChecker();
  return new Map(
    files.map(({ file }) => {
      const source = program.getSourceFile(file.path);
      if (!source) throw new Error(`${file.path} was not compiled`);
      const diagnostics = program
        .getSemanticDiagnostics(source)
        .filter((it) => !isOfStandIn(it, source, checker));
      return [file.path, diagnostics.map((it) => complaintOf(it, file))];
    }),
  );
}

const generatedPath = (folder: string): string => `${folder}/generated.ts`;

/** A compiler's view of the sandbox on top of the disk. */
class SandboxHost {
  readonly host: ts.CompilerHost;
  private readonly texts = new Map<string, string>([[ELEMENTS.path, ELEMENTS.text]]);
  /** Copies of Motia's types → the originals, beside which their own imports are looked for. */
  private readonly copies = new Map<string, string>();
  private readonly files = new Map<string, { folder: SandboxFolder; file: SandboxFile }>();
  private readonly cache: ts.ModuleResolutionCache;
  private readonly motia: InstalledMotia;

  constructor(folders: readonly SandboxFolder[], motia: InstalledMotia, root: string) {
    this.motia = motia;
    this.cache = ts.createModuleResolutionCache(root, (name) => name, OPTIONS);
    for (const folder of folders) {
      for (const file of folder.files) {
        this.files.set(file.path, { folder, file });
        this.texts.set(file.path, file.text);
      }
      for (const [entry, original] of motia.entries) {
        this.copies.set(copyOf(folder.path, entry), original);
        this.texts.set(copyOf(folder.path, entry), ts.sys.readFile(original) ?? '');
      }
      if (folder.generated) this.texts.set(generatedPath(folder.path), folder.generated);
    }
    const disk = ts.createCompilerHost(OPTIONS, true);
    this.host = {
      ...disk,
      getCurrentDirectory: () => root,
      fileExists: (path) => this.texts.has(path) || disk.fileExists(path),
      readFile: (path) => this.texts.get(path) ?? disk.readFile(path),
      getSourceFile: (path, options) => {
        const text = this.texts.get(path);
        if (text !== undefined) return ts.createSourceFile(path, text, options, true);
        if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, options));
        return parsed.get(path);
      },
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => ({ resolvedModule: this.resolve(text, from) })),
    };
  }

  private resolve(specifier: string, from: string): ts.ResolvedModuleFull | undefined {
    const original = this.copies.get(from);
    if (original !== undefined) return this.onDisk(specifier, original);
    if (!this.texts.has(from)) return this.onDisk(specifier, from);
    const sample = this.files.get(from);
    const folder = sample?.folder.path ?? from.replace(/\/[^/]*$/, '');
    const entry = entryOf(specifier);
    if (entry !== undefined && this.motia.entries.has(entry)) return at(copyOf(folder, entry));
    // Schemas flow into Motia's types, so zod is the one that Motia itself depends on.
    if (/^zod(\/|$)/.test(specifier))
      return this.onDisk(specifier, join(this.motia.folder, 'index.mjs'));
    if (isBuiltin(specifier)) return undefined;
    if (!sample) return undefined;
    const neighbour = specifier.startsWith('.')
      ? neighbourOf(sample.file, specifier, sample.folder)
      : undefined;
    return at(neighbour?.path ?? this.standIn(specifier, sample.file));
  }

  private standIn(specifier: string, { path, text }: SandboxFile): string {
    const name = `${path}.stubs/${encodeURIComponent(specifier)}.d.ts`;
    this.texts.set(name, standIn(readScript(path, text), specifier));
    return name;
  }

  private onDisk(specifier: string, from: string): ts.ResolvedModuleFull | undefined {
    return ts.resolveModuleName(specifier, from, OPTIONS, ts.sys, this.cache).resolvedModule;
  }
}

const copyOf = (folder: string, entry: string): string =>
  `${folder}/node_modules/motia/${entry.replace(/^\.\/?/, '') || 'index'}.d.mts`;

function at(resolvedFileName: string): ts.ResolvedModuleFull {
  const extension = /(\.d)?\.[cm]?[jt]sx?$/.exec(resolvedFileName)?.[0] ?? ts.Extension.Ts;
  return { resolvedFileName, extension };
}

function complaintOf(
  { code, start = 0, messageText }: ts.Diagnostic,
  { text }: SandboxFile,
): Complaint {
  return {
    code: `TS${code}`,
    // A type of Motia's needs no path, and one of another file only its name in the sandbox.
    message: ts
      .flattenDiagnosticMessageText(messageText, ' ')
      .replace(/import\("[^"]*\/node_modules\/motia\/index"\)\./g, '')
      .replace(/\/samples\/\d+\/\d+\//g, '')
      .replace(/\s+/g, ' '),
    line: text.slice(0, start).split('\n').length,
  };
}
