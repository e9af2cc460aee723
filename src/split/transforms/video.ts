/** `<video poster><source src></video>` → `<Video src poster>`, which loads nothing by itself. */
import { attributeText, childrenOf, element, isNamed, lineOf } from '../tree.ts';
import type { FlowTransform } from './context.ts';

/** A film without a file is a finding and goes. */
export const video: FlowTransform = (node, context) => {
  const sources = childrenOf(node).filter((child) => isNamed(child, 'source'));
  const src =
    attributeText(node, 'src') ?? sources.map((child) => attributeText(child, 'src')).find(Boolean);
  if (src === undefined) {
    context.findings.add('video-without-source', 'warning', lineOf(node), '<video> names no file');
    return [];
  }
  if (/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(src)) {
    const message = `unexpected <video src=${JSON.stringify(src)}>, expected an http(s) address or a path`;
    context.findings.add('odd-video', 'error', lineOf(node), message);
  }
  return [element('Video', { src, poster: attributeText(node, 'poster'), title: context.title })];
};
