/** Deliberate mistakes in the safety code: each rule taken out, each number made a tenth larger and a tenth smaller. Pure. */

/** Where comments, strings and templates are: numbers in there are words. */
function codeOnly(text) {
  const isCode = Array.from({ length: text.length }, () => true);
  let at = 0;
  const skip = (to) => {
    isCode.fill(false, at, to);
    at = to;
  };
  const after = (mark, from) => {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found + mark.length;
  };
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    if (two === '//') skip(after('\n', at));
    else if (two === '/*') skip(after('*/', at));
    else if ('\'`"'.includes(text[at])) {
      let end = at + 1;
      while (end < text.length && text[end] !== text[at]) end += text[end] === '\\' ? 2 : 1;
      skip(end + 1);
    } else at += 1;
  }
  return isCode;
}

const lineOf = (text, index) => text.slice(0, index).split('\n').length;
const wordsOf = (text, index) => text.split('\n')[lineOf(text, index) - 1].trim();

/** A step that no test of a limit should miss: a tenth. */
const altered = (literal, factor) =>
  String(Number((Number(literal.replaceAll('_', '')) * factor).toPrecision(6)));

export function numberMutations(path, text) {
  const isCode = codeOnly(text);
  const found = [...text.matchAll(/(?<![\w.$])\d[\d_]*(?:\.\d+)?(?:e-?\d+)?(?![\w.])/g)];
  return (
    found
      .filter(({ index }) => isCode[index])
      // Zero has no tenth.
      .filter(([literal]) => literal !== '0')
      // The number of digits in a message, and an index, are no limits.
      .filter(
        ({ index }) => !/(?:toFixed|at|slice|padEnd|padStart)\(-?$/.test(text.slice(0, index)),
      )
      .flatMap(({ 0: literal, index }) =>
        [1.1, 0.9].map((factor) => {
          const to = altered(literal, factor);
          return {
            path,
            line: lineOf(text, index),
            what: `${literal} → ${to} in: ${wordsOf(text, index)}`,
            text: text.slice(0, index) + to + text.slice(index + literal.length),
          };
        }),
      )
  );
}

/** Each rule left out, in the file that holds the table. */
export function ruleMutations(path, text) {
  const from = text.indexOf('export const rules: readonly Rule[] = [');
  if (from < 0) return [];
  const to = text.indexOf('];', from);
  const lines = [...text.slice(from, to).matchAll(/^ {2}(\w+),\n/gm)];
  return lines.map(({ 0: whole, 1: name, index }) => ({
    path,
    line: lineOf(text, from + index),
    what: `the rule ${name} is left out`,
    text: text.slice(0, from + index) + text.slice(from + index + whole.length),
  }));
}
