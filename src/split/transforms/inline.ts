/** HTML inside a sentence → the Markdown for it; what has none stays as a bare element. */
import type { PhrasingContent } from 'mdast';
import { isComponent, isKeptHtml } from '../../model/components.ts';
import { attributeText, isJsx, text, type JsxElement } from '../tree.ts';
import type { TransformContext } from './context.ts';
import { expressionText } from './expressions.ts';

/** Does the element stay within a line? A disclosure stays as a block only. */
const isKept = (name: string): boolean =>
  isKeptHtml(name) && name !== 'details' && name !== 'summary';

/** Rewrites one inline node; children first. */
export function inlineNode(node: PhrasingContent, context: TransformContext): PhrasingContent[] {
  if (node.type === 'mdxTextExpression') {
    const shown = expressionText(node, context);
    return shown === '' ? [] : [text(shown)];
  }
  if (!isJsx(node)) {
    if (!('children' in node)) return [node];
    return [{ ...node, children: context.phrasing(node.children) } as PhrasingContent];
  }
  return inlineElement(node, context);
}

function inlineElement(node: JsxElement, context: TransformContext): PhrasingContent[] {
  const name = node.name ?? '';
  const children = context.phrasing(node.children as PhrasingContent[]);
  switch (name) {
    case 'a': {
      const url = attributeText(node, 'href');
      return url === undefined ? children : [{ type: 'link', url, children }];
    }
    case 'strong':
    case 'b':
      return [{ type: 'strong', children }];
    case 'em':
    case 'i':
      return [{ type: 'emphasis', children }];
    case 'code':
      return [
        {
          type: 'inlineCode',
          value: children.map((child) => ('value' in child ? child.value : '')).join(''),
        },
      ];
    case 'img': {
      const alt = attributeText(node, 'alt') ?? '';
      return [{ type: 'image', url: attributeText(node, 'src') ?? '', alt }];
    }
    case 'svg':
      return [];
    default:
      return isKept(name) || isComponent(name)
        ? [
            {
              ...node,
              attributes: isKept(name) ? [] : node.attributes,
              children,
            } as PhrasingContent,
          ]
        : children;
  }
}
