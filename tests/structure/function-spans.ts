/** How long the functions of a formatted source are, by its indentation: the formatter makes that exact. */
export interface FunctionSpan {
  readonly name: string;
  readonly lines: number;
}

const opening =
  /^(\s*)(?:export )?(?:default )?(?:(?:async )?function\*? (\w+)|(?:const|let) (\w+)(?:: [^=]+)? = (?:async )?(?:\(|\w+ =>)|(?:static |readonly |override |async |get |set )*(#?\w+)\((?!.*;\s*$).*)/;
const keywords = new Set([
  'if',
  'for',
  'while',
  'switch',
  'catch',
  'return',
  'super',
  'constructor',
]);

export function functionSpans(source: string): FunctionSpan[] {
  const lines = source.split('\n');
  return lines.flatMap((line, start) => {
    const match = opening.exec(line);
    const name = match?.[2] ?? match?.[3] ?? match?.[4];
    if (match === null || name === undefined || keywords.has(name)) return [];
    const indent = match[1] ?? '';
    // A call that stands alone on its line, or ends one, is no definition.
    if (match[4] !== undefined && !/[{(]\s*$/.test(line)) return [];
    if (line.trimEnd().endsWith(';')) return [];
    const end = lines.findIndex(
      (later, at) => at > start && new RegExp(`^${indent}[})\\]]+;?,?\\s*$`).test(later),
    );
    return end < 0 ? [] : [{ name, lines: end - start + 1 }];
  });
}
