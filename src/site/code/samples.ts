/** What the code check says of a sample, shown with it: a quiet mark, or a line below the code. */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { addClassName, h, select, selectAll } from '@astrojs/starlight/expressive-code/hast';
import { toString } from 'hast-util-to-string';
import type { Address } from '../../model/address.ts';
import { REFUSED } from '../../code/samples.ts';
import type { ShownSample } from '../samples.ts';

/** The samples of a page by its source file, each under its ordinal. */
export type SamplesOfPage = (path: string) => ReadonlyMap<number, ShownSample>;

/** Neither the page's subject nor a part of its Markdown. */
const ASIDE = { dataPagefindIgnore: '', dataMarkdownIgnore: '' };

/**
 * A sample that checks has a mark in its bar; one that is mended or differs has a line of words below
 * it. Lines that a mend takes out are seen, and are no text of the page.
 */
export function samplesPlugin(
  samplesOfPage: SamplesOfPage,
  { href: hrefOf }: Pick<Address, 'href'>,
): ExpressiveCodePlugin {
  return {
    name: 'Samples that were checked',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData: { blockAst } }) => {
        const ordinal = Number(codeBlock.metaOptions.getString('sample'));
        const path = codeBlock.parentDocument?.sourceFilePath;
        const sample = path === undefined ? undefined : samplesOfPage(path).get(ordinal);
        if (!sample) return;
        for (const line of selectAll('.ec-line.del', blockAst)) {
          // The style sheet shows it: whoever reads, copies or searches the text gets the code that works.
          line.properties['dataWas'] = toString(line);
          line.children = [];
        }
        const words = sample.words.replace(/`([^`]*)`/g, '“$1”');
        if (sample.standing === 'checks') {
          const mark = { className: 'proof', role: 'img', ariaLabel: words, title: words };
          select('figcaption', blockAst)?.children.push(h('span', { ...mark, ...ASIDE }));
          return;
        }
        addClassName(blockAst, 'judged');
        const links = sample.addresses.flatMap((route) => [
          ' ',
          h('a', { href: hrefOf(route) }, 'Editor’s note'),
        ]);
        const line = links.length > 0 ? [words.replace(/[.…]?$/, '.'), ...links] : words;
        // The search says it of the section.
        const warning = sample.standing === 'differs' ? { dataWarning: REFUSED } : {};
        blockAst.children.push(h('p', { className: 'standing', ...warning, ...ASIDE }, line));
      },
    },
  };
}
