/** How code blocks look and behave: the options of Expressive Code. */
import type { StarlightExpressiveCodeOptions } from '@astrojs/starlight/expressive-code';
import { select } from '@astrojs/starlight/expressive-code/hast';
import type { ShikiTransformer } from 'shiki';
import { copyFromPagePlugin } from './copy-from-page.ts';
import { exactBlock } from './exact-block.ts';
import { fewerElementsPlugin } from './fewer-elements.ts';
import { frameOf } from './frame.ts';
import { longBlocksPlugin } from './long-blocks.ts';
import { fitTheme } from './theme.ts';

type Plugin = NonNullable<StarlightExpressiveCodeOptions['plugins']>[number];

/** Chooses the frame where a block doesn't name one itself, and names terminals where files have a name. */
const framePlugin: Plugin = {
  name: 'Frames by content',
  hooks: {
    preprocessCode: ({ codeBlock: { code, language, props } }) => {
      props.frame ??= frameOf(language, props.title, code);
    },
    postprocessRenderedBlock: ({ renderData }) => {
      const caption = select('.is-terminal > figcaption', renderData.blockAst);
      if (!caption) return;
      caption.children = [{ type: 'text', value: 'Terminal' }];
      caption.properties['dataPagefindIgnore'] = '';
    },
  },
};

/**
 * Lets the keyboard reach blocks that scroll. Expressive Code's script takes the stop away where
 * nothing scrolls and adds `role="region"` where something begins to, which wants different names.
 */
const keyboardPlugin: Plugin = {
  name: 'Code for the keyboard',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock: { language, parentDocument }, renderData }) => {
      const pre = select('pre', renderData.blockAst);
      const place = parentDocument?.positionInDocument?.groupIndex;
      Object.assign(pre?.properties ?? {}, {
        tabIndex: 0,
        role: 'group',
        ariaLabel: ['Code block', place, language].filter(Boolean).join(' '),
      });
    },
  },
};

/**
 * A block's title stands in the fence's info string in Markdown, where whoever compares the texts of
 * both forms would miss it (https://agentdocsspec.com: `data-markdown-ignore`).
 */
const titlePlugin: Plugin = {
  name: 'Titles that Markdown has elsewhere',
  hooks: {
    postprocessRenderedBlock: ({ renderData }) => {
      const caption = select('figcaption', renderData.blockAst);
      if (caption?.children.length) caption.properties['dataMarkdownIgnore'] = '';
    },
  },
};

/**
 * Shiki gives up on a line after half a second, on a busy machine in the midst of good code, which
 * then has other colours in each build. A line that takes this long would hold a build up for ever.
 */
const LONGEST_LINE_MS = 60_000;

const patientTransformer: ShikiTransformer = {
  name: 'patient',
  preprocess: (_, options) => {
    Object.assign(options, { tokenizeTimeLimit: LONGEST_LINE_MS });
  },
};

export const codeOptions = {
  shiki: { transformers: [patientTransformer] },
  themes: ['vitesse-dark', 'vitesse-light'],
  customizeTheme: fitTheme,
  useStarlightUiThemeColors: false,
  // Starlight names the theme on the root element, also without scripts.
  useDarkModeMediaQuery: false,
  minSyntaxHighlightingColorContrast: 5.5,
  // Code is shown byte for byte: tabs stay, and a first comment that names a file stays code.
  tabWidth: 0,
  customCreateBlock: ({ input }) => exactBlock(input),
  frames: { extractFileNameFromCode: false, removeCommentsWhenCopyingTerminalFrames: false },
  plugins: [
    framePlugin,
    keyboardPlugin,
    titlePlugin,
    fewerElementsPlugin,
    copyFromPagePlugin,
    longBlocksPlugin,
  ],
  defaultProps: { wrap: false },
  styleOverrides: {
    borderRadius: 'var(--radius)',
    borderColor: 'var(--line)',
    codeBackground: 'var(--code-bg)',
    codeFontSize: '0.84375rem',
    codeLineHeight: '1.65',
    codePaddingBlock: '0.875rem',
    codePaddingInline: '1.125rem',
    uiFontSize: '0.8125rem',
    focusBorder: 'var(--accent)',
    scrollbarThumbColor: 'var(--line-strong)',
    scrollbarThumbHoverColor: 'var(--muted)',
    // A mended line is told by its sign first, and by a tint that does not shout.
    textMarkers: { backgroundOpacity: '22%', borderOpacity: '45%' },
    frames: {
      frameBoxShadowCssValue: 'none',
      editorBackground: 'var(--code-bg)',
      editorTabBarBackground: 'var(--code-bar)',
      editorTabBarBorderColor: 'var(--line)',
      editorTabBarBorderBottomColor: 'var(--line)',
      editorActiveTabBackground: 'transparent',
      editorActiveTabForeground: 'var(--text)',
      editorActiveTabBorderColor: 'transparent',
      editorActiveTabIndicatorTopColor: 'transparent',
      editorActiveTabIndicatorBottomColor: 'transparent',
      terminalBackground: 'var(--code-bg)',
      terminalTitlebarBackground: 'var(--code-bar)',
      terminalTitlebarForeground: 'var(--text)',
      terminalTitlebarBorderBottomColor: 'var(--line)',
      inlineButtonForeground: 'var(--muted)',
      inlineButtonBorder: 'var(--line-strong)',
    },
  },
} as const satisfies StarlightExpressiveCodeOptions;
