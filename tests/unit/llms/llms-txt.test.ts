import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { llmsTxt, sectionLlmsTxt } from '../../../src/llms/llms-txt.ts';
import { INDEX_BUDGET, withinBudget } from '../../../src/llms/budget.ts';
import { parseLlmsTxt } from './grammar.ts';
import { smallLibrary } from './small-library.ts';

describe('llms.txt', () => {
  test('opens with the project, its summary and the notes of the scrape', () => {
    const { title, summary, details } = parseLlmsTxt(llmsTxt(smallLibrary()));
    assert.equal(title, 'Motia');
    assert.equal(summary, 'Build production-grade backends with a single primitive.');
    assert.match(details, /^- Mix steps written in different languages\.\n- One runtime\.$/m);
    assert.match(details, /scraped from https:\/\/www\.motia\.dev on 2025-12-01/);
  });

  test('lists pages by section, optional ones last, each with its twin, what it answers and its tokens', () => {
    const { sections } = parseLlmsTxt(llmsTxt(smallLibrary()));
    assert.deepEqual(sections, [
      {
        title: 'Start here',
        links: [
          { title: 'Welcome', url: 'https://docs.example/motia/index.md', note: '(77 tokens)' },
        ],
      },
      {
        title: 'Concepts',
        links: [
          {
            title: 'Steps',
            url: 'https://docs.example/motia/concepts/steps.md',
            note: 'One primitive to build any backend. (50 tokens)',
          },
        ],
      },
      {
        title: 'Guides',
        links: [
          {
            title: 'Real-time Streams',
            url: 'https://docs.example/motia/guides/streams.md',
            note: 'Push live updates: no polling. (154 tokens)',
          },
        ],
      },
      {
        title: 'Optional',
        links: [
          {
            title: 'Showcase',
            url: 'https://docs.example/motia/showcase.md',
            note: 'Built with Motia. (35 tokens)',
          },
          {
            title: 'ChessArena \\[AI\\]',
            url: 'https://docs.example/motia/showcase/chess.md',
            note: 'Chess \\*with\\* models. (45 tokens)',
          },
          {
            title: 'Github repo',
            url: 'https://github.com/motiadev/motia',
            note: 'Main repository.',
          },
        ],
      },
    ]);
  });

  test('names the bundles with their tokens before the first section', () => {
    const { details } = parseLlmsTxt(llmsTxt(smallLibrary()));
    const bundles = [...details.matchAll(/^- \[([^\]]+)\]\(([^)]+)\): .* \((\d+) tokens\)$/gm)];
    assert.deepEqual(
      bundles.map(([, name, url, tokens]) => [name, url, Number(tokens) > 0]),
      ['full', 'full-typescript', 'full-javascript', 'full-python', 'small'].map((part) => [
        `llms-${part}.txt`,
        `https://docs.example/motia/llms-${part}.txt`,
        true,
      ]),
    );
  });

  test('is the same on a second run', () => {
    assert.equal(llmsTxt(smallLibrary()), llmsTxt(smallLibrary()));
  });

  test('of a section lists its pages and says where the rest is', () => {
    const library = smallLibrary();
    const [, guides] = library.routes.sections;
    assert.ok(guides);
    const { title, summary, details, sections } = parseLlmsTxt(sectionLlmsTxt(library, guides));
    assert.deepEqual([title, summary], ['Motia: Guides', 'How to build.']);
    assert.match(details, /https:\/\/docs\.example\/motia\/guides\/llms-full\.txt/);
    assert.match(details, /https:\/\/docs\.example\/motia\/llms\.txt/);
    assert.deepEqual(
      sections.map((section) => [section.title, section.links.map((link) => link.title)]),
      [['Guides', ['Real-time Streams']]],
    );
  });

  test('throws when it grows past its budget', () => {
    assert.equal(withinBudget('x'.repeat(INDEX_BUDGET), INDEX_BUDGET, '/llms.txt').length, 50_000);
    assert.throws(() => withinBudget('x'.repeat(50_001), INDEX_BUDGET, '/llms.txt'), {
      message:
        '/llms.txt has 50001 characters, budget 50000: shorten descriptions or split the list',
    });
  });
});
