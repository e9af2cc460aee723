/** `![alt](path)` → `<Figure src alt>`; figures are blocks, except in tables and headings. */
import type { Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { PageFindings } from '../findings.ts';
import { element, lineOf, paragraph, text } from '../tree.ts';
import { trimEdges } from './unravel.ts';

/**
 * The key under which `content/_source/images.json` knows a picture: `./../img/a.png` →
 * `img/a.png`, `/docs-images/b.gif` → `docs-images/b.gif`; full addresses stay, and any other
 * scheme (`javascript:`, `data:`) leaves nothing.
 */
export function imageKey(url: string): string {
  if (/^https?:\/\//i.test(url)) return url;
  return /^[a-z][a-z\d+.-]*:/i.test(url) ? '' : url.replace(/^(?:\.{0,2}\/)+/, '');
}

/** Tree → tree without Markdown images. A picture that `known` does not list is a finding. */
export function figures(tree: Root, known: ReadonlySet<string>, findings: PageFindings): Root {
  const figure = (image: Image, inline: boolean): RootContent => {
    const { url } = image;
    const key = imageKey(url);
    if (!known.has(key)) {
      const message = `picture ${url} is not in images.json; its text stands in for it`;
      findings.add('unknown-picture', 'info', lineOf(image), message);
    }
    const node = element('Figure', { src: key, alt: image.alt ?? '', inline: inline || undefined });
    return inline ? ({ ...node, type: 'mdxJsxTextElement' } as RootContent) : node;
  };
  return { ...tree, children: inBlocks(tree.children, figure) };
}

type FigureOf = (image: Image, inline: boolean) => RootContent;

const isImage = (node: PhrasingContent): node is Image => node.type === 'image';

function inBlocks(nodes: readonly RootContent[], figure: FigureOf): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'paragraph') return inParagraph(node, figure);
    if (!('children' in node)) return [node];
    const isInline = node.type === 'heading' || node.type === 'table';
    const children = isInline
      ? inPhrasing(node.children as PhrasingContent[], figure)
      : inBlocks(node.children, figure);
    return [{ ...node, children } as RootContent];
  });
}

function inPhrasing(nodes: readonly PhrasingContent[], figure: FigureOf): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (isImage(node)) return figure(node, true) as PhrasingContent;
    if (!('children' in node)) return node;
    return {
      ...node,
      children: inPhrasing(node.children as PhrasingContent[], figure),
    } as PhrasingContent;
  });
}

/** Pictures come out of the paragraph; a linked picture is followed by its link. */
function inParagraph(node: Paragraph, figure: FigureOf): RootContent[] {
  const parts: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const flush = (): void => {
    const words = trimEdges(run);
    if (words.length > 0) {
      parts.push({ ...paragraph(words), ...(node.position ? { position: node.position } : {}) });
    }
    run = [];
  };
  for (const child of node.children) {
    if (isImage(child)) {
      flush();
      parts.push(figure(child, false));
    } else if (child.type === 'link' && isLinkedImage(child)) {
      flush();
      const images = child.children.filter(isImage);
      parts.push(...images.map((image) => figure(image, false)));
      const label =
        images
          .map((image) => image.alt ?? '')
          .join(' ')
          .trim() || child.url;
      parts.push(paragraph([{ ...child, children: [text(label)] }]));
    } else run.push(...inPhrasing([child], figure));
  }
  flush();
  return parts;
}

const isLinkedImage = (node: PhrasingContent): boolean =>
  node.type === 'link' &&
  node.children.some(isImage) &&
  node.children.every(
    (child) => isImage(child) || (child.type === 'text' && child.value.trim() === ''),
  );
