/** The local folder of pictures: git-ignored, filled by `npm run images`, found by a build. */
import { join } from 'node:path';

/** Beside the table of pictures; relative to the working directory. */
export const PICTURE_FOLDER = 'content/_source/images';

/**
 * The file of a picture in a folder of pictures.
 * @throws Error when the key is not a plain relative path to a picture, so that none leaves the folder
 */
export function pictureFile(key: string, folder = PICTURE_FOLDER): string {
  const segments = key.split('/');
  const isPlain = segments.every((segment) => /^[\w-][\w.@ -]*$/.test(segment));
  if (!isPlain || !/\.(png|jpe?g|webp|avif|gif)$/i.test(key)) {
    throw new Error(`is no path to a picture, expected one such as img/flow.png`);
  }
  return join(folder, ...segments);
}
