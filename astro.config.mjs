// @ts-check
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { orExit } from './scripts/command-line.ts';
import { fixes, samplesOfPage } from './src/site/samples.ts';
import { readRoutes } from './src/content/read-routes.ts';
import { addressOf } from './src/model/address.ts';
import { codeOptions } from './src/site/code/options.ts';
import { createSmallRenderer } from './src/site/code/small-sheet.ts';
import { samplesPlugin } from './src/site/code/samples.ts';
import { remarkHeadingIds } from './src/markdown/heading-ids.ts';
import { rehypeHeadingEmoji } from './src/site/markdown/heading-emoji.ts';
import { rehypeHeadingLevels } from './src/site/markdown/heading-levels.ts';
import { remarkNotes } from './src/site/markdown/notes.ts';
import { remarkOwnAddress } from './src/site/markdown/own-address.ts';
import { remarkOwnLinks } from './src/site/markdown/own-links.ts';
import { rehypeStepNumbers } from './src/site/markdown/step-numbers.ts';
import { rehypeShortCode } from './src/site/markdown/short-code.ts';
import { rehypeScrollingTables } from './src/site/markdown/tables.ts';
import { pageOfFile, remarkSamples } from './src/site/markdown/samples.ts';
import { remarkTabLabels } from './src/site/markdown/tab-labels.ts';
import { rehypeTaskLists } from './src/site/markdown/task-lists.ts';
import { absentComponents } from './src/site/build/absent-components.ts';
import { firstPaint } from './src/site/build/first-paint.ts';
import { inertPanels } from './src/site/build/inert-panels.ts';
import { inlineScripts } from './src/site/build/inline-scripts.ts';
import { styleClasses } from './src/site/build/style-classes.ts';
import { sidebarOf } from './src/site/sidebar.ts';
import { HEAD_SCRIPT } from './src/site/head-script.ts';
import { TEXT_FONT_SHEET, textFont } from './src/site/text-font.ts';
import { SITE_DESCRIPTION, SITE_NAME } from './src/model/site-name.ts';
import { readStatuses } from './src/site/statuses.ts';

/** The colour of the browser's own frame in one theme: the page's ground. */
const themeColor = (/** @type {'light' | 'dark'} */ scheme, /** @type {string} */ content) => ({
  tag: /** @type {const} */ ('meta'),
  attrs: { name: 'theme-color', media: `(prefers-color-scheme: ${scheme})`, content },
});

const address = orExit(() => addressOf(process.env));
const routes = readRoutes();

export default defineConfig({
  site: address.site,
  base: address.base,
  trailingSlash: 'always',
  // src/site/client/prefetch.ts does it with a fifth of the script.
  prefetch: false,
  // Pictures are drawn while other pages are rendered.
  build: { format: 'directory', concurrency: availableParallelism() },
  markdown: {
    // The same parser family as the split's proof; smart punctuation would change flags and slugs.
    processor: unified({
      smartypants: false,
      remarkPlugins: [
        remarkHeadingIds,
        remarkNotes(),
        remarkSamples(fixes),
        remarkOwnLinks(address),
        remarkOwnAddress(address),
        remarkTabLabels,
      ],
      rehypePlugins: [
        rehypeHeadingLevels,
        rehypeHeadingEmoji,
        rehypeStepNumbers,
        rehypeScrollingTables,
        rehypeTaskLists,
        rehypeShortCode,
      ],
    }),
  },
  vite: {
    plugins: [textFont('content')],
    resolve: {
      alias: [
        {
          find: /^.*\/TableOfContents\/starlight-toc$/,
          replacement: fileURLToPath(
            new URL('src/site/client/table-of-contents.ts', import.meta.url),
          ),
        },
      ],
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What the scripts of pages share is one file, not one a module; what a search needs
              // is loaded with the first search.
              codeSplitting: {
                groups: [
                  {
                    name: 'shared',
                    minShareCount: 2,
                    test: /preload-helper|@astrojs\/starlight\/|\/src\/(model\/(languages|percent-decoded)|site\/client\/.+|site\/search\/arriving)\.ts$/,
                  },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      // Astro marks every MDX page with a directive of its own, and each raises ten lines of warning.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  integrations: [
    // Starlight adds its own otherwise, with the search. When a page changed is not known.
    sitemap({ filter: (url) => url !== address.absolute('/search/') }),
    starlight({
      title: SITE_NAME,
      description: SITE_DESCRIPTION,
      favicon: '/favicon.svg',
      head: [
        { tag: 'script', content: HEAD_SCRIPT },
        themeColor('light', '#fefefc'),
        themeColor('dark', '#0f1312'),
      ],
      // Our own index step owns the search: scripts/index-search.ts.
      pagefind: false,
      disable404Route: true,
      credits: false,
      expressiveCode: {
        ...codeOptions,
        customCreateRenderer: createSmallRenderer,
        plugins: [
          ...codeOptions.plugins,
          samplesPlugin((path) => samplesOfPage(pageOfFile(path)), address),
        ],
      },
      markdown: { processedDirs: ['./content'] },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 4 },
      sidebar: sidebarOf(routes, readStatuses(routes)),
      routeMiddleware: './src/site/route-data.ts',
      customCss: [TEXT_FONT_SHEET, './src/site/styles/index.css'],
      components: {
        Footer: './src/site/overrides/Footer.astro',
        Hero: './src/site/overrides/Hero.astro',
        LanguageSelect: './src/site/overrides/LanguageSelect.astro',
        PageTitle: './src/site/overrides/PageTitle.astro',
        Search: './src/site/overrides/Search.astro',
        SkipLink: './src/site/overrides/SkipLink.astro',
        SiteTitle: './src/site/overrides/SiteTitle.astro',
      },
    }),
    absentComponents(),
    firstPaint(),
    styleClasses(),
    inlineScripts(),
    inertPanels(address),
  ],
});
