/** The edge of `llms/library.ts`: reads the content folder, once a run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address as siteAddress, type Address } from './address.ts';
import { libraryOf, type Library } from './llms/library.ts';
import { readManifest, readRoutes } from './read-routes.ts';

/** The library of a content folder (relative to the working directory). */
export function readLibrary(folder = 'content', address: Address = siteAddress): Library {
  return libraryOf(readManifest(folder), readRoutes(folder, address), address, {
    readMdx: (file) => readFileSync(join(folder, file), 'utf8'),
    pictures: JSON.parse(readFileSync(join(folder, '_source/images.json'), 'utf8')),
  });
}
