/** The scripts of pages with content, as one file: tabs, code, pictures and films. */
import './inert-panels.ts';
import './tab-links.ts';
import './code-blocks.ts';
import './pictures.ts';
import './facades.ts';
