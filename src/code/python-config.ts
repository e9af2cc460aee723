/**
 * The `config` of a Python step as TypeScript: a literal dict is data, and its fields are the same
 * that Motia's types describe. What Python works out (a call, a name) is left open. Every token
 * stays in its line.
 */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

/** What stands for a value that only Python knows. */
const OPEN = 'open';

const CONSTANTS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };

/**
 * The sample's `config = {…}` as a TypeScript module that is right when the dict is one of Motia's
 * configs; undefined when the sample assigns no dict to `config` at its top level.
 */
export function pythonConfig(code: string): string | undefined {
  const dict = configDict(code);
  if (!dict) return undefined;
  const text = (node: SyntaxNode): string => code.slice(node.from, node.to);
  const entries = entriesOf(dict);
  const keys = entries.map(({ key }) => text(key).slice(1, -1));
  const type =
    keys.includes('schema') && keys.includes('baseConfig') ? 'StreamConfig' : 'StepConfig';
  // Python's way to name a stream's storage is a plain string as well.
  const lead = code.slice(0, dict.from).replace(/[^\n]/g, '');
  return `declare const ${OPEN}: any; export default ${lead}${literal(dict, code)} satisfies import('motia').${type};`;
}

function configDict(code: string): SyntaxNode | undefined {
  for (const statement of parser.parse(code).topNode.getChildren('AssignStatement')) {
    const target = statement.firstChild;
    const dict = statement.getChild('DictionaryExpression');
    if (dict && target && code.slice(target.from, target.to) === 'config') return dict;
  }
  return undefined;
}

interface Entry {
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
}

/** The pairs of a dict whose keys are plain strings. */
function entriesOf(dict: SyntaxNode): Entry[] {
  const parts = childrenOf(dict).filter(({ name }) => !/^[{},]$|Comment/.test(name));
  return parts.flatMap((key, index) => {
    const [colon, value] = [parts[index + 1], parts[index + 2]];
    return key.name === 'String' && colon?.name === ':' && value ? [{ key, value }] : [];
  });
}

function literal(node: SyntaxNode, code: string): string {
  const text = code.slice(node.from, node.to);
  switch (node.name) {
    case 'String':
      return /^(["'])(?!\1)[^\\\n]*\1$|^""$|^''$/.test(text)
        ? JSON.stringify(text.slice(1, -1))
        : open(text);
    case 'Number':
      return text.replaceAll('_', '');
    case 'Boolean':
    case 'None':
      return CONSTANTS[text] ?? open(text);
    case 'DictionaryExpression':
    case 'ArrayExpression':
    case 'TupleExpression':
      return collection(node, code);
    default:
      return open(text);
  }
}

/** An open value that takes as many lines as what it stands for. */
function open(text: string): string {
  return OPEN + text.replace(/[^\n]/g, '');
}

const BRACKETS: Readonly<Record<string, string>> = { '(': '[', ')': ']' };

/** A dict, list or tuple with all its line ends; comments go. */
function collection(node: SyntaxNode, code: string): string {
  let written = '';
  let end = node.from;
  for (const child of childrenOf(node)) {
    written += code.slice(end, child.from).replace(/[^\n]/g, ' ');
    const text = code.slice(child.from, child.to);
    if (/^[{}[\](),:]$/.test(text)) written += BRACKETS[text] ?? text;
    else if (child.name !== 'Comment') written += literal(child, code);
    end = child.to;
  }
  return written;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
