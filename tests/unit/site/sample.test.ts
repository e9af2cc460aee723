import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstCommand, firstLanguageTabs } from '../../../src/site/sample.ts';

const page = `import { Tabs, TabItem } from '@astrojs/starlight/components';

<Tabs>
<TabItem label="API">

Text.

</TabItem>
</Tabs>

<Tabs syncKey="language">
<TabItem label="TypeScript">

\`\`\`typescript title="src/my-step.step.ts"
export const config = { name: 'MyStep' } as const satisfies StepConfig
\`\`\`

</TabItem>
<TabItem label="Python">

\`\`\`python title="src/my_step.py"
config = {
    "name": "MyStep",
}
\`\`\`

</TabItem>
</Tabs>

\`\`\`bash
git clone git@github.com:MotiaDev/motia-iii-example.git
\`\`\`
`;

test('the first language tabs of a page give one sample a language, code as written', () => {
  assert.deepEqual(
    firstLanguageTabs(page).map(({ language, title, fence, code }) => [
      language.id,
      title,
      fence,
      code,
    ]),
    [
      [
        'typescript',
        'src/my-step.step.ts',
        'typescript',
        "export const config = { name: 'MyStep' } as const satisfies StepConfig",
      ],
      ['python', 'src/my_step.py', 'python', 'config = {\n    "name": "MyStep",\n}'],
    ],
  );
});

test('a page without language tabs gives none', () => {
  assert.deepEqual(
    firstLanguageTabs('# Title\n\n<Tabs><TabItem label="API">x</TabItem></Tabs>'),
    [],
  );
});

test('the first shell block of a page is its command', () => {
  assert.equal(firstCommand(page), 'git clone git@github.com:MotiaDev/motia-iii-example.git');
  assert.equal(firstCommand('Text.'), undefined);
});
