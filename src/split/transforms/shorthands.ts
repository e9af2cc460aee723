/**
 * Ways of Fumadocs to write what its plainer components say as well (`<Accordion>`, a fence with `tab=`,
 * `> [!NOTE]`): they become those components, before anything else reads the page.
 */
import convert from 'npm-to-yarn';
import type { Blockquote, Code, Heading, Root, RootContent, TableRow } from 'mdast';
import { titleWords } from '../../model/title.ts';
import type { PageFindings } from '../findings.ts';
import { isLiteralObject, type Literal } from '../literal.ts';
import {
  attributeText,
  attributeValue,
  childrenOf,
  element,
  isJsx,
  isNamed,
  lineOf,
  paragraph,
  phrasingOf,
  runsOf,
  text,
  wordsOf,
  type JsxElement,
} from '../tree.ts';
import { plainTitle } from './titles.ts';

type Element = JsxElement & RootContent;
type Shorthand = (node: Element, findings: PageFindings) => RootContent[];

/** Rewrites a whole tree; what is no shorthand stays as it is. */
export function shorthands(tree: Root, findings: PageFindings): Root {
  return { ...tree, children: rewritten(tree.children, findings) };
}

function rewritten(nodes: readonly RootContent[], findings: PageFindings): RootContent[] {
  const inner = nodes.map((node) =>
    'children' in node && node.type !== 'paragraph' && node.type !== 'table'
      ? ({ ...node, children: rewritten(childrenOf(node), findings) } as RootContent)
      : node,
  );
  return markedSteps(tabbedFences(inner)).flatMap((node) => {
    const made = rewrittenNode(node, findings);
    return made.map((one) =>
      one.position || !node.position ? one : { ...one, position: node.position },
    );
  });
}

function rewrittenNode(node: RootContent, findings: PageFindings): RootContent[] {
  if (node.type === 'heading') return [withoutMarks(node)];
  if (node.type === 'blockquote') return [alertOf(node) ?? node];
  if (node.type === 'code') return [installTabs(node) ?? node];
  if (!isJsx(node)) return [node];
  const name = node.name ?? '';
  return (Object.hasOwn(ELEMENTS, name) && ELEMENTS[name]?.(node as Element, findings)) || [node];
}

const ELEMENTS: Readonly<Record<string, Shorthand>> = {
  Accordions: (node) => childrenOf(node),
  Accordion: (node) => {
    const id = attributeText(node, 'id') ?? attributeText(node, 'value');
    const title = plainTitle(attributeText(node, 'title') ?? '');
    const summary = element('summary', {}, [paragraph(titleWords(title))]);
    const anchor = id === undefined ? [] : [element('div', { id })];
    return [...anchor, element('details', {}, [summary, ...childrenOf(node)])];
  },
  CodeBlockTabs: (node) => {
    const labels = new Map(
      childrenOf(node)
        .filter((child) => isNamed(child, 'CodeBlockTabsList'))
        .flatMap((list) => childrenOf(list as Element))
        .filter((child): child is Element => isNamed(child, 'CodeBlockTabsTrigger'))
        .map((trigger) => [
          attributeText(trigger, 'value'),
          wordsOf(phrasingOf(childrenOf(trigger))),
        ]),
    );
    const panels = childrenOf(node).filter((child) => !isNamed(child, 'CodeBlockTabsList'));
    const groupId = attributeText(node, 'groupId');
    return [
      element(
        'Tabs',
        { groupId },
        panels.map((panel) => {
          if (!isNamed(panel, 'CodeBlockTab')) return panel;
          const value = attributeText(panel, 'value');
          return element('Tab', { value: labels.get(value) || value }, childrenOf(panel));
        }),
      ),
    ];
  },
  CalloutContainer: (node) => {
    const title = childrenOf(node).find((child) => isNamed(child, 'CalloutTitle'));
    const words = title ? wordsOf(phrasingOf(childrenOf(title as Element))) : undefined;
    const content = childrenOf(node).flatMap((child) =>
      child === title ? [] : isNamed(child, 'CalloutDescription') ? childrenOf(child) : [child],
    );
    return [element('Callout', { type: attributeText(node, 'type'), title: words }, content)];
  },
  Banner: (node) => [element('Callout', {}, childrenOf(node))],
  ImageZoom: (node) => [{ ...node, name: 'img' } as RootContent],
  Image: (node) => [{ ...node, name: 'img' } as RootContent],
  /** The site has a table of contents on every page. */
  InlineTOC: () => [element('span')],
  Mermaid: (node) => {
    const chart = attributeText(node, 'chart');
    return chart === undefined ? [node] : [{ type: 'code', lang: 'mermaid', value: chart.trim() }];
  },
  DynamicCodeBlock: (node) => {
    const code = attributeText(node, 'code');
    const lang = attributeText(node, 'lang') ?? null;
    return code === undefined ? [node] : [{ type: 'code', lang, value: code.replace(/\n$/, '') }];
  },
  GithubInfo: (node) => {
    const [owner, repo] = [attributeText(node, 'owner'), attributeText(node, 'repo')];
    if (!owner || !repo) return [node];
    return [linkTo(`https://github.com/${owner}/${repo}`, `${owner}/${repo} on GitHub`)];
  },
  YouTube: (node) => {
    const id = attributeText(node, 'id');
    if (id === undefined) return [node];
    return [
      linkTo(`https://www.youtube.com/watch?v=${id}`, attributeText(node, 'title') ?? 'Video'),
    ];
  },
  TypeTable: (node) => {
    const type = attributeValue(node, 'type');
    return type?.kind === 'literal' ? (typeTable(type.value) ?? [node]) : [node];
  },
  /** Upstream makes the table from code when it builds: the scrape has only its place. */
  AutoTypeTable: (node, findings) => [absent(node, 'name', 'Types', findings)],
  include: (node, findings) => [absent(node, undefined, 'See', findings)],
  div: (node) => {
    const classes = (attributeText(node, 'className') ?? '').split(/\s+/);
    if (classes.includes('fd-steps')) return [element('Steps', {}, childrenOf(node))];
    return classes.includes('fd-step') ? [element('Step', {}, childrenOf(node))] : [node];
  },
};

const linkTo = (url: string, label: string): RootContent =>
  paragraph([{ type: 'link', url, children: [text(label)] }]);

/** What stands in another file of upstream's, by the name of that file. */
function absent(
  node: Element,
  name: string | undefined,
  label: string,
  findings: PageFindings,
): RootContent {
  const file = attributeText(node, 'path') ?? wordsOf(phrasingOf(childrenOf(node)));
  const message = `<${node.name}> takes ${file || 'its text'} from a file that no scrape has: only its name is shown`;
  findings.add('absent-file', 'info', lineOf(node), message);
  const names = [name === undefined ? undefined : attributeText(node, name), file];
  const codes = names.filter((one) => one !== undefined && one !== '');
  return paragraph([
    text(`${label}: `),
    ...codes.flatMap((value, at) => [
      ...(at > 0 ? [text(' in ')] : []),
      { type: 'inlineCode' as const, value: value ?? '' },
    ]),
  ]);
}

const COLUMNS = ['Prop', 'Type', 'Default', 'Description'];

/** The properties of a type as a table; undefined for what is none. */
function typeTable(type: Literal): RootContent[] | undefined {
  if (!isLiteralObject(type)) return undefined;
  const row = (cells: readonly RootContent[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: cell as never })),
  });
  const rows = Object.entries(type).map(([name, facts]) => {
    const { type, typeDescription, description, required } = isLiteralObject(facts) ? facts : {};
    const value = isLiteralObject(facts) ? facts['default'] : undefined;
    const said = [description, typeDescription].filter((one) => typeof one === 'string');
    const code = (one: Literal | undefined): RootContent[] =>
      one === undefined || one === null ? [] : [{ type: 'inlineCode', value: String(one) }];
    return row([
      [...code(name), ...(required === true ? [text(' (required)')] : [])],
      code(type),
      code(value),
      said.length > 0 ? [text(said.join(' '))] : [],
    ]);
  });
  return rows.length === 0
    ? undefined
    : [{ type: 'table', children: [row(COLUMNS.map((name) => [text(name)])), ...rows] }];
}

/** `## Title [!toc]`, `[toc]`: whether upstream's table of contents has it is no text. */
function withoutMarks(heading: Heading): Heading {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return heading;
  const value = last.value.replace(/(?<!\s)\s*\[!?toc\](?=\s*(\[#[^[\]]+\]\s*)?$)/, '');
  return { ...heading, children: [...heading.children.slice(0, -1), { ...last, value }] };
}

/** Begins where no blank stands before it: else a long run of blanks would be tried at each of them. */
const STEP_MARK = /(?<!\s)\s*\[step\]\s*$/;

/** The heading without its mark; undefined for one that has none. */
function marked(node: RootContent): Heading | undefined {
  const last = node.type === 'heading' ? node.children.at(-1) : undefined;
  if (node.type !== 'heading' || last?.type !== 'text' || !STEP_MARK.test(last.value))
    return undefined;
  const bare = { ...last, value: last.value.replace(STEP_MARK, '') };
  return { ...node, children: [...node.children.slice(0, -1), bare] };
}

/** `### Title [step]`: such headings that follow each other, with what stands below them, are steps. */
function markedSteps(nodes: readonly RootContent[]): RootContent[] {
  const made: RootContent[] = [];
  let steps: RootContent[] | undefined;
  let depth = 0;
  for (const node of nodes) {
    const step = marked(node);
    if (step) {
      if (!steps || step.depth !== depth) made.push(element('Steps', {}, (steps = [])));
      depth = step.depth;
      steps.push(step);
    } else if (node.type === 'heading' && node.depth <= depth) {
      steps = undefined;
      made.push(node);
    } else (steps ?? made).push(node);
  }
  return made;
}

const TAB_MARK = /(^|\s)tab=(?:"([^"]*)"|'([^']*)')/;

/** Fences with `tab="…"` that follow each other are tabs. */
function tabbedFences(nodes: readonly RootContent[]): RootContent[] {
  const isTabbed = (node: RootContent): boolean =>
    node.type === 'code' && TAB_MARK.test(node.meta ?? '');
  return runsOf(nodes, isTabbed).flatMap((run) =>
    run[0] && isTabbed(run[0])
      ? [
          element(
            'Tabs',
            {},
            run.map((node) => tabOfFence(node as Code)),
          ),
        ]
      : run,
  );
}

function tabOfFence(code: Code): RootContent {
  const [mark = '', , double, single] = TAB_MARK.exec(code.meta ?? '') ?? [];
  const meta = (code.meta ?? '').replace(mark, '').trim();
  return {
    ...element('Tab', { value: double ?? single ?? '' }, [{ ...code, meta: meta || null }]),
    ...(code.position ? { position: code.position } : {}),
  };
}

const MANAGERS = ['npm', 'pnpm', 'yarn', 'bun'] as const;

/** A fence that upstream shows for each package manager: packages to install, or a command of npm. */
function installTabs({ lang, value, position }: Code): RootContent | undefined {
  if (lang !== 'package-install' && lang !== 'npm') return undefined;
  const said = value.trim();
  const command = /^(npm|npx)\b/.test(said) ? said : `npm install ${said}`;
  const tab = (manager: (typeof MANAGERS)[number]): RootContent =>
    element('Tab', { value: manager }, [
      {
        type: 'code',
        lang: 'bash',
        value: manager === 'npm' ? command : convert(command, manager),
        ...(position ? { position } : {}),
      },
    ]);
  return element('Tabs', { groupId: 'package-manager' }, MANAGERS.map(tab));
}

/** GitHub's alerts and the callouts that say the same. */
const ALERTS: Readonly<Record<string, string>> = {
  NOTE: 'info',
  TIP: 'tip',
  IMPORTANT: 'info',
  WARNING: 'warn',
  CAUTION: 'error',
};

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*([^\n]*)(?:\n|$)/i;

function alertOf({ children }: Blockquote): RootContent | undefined {
  const [first, ...rest] = children;
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return undefined;
  const [mark, kind = '', title = ''] = ALERT.exec(opening.value) ?? [];
  if (mark === undefined) return undefined;
  const isImportant = kind.toUpperCase() === 'IMPORTANT';
  const words = [
    { ...opening, value: opening.value.slice(mark.length) },
    ...first.children.slice(1),
  ];
  const isBare = words.length === 1 && words[0]?.type === 'text' && words[0].value === '';
  return element(
    'Callout',
    {
      type: ALERTS[kind.toUpperCase()],
      title: title.trim() || (isImportant ? 'Important' : undefined),
    },
    [...(isBare ? [] : [paragraph(words)]), ...rest],
  );
}
