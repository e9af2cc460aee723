/** The id that Starlight's skip link and table of contents expect on a page's title. */
export const PAGE_TITLE_ID = '_top';
