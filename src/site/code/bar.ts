/**
 * The bar above every code block: what the block is, and the place of its buttons, which over the code
 * would hide some of it.
 */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { addClassName, h, select } from '@astrojs/starlight/expressive-code/hast';
import { bundledLanguagesInfo } from 'shiki/langs';

const SHELLS = new Set(['bash', 'sh', 'shell', 'zsh', 'console', 'shellsession']);

/** What a block without a title is: a terminal, if it holds commands for a shell, else its language. */
export function kindOf(language: string, code: string): string {
  const id = language.toLowerCase();
  if (SHELLS.has(id) && holdsCommands(code)) return 'Terminal';
  if (['', 'plaintext', 'text', 'txt'].includes(id)) return 'Text';
  const known = bundledLanguagesInfo.find((one) => one.id === id || one.aliases?.includes(id));
  return known?.name ?? language;
}

/**
 * Names the file or what the block is. Titles stand in the fence's info string in Markdown, where
 * whoever compares the texts of both forms would miss them (https://agentdocsspec.com:
 * `data-markdown-ignore`); what a block is, nobody looks for.
 */
export const barPlugin: ExpressiveCodePlugin = {
  name: 'A bar for every block',
  hooks: {
    preprocessCode: ({ codeBlock: { props } }) => {
      props.frame = 'code';
    },
    postprocessRenderedBlock: ({ codeBlock: { code, language, props }, renderData }) => {
      const bar = select('figcaption', renderData.blockAst);
      if (!bar) return;
      bar.properties['dataMarkdownIgnore'] = '';
      if (props.title) return;
      bar.properties['dataPagefindIgnore'] = '';
      bar.children = [h('span', { className: 'title kind' }, kindOf(language, code))];
      addClassName(renderData.blockAst, 'has-title');
    },
  },
};

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
