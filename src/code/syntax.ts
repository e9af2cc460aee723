/**
 * Does a block parse, and as what? A table of parsers, one for each language of the docs. What is
 * meant as a piece, a template or a listing is named so.
 */
import { parser as python } from '@lezer/python';
import { DockerfileParser } from 'dockerfile-ast';
import { parse as parseHtml } from 'parse5';
import { parse as parseToml, TomlError } from 'smol-toml';
import ts from 'typescript';
import { LineCounter, parseAllDocuments } from 'yaml';
import { syntaxFaults } from './read-script.ts';
import { isScript } from './sandbox.ts';
import { shellFaults } from './shell.ts';

/** One fault of a text: what is wrong, and in which line of it (from 1). */
export interface Fault {
  readonly message: string;
  readonly line: number;
}

/** How a block parses. */
export interface Form {
  /** `whole`, or the kind of piece that it is: `members`, `elided`, `template`, `listing`, … */
  readonly form: string;
  /** Empty when it parses in that form. */
  readonly faults: readonly Fault[];
}

type Parser = (code: string) => readonly Fault[];

/** A language may be called anything, `constructor` too: hence no plain objects. */
const PARSERS = new Map<string, Parser>(
  Object.entries({
    bash: shellFaults,
    sh: shellFaults,
    shell: shellFaults,
    zsh: shellFaults,
    dockerfile: dockerfileFaults,
    html: htmlFaults,
    json: jsonFaults,
    jsonc: jsonFaults,
    python: pythonFaults,
    py: pythonFaults,
    toml: tomlFaults,
    yaml: yamlFaults,
    yml: yamlFaults,
  }),
);

/** A way to read a block as less than a whole file. */
interface Piece {
  readonly form: string;
  readonly rewrite: (code: string) => string;
}

/** An ellipsis that stands for something left out: in `[...]`, `{ ... }`, or alone on its line. */
const ELLIPSIS = /\.\.\.(?=\s*(?:[,)\]}]|\/\/|$))/gm;
const elided: Piece = { form: 'elided', rewrite: (code) => code.replace(ELLIPSIS, '') };

/** `<your-project>`, `[project-name]`, `{gameId}`: what the reader fills in. */
const PLACEHOLDER = /<[\w][\w. -]*>|\{[\w-]+\}|%\w+%/g;
const template: Piece = { form: 'template', rewrite: (code) => code.replace(PLACEHOLDER, 'x') };

const SCRIPT_PIECES: readonly Piece[] = [
  { form: 'object', rewrite: (code) => `(${code})` },
  { form: 'members', rewrite: (code) => `({${code}})` },
  {
    form: 'signatures',
    rewrite: (code) => `interface X {${code.replace(/^import .*$/gm, '')}}`,
  },
  { form: 'cases', rewrite: (code) => `switch (x) {${code}}` },
];

const PIECES = new Map<string, readonly Piece[]>([
  [
    'json',
    [
      { form: 'members', rewrite: (code) => `{${code}}` },
      { form: 'elided', rewrite: (code) => code.replace(/,?\s*\.\.\.(?=\s*[,}\]])/g, '') },
    ],
  ],
]);

/**
 * Reads a block.
 * @param language as its fence names it; a language without a parser is a `listing`
 * @param path of the block as a file, for TypeScript and JavaScript
 */
export function formOf(language: string, code: string, path: string): Form {
  try {
    return parsedForm(language, code, path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      form: 'whole',
      faults: [{ message: `the parser gave up: ${error.message}`, line: 1 }],
    };
  }
}

function parsedForm(language: string, code: string, path: string): Form {
  const parse = isScript(language)
    ? (text: string) => syntaxFaults(path, text)
    : PARSERS.get(language);
  if (!parse) return { form: 'listing', faults: [] };
  const faults = parse(code);
  if (faults.length === 0) return { form: 'whole', faults };
  const pieces = isScript(language) ? SCRIPT_PIECES : (PIECES.get(language) ?? []);
  const ways = [
    ...pieces,
    elided,
    ...pieces.map(({ form, rewrite }) => ({
      form,
      rewrite: (text: string) => rewrite(elided.rewrite(text)),
    })),
    ...(language === 'html' ? [] : [template]),
  ];
  for (const { form, rewrite } of ways) {
    const rewritten = rewrite(code);
    if (rewritten !== code && parse(rewritten).length === 0) return { form, faults: [] };
  }
  return { form: 'whole', faults };
}

function lineAt(code: string, offset: number): number {
  return code.slice(0, offset).split('\n').length;
}

function pythonFaults(code: string): Fault[] {
  const faults: Fault[] = [];
  python.parse(code).iterate({
    enter: ({ type, from }) => {
      if (type.isError) faults.push({ message: 'no Python', line: lineAt(code, from) });
    },
  });
  return faults;
}

/** JSON as editors read it: comments and a last comma are no fault. */
function jsonFaults(code: string): Fault[] {
  const source = ts.parseJsonText('block.json', code);
  const { parseDiagnostics } = source as ts.JsonSourceFile & {
    parseDiagnostics: readonly ts.Diagnostic[];
  };
  const faults = parseDiagnostics.map(({ messageText, start = 0 }) => ({
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
    line: lineAt(code, start),
  }));
  // TypeScript's parser takes any expression for a value.
  const walk = (node: ts.Node): void => {
    if (!isJson(node)) {
      faults.push({ message: 'no JSON value', line: lineAt(code, node.getStart(source)) });
    } else ts.forEachChild(node, walk);
  };
  for (const { expression } of source.statements) walk(expression);
  return faults;
}

function isJson(node: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    ts.isPrefixUnaryExpression(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(
      node.kind,
    )
  );
}

function yamlFaults(code: string): Fault[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(code, { lineCounter: lines, prettyErrors: false });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap(({ errors }) =>
    errors.map(({ message, pos }) => ({ message, line: lines.linePos(pos[0]).line })),
  );
}

function tomlFaults(code: string): Fault[] {
  try {
    parseToml(code);
    return [];
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ''] = error.message.split('\n', 1);
    return [{ message, line: error.line }];
  }
}

const HTML_FAULTS_OF_PIECES = new Set(['missing-doctype']);

function htmlFaults(code: string): Fault[] {
  const faults: Fault[] = [];
  parseHtml(code, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code: name, startLine }) => {
      if (!HTML_FAULTS_OF_PIECES.has(name)) faults.push({ message: name, line: startLine });
    },
  });
  return faults;
}

const INSTRUCTIONS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

function dockerfileFaults(code: string): Fault[] {
  return DockerfileParser.parse(code)
    .getInstructions()
    .filter((it) => !INSTRUCTIONS.has(it.getKeyword()))
    .map((it) => ({
      message: `${it.getInstruction()} is no instruction of a Dockerfile`,
      line: it.getRange().start.line + 1,
    }));
}
