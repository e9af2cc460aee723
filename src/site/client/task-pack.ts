/** The box of the AI tools page: makes a prompt of a task, with the sections of the docs that it needs. */
import { readForTask, readTask } from '../../mcp/pack/read-for-task.ts';
import { onDemand } from '../../search/on-demand.ts';
import { docsOnNetwork } from '../web-mcp/docs-on-network.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const docs = onDemand(() => docsOnNetwork(base));

/** Shows the prompt for what the form asks, or in one line why there is none. */
export async function makePrompt(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector('[role="status"]') as HTMLElement;
  const result = form.querySelector('.task-pack-prompt') as HTMLElement;
  const prompt = result.querySelector('textarea') as HTMLTextAreaElement;
  const copy = result.querySelector('button') as HTMLButtonElement;
  copy.onclick = () => void copyPrompt(prompt, status);
  status.textContent = 'Reading the docs …';
  try {
    const field = (name: string) => String(new FormData(form).get(name) ?? '');
    const [task, budget, language] = ['task', 'budget', 'language'].map(field);
    const { text, value } = await readForTask(await docs(), readTask({ task, budget, language }));
    const pages = new Set(value.sections.map(({ route }) => route)).size;
    prompt.value = `${task}\n\nKeep to what these parts of Motia’s documentation say:\n\n${text}`;
    result.hidden = false;
    status.textContent = `${value.sections.length} sections of ${pages} pages, about ${value.tokens} tokens.`;
  } catch (error) {
    status.textContent = (error as Error).message;
  }
}

async function copyPrompt(prompt: HTMLTextAreaElement, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(prompt.value);
    status.textContent = 'Copied';
  } catch {
    prompt.select();
    status.textContent = 'Could not copy: the prompt is selected, copy it by hand';
  }
}
