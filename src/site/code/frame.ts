/** Decides which code blocks look like a terminal: those that a reader would type into one. */

/** The two frames of Expressive Code that we use. */
export type Frame = 'code' | 'terminal';

const SHELLS = new Set(['bash', 'sh', 'shell', 'zsh', 'console', 'shellsession']);

/**
 * The frame of a block: titled blocks are files, blocks in a shell language are terminals if they
 * hold commands, all others are code.
 */
export function frameOf(language: string, title: string | undefined, code: string): Frame {
  return title === undefined && SHELLS.has(language.toLowerCase()) && holdsCommands(code)
    ? 'terminal'
    : 'code';
}

/** `NAME=value` and nothing after it: a setting, not a command with a variable before it. */
const SETTING = /^[A-Za-z_]\w*=("[^"]*"|'[^']*'|[^\s"']*)\s*(#.*)?$/;

/** A program's name or path, perhaps after a prompt or variables: `$ npm`, `PORT=1 ./run`. */
const COMMAND = /^(\$ )?([A-Za-z_]\w*=\S*\s+)*(\.{0,2}\/)?[a-z][\w.+/-]*[\w+-](\s|$)/;

/** Does shell text hold commands, rather than settings, names or patterns? */
export function holdsCommands(code: string): boolean {
  const lines = statementsOf(code);
  const [first] = lines;
  if (first === undefined || SETTING.test(first) || !COMMAND.test(first)) return false;
  const isListing = lines.length > 1 && lines.every((line) => !line.includes(' '));
  return !isListing;
}

/** The lines that begin something: no comments, no blank or indented lines, no continuations. */
function statementsOf(code: string): string[] {
  const lines = code.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  return lines
    .filter((line, index) => index === 0 || !(/^\s/.test(line) || lines[index - 1]?.endsWith('\\')))
    .map((line) => line.trim());
}
