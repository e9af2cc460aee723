/** What pages import from `#components`; the vocabulary is described in src/model/components.ts. */
export { default as Anchor } from './Anchor.astro';
export { default as Aside } from './Aside.astro';
export { default as Card } from './Card.astro';
export { default as Figure } from './Figure.astro';
export { default as LinkCard } from './LinkCard.astro';
export { default as TaskPack } from './TaskPack.astro';
export { default as Video } from './Video.astro';
