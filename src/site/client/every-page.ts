/** The scripts of every page, as one file: one request, and they compress together. */
import '../search/open.ts';
import './code-blocks.ts';
import './facades.ts';
import './inert-panels.ts';
import './language-choice.ts';
import './page-actions.ts';
import './pictures.ts';
import './prefetch.ts';
import './tab-links.ts';

// WebMCP (https://webmachinelearning.github.io/webmcp/): nothing is loaded where a browser hasn't it.
if ('modelContext' in document) void import('../web-mcp/register.ts');

// The box of the AI tools page: what makes packs is loaded for who asks for one.
document.querySelector<HTMLFormElement>('.task-pack')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  void import('./task-pack.ts').then(({ makePrompt }) => makePrompt(form));
});
