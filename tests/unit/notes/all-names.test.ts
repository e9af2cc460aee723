/** No name that the packages lack is left unmarked in the Markdown of any page. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readLibrary } from '../../../src/content/read-library.ts';
import { goneNames } from '../../names.ts';

const library = readLibrary();
const names = goneNames();

interface Block {
  readonly isCode: boolean;
  readonly text: string;
}

/** The sections of a page's Markdown as blocks; a heading is the first of its section. */
function sectionsOf(markdown: string): Block[][] {
  const sections: Block[][] = [[]];
  let fence: string | undefined;
  let code: string[] = [];
  for (const line of markdown.split('\n')) {
    const mark = /^[\s>]*(`{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark === fence) {
        sections.at(-1)?.push({ isCode: true, text: code.join('\n') });
        [fence, code] = [undefined, []];
      } else code.push(line);
    } else if (mark !== undefined) fence = mark;
    else if (/^[\s>]*(\d+\. )?#{2,6} /.test(line)) sections.push([{ isCode: false, text: line }]);
    else sections.at(-1)?.push({ isCode: false, text: line });
  }
  return sections;
}

const isNote = ({ isCode, text }: Block) =>
  !isCode && text.includes('Editor’s note (not upstream’s');

/** What a section names without a mark of ours. */
function unmarkedIn(section: readonly Block[], file: string): string[] {
  const notes = section.filter(isNote).map(({ text }) => text.replaceAll('`', ''));
  return section.flatMap((block, at) => {
    if (isNote(block)) return [];
    const next = section.slice(at + 1).find(({ text }) => /[^\s>]/.test(text));
    const isSaid = block.isCode
      ? block.text.includes('motia-docs: ') || next?.text.includes('Does not check with motia')
      : false;
    return names
      .filter(({ isIn, onlyInCodeOf }) => {
        const code = block.isCode ? block.text : (block.text.match(/`[^`]+`/g) ?? []).join(' ');
        return isIn(onlyInCodeOf ? code : block.text) && (onlyInCodeOf?.includes(file) ?? true);
      })
      .filter(({ told }) => !isSaid && !notes.some((note) => told && note.includes(told)))
      .map(({ name }) => `${name}: ${block.text.slice(0, 80)}`);
  });
}

test('each name that the packages lack is told of in a note', () => {
  assert.ok(names.length >= 25);
  assert.deepEqual(
    names.filter(({ told }) => told === undefined).map(({ name }) => name),
    [],
  );
});

describe('no name that the packages lack is left unmarked in the Markdown of', () => {
  for (const page of library.routes.pages.filter(({ source }) => source !== null)) {
    test(page.file, () => {
      const sections = sectionsOf(library.read(page).markdown);
      assert.deepEqual(
        sections.flatMap((section) => unmarkedIn(section, page.file)),
        [],
      );
    });
  }
});

test('such names would be found in the text as scraped', () => {
  const bare = library.routes.pages.flatMap((page) =>
    sectionsOf(library.readScraped(page).markdown).flatMap((one) => unmarkedIn(one, page.file)),
  );
  for (const { name } of names) {
    assert.ok(
      bare.some((line) => line.startsWith(`${name}: `)),
      name,
    );
  }
});

test('a block that differs and has no fix says so in words of ours, in a comment or below it', () => {
  const cli = library.routes.pages.find(({ file }) => file === 'guides/cli.mdx') ?? assert.fail();
  assert.match(
    library.read(cli).markdown,
    /^# motia-docs: Does not check with motia 1\.0\.0-rc\.26: the CLI has no command "docker", only dev, build, typegen, create\n/m,
  );
  const structure =
    library.routes.pages.find(({ file }) => file === 'guides/project-structure.mdx') ??
    assert.fail();
  assert.match(
    library.read(structure).markdown,
    /\n```\n\n> \*\*Editor’s note \(not upstream’s text\):\*\* Does not check with motia 1\.0\.0-rc\.26: the CLI has no command "start", only dev, build, typegen, create\.\n/,
  );
});
