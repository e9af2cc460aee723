import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import type { Card } from '../../../src/og/card.ts';
import { cardRouteOf, cardsOf } from '../../../src/og/cards.ts';
import { drawCard, svgOf } from '../../../src/og/draw.ts';
import { readRoutes } from '../../../src/content/read-routes.ts';

const STREAMS: Card = { place: 'Guides', title: 'Streams', description: 'Push real-time updates.' };
const MARGIN = 60;

const cache = mkdtempSync(join(tmpdir(), 'cards-'));
after(() => rmSync(cache, { recursive: true }));

test('every page and every generated landing page has one card, which says where it stands', () => {
  const routes = readRoutes();
  const cards = new Map(cardsOf(routes).map(({ route, card }) => [route, card]));
  const expected = new Set([...routes.pages, ...routes.sections].map(({ route }) => route));
  assert.deepEqual(new Set(cards.keys()), expected);
  assert.deepEqual(cards.get('/deployment/motia-cloud/features/'), {
    place: 'Deployment / Motia Cloud',
    title: 'Features',
    description: 'Learn how to deploy your Motia Project to a live environment',
  });
  assert.equal(cards.get('/')?.place, '');
  assert.equal(cards.get('/guides/')?.title, 'Guides');
});

test('a card lies beside the others at the route of its page', () => {
  assert.equal(cardRouteOf('/'), '/og/index.png');
  assert.equal(cardRouteOf('/concepts/steps/'), '/og/concepts/steps.png');
});

test('letters are outlines, so that no machine needs the font', async () => {
  const svg = await svgOf(STREAMS);
  assert.match(svg, /<path/);
  assert.doesNotMatch(svg, /<text|font-family/);
});

test('a card is 1200 by 630 pixels and small', async () => {
  const png = await drawCard(STREAMS, cache);
  const { format, width, height } = await sharp(png).metadata();
  assert.deepEqual({ format, width, height }, { format: 'png', width: 1200, height: 630 });
  assert.ok(png.length < 60_000, `${png.length} bytes`);
});

for (const [name, card] of Object.entries({
  'a long title wraps': { ...STREAMS, title: 'Everything about '.repeat(20) },
  'a word without end breaks': { ...STREAMS, title: 'Supercalifragilistic'.repeat(20) },
  'a long description ends': { ...STREAMS, description: 'and so on '.repeat(200) },
  'a long way is cut': { ...STREAMS, place: 'Deployment / '.repeat(30) },
})) {
  test(`${name} within the margins`, async () => {
    const letters = await litPixels(card);
    assert.ok(letters.left >= MARGIN, `starts at ${letters.left}`);
    assert.ok(letters.right <= 1200 - MARGIN, `ends at ${letters.right}`);
    assert.ok(letters.bottom <= 630 - MARGIN, `ends at ${letters.bottom}`);
    assert.ok(letters.bottom > 500, 'there are words at all');
  });
}

test('accented and Cyrillic letters are drawn, pictograms left out', async () => {
  const plain = await svgOf({ ...STREAMS, title: 'Łódź Привет' });
  assert.equal(await svgOf({ ...STREAMS, title: '🚀 Łódź Привет ✨' }), plain);
  assert.notEqual(await svgOf({ ...STREAMS, title: 'Łódź Примет' }), plain);
});

test('a drawn card is kept and found again by its content', async () => {
  const first = await drawCard(STREAMS, cache);
  const kept = readdirSync(cache).length;
  assert.deepEqual(await drawCard(STREAMS, cache), first);
  assert.equal(readdirSync(cache).length, kept);
  await drawCard({ ...STREAMS, title: 'Flows' }, cache);
  assert.equal(readdirSync(cache).length, kept + 1);
});

/** The box around everything that is clearly lighter than the card's ground. */
async function litPixels(card: Card) {
  const { data, info } = await sharp(await drawCard(card, cache))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lit = [...data.keys()].filter((at) => (data[at] ?? 0) > 110);
  const columns = lit.map((at) => at % info.width);
  return {
    left: columns.reduce((least, x) => Math.min(least, x), Infinity),
    right: columns.reduce((most, x) => Math.max(most, x), 0),
    bottom: Math.floor((lit.at(-1) ?? 0) / info.width),
  };
}
