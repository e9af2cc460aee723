/** The HTML pages that a build has written, for the steps that come after Astro. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A page as the build wrote it. */
export interface BuiltPage {
  /** Relative to the output folder: `concepts/steps/index.html`. */
  readonly file: string;
  readonly html: string;
}

/** A page that a step has changed. */
export interface RewrittenPage extends BuiltPage {
  /** Its HTML before. */
  readonly before: string;
}

/** Every page of the output folder. */
export function readPages(dir: URL): BuiltPage[] {
  const root = fileURLToPath(dir);
  return globSync('**/*.html', { cwd: root }).map((file) => ({
    file,
    html: readFileSync(join(root, file), 'utf8'),
  }));
}

/** Writes the pages that come out different, and returns those. */
export function rewritePages(dir: URL, rewrite: (page: BuiltPage) => string): RewrittenPage[] {
  const root = fileURLToPath(dir);
  return readPages(dir).flatMap((page) => {
    const html = rewrite(page);
    if (html === page.html) return [];
    writeFileSync(join(root, page.file), html);
    return [{ file: page.file, before: page.html, html }];
  });
}
