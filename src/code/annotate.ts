/**
 * Types for samples that write none, put where they move no line: a JavaScript step, or a piece of
 * TypeScript that leaves out its imports, is held to Motia's types as a complete TypeScript step is.
 */
import ts from 'typescript';
import {
  bare,
  importsOf,
  property,
  readScript,
  topLevelValues,
  type TopLevelValue,
} from './read-script.ts';

/** A sample as the compiler is given it. */
export interface Annotated {
  readonly text: string;
  /** True when there is anything in it that Motia's types can judge. */
  readonly judged: boolean;
}

/** Names that only Motia exports; a piece of TypeScript may use them without its import. */
const MOTIA_TYPES = [
  ...[
    'ApiMiddleware',
    'ApiRequest',
    'ApiResponse',
    'AuthenticateStream',
    'FlowContext',
    'Handlers',
  ],
  ...['StepConfig', 'StreamConfig', 'TriggerConfig', 'NoopConfig'],
];
const MOTIA_CALLS = ['http', 'api', 'queue', 'cron', 'jsonSchema', 'multiTriggerStep', 'step'];

/** What a handler gets from its context, where a piece of one uses it. */
const CONTEXT = ['enqueue', 'logger', 'state', 'streams', 'traceId', 'emit'];

/** Annotates a sample; a TypeScript sample that imports Motia is left as it is. */
export function annotate(path: string, code: string): Annotated {
  const source = readScript(path, code);
  const importsMotia = importsOf(source).some(({ specifier }) => /^motia(\/|$)/.test(specifier));
  const isTyped = /\.tsx?$/.test(path);
  if (isTyped && importsMotia) return { text: code, judged: true };
  const insertions = topLevelValues(source).flatMap((value) =>
    isTyped ? typedInsertion(value) : docInsertion(value, source),
  );
  const lead = isTyped ? surroundings(source) : '';
  return {
    text: lead + insert(code, insertions),
    judged: importsMotia || insertions.length > 0 || lead !== '',
  };
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function insert(code: string, insertions: readonly Insertion[]): string {
  return insertions
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), code);
}

/** The type of Motia's that a value is of, by what is written in it. */
export function configType(value: ts.Expression): 'StepConfig' | 'StreamConfig' | undefined {
  const object = bare(value);
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  if (property(object, 'triggers')) return 'StepConfig';
  if (property(object, 'schema') && property(object, 'baseConfig')) return 'StreamConfig';
  const type = property(object, 'type');
  const isOldStep = type && ts.isStringLiteral(type) && /^(api|event|cron|noop)$/.test(type.text);
  return isOldStep && property(object, 'name') ? 'StepConfig' : undefined;
}

function typedInsertion({ declaration, value }: TopLevelValue): Insertion[] {
  const type = configType(value);
  const isTyped = declaration.type ?? (value !== bare(value) && ts.isSatisfiesExpression(value));
  if (type === undefined || isTyped) return [];
  return [{ at: value.end, text: ` satisfies import('motia').${type}` }];
}

const HANDLER = "(input: any, ctx: import('motia').FlowContext<any, any>) =>";

function docInsertion(
  { name, statement, value }: TopLevelValue,
  source: ts.SourceFile,
): Insertion[] {
  const at = statement.getStart(source);
  const type = configType(value);
  if (type) return [{ at, text: `/** @satisfies {import('motia').${type}} */ ` }];
  const handler = bare(value);
  if (name !== 'handler' || !ts.isArrowFunction(handler)) return [];
  const isAsync = handler.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  return [{ at, text: `/** @type {${HANDLER} ${isAsync ? 'Promise<any>' : 'any'}} */ ` }];
}

/** Declarations for the names of Motia that a piece of TypeScript takes for granted. */
function surroundings(source: ts.SourceFile): string {
  const { used, declared } = namesIn(source);
  const free = (names: readonly string[]): string[] =>
    names.filter((name) => used.has(name) && !declared.has(name));
  const types = free(MOTIA_TYPES);
  const calls = free(MOTIA_CALLS);
  const context = free(CONTEXT);
  const whole = free(['ctx', 'context']);
  if (types.length + calls.length + context.length + whole.length === 0) return '';
  const imported = [...types.map((it) => `type ${it}`), ...calls];
  return [
    imported.length > 0 ? `import { ${imported.join(', ')} } from 'motia'; ` : '',
    types.includes('Handlers') && used.has('config') && !declared.has('config')
      ? 'declare const config: any; '
      : '',
    ...whole.map((it) => `declare const ${it}: import('motia').FlowContext<any, any>; `),
    context.length > 0
      ? `declare const { ${context.join(', ')} }: import('motia').FlowContext<any, any>; `
      : '',
  ].join('');
}

function namesIn(source: ts.SourceFile): { used: Set<string>; declared: Set<string> } {
  const used = new Set<string>();
  const declared = new Set<string>();
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ts.isPropertySignature(parent) ||
        ts.isMethodSignature(parent);
      const isDeclared = 'name' in parent && parent.name === node && !isMember;
      if (isDeclared) declared.add(node.text);
      else if (!isMember) used.add(node.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return { used, declared };
}
