/** Which names are elements on a page, and which only look like it. */
import { withoutCodeSpans } from './code-spans.ts';
import { withoutFences } from './fences.ts';

/** The dialect's components and the HTML that pages use; other names are text unless in pairs. */
const COMPONENT_NAMES = [
  'Tabs',
  'Tab',
  'Callout',
  'Cards',
  'Card',
  'Steps',
  'Step',
  'Files',
  'Folder',
  'File',
];
/** HTML elements that have no closing tag. */
export const VOID_NAMES = new Set(['br', 'hr', 'img', 'source']);
const HTML_NAMES = new Set([
  ...VOID_NAMES,
  ...['a', 'b', 'blockquote', 'code', 'del', 'details', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5'],
  // No HTML, but what Fumadocs writes in small letters.
  'include',
  ...['h6', 'i', 'iframe', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'path', 'pre', 's', 'section'],
  ...['small', 'span', 'strong', 'sub', 'summary', 'sup', 'svg', 'table', 'tbody', 'td', 'th'],
  ...['thead', 'tr', 'u', 'ul', 'video'],
]);

/**
 * The names that are elements on this page: the dialect's own always, others only where the page
 * both opens and closes them (`Promise<User>` opens and never closes: text).
 */
export function elementNames(body: string): Set<string> {
  const prose = withoutCodeSpans(withoutFences(body.split('\n')).join('\n'));
  const found = (pattern: RegExp): Set<string> =>
    new Set([...prose.matchAll(pattern)].map((match) => match[1] ?? ''));
  const opened = found(/<([A-Za-z][\w.]*)(?=[\s/>])/g);
  const closed = found(/<\/([A-Za-z][\w.]*)\s*>/g);
  const selfClosed = new Set([...opened].filter((name) => isEverSelfClosed(prose, name)));
  const names = new Set(COMPONENT_NAMES);
  for (const name of opened) {
    const isElement = /^[A-Z]/.test(name) || HTML_NAMES.has(name);
    const isWhole = selfClosed.has(name) || VOID_NAMES.has(name) || closed.has(name);
    if (isElement && isWhole) names.add(name);
  }
  return names;
}

function isEverSelfClosed(prose: string, name: string): boolean {
  for (let at = prose.indexOf(`<${name}`); at >= 0; at = prose.indexOf(`<${name}`, at + 1)) {
    if (isSelfClosing(prose, at + name.length + 1)) return true;
  }
  return false;
}

/**
 * Does the tag whose name ends at `at` end in `/>`? Quotes and braces in it may hold anything; another
 * tag elsewhere in it means that it never ends.
 */
function isSelfClosing(prose: string, at: number): boolean {
  let depth = 0;
  let quote = '';
  for (let i = at; i < prose.length; i++) {
    const char = prose.charAt(i);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '<' && depth === 0) return false;
    else if (char === '>' && depth === 0) return prose[i - 1] === '/';
  }
  return false;
}
