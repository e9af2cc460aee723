/**
 * MDX syntax for micromark with a guard before every construct that could throw at text: a `<` or
 * `{` that opens nothing we know is left to be read as text.
 */
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character';
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types';

/** The extension; `names` are the elements of the page, all other `<` are text. */
export function tolerantMdx(names: ReadonlySet<string>): Extension {
  const guard = (syntax: Extension, at: Construct): Extension => ({
    flow: guarded(syntax.flow, at),
    text: guarded(syntax.text, at),
  });
  const jsx = guard(mdxJsx(), knownTag(names));
  const expression = guard(mdxExpression(), balancedBraces);
  return {
    flow: { ...jsx.flow, ...expression.flow },
    text: { ...jsx.text, ...expression.text },
    disable: { null: ['codeIndented', 'htmlFlow', 'htmlText'] },
  };
}

function guarded(constructs: Extension['flow'], guard: Construct): NonNullable<Extension['flow']> {
  return Object.fromEntries(
    Object.entries(constructs ?? {}).map(([code, value]) => [
      code,
      [value ?? []].flat().map((construct) => guardedConstruct(construct, guard)),
    ]),
  );
}

function guardedConstruct(construct: Construct, guard: Construct): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects, ok, nok): State {
      const proceed = construct.tokenize.call(this, effects, ok, nok);
      return effects.check(guard, proceed, nok);
    },
  };
}

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const isNameCode = (code: Code): code is NonNullable<Code> =>
  code !== null && code > 0 && /[\w.]/.test(String.fromCharCode(code));

/** Looks ahead: `<` or `</` and a name that is an element here. */
const knownTag = (names: ReadonlySet<string>): Construct => ({
  partial: true,
  tokenize(effects, ok, nok): State {
    let name = '';
    const start: State = (code) => {
      if (code !== LESS_THAN) return nok(code);
      effects.enter('data');
      effects.consume(code);
      return afterMarker;
    };
    const afterMarker: State = (code) => {
      if (code !== SLASH) return inName(code);
      effects.consume(code);
      return inName;
    };
    const inName: State = (code) => {
      if (isNameCode(code)) {
        name += String.fromCharCode(code);
        effects.consume(code);
        return inName;
      }
      effects.exit('data');
      const isEnd = code === SLASH || code === GREATER_THAN || markdownLineEndingOrSpace(code);
      return isEnd && names.has(name) ? ok(code) : nok(code);
    };
    return start;
  },
});

/** Looks ahead: `{` whose `}` comes before the text ends. */
const balancedBraces: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects, ok, nok): State {
    const { parser, now } = this;
    let depth = 0;
    const start: State = (code) => {
      if (code !== LEFT_BRACE) return nok(code);
      return inside(code);
    };
    const inside: State = (code) => {
      if (code === null) return nok(code);
      if (markdownLineEnding(code)) {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return nextLine;
      }
      effects.enter('data');
      return data(code);
    };
    // A line that only continues a paragraph lazily is outside the container that `{` stands in.
    const nextLine: State = (code) => (parser.lazy[now().line] ? nok(code) : inside(code));
    const data: State = (code) => {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('data');
        return inside(code);
      }
      if (code === LEFT_BRACE) depth++;
      if (code === RIGHT_BRACE) depth--;
      effects.consume(code);
      if (depth > 0) return data;
      effects.exit('data');
      return ok;
    };
    return start;
  },
};
