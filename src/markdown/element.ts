/** Reading a JSX element of our vocabulary. */
import type {
  MdxJsxAttribute,
  MdxJsxAttributeValueExpression,
  MdxJsxFlowElement,
  MdxJsxTextElement,
} from 'mdast-util-mdx';
import { COMPONENTS, isComponent, type ComponentName } from '../model/components.ts';
import { PageError } from './place.ts';

/** A JSX element of a page, among blocks or among words. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** An element whose name and attributes are in the vocabulary. */
export interface Component {
  readonly name: ComponentName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element['children'];
  readonly element: Element;
}

/**
 * Checks an element against `src/model/components.ts`.
 * @throws PageError for another name, another attribute, or an attribute that is no plain text.
 */
export function readComponent(element: Element, file: string): Component {
  const { name } = element;
  if (!isComponent(name)) {
    const known = Object.keys(COMPONENTS).join(', ');
    throw new PageError(file, element, `unexpected <${name ?? ''}>, expected one of ${known}`);
  }
  const attributes: Record<string, string> = {};
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || isExpression(attribute.value)) {
      throw new PageError(file, element, `<${name}> has an attribute {…}, expected plain text`);
    }
    if (!Object.hasOwn(COMPONENTS[name].attributes, attribute.name)) {
      throw new PageError(file, element, `<${name}> has no attribute ${attribute.name}`);
    }
    attributes[attribute.name] = attribute.value ?? '';
  }
  return { name, attributes, children: element.children, element };
}

function isExpression(value: MdxJsxAttribute['value']): value is MdxJsxAttributeValueExpression {
  return typeof value === 'object' && value !== null;
}

/**
 * The value of an attribute that must be there.
 * @throws PageError when it isn't.
 */
export function required(component: Component, attribute: string, file: string): string {
  const value = component.attributes[attribute];
  if (value === undefined) {
    throw new PageError(
      file,
      component.element,
      `<${component.name}> has no ${attribute}, expected ${attribute}="…"`,
    );
  }
  return value;
}
