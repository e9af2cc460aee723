/** Our pages as a project of Starlight with its default configuration: what we measure ourselves against. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The components that Starlight has not, as plainly as it could have them; the others are its own. */
const STAND_INS: Readonly<Record<string, string>> = {
  'Anchor.astro': '<span id={Astro.props.id}></span>',
  'Figure.astro': `---
import table from '../images.json';
const { src, alt } = Astro.props;
const { upstream = src, width, height } = (table as Record<string, any>)[src] ?? {};
---
<img src={upstream} alt={alt} width={width} height={height} loading="lazy" />`,
  'Video.astro':
    '<video controls preload="none" src={Astro.props.src} title={Astro.props.title}></video>',
};

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'stock',
    private: true,
    type: 'module',
    imports: { '#components': './src/components/index.ts' },
    // Named, so that Astro finds the framework's packages.
    dependencies: { astro: '*', '@astrojs/starlight': '*' },
  }),
  'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'http://127.0.0.1', integrations: [starlight({ title: 'Motia Docs' })] });`,
  'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
  'src/components/index.ts': [
    `export { Aside, Card, LinkCard } from '@astrojs/starlight/components';`,
    ...Object.keys(STAND_INS).map(
      (file) => `export { default as ${basename(file, '.astro')} } from './${file}';`,
    ),
  ].join('\n'),
};

/**
 * Writes the project into a folder, anew. It uses this checkout's packages.
 * @param content the folder of the pages
 */
export function writeStockSite(folder: string, content = 'content'): void {
  rmSync(folder, { recursive: true, force: true });
  const put = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, text] of Object.entries(FILES)) put(file, text);
  for (const [file, text] of Object.entries(STAND_INS)) put(`src/components/${file}`, text);
  const isPage = (path: string) => !/(^|\/)(_source|manifest\.json)$/.test(path);
  cpSync(content, join(folder, 'src/content/docs'), { recursive: true, filter: isPage });
  cpSync(join(content, '_source/images.json'), join(folder, 'src/images.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
}
