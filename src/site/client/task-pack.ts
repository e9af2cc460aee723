/** The box of the AI tools page: makes a prompt of a task, with the sections of the docs that it needs. */
import { onDemand } from '../../search/on-demand.ts';

const form = document.querySelector<HTMLFormElement>('.task-pack');
if (form) connect(form);

function connect(form: HTMLFormElement): void {
  const status = form.querySelector('[role="status"]') as HTMLElement;
  const result = form.querySelector('.task-pack-prompt') as HTMLElement;
  const prompt = result.querySelector('textarea') as HTMLTextAreaElement;
  const pack = onDemand(() => loadPack(form.dataset['base'] ?? '/'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = Object.fromEntries(new FormData(form)) as Record<string, string>;
    status.textContent = 'Reading the docs …';
    void pack()
      .then((promptFor) => promptFor(asked))
      .then(({ text, said }) => {
        prompt.value = text;
        result.hidden = false;
        status.textContent = said;
      })
      .catch((error: unknown) => {
        status.textContent = (error as Error).message;
      });
  });
  result.querySelector('button')?.addEventListener('click', () => {
    void navigator.clipboard.writeText(prompt.value).then(
      () => (status.textContent = 'Copied'),
      () => {
        status.textContent = 'Could not copy: the prompt is selected, copy it by hand';
        prompt.select();
      },
    );
  });
}

/** Loads what makes packs, and the index: only for who asks for one. */
async function loadPack(base: string) {
  const [{ docsOnNetwork }, { readForTask, readTask }] = await Promise.all([
    import('../web-mcp/docs-on-network.ts'),
    import('../../mcp/pack/read-for-task.ts'),
  ]);
  const docs = await docsOnNetwork(base);
  return async ({ task, budget, language }: Record<string, string>) => {
    const { text, value } = await readForTask(docs, readTask({ task, budget, language }));
    const pages = new Set(value.sections.map(({ route }) => route)).size;
    return {
      text: `${task}\n\nKeep to what these parts of Motia’s documentation say:\n\n${text}`,
      said: `${value.sections.length} sections of ${pages} pages, about ${value.tokens} tokens.`,
    };
  };
}
