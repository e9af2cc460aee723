/**
 * `content/manifest.json`: what the split wrote, and all that the site, the search and the exports
 * need to know about the scrape. The one value that crosses from the split to everything after it.
 */
import type { LanguageId } from './languages.ts';
import type { ScrapeDate } from './scrape-date.ts';

/** One page that the split wrote. */
export interface ManifestPage {
  /** Upstream path without extension: `/docs/concepts/steps`. */
  source: string;
  /** MDX file relative to the content folder: `concepts/steps.mdx`. */
  file: string;
  /** Our address below the site's base, with slashes at both ends: `/concepts/steps/`. */
  route: string;
  title: string;
  description: string | null;
  /** True when the scrape gave no description and the first paragraph stands in for it. */
  descriptionDerived: boolean;
  /** Section slug: `concepts`; `''` for the home page. */
  section: string;
  /** Place in the reading order of the section, from 0. */
  order: number;
  /** First and last line of the page's entry in the scrape, from 1. */
  lines: [number, number];
  /** Of each fenced block of the page, in its order: the line of its fence in the scrape. */
  blocks: number[];
  /** Languages of which the page has at least one tab or code block. */
  languages: LanguageId[];
  /** sha256 of the MDX file as written, hex. */
  sha256: string;
}

/** One section, from `content/_source/sections.yaml` or made for an unknown prefix. */
export interface ManifestSection {
  slug: string;
  label: string;
  description: string;
}

/** A way from an address that upstream (or an older link) uses to one of our routes. */
export interface ManifestRedirect {
  /** Path without trailing slash: `/docs/development-guide/streams`. */
  from: string;
  /** Route, perhaps with an anchor: `/guides/streams/`. */
  to: string;
}

/** A link of the scrape's `## Optional` list. */
export interface OptionalLink {
  title: string;
  url: string;
  note: string;
}

/** The whole file. */
export interface Manifest {
  scrape: {
    /** sha256 of the scrape as read, hex. */
    sha256: string;
    date: ScrapeDate;
    /** Where upstream publishes the docs: `https://www.motia.dev`. */
    upstream: string;
    /** The blockquote under the scrape's `# Motia`. */
    summary: string;
    /** Its "Important notes", one string a bullet. */
    notes: string[];
    optional: OptionalLink[];
    /** The assistant's instructions before `# Motia`, as written, without the closing order. */
    preamble: string;
  };
  sections: ManifestSection[];
  pages: ManifestPage[];
  redirects: ManifestRedirect[];
}
