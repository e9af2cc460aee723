/**
 * Commands of Motia's CLI held against what the CLI says of itself. `cli-help.json` is the output of
 * the pinned packages' own `--help`, so that reading the docs runs no program.
 */
import type { Reason } from './report.ts';

/** Version → command (`''` for the program itself) → what its `--help` prints. */
export type CliHelp = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A call of a command line tool that a text shows. */
export interface ToolCall {
  readonly tool: 'motia' | 'iii';
  /** What follows the tool's name. */
  readonly words: readonly string[];
  /** From 1. */
  readonly line: number;
}

const RUNNERS = /^(?:npx|bunx|pnpx|pnpm|yarn|npm|bun|sudo|RUN|exec|dlx|-y|--yes|[A-Z_]+=.*)$/;

/** The call of Motia's tools in a command's words, if it is one: `npx motia@latest create my-app`. */
export function toolCall(words: readonly string[], line: number): ToolCall | undefined {
  const start = words.findIndex((word) => !RUNNERS.test(word));
  const tool = /^(motia|iii)(@[\w.-]+)?$/.exec(words[start] ?? '')?.[1];
  const runner = words.slice(0, start);
  // `npm install motia` names a package; only npx and its like run it.
  if (
    !tool ||
    runner.some((word) => /^(pnpm|yarn|npm|bun)$/.test(word)) !== runner.includes('dlx')
  ) {
    return undefined;
  }
  return { tool: tool as ToolCall['tool'], words: words.slice(start + 1), line };
}

/** `motia docker setup`: the call as a name, without its flags and what it is given. */
export function commandName(call: ToolCall, help: CliHelp): string {
  const [first, second] = call.words.filter(
    (word) => !word.startsWith('-') && !isPlaceholder(word),
  );
  if (first === undefined || call.tool === 'iii') return call.tool;
  const isKnown = Object.values(help).some((commands) => first in commands);
  const isNested = !isKnown && second !== undefined && /^[a-z]+$/.test(second);
  return [call.tool, first, ...(isNested ? [second] : [])].join(' ');
}

/** What the CLI of a version does not know in a call; empty when it knows all. */
export function cliFaults(
  { tool, words, line }: ToolCall,
  version: string,
  help: CliHelp,
): Reason[] {
  const fault = (message: string): Reason => ({
    class: 'gone-command',
    code: 'cli',
    message,
    line,
  });
  if (tool === 'iii') {
    const message = 'not checkable: iii is a program of its own, which npm does not have';
    return [{ class: 'note', code: 'cli', message, line }];
  }
  const commands = help[version] ?? {};
  const [command = ''] = words.filter((word) => !word.startsWith('-'));
  const said = commands[command];
  if (said === undefined) {
    const known = Object.keys(commands).filter(Boolean).join(', ');
    return [fault(`motia ${version} has no command ${JSON.stringify(command)}, only ${known}`)];
  }
  const name = ['motia', command].filter(Boolean).join(' ');
  const flags = flagsOf(said);
  const faults: string[] = [];
  let takesValue = false;
  for (const word of words.slice(command ? words.indexOf(command) + 1 : 0)) {
    if (word.startsWith('-')) {
      const [flag = word] = word.split('=', 1);
      takesValue = flags.get(flag) === true && !word.includes('=');
      if (!flags.has(flag)) faults.push(`${name} has no option ${flag}`);
    } else if (takesValue) {
      takesValue = false;
    } else if (
      !takesArguments(said) &&
      !standsForOptions(word) &&
      !faults.some((it) => it.includes('option'))
    ) {
      faults.push(`${name} takes no argument, as in ${JSON.stringify(word)}`);
    }
  }
  return faults.map((it) => fault(`${it} in motia ${version}`));
}

/** `<name>`, `[options]`: what a reader fills in, or may. */
function isPlaceholder(word: string): boolean {
  return /^[[<{].*[\]>}]$/.test(word);
}

/** A name in its place is as wrong as an argument: `create [project-name]`. */
function standsForOptions(word: string): boolean {
  return /^[[<{](?:options|flags)\b/i.test(word);
}

/** Each option of a help text, and whether it takes a value. */
function flagsOf(help: string): Map<string, boolean> {
  const flags = new Map<string, boolean>();
  for (const line of help.split('\n')) {
    const option = /^\s+(-.*?)(?:\s{2,}|$)/.exec(line)?.[1];
    for (const [flag] of option?.matchAll(/--?[\w-]+/g) ?? []) {
      flags.set(flag, /[<[]/.test(option ?? ''));
    }
  }
  return flags;
}

function takesArguments(help: string): boolean {
  const usage = /^Usage: (.*)$/m.exec(help)?.[1] ?? '';
  return /[<[](?!options\]|command\])/.test(usage);
}

/** The names of the commands that a help text lists: `build [options]  Build …` → `build`. */
export function commandsIn(help: string): string[] {
  const list = help.split(/^Commands:$/m)[1] ?? '';
  return [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)].flatMap(([, name]) =>
    name === undefined || name === 'help' ? [] : [name],
  );
}
