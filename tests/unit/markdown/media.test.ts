import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markdownOf, rendered } from './rendering.ts';

describe('pictures, videos and anchors', () => {
  test('a figure becomes its alternative text with the address of the picture', () => {
    assert.equal(
      markdownOf('<Figure src="img/ai-content-moderation-workflow.png" alt="The flow" />'),
      '![The flow](https://pictures.example/img/ai-content-moderation-workflow.png)',
    );
  });

  test('a figure that nobody has the picture of becomes its alternative text', () => {
    assert.equal(
      markdownOf('<Figure src="img/gone.png" alt="The flow" />', { picture: () => undefined }),
      '_Picture: The flow_',
    );
  });

  test('a video becomes a link that says what it is', () => {
    assert.equal(
      markdownOf(
        '<Video src="https://assets.motia.dev/site/v1/2.mp4" poster="https://x.example/p.gif" title="Core concepts" />',
      ),
      '[Video: Core concepts](https://assets.motia.dev/site/v1/2.mp4)',
    );
  });

  test('an anchor leaves no trace in the text, but its section knows it', () => {
    const { markdown, sections } = rendered(
      '## Triggers\n\n<Anchor id="triggers-queue" />\n\nEvery Step has some.',
    );
    assert.equal(markdown, '## Triggers\n\nEvery Step has some.');
    assert.deepEqual(sections[0]?.anchors, ['triggers', 'triggers-queue']);
  });
});
