/** Finds the calls of Motia's command line tools in the blocks and the prose of a page. */
import { toolCall, type ToolCall } from './cli.ts';
import { shellCommands } from './shell.ts';

const SHELLS = new Set(['bash', 'sh', 'shell', 'zsh', 'console']);

/** What may stand before a command in files that hold some: `RUN `, `- `, `"dev": "`. */
const LEAD = /^\s*(?:RUN\s+|CMD\s+|-\s+|run:\s*\|?\s*|"[\w:-]+":\s*"|\$\s+)?/;

/** The calls in a block of any language. A shell script is parsed; of other files each line is read. */
export function toolCallsIn(language: string, code: string): ToolCall[] {
  const commands = SHELLS.has(language)
    ? shellCommands(code.replace(/<([\w][\w. -]*)>/g, "'<$1>'"))
    : linesOf(code).flatMap(({ text, line }) =>
        shellCommands(text.replace(LEAD, '').replace(/["',]*$/, '')).map(({ words }) => ({
          words,
          line,
        })),
      );
  return commands.flatMap(({ words, line }) => toolCall(words, line) ?? []);
}

/** Lines that name a tool, joined with those that go on after a backslash. */
function linesOf(code: string): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  let goesOn = false;
  for (const [index, text] of code.split('\n').entries()) {
    const last = found.at(-1);
    if (goesOn && last) last.text += ` ${text.trim()}`;
    else found.push({ text, line: index + 1 });
    goesOn = text.trimEnd().endsWith('\\');
    const now = found.at(-1);
    if (goesOn && now) now.text = now.text.trimEnd().slice(0, -1);
  }
  return found.filter(({ text }) => /\b(?:motia|iii)\b/.test(text));
}
