/** The pages of `content/` as Astro's collection: where they are, their ids, their frontmatter. */
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { LANGUAGES } from './model/languages.ts';
import { routeOfFile } from './model/routes.ts';

/** What the split adds to Starlight's frontmatter; all of it may be absent in a page by hand. */
const provenance = z.object({
  /** Upstream path: `/docs/concepts/steps`. */
  source: z.string().startsWith('/').optional(),
  /** First and last line in the scrape. */
  lines: z.tuple([z.number().int().positive(), z.number().int().positive()]).optional(),
  /** The scrape had no description: this one is the page's first paragraph. */
  descriptionDerived: z.boolean().optional(),
  languages: z.array(z.enum(LANGUAGES.map(({ id }) => id))).optional(),
});

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content',
      pattern: ['**/*.mdx', '!_source/**'],
      // Ids are routes without slashes at the ends, so that pages and routes.ts cannot disagree.
      generateId: ({ entry }) => routeOfFile(entry).slice(1, -1) || 'index',
    }),
    schema: docsSchema({ extend: provenance }),
  }),
  // What each refresh changed: src/pages/changes/.
  changelog: defineCollection({
    loader: glob({ base: './content/changelog', pattern: '*.md' }),
    // Astro reads a bare date as one.
    schema: z.object({ date: z.date().transform((date) => date.toISOString().slice(0, 10)) }),
  }),
};
