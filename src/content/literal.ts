/**
 * Literal attribute values of MDX, such as `notes={[{ on: "Via" }]}`. They are read as data and never run: what is no
 * literal (a name, a call, a sum) is refused.
 */
import { type Expression, parseExpressionAt } from 'acorn';

export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };

const refuse = (): never => {
  throw new Error('is no literal; write a text, a number or a list of them, nothing that has to be computed');
};

function valueOf(node: Expression): Literal {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ||
        typeof node.value === 'number' ||
        typeof node.value === 'boolean' ||
        node.raw === 'null'
        ? (node.value as Literal)
        : refuse();
    case 'TemplateLiteral':
      return node.expressions.length ? refuse() : (node.quasis[0]?.value.cooked ?? refuse());
    case 'ArrayExpression':
      return node.elements.map((item) => (item && item.type !== 'SpreadElement' ? valueOf(item) : refuse()));
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.map((property): [string, Literal] => {
          if (property.type !== 'Property' || property.computed || property.kind !== 'init') return refuse();
          const { key } = property;
          const name =
            key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : refuse();
          return [name, valueOf(property.value)];
        }),
      );
    default:
      return refuse();
  }
}

/**
 * The value of a literal expression.
 * @throws an error that says what to do, if the text is malformed or is more than a literal.
 */
export function readLiteral(text: string): Literal {
  let node;
  try {
    node = parseExpressionAt(text, 0, { ecmaVersion: 'latest' });
  } catch (error) {
    throw new Error(`cannot be read: ${(error as Error).message}`, { cause: error });
  }
  if (text.slice(node.end).trim()) refuse();
  return valueOf(node);
}
