/** Keeps code as it was written: Expressive Code cuts white space at the ends of lines and blocks. */
import { ExpressiveCodeBlock } from '@astrojs/starlight/expressive-code';

type BlockOptions = ConstructorParameters<typeof ExpressiveCodeBlock>[0];

/** A block with every line of `code`, byte for byte; the newline that ends the fence is none of it. */
export function exactBlock(options: BlockOptions): ExpressiveCodeBlock {
  const block = new ExpressiveCodeBlock(options);
  const trimmed = block.getLines();
  if (trimmed.length > 0) block.deleteLines([...trimmed.keys()]);
  block.insertLines(0, options.code.replace(/\r?\n$/, '').split(/\r?\n/));
  return block;
}
