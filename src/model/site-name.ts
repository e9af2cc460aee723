/** What the site is called and is, wherever it introduces itself. */
export const SITE_NAME = 'Motia Docs';
export const SITE_DESCRIPTION =
  'Motia’s documentation as a searchable knowledge base for people and AI tools. Unofficial.';
