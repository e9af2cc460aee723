/**
 * The types that a Motia project generates (`Streams`, `Enqueues`) of the configs that stand on a
 * page; what no page shows stays open.
 */
import ts from 'typescript';
import { configType } from './annotate.ts';
import { bare, property, readScript, topLevelValues } from './read-script.ts';
import type { SandboxFile } from './sandbox.ts';

/** Streams that no config of the page describes hold anything. */
const OPEN_STREAMS = '[stream: string]: MotiaStream<any>;';

/** A module that adds to Motia's `Streams` and `Enqueues` what the files' own configs say. */
export function generatedTypes(files: readonly SandboxFile[]): string {
  const schemas: string[] = [];
  const streams = new Map<string, string>();
  const topics = new Map<string, string | undefined>();
  const typeOf = (schema: ts.Expression | undefined): string | undefined => {
    const text = schema && closedSchema(schema);
    if (text === undefined) return undefined;
    schemas.push(`const schema${schemas.length} = ${text};`);
    return `z.infer<typeof schema${schemas.length - 1}>`;
  };
  for (const file of files.filter(({ path }) => path.endsWith('.ts'))) {
    for (const { value } of topLevelValues(readScript(file.path, file.text))) {
      const config = bare(value);
      if (!ts.isObjectLiteralExpression(config)) continue;
      const name = stringOf(property(config, 'name'));
      if (configType(value) === 'StreamConfig' && name !== undefined) {
        const type = typeOf(property(config, 'schema'));
        if (type !== undefined) streams.set(name, type);
      }
      for (const { topic, input } of queues(config)) {
        // Two steps of one topic may be alternatives of the same text.
        topics.set(topic, topics.has(topic) ? undefined : typeOf(input));
      }
    }
  }
  const named = (entries: Iterable<[string, string | undefined]>, wrap: (type: string) => string) =>
    [...entries].flatMap(([name, type]) =>
      type === undefined ? [] : [`${JSON.stringify(name)}: ${wrap(type)};`],
    );
  return [
    "import type { MotiaStream } from 'motia';",
    "import { z } from 'zod';",
    ...schemas,
    "declare module 'motia' {",
    `  interface Streams { ${OPEN_STREAMS} ${named(streams, (it) => `MotiaStream<${it}>`).join(' ')} }`,
    `  interface Enqueues { ${named(topics, (it) => it).join(' ')} }`,
    '}',
  ].join('\n');
}

function queues(
  config: ts.ObjectLiteralExpression,
): { topic: string; input: ts.Expression | undefined }[] {
  const triggers = property(config, 'triggers');
  if (!triggers || !ts.isArrayLiteralExpression(triggers)) return [];
  return triggers.elements.flatMap((trigger) => {
    if (!ts.isObjectLiteralExpression(trigger)) return [];
    const topic = stringOf(property(trigger, 'topic'));
    return topic === undefined ? [] : [{ topic, input: property(trigger, 'input') }];
  });
}

function stringOf(node: ts.Expression | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** The text of a zod schema that needs no other name than `z`, so that it means the same elsewhere. */
function closedSchema(schema: ts.Expression): string | undefined {
  let isClosed = schema.getText().startsWith('z.');
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text !== 'z') {
      const { parent } = node;
      const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
      if (!isMember && !isKey) isClosed = false;
    }
    ts.forEachChild(node, walk);
  };
  walk(schema);
  return isClosed ? schema.getText() : undefined;
}
