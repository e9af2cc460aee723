/** Checks the links of a built site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './command-line.ts';
import { checkLinks, type PageLinks } from '../src/links/check.ts';
import { readHtml } from '../src/links/read-html.ts';
import { markdownReader } from '../src/links/read-markdown.ts';
import { describe } from '../src/links/report.ts';
import { readBuilt } from '../src/server/built.ts';

const HELP = `Usage: npm run check:links -- [--dir FOLDER]

Checks every internal link, anchor and id of the HTML and Markdown of a built site (default: dist),
and every redirect. Each problem is one line on stderr; exit code 1 if there is any.`;

const readMarkdown = markdownReader();

await commandLine(HELP, { dir: { type: 'string', default: 'dist' } }, ({ dir }) => {
  const { site, address } = readBuilt(dir);
  const pages = new Map<string, PageLinks>();
  for (const file of [...site.files].toSorted()) {
    const read = readerOf(file);
    if (read) pages.set(file, read(readFileSync(join(dir, file), 'utf8')));
  }
  const findings = checkLinks({ ...site, pages }, address);
  for (const finding of findings) console.error(describe(finding));

  const links = [...pages.values()].reduce((sum, page) => sum + page.links.length, 0);
  const summary = `${links} links in ${pages.size} files and ${site.redirects.size} redirects`;
  if (findings.length > 0) throw new Error(`${findings.length} problems in ${summary}`);
  console.log(`${summary}: all good`);
});

function readerOf(file: string): ((text: string) => PageLinks) | undefined {
  if (file.endsWith('.html')) return readHtml;
  return /\.md$|\/llms[^/]*\.txt$/.test(file) ? readMarkdown : undefined;
}
