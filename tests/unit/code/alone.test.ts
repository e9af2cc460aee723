/**
 * The fixes measured in another way than `check:code` does: each mended sample as a real file, alone,
 * by the plain compiler. Modules that are not there are forgiven, Motia's own are not.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import ts from 'typescript';
import type { Block } from '../../../src/code/blocks.ts';
import { mendBlock } from '../../../src/code/mend.ts';
import { readCodePages } from '../../../src/code/read-pages.ts';
import { readFixesOf } from '../../../src/content/read-code.ts';
import { VERSIONS } from '../../../src/code/versions.ts';

const IMPORTS_MOTIA = /\bfrom\s+['"]motia(\/[\w-]+)?['"]/;

mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(resolve('.cache/alone-'));
after(() => rmSync(folder, { recursive: true }));

const fixes = readFixesOf('content');
const samples = readCodePages('content')
  .flatMap(({ blocks }) => blocks)
  .filter(
    ({ language, code }) => /^(ts|tsx|typescript)$/.test(language) && IMPORTS_MOTIA.test(code),
  );
const mended = samples.map((block) => ({ ...block, code: mendBlock(block, fixes).code }));

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

/** The names of those that check alone in a version. */
function checkingAlone(blocks: readonly Block[], alias: string): Set<string> {
  const files = new Map(
    blocks.map(({ page, ordinal, code, language }) => {
      const ending = language === 'tsx' ? 'tsx' : 'ts';
      const file = join(folder, `${alias}-${page.replaceAll('/', '-')}-${ordinal}.${ending}`);
      writeFileSync(file, code);
      return [file, `${page} ${ordinal}`];
    }),
  );
  const elements = join(folder, 'elements.d.ts');
  writeFileSync(
    elements,
    'declare namespace JSX { interface IntrinsicElements { [name: string]: any } }',
  );
  // What `motia typegen` writes for the streams of a project.
  const streams = join(folder, `${alias}-streams.ts`);
  writeFileSync(
    streams,
    "import type { MotiaStream } from 'motia'; declare module 'motia' { interface Streams { [name: string]: MotiaStream<any> } }",
  );
  const found = new Set<string>();
  // A sample that adds to Motia's types is a program of its own.
  const augmenting = blocks.filter(({ code }) => /declare module/.test(code));
  const plain = blocks.filter((block) => !augmenting.includes(block));
  for (const group of [plain, ...augmenting.map((block) => [block])]) {
    const names = new Set(group.map(({ page, ordinal }) => `${page} ${ordinal}`));
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

describe('the TypeScript samples that import Motia, each alone and strict', () => {
  const [nearest, newest] = VERSIONS;

  it('are 111, of which 31 check as upstream has them in the version nearest to the scrape', () => {
    assert.equal(samples.length, 111);
    assert.equal(checkingAlone(samples, nearest?.alias ?? '').size, 31);
    assert.equal(checkingAlone(samples, newest?.alias ?? '').size, 15);
  });

  it('check with the fixes, but for those that the fixes name as hopeless', () => {
    const good = checkingAlone(mended, nearest?.alias ?? '');
    const hopeless = new Set(fixes.unfixable.map(({ page, ordinal }) => `${page} ${ordinal}`));
    const names = samples.map(({ page, ordinal }) => `${page} ${ordinal}`);
    assert.deepEqual(
      names.filter((name) => !good.has(name)),
      names.filter((name) => hopeless.has(name)),
    );
    assert.ok(good.size >= 100, `${good.size} check`);
  });

  it('reach that by no cast, no `any` and no order to ignore a fault', () => {
    const loose = (code: string) =>
      code.match(/\bany\b|@ts-(?:ignore|expect-error|nocheck)|\bas (?!const\b)/g) ?? [];
    for (const [index, block] of mended.entries()) {
      const before = loose(samples[index]?.code ?? '').length;
      assert.ok(loose(block.code).length <= before, `${block.page} block ${block.ordinal}`);
    }
  });
});
