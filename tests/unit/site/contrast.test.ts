import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ExpressiveCodeTheme } from '@astrojs/starlight/expressive-code';
import { drawingOf } from '../../../src/og/card.ts';
import { fitTheme } from '../../../src/site/code/theme.ts';

const css = readFileSync('src/site/styles/tokens.css', 'utf8');
const [lightRules = '', darkRules = ''] = css.split('@media screen and');
const themes = { dark: colorsOf(darkRules), light: colorsOf(lightRules) };

/** Text and what it stands on; WCAG 2.2 AA asks for 4.5 : 1. */
const PAIRS: [string, string][] = [
  ...['text', 'heading', 'muted', 'accent', 'accent-strong'].flatMap((text): [string, string][] =>
    ['bg', 'surface', 'raised', 'code-bg', 'code-bar'].map((ground) => [text, ground]),
  ),
  ['accent-strong', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['heading', 'accent-soft'],
  ['muted', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ...['note', 'tip', 'caution', 'danger'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['text', `${tone}-soft`],
    ['accent', `${tone}-soft`],
  ]),
];

for (const [name, colors] of Object.entries(themes)) {
  test(`every text of the ${name} theme stands out from its ground by 4.5 : 1`, () => {
    const weak = PAIRS.map(([text, ground]) => ({
      pair: `${text} on ${ground}`,
      ratio: contrast(colorOf(colors, text), colorOf(colors, ground)),
    })).filter(({ ratio }) => ratio < 4.5);
    assert.deepEqual(weak, []);
  });
}

test('what no style sheet reaches has the same colours: cards, the browser’s frame, code as it is coloured', () => {
  const drawing = drawingOf({ place: 'Guides', title: 'Streams', description: 'Real-time data' });
  const drawn = new Set(JSON.stringify(drawing).match(/#[0-9a-f]{6}/g));
  const dark = new Set(themes.dark.values());
  assert.ok(drawn.size > 4);
  assert.deepEqual([...drawn.difference(dark)], []);

  const config = readFileSync('astro.config.mjs', 'utf8');
  for (const [name, colors] of [
    ['light', themes.light],
    ['dark', themes.dark],
  ] as const) {
    assert.ok(config.includes(`themeColor('${name}', '${colorOf(colors, 'bg')}')`));
    const theme = new ExpressiveCodeTheme({ type: name, colors: {}, settings: [] });
    fitTheme(theme);
    assert.equal(theme.bg, colorOf(colors, 'code-bg'));
  }
});

function colorsOf(rules: string): Map<string, string> {
  return new Map(
    [...rules.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

function colorOf(colors: Map<string, string>, name: string): string {
  const color = colors.get(name);
  assert.ok(color, `tokens.css has no --${name} as #rrggbb`);
  return color;
}

/** Contrast ratio of two colours `#rrggbb` by WCAG 2.2, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
