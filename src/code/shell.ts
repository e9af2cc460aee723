/** Shell scripts read by tree-sitter's grammar of Bash. */
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** One command of a script, its words without their quotes. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** From 1. */
  readonly line: number;
}

await Parser.init();
const bash = await Language.load(
  createRequire(import.meta.url).resolve('tree-sitter-bash/tree-sitter-bash.wasm'),
);
const parser = new Parser().setLanguage(bash);

/** What does not parse, by its line from 1. */
export function shellFaults(code: string): { message: string; line: number }[] {
  return read(code, (root) => {
    const faults: { message: string; line: number }[] = [];
    const walk = (node: Node): void => {
      const line = node.startPosition.row + 1;
      if (node.isMissing) faults.push({ message: `${node.type} is missing`, line });
      else if (node.isError) faults.push({ message: 'no shell script', line });
      else for (const child of node.children) if (child) walk(child);
    };
    if (root.hasError) walk(root);
    return faults;
  });
}

/** All commands of a script, those in lists, pipes and `$(…)` too. */
export function shellCommands(code: string): ShellCommand[] {
  return read(code, (root) =>
    root.descendantsOfType('command').flatMap((command) => {
      if (!command) return [];
      const parts = command.namedChildren.filter(
        (it): it is Node => it !== null && !/redirect|assignment/.test(it.type),
      );
      const words = parts.map(({ text }) => text.replace(/^(["'])(.*)\1$/s, '$2'));
      return [{ words, line: command.startPosition.row + 1 }];
    }),
  );
}

function read<Result>(code: string, take: (root: Node) => Result): Result {
  const tree = parser.parse(code);
  if (!tree) throw new Error('the grammar of Bash is not loaded');
  try {
    return take(tree.rootNode);
  } finally {
    tree.delete();
  }
}
