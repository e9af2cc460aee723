import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsCommands, kindOf } from '../../../src/site/code/bar.ts';
import { renderCode } from '../../../src/site/code/renderer.ts';

const commands = {
  'one command': 'npx motia@latest create',
  'commands after comments':
    '# macOS\nbrew install flyctl\n\n# Windows\npowershell -Command "iwr https://fly.io"',
  'a command over several lines':
    'curl -X POST http://localhost:3111/tickets \\\n  -H "Content-Type: application/json" \\\n  -d \'{"title":"Login issue"}\'',
  'a command whose string goes on at column 0':
    'curl --request POST \\\n--url http://localhost:3000/research \\\n--data \'{\n   "query": "x",\n}\'',
  'a variable before a command': 'PORT=3001 npm run dev',
  'an export': 'export MOTIA_API_KEY=abc',
  'a script by its path': './scripts/run.sh --all',
  'a prompt': '$ iii -c iii-config.yaml',
  'one word alone': 'ngrok',
};

for (const [name, code] of Object.entries(commands)) {
  test(`a shell block with ${name} is a terminal`, () => {
    assert.equal(kindOf('bash', code), 'Terminal');
  });
}

const listings = {
  settings: 'ALPHA_VANTAGE_API_KEY=your_alpha_vantage_api_key_here\nSERPER_API_KEY=your_key',
  'quoted settings with comments':
    '# Required\nOPENAI_API_KEY="sk-..."\nSLACK_CHANNEL="C12"  # Normal priority',
  'a setting in single quotes': `SITES='["https://example.com", "https://api.yourdomain.com"]'`,
  'ignore patterns': '# Git\n.git\n.gitignore\n\n# Python\n__pycache__/\n*.py[cod]',
  'names of folders': 'node_modules\ndist\n.env',
  'names of variables': '_HANDLER\n_X_AMZN_TRACE_ID\nAWS_DEFAULT_REGION',
  'comments only': '# nothing to run',
};

for (const [name, code] of Object.entries(listings)) {
  test(`a shell block with ${name} is no terminal`, () => {
    assert.equal(kindOf('shell', code), 'Shell');
  });
}

test('commands in another language are no terminal', () => {
  assert.equal(kindOf('python', 'print hello'), 'Python');
  assert.equal(holdsCommands('print hello'), true);
});

for (const [language, name] of [
  ['ts', 'TypeScript'],
  ['JavaScript', 'JavaScript'],
  ['yml', 'YAML'],
  ['dockerfile', 'Dockerfile'],
  ['', 'Text'],
  ['plaintext', 'Text'],
  ['klingon', 'klingon'],
] as const) {
  test(`a block in ${language || 'no language'} is called ${name}`, () => {
    assert.equal(kindOf(language, 'x'), name);
  });
}

const barOf = (html: string) => /<figcaption[^]*<\/figcaption>/.exec(html)?.[0];

test('a titled block is a file, whatever it holds, and is found by its name', async () => {
  assert.equal(
    barOf(await renderCode('npm run build', 'bash', 'title="deploy.sh"')),
    '<figcaption class="header" data-markdown-ignore=""><span class="title">deploy.sh</span></figcaption>',
  );
});

test('a block without a title says what it is, to readers alone', async () => {
  assert.equal(
    barOf(await renderCode('npm run build', 'bash')),
    '<figcaption class="header" data-markdown-ignore="" data-pagefind-ignore=""><span class="title kind">Terminal</span></figcaption>',
  );
});
