/** Titles of notes and cards: plain text in attributes, in which backticks make code. */
import type { InlineCode, Text } from 'mdast';

/** A title as nodes: ``Use `motia dev` here`` → text, code, text. */
export const titleWords = (title: string): (Text | InlineCode)[] =>
  title
    .split(/`([^`]+)`/)
    .map((value, at): Text | InlineCode => ({ type: at % 2 === 1 ? 'inlineCode' : 'text', value }))
    .filter(({ value }) => value !== '');

/** What a title says, without the marks of code. */
export const titleText = (title: string): string =>
  titleWords(title)
    .map(({ value }) => value)
    .join('');
