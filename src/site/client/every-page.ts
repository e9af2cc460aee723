/** The scripts of every page, as one file: one request, and they compress together. */
import '../search/open.ts';
import './code-blocks.ts';
import './inert-panels.ts';
import './language-choice.ts';
import './page-actions.ts';
import './prefetch.ts';
import './tab-links.ts';

// WebMCP (https://webmachinelearning.github.io/webmcp/): nothing is loaded where a browser hasn't it.
if ('modelContext' in document) void import('../web-mcp/register.ts');
