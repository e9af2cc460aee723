/** `<video poster><source src></video>` → `<Video src poster>`, which loads nothing by itself. */
import { attributeText, childrenOf, element, isNamed, lineOf } from '../tree.ts';
import type { FlowTransform } from './context.ts';

export const video: FlowTransform = (node, context) => {
  const sources = childrenOf(node).filter((child) => isNamed(child, 'source'));
  const src =
    attributeText(node, 'src') ?? sources.map((child) => attributeText(child, 'src')).find(Boolean);
  if (src === undefined) {
    context.findings.add('video-without-source', 'warning', lineOf(node), '<video> names no file');
    return [];
  }
  return [element('Video', { src, poster: attributeText(node, 'poster'), title: context.title })];
};
