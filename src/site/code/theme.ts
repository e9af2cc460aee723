/** What we change in the themes that colour code. */
import type { ExpressiveCodeTheme } from '@astrojs/starlight/expressive-code';

/** The page colours behind code, against which token colours keep their contrast. */
const BACKGROUNDS = { dark: '#151a19', light: '#f8f7f3' } as const;

/** Quotes, by scope, and what they quote: in one colour they are one token in place of three. */
const QUOTES: readonly (readonly [mark: string, quoted: string])[] = [
  ['punctuation.definition.string', 'string'],
  ['punctuation.support.type.property-name', 'property'],
];

/** Fits a theme to the site. */
export function fitTheme(theme: ExpressiveCodeTheme): void {
  theme.bg = BACKGROUNDS[theme.type];
  theme.colors['editor.background'] = theme.bg;
  const ruleFor = (wanted: string) =>
    theme.settings.find(({ scope }) => [scope].flat().includes(wanted));
  for (const [mark, quoted] of QUOTES) {
    const foreground = ruleFor(quoted)?.settings.foreground;
    const rule = ruleFor(mark);
    if (rule && foreground) rule.settings = { ...rule.settings, foreground };
  }
}
