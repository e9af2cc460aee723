/** Marks the words of a search on the page that it led to, and opens the tabs that hold them. */
import { languageOfTab, type LanguageId } from '../../model/languages.ts';
import { stemOf, termsOf, wordsOf } from '../../search/words.ts';
import { takeMarks } from './asked.ts';

/** Name of the highlight in the style sheet. */
const HIGHLIGHT = 'searched';

/** The element that holds a page's own text. */
const CONTENT = '.sl-markdown-content';

/** Text that isn't read: scripts, and what is there for screen readers. */
const UNMARKED = 'script, style, .sr-only';

/** Takes the words from the address and marks them in the section that it names. */
export async function markWords(): Promise<void> {
  const { stems, language } = takeMarks();
  const content = document.querySelector(CONTENT);
  if (!content) return;
  const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const section = sectionOf(content, heading);
  const wanted = new Set(stems);
  await openTabs(section, wanted, language);
  heading?.scrollIntoView();
  const ranges = rangesIn(section, wanted);
  unfold(ranges);
  content.toggleAttribute('data-searched', true);
  highlight(ranges);
}

/** The part of a page from a heading to the next one, or from its top where there is none. */
function sectionOf(content: Element, heading: Element | null): Range {
  const headings = [...content.querySelectorAll('h2, h3, h4, h5, h6')];
  const next = headings[heading ? headings.indexOf(heading) + 1 : 0];
  const section = document.createRange();
  section.selectNodeContents(content);
  if (heading && content.contains(heading)) section.setStartBefore(heading);
  if (next) section.setEndBefore(next);
  return section;
}

/** Marks ranges until the reader presses Escape; the page itself stays as it is. */
function highlight(ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') CSS.highlights.delete(HIGHLIGHT);
  });
}

async function openTabs(
  section: Range,
  wanted: ReadonlySet<string>,
  language: LanguageId | undefined,
): Promise<void> {
  const groups = [...document.querySelectorAll(`${CONTENT} starlight-tabs`)];
  const own = groups.filter((tabs) => section.intersectsNode(tabs));
  if (own.length === 0) return;
  // Few searches end here: loaded now, it is no part of what a first query costs.
  const { openPanel } = await import('../client/tabs.ts');
  await customElements.whenDefined('starlight-tabs');
  for (const tabs of own) {
    const panel = bestPanel(tabs, wanted, language);
    if (panel?.hidden) openPanel(panel);
  }
}

/** Opens the long code blocks that hold words. */
function unfold(ranges: readonly Range[]): void {
  const folded = ranges.map(({ startContainer }) =>
    startContainer.parentElement
      ?.closest('.long')
      ?.querySelector<HTMLElement>('.unfold[aria-expanded="false"]'),
  );
  for (const button of new Set(folded)) button?.click();
}

/** The panel that is in the language that was searched in, else the one that has most of the words. */
function bestPanel(
  tabs: Element,
  wanted: ReadonlySet<string>,
  language: LanguageId | undefined,
): HTMLElement | undefined {
  const panels = [...tabs.querySelectorAll<HTMLElement>(':scope > [role="tabpanel"]')];
  const spoken = panels.find((panel) => language && languageOfTab(labelOf(panel))?.id === language);
  const words = (panel: HTMLElement) =>
    new Set(matchesIn(panel.textContent, wanted).flatMap(({ stems }) => stems)).size;
  // The open panel stays open unless another has more.
  const byWords = panels.toSorted(
    (a, b) => words(b) - words(a) || Number(a.hidden) - Number(b.hidden),
  );
  return spoken ?? byWords[0];
}

function labelOf(panel: Element): string {
  return document.getElementById(panel.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
}

/** The ranges of wanted words in the text of a section. */
function rangesIn(section: Range, wanted: ReadonlySet<string>): Range[] {
  const walker = document.createTreeWalker(section.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!section.intersectsNode(text) || text.parentElement?.closest(UNMARKED)) continue;
    for (const { start, end } of matchesIn(text.data, wanted)) {
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Words of a text that have a wanted stem, whole or in part. */
function matchesIn(text: string, wanted: ReadonlySet<string>) {
  return wordsOf(text).flatMap((word) => {
    const stems = termsOf(word)
      .map(stemOf)
      .filter((stem) => wanted.has(stem));
    return stems.length > 0
      ? [{ stems, start: word.start, end: word.start + word.text.length }]
      : [];
  });
}
