/**
 * Deliberate mistakes in one source file: numbers a tenth off, comparisons moved, conditions turned round, returns and
 * proofs left out, rules and parts of statecharts left out or altered. Pure; words and types are left alone. The parser is
 * the one that Vite brings along: TypeScript 7 offers none to a program.
 */
import { parseAst } from 'vitest/node';
import { chartMistakes, statesOf } from './chart-mistakes.mjs';

/** In these the code has no meaning but words: a message, a type, a name that is imported. */
const isWords = ({ type }) =>
  type === 'TemplateLiteral' ||
  type.startsWith('Import') ||
  (type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)Expression$/.test(type));

const isNode = (value) => value !== null && typeof value === 'object' && 'type' in value;

/** Each node of code with the nodes around it, the innermost last. */
function* nodesIn(node, around = []) {
  if (isWords(node)) return;
  yield { node, around };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesIn(child, [...around, node]);
    }
  }
}

/** A step that no test of a limit should miss: a tenth, and at least 1 where only whole numbers have a meaning. */
function stepsFrom(value, whole) {
  if (whole) {
    const step = Math.max(1, Math.round(value / 10));
    return [value + step, value - step];
  }
  return [1.1, 0.9].map((factor) => Number((value * factor).toPrecision(6)));
}

/** The number of digits in a message, and an index, are no limits. */
function isPlace({ node, around }) {
  const parent = around.at(-1);
  if (parent.type === 'UnaryExpression') {
    return isPlace({ node: parent, around: around.slice(0, -1) });
  }
  if (parent.type === 'MemberExpression') return parent.property === node;
  const called = parent.type === 'CallExpression' ? parent.callee.property?.name : undefined;
  return /^(?:toFixed|at|slice|padEnd|padStart|toString)$/.test(called ?? '');
}

const moved = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '&&': '||', '||': '&&' };
/** What the proof of a number answers where nobody looks. */
const unproven = { isFinite: 'true', isInteger: 'true', isNaN: 'false' };

const alwaysReturns = (node) =>
  node.type === 'ReturnStatement' ||
  node.type === 'ThrowStatement' ||
  (node.type === 'BlockStatement' && node.body.length === 1 && alwaysReturns(node.body[0]));

/** [from, to, replacement, what]: the mistakes that one node allows. */
const mistakesOf = {
  Literal(place, textOf, { whole }) {
    const { node } = place;
    if (typeof node.value === 'boolean') return [[node, String(!node.value)]];
    // Zero has no tenth.
    if (typeof node.value !== 'number' || node.value === 0 || isPlace(place)) return [];
    return stepsFrom(node.value, whole).map((value) => [node, String(value)]);
  },
  BinaryExpression({ node }, textOf) {
    return node.operator in moved ? [[node, withOperator(node, textOf)]] : [];
  },
  LogicalExpression({ node }, textOf) {
    return node.operator in moved ? [[node, `(${withOperator(node, textOf)})`]] : [];
  },
  IfStatement({ node }, textOf) {
    const negated = [[node.test, `!(${textOf(node.test)})`]];
    if (node.alternate !== null || !alwaysReturns(node.consequent)) return negated;
    return [...negated, [node, '', `left out: ${oneLine(textOf(node))}`]];
  },
  ConditionalExpression: ({ node }, textOf) => [[node.test, `!(${textOf(node.test)})`]],
  WhileStatement: ({ node }, textOf) => [[node.test, `!(${textOf(node.test)})`]],
  CallExpression({ node }) {
    const { object, property } = node.callee;
    const answer = object?.name === 'Number' ? unproven[property.name] : undefined;
    return answer === undefined ? [] : [[node, answer]];
  },
  VariableDeclarator({ node }) {
    // The interlock table: each rule left out.
    if (node.id.name !== 'rules' || node.init?.type !== 'ArrayExpression') return [];
    return node.init.elements.map((rule) => [rule, '...[]', `the rule ${rule.name} is left out`]);
  },
};

const withOperator = ({ left, right, operator }, textOf) =>
  `${bracketed(left, textOf)} ${moved[operator]} ${bracketed(right, textOf)}`;
const bracketed = (node, textOf) =>
  node.type === 'LogicalExpression' ? `(${textOf(node)})` : textOf(node);

const oneLine = (text) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
};

/**
 * Every mistake of a file: its line, what it is, and the whole text with it.
 * @param whole its numbers are identifiers, widths and counts
 */
export function mistakesIn(path, text, { whole = false } = {}) {
  const tree = parseAst(text, { lang: 'ts' });
  const textOf = ({ start, end }) => text.slice(start, end);
  const states = statesOf(tree);
  const found = [];
  for (const place of nodesIn(tree)) {
    const { node } = place;
    const general = mistakesOf[node.type]?.(place, textOf, { whole }) ?? [];
    const ofChart = path.startsWith('machines/') ? chartMistakes(place, states) : [];
    for (const [{ start, end }, replacement, what] of [...general, ...ofChart]) {
      const line = text.slice(0, start).split('\n').length;
      const words = text.split('\n')[line - 1].trim();
      const change = `${oneLine(text.slice(start, end))} → ${oneLine(replacement)} in: ${words}`;
      found.push({
        path,
        line,
        what: what ?? change,
        text: text.slice(0, start) + replacement + text.slice(end),
      });
    }
  }
  return found;
}
