/** The component that shows pictures, rendered in a project that has some of its pictures here. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getViteConfig } from 'astro/config';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { createServer, type ViteDevServer } from 'vite';
import { draw } from './drawn.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];

const UPSTREAM = 'https://raw.example/flow.png';
const flow = await draw(800, 600, UPSTREAM);
const film = await draw(640, 480, 'https://raw.example/film.gif');
const root = process.cwd();

let vite: ViteDevServer;
let folder: string;
let figure: (props: Record<string, unknown>) => Promise<ReturnType<typeof fromHtml>>;

describe('a picture in a page', () => {
  before(async () => {
    const config = await getViteConfig(
      { server: { middlewareMode: true, ws: false }, logLevel: 'error' },
      { root, configFile: false, devToolbar: { enabled: false } },
    )({ mode: 'development', command: 'serve' });
    vite = await createServer(config);
    const module = await vite.ssrLoadModule('/src/site/components/Figure.astro');
    const container = await AstroContainer.create();
    figure = async (props) =>
      fromHtml(await container.renderToString(module['default'] as Component, { props }), {
        fragment: true,
      });

    folder = mkdtempSync(join(tmpdir(), 'project-'));
    mkdirSync(join(folder, 'content/_source/images/img'), { recursive: true });
    const table = {
      'img/flow.png': flow.facts,
      'img/film.gif': film.facts,
      'img/away.png': flow.facts,
    };
    writeFileSync(join(folder, 'content/_source/images.json'), JSON.stringify(table));
    writeFileSync(join(folder, 'content/_source/images/img/flow.png'), flow.bytes);
    writeFileSync(join(folder, 'content/_source/images/img/film.gif'), film.bytes);
    process.chdir(folder);
  });
  after(async () => {
    process.chdir(root);
    await vite.close();
    rmSync(folder, { recursive: true });
  });

  test('a picture that is here comes from the site, lazily, in its size, and leads to its largest form', async () => {
    const html = await figure({ src: 'img/flow.png', alt: 'The flow' });
    assert.deepEqual(
      selectAll('source', html).map(({ properties }) => properties['type']),
      ['image/avif', 'image/webp'],
    );
    const image = select('picture > img', html)?.properties;
    assert.match(String(image?.['src']), /^\/pictures\/img\/flow\.[\da-f]{8}-800\.webp$/);
    assert.deepEqual(
      [image?.['alt'], image?.['width'], image?.['height'], image?.['loading']],
      ['The flow', 800, 600, 'lazy'],
    );
    assert.match(String(select('a.picture-zoom', html)?.properties['href']), /-800\.avif$/);
  });

  test('a picture that is not here comes from upstream’s pinned address, with its size', async () => {
    const html = await figure({ src: 'img/away.png', alt: 'The flow' });
    assert.equal(select('picture', html), undefined);
    const image = select('img', html)?.properties;
    assert.deepEqual([image?.['src'], image?.['width'], image?.['height']], [UPSTREAM, 800, 600]);
    assert.equal(select('a.picture-zoom', html)?.properties['href'], UPSTREAM);
  });

  test('an animation that is here shows its first frame, and itself only behind the link', async () => {
    const html = await figure({ src: 'img/film.gif', alt: 'A film' });
    const images = selectAll('img, source', html).map(({ properties }) =>
      JSON.stringify(properties),
    );
    assert.equal(images.length, 3);
    for (const image of images) assert.doesNotMatch(image, /gif/);
    assert.match(
      String(select('a.facade', html)?.properties['href']),
      /^\/pictures\/img\/film\.[\da-f]{8}\.gif$/,
    );
  });

  test('nothing is styled by an attribute or handled inline', async () => {
    for (const src of ['img/flow.png', 'img/away.png', 'img/film.gif']) {
      const html = await figure({ src, alt: '<b onload=x>' });
      for (const { properties } of selectAll('*', html)) {
        assert.deepEqual(
          Object.keys(properties).filter((name) => /^(style|on)/.test(name)),
          [],
          src,
        );
      }
      assert.deepEqual(selectAll('b', html), []);
    }
  });
});
