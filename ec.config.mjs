// Expressive Code wants its options in this file, because the <Code> component reads them as well.
export { codeOptions as default } from './src/site/code/options.ts';
