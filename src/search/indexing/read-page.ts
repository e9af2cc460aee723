/** Reads a built HTML page as sections of prose and code: all that the search knows about it. */
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { languageOfFence, languageOfTab, type LanguageId } from '../../model/languages.ts';

/** A run of text of one kind. */
export interface Passage {
  readonly kind: 'prose' | 'code' | 'inline code';
  /** Code keeps its line breaks; prose has single spaces, and a line break between blocks. */
  readonly text: string;
  /** Language of the code block, or of the tab that it stands in. */
  readonly language: LanguageId | undefined;
  readonly tab: Tab | undefined;
}

/** A place in tabs, whose panels say the same thing in different ways. */
export interface Tab {
  /** Number of the group of tabs on the page. */
  readonly group: number;
  /** Number of the panel in its group. */
  readonly panel: number;
}

/** The text from one heading to the next; the first section of a page has no heading. */
export interface PageSection {
  /** Plain text of the heading; `''` for the top of the page. */
  readonly heading: string;
  /** The heading's id; `''` for the top of the page. */
  readonly anchor: string;
  /** 1 for the top of the page, else the heading's. */
  readonly level: number;
  /** What readers are warned of: the element that says so has it as `data-warning`. */
  readonly warning?: string;
  readonly passages: readonly Passage[];
}

/** The element that holds a page's own text, below its title. */
const CONTENT = '.sl-markdown-content';

/** What is there to be seen or clicked, and says nothing about the page's subject. */
const SILENT = new Set(['script', 'style', 'svg', 'button', 'template']);
const SILENT_CLASSES = ['sl-anchor-link', 'sr-only', 'facade-action', 'tablist-wrapper'];

/** The names of asides that have none of their own. */
const ASIDE_TYPES = new Set(['Note', 'Tip', 'Caution', 'Danger']);

const BLOCKS = new Set(
  `article aside blockquote br dd details div dl dt figcaption figure hr li ol p pre section summary
  table tr ul`.split(/\s+/),
);
/** Between the cells of a row, which is one line. */
const CELL = ' · ';

/**
 * Reads one page.
 * @param html a whole document, as Astro writes it
 * @throws Error when the document has no content element
 */
export function readPage(html: string): PageSection[] {
  const content = select(CONTENT, fromHtml(html));
  if (!content) throw new Error(`has no ${CONTENT}, expected the element with the page's text`);
  const reading = new Reading();
  reading.readAll(content.children, {});
  return reading.sections.map((section) => ({ ...section, passages: joined(section.passages) }));
}

type Around = Partial<Pick<Passage, 'language' | 'tab'>>;

/** A section that is being read. */
type Open = PageSection & { passages: Passage[]; warning?: string };

/** A walk through a page that collects its sections. */
class Reading {
  readonly sections: Open[] = [{ heading: '', anchor: '', level: 1, passages: [] }];
  private tabGroups = 0;

  readAll(nodes: readonly ElementContent[], around: Around): void {
    for (const node of nodes) {
      // Line breaks of the markup are none of the text: those come from its blocks.
      if (node.type === 'text') this.add('prose', node.value.replace(/\s+/g, ' '), around);
      else if (node.type === 'element') this.read(node, around);
    }
  }

  private read(element: Element, around: Around): void {
    const { tagName, properties, children } = element;
    const level = Number(/^h([2-6])$/.exec(tagName)?.[1]);
    if (level && typeof properties['id'] === 'string') {
      // The emoji that the style sheet shows, see site/markdown/heading-emoji.ts.
      const text = `${String(properties['dataEmoji'] ?? '')} ${toString(element)}`;
      const heading = text.replace(/\s+/g, ' ').trim();
      this.sections.push({ heading, anchor: properties['id'], level, passages: [] });
    } else if (tagName === 'starlight-file-tree') {
      // Names alone are not what anyone looks for; a name with its comment is.
      for (const entry of selectAll('.tree-entry:has(.comment)', element)) {
        this.add('prose', '\n', around);
        this.readAll(entry.children, around);
        this.add('prose', '\n', around);
      }
    } else if (typeof properties['dataWarning'] === 'string') {
      const section = this.sections.at(-1);
      if (section) section.warning = properties['dataWarning'];
    } else if (isSilent(element)) {
      return;
    } else if (tagName === 'pre') {
      const fence = languageOfFence(String(properties['dataLanguage'] ?? ''));
      this.add('prose', '\n', around);
      this.add('code', codeOf(element), { ...around, language: fence?.id ?? around.language });
      this.add('prose', '\n', around);
    } else if (tagName === 'code') {
      this.add('inline code', toString(element), around);
    } else if (tagName === 'starlight-tabs') {
      this.readTabs(element);
    } else {
      const margin = BLOCKS.has(tagName) ? '\n' : '';
      this.add('prose', margin, around);
      this.readAll(children, around);
      this.add('prose', isCell(element) ? CELL : margin, around);
    }
  }

  private readTabs(tabs: Element): void {
    const group = this.tabGroups++;
    const labels = selectAll('[role=tab]', tabs).map((tab) => toString(tab));
    const panels = tabs.children.filter(
      (child) => child.type === 'element' && child.properties['role'] === 'tabpanel',
    ) as Element[];
    panels.forEach((element, panel) => {
      const language = languageOfTab(labels[panel] ?? '')?.id;
      this.readAll(contentOf(element), { language, tab: { group, panel } });
    });
  }

  private add(kind: Passage['kind'], text: string, { language, tab }: Around): void {
    this.sections.at(-1)?.passages.push({ kind, text, language, tab });
  }
}

/** What a panel shows when it is opened: long pages keep it as a template until then. */
function contentOf({ children }: Element): readonly ElementContent[] {
  const [template] = children;
  return template?.type === 'element' && template.content
    ? (template.content.children as ElementContent[])
    : children;
}

function isSilent({ tagName, properties, children }: Element): boolean {
  if (SILENT.has(tagName) || 'dataPagefindIgnore' in properties) return true;
  const classes = (properties['className'] ?? []) as string[];
  if (SILENT_CLASSES.some((name) => classes.includes(name))) return true;
  return (
    classes.includes('starlight-aside__title') &&
    children.some((child) => child.type === 'text' && ASIDE_TYPES.has(child.value.trim()))
  );
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

/** The text of a `<pre>`, where Expressive Code gives each line an element of its own. */
function codeOf(pre: Element): string {
  const lines = selectAll('.ec-line:not(.del)', pre).map((line) => toString(line).trimEnd());
  return lines.length > 0 ? lines.join('\n') : toString(pre);
}

/** Joins neighbouring prose of one place, and drops what is nothing but space on a line. */
function joined(passages: readonly Passage[]): Passage[] {
  const runs: Passage[] = [];
  for (const passage of passages) {
    const last = runs.at(-1);
    if (last?.kind === 'prose' && passage.kind === 'prose' && last.tab === passage.tab) {
      runs[runs.length - 1] = { ...last, text: last.text + passage.text };
    } else {
      runs.push(passage);
    }
  }
  return runs
    .map((run) => (run.kind === 'prose' ? { ...run, text: withSingleSpaces(run.text) } : run))
    .filter(({ text }) => /\S|\n/.test(text));
}

/** Single spaces in a line, no empty lines, and nothing after the last cell of a row. */
function withSingleSpaces(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ').replace(/(?: ·)? ?\n\s*/g, '\n');
}
