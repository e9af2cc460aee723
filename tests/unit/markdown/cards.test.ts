import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lines, markdownOf } from './rendering.ts';

describe('cards', () => {
  test('link cards become one list of links', () => {
    // From `concepts/overview` (dump line 2299).
    const mdx = lines(
      '<CardGrid>',
      '<LinkCard title="Steps" href="/concepts/steps/" description="Deep dive into Steps - the only primitive you need" />',
      '<LinkCard title="Examples" href="https://github.com/MotiaDev/motia-examples" />',
      '</CardGrid>',
    );
    assert.equal(
      markdownOf(mdx),
      lines(
        '- [Steps](https://docs.example/concepts/steps.md): Deep dive into Steps - the only primitive you need',
        '- [Examples](https://github.com/MotiaDev/motia-examples)',
      ),
    );
  });

  test('a list written before link cards stays a list of its own', () => {
    const mdx = lines('- one', '', '<LinkCard title="Steps" href="/concepts/steps/" />');
    assert.equal(
      markdownOf(mdx),
      lines('- one', '', '* [Steps](https://docs.example/concepts/steps.md)'),
    );
  });

  test('a card becomes its title in bold and its content', () => {
    const mdx = lines('<Card title="Queues → fast">', '', 'Text with `code`.', '', '</Card>');
    assert.equal(markdownOf(mdx), lines('**Queues → fast**', '', 'Text with `code`.'));
  });

  test('code in titles and descriptions is code, and a card’s title can lead somewhere', () => {
    assert.equal(
      markdownOf('<LinkCard title="Run `motia`" href="/guides/" description="See `a_b`" />'),
      '- [Run `motia`](https://docs.example/guides.md): See `a_b`',
    );
    assert.equal(
      markdownOf(lines('<Card title="Run `motia`" href="/guides/">', '', 'a', '', '</Card>')),
      lines('**[Run `motia`](https://docs.example/guides.md)**', '', 'a'),
    );
  });

  test('a link button becomes a link, on its own and in a line', () => {
    const button = '<LinkButton href="/examples/" variant="primary">See the examples</LinkButton>';
    const link = '[See the examples](https://docs.example/examples.md)';
    assert.equal(markdownOf(button), link);
    assert.equal(markdownOf(`Ready? ${button}`), `Ready? ${link}`);
  });
});
