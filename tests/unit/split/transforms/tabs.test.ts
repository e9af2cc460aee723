import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { visit } from 'unist-util-visit';
import { attributeText, isNamed } from '../../../../src/split/tree.ts';
import { excerpt, rewritten } from '../scrape.ts';

const labels = (dialect: string): (string | undefined)[] => {
  const found: (string | undefined)[] = [];
  visit(rewritten(dialect).tree, (node) => {
    if (isNamed(node, 'TabItem')) found.push(attributeText(node, 'label'));
  });
  return found;
};

describe('tabs', () => {
  it('of languages share one sync key, in any order and quotes', () => {
    const { markdown } = rewritten(excerpt(2564, 2826));
    assert.match(markdown, /<Tabs syncKey="triggers">\n\n<TabItem label="API">/);
    assert.match(markdown, /<Tabs syncKey="language">\n\n<TabItem label="TypeScript">/);
  });

  it('keep the labels that are written, whatever language these mean', () => {
    for (const written of [
      ['TS', 'JS'],
      ['tsx', 'jsx'],
      ['Node.js / TypeScript', 'PYTHON'],
    ]) {
      const panels = written.map((label) => `<Tab value='${label}'>\na\n</Tab>`).join('\n');
      const dialect = `<Tabs>\n${panels}\n</Tabs>`;
      assert.deepEqual(labels(dialect), written);
      assert.match(rewritten(dialect).markdown, /^<Tabs syncKey="language">/);
    }
  });

  it('are cut in two by what stands between them, which stays there', () => {
    const { markdown, findings } = rewritten(
      "<Tabs>\n<Tab value='A'>\none\n</Tab>\n\nbetween\n\n<Tab value='B'>\ntwo\n</Tab>\n</Tabs>",
    );
    assert.equal(
      markdown.replaceAll('\n\n', ' ').trim(),
      '<Tabs> <TabItem label="A"> one </TabItem> </Tabs> between <Tabs> <TabItem label="B"> two </TabItem> </Tabs>',
    );
    assert.deepEqual(findings, ['stray-in-tabs']);
  });

  it("are one group around {' '} and comments", () => {
    const { markdown, findings } = rewritten(
      "<Tabs>\n<Tab value='A'>\none\n</Tab>\n\n{' '}\n{/* more */}\n<Tab value='B'>\ntwo\n</Tab>\n</Tabs>",
    );
    assert.equal(markdown.match(/<Tabs>/g)?.length, 1);
    assert.deepEqual(findings, []);
  });

  it('that are not languages keep their labels and stay apart', () => {
    const { markdown } = rewritten(excerpt(7548, 7635));
    assert.match(markdown, /^<Tabs>\n\n<TabItem label="Filename Issues">/);
  });

  it('keep the anchors that open them', () => {
    const { markdown } = rewritten(excerpt(2564, 2826));
    for (const id of ['triggers-api', 'triggers-queue', 'triggers-cron'])
      assert.ok(markdown.includes(`<Anchor id="${id}" tab />`), id);
  });

  it('strip the indent of a fence as CommonMark does, and no more', () => {
    const { markdown } = rewritten(
      excerpt(7746, 7782).replace(
        /^/,
        '<Tabs items={["JavaScript"]}>\n<Tab value="JavaScript">\n\n',
      ),
    );
    assert.match(
      markdown,
      /```javascript\nimport \{ type Handlers, type StepConfig \} from 'motia'\n/,
    );
    assert.match(markdown, /\n {2}id: 'order-123',\n {2}status: 'pending',\n/);
  });

  it('without a value take the name that items gives them', () => {
    assert.deepEqual(
      labels(
        "<Tabs items={['A', 'B']}>\n<Tab>\none\n</Tab>\n<Tab label=\"Two\">\ntwo\n</Tab>\n</Tabs>",
      ),
      ['A', 'Two'],
    );
  });

  it('made of unknown components keep what those say, once', () => {
    const { markdown, findings } = rewritten(
      "<Tabs>\n<TrelloTab title='Hooks' value='' folder='x' description='Calls.'>\n\nMore.\n\n</TrelloTab>\n</Tabs>",
    );
    assert.match(markdown, /<TabItem label="Hooks">\n\nCalls.\n\nMore.\n\n<\/TabItem>/);
    assert.deepEqual(findings, ['unknown-component']);
  });
});
