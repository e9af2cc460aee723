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
  it('of languages share one sync key and the same labels, in any order and quotes', () => {
    const { markdown } = rewritten(excerpt(2564, 2826));
    assert.match(markdown, /<Tabs syncKey="triggers">\n\n<TabItem label="API">/);
    assert.match(markdown, /<Tabs syncKey="language">\n\n<TabItem label="TypeScript">/);
    assert.deepEqual(
      labels(
        "<Tabs items={['TS', 'JS']}>\n<Tab value='TS'>\na\n</Tab>\n<Tab value='JS'>\nb\n</Tab>\n</Tabs>",
      ),
      ['TypeScript', 'JavaScript'],
    );
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

  it('made of unknown components keep what those say', () => {
    const { markdown, findings } = rewritten(
      '<Tabs items={[\'webhook\']}>\n  <TrelloTab tab="webhook" value="trello-webhook" />\n</Tabs>',
    );
    assert.match(markdown, /<TabItem label="webhook">\n\ntrello-webhook\n\n<\/TabItem>/);
    assert.deepEqual(findings, ['unknown-component']);
  });
});
