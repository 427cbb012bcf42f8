/**
 * Deliberate mistakes in C++: comparisons moved and turned round, numbers changed, conditions turned round, statements left
 * out, truths swapped. Read as text, since nothing here parses C++: comments, strings and directives are blanked first, and
 * only what surely still compiles without a warning is changed. Pure.
 */

const blank = (text) => text.replaceAll(/[^\n]/g, ' ');

/** The code alone, every character in its place. */
const codeOf = (text) =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, blank)
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'/g, blank)
    .replaceAll(/^[ \t]*#[^\n]*(?:\\\n[^\n]*)*/gm, blank)
    .replaceAll(/\b(?:static_assert|using)\b[^;]*;/g, blank)
    // What a template is made of.
    .replaceAll(/(?<=\w)<[^<>;()]*>/g, blank);

const moved = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=', '!=': '==' };

function comparisons(code) {
  return [...code.matchAll(/ (<|<=|>|>=|==|!=) (\S+)/g)].flatMap(
    ({ index, 1: operator, 2: right }) => {
      // Nothing without a sign is below zero: compilers say so. And a comparison that is turned round already stays.
      const zero = /^0\b/.test(right) && operator.length === 1;
      const turned = operator === '==' && /!\(\w+$/.test(code.slice(0, index));
      return zero || turned ? [] : [[index + 1, operator, moved[operator]]];
    },
  );
}

/** What stands to the right of a logical operator, up to the next one or to where the whole ends. */
function operandAt(code, from) {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    if ('([{'.includes(code[at])) depth += 1;
    if (')]}'.includes(code[at])) depth -= 1;
    const ends = /^(?:&&|\|\||[;,?])/.test(code.slice(at, at + 2));
    if (depth < 0 || (depth === 0 && ends)) return code.slice(from, at).trimEnd();
  }
  return '';
}

/** A condition among others made to count no longer; it is asked all the same, so that nothing is left unused. */
const logic = (code) =>
  [...code.matchAll(/(?:&&|\|\|)\s+/g)].map(({ index, 0: operator }) => {
    const from = index + operator.length;
    const rest = operator.startsWith('&&') ? '|| true' : '&& false';
    return [from, operandAt(code, from), (operand) => `(${operand} ${rest})`];
  });

/** A tenth, and at least 1. Sizes, labels, shifts and masks of a byte are no limits. */
function numbers(code) {
  return [...code.matchAll(/(?<![\w.])(\d+)(UL|U)?(?![\w.])/g)].flatMap(
    ({ index, 0: all, 1: digits, 2: suffix = '' }) => {
      const before = code.slice(0, index);
      if (/(?:\[|\bcase |<<=? |>>=? |enum[^;]*)$/.test(before)) return [];
      const value = Number(digits);
      if (value === 0) return / (?:>|<) $/.test(before) ? [[index, all, `1${suffix}`]] : [];
      const step = Math.max(1, Math.round(value / 10));
      const divides = /[/%] ?$/.test(before);
      const values = [value + step, value - step].filter((one) => one > 0 || !divides);
      return values.map((one) => [index, all, `${one}${suffix}`]);
    },
  );
}

/** From a bracket to the one that closes it. */
function bracketed(code, from) {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === '(') depth += 1;
    if (code[at] === ')') depth -= 1;
    if (depth === 0) return code.slice(from, at + 1);
  }
  return '';
}

const conditions = (code) =>
  [...code.matchAll(/\b(?:if|while) (?=\()/g)].flatMap(({ index, 0: word }) => {
    const condition = bracketed(code, index + word.length);
    // `if (const Trip …)` declares what it asks.
    return condition === '' ? [] : [[index + word.length, condition, (asked) => `(!${asked})`]];
  });

const truths = (code) =>
  [...code.matchAll(/\b(?:true|false)\b/g)].map(({ index, 0: word }) => [
    index,
    word,
    word === 'true' ? 'false' : 'true',
  ]);

/** An assignment, a count or a call that stands alone on its line; a declaration begins with a type. */
const statement =
  /^ +((?:\w+::)?[a-z][\w.]*(?:->\w+)*(?:\[[^\n;=]*\])?(?: (?:=|\+=|-=|\|=|&=) [^\n;]+|\+\+|--|\([^\n;]*\));)$/gm;

const omissions = (code) =>
  [...code.matchAll(statement)]
    .filter(({ index, 1: text }) => {
      const goesOn = /[^;{}:)\s]\s*$/.test(code.slice(0, index));
      return !goesOn && !/^(?:return|if|for|while|else)\b/.test(text);
    })
    .map(({ index, 0: line, 1: text }) => [
      index + line.length - text.length,
      text,
      (left) => `if (false) ${left}`,
    ]);

const lineAt = (text, index) => text.slice(0, index).split('\n').length;

/** Every mistake of a file: its line, what it is, and the whole text with it. */
export function mistakesInCpp(path, text) {
  const code = codeOf(text);
  return [comparisons, logic, numbers, conditions, truths, omissions].flatMap((kind) =>
    kind(code).map(([index, { length }, change]) => {
      const from = text.slice(index, index + length);
      const to = typeof change === 'string' ? change : change(from);
      const line = lineAt(text, index);
      const words = text.split('\n')[line - 1].trim();
      return {
        path,
        line,
        what: `${from} → ${to} in: ${words}`,
        text: text.slice(0, index) + to + text.slice(index + length),
      };
    }),
  );
}
