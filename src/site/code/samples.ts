/** What the code check says of a sample, shown with it: a quiet mark, or a line below the code. */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { addClassName, h, select, selectAll } from '@astrojs/starlight/expressive-code/hast';
import type { ElementContent } from 'hast';
import type { Sample } from '../../code/samples.ts';

/** The samples of a page by its source file, each under its ordinal. */
export type SamplesOfPage = (path: string) => ReadonlyMap<number, Sample>;

/** Neither the page's subject nor a part of its Markdown. */
const ASIDE = { dataPagefindIgnore: '', dataMarkdownIgnore: '' };

/**
 * A sample that checks has a mark in its bar; one that has no bar, is mended or differs has a line of
 * words below it. Lines that a mend takes out are no text of the page for search and comparison.
 */
export function samplesPlugin(samplesOfPage: SamplesOfPage): ExpressiveCodePlugin {
  return {
    name: 'Samples that were checked',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData: { blockAst } }) => {
        const ordinal = Number(codeBlock.metaOptions.getString('sample'));
        const path = codeBlock.parentDocument?.sourceFilePath;
        const sample = path === undefined ? undefined : samplesOfPage(path).get(ordinal);
        if (!sample) return;
        for (const line of selectAll('.ec-line.del', blockAst)) {
          Object.assign(line.properties, ASIDE);
        }
        const bar = select('.has-title > .header, .is-terminal > .header', blockAst);
        if (sample.standing === 'checks' && bar) {
          const words = h('span', { className: 'sr-only' }, sample.words);
          bar.children.push(
            h('span', { className: 'proof', title: sample.words, ...ASIDE }, words),
          );
          return;
        }
        addClassName(blockAst, 'judged');
        const className = sample.standing === 'checks' ? 'proof standing' : 'standing';
        blockAst.children.push(h('p', { className, ...ASIDE }, withCode(sample.words)));
      },
    },
  };
}

/** Text with its `code` as elements. */
function withCode(words: string): ElementContent[] {
  return words
    .split('`')
    .map((part, index) => (index % 2 === 0 ? { type: 'text', value: part } : h('code', part)));
}
