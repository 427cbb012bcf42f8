/** Lines of C++ that the parts of `generated.h` are made of. */

export const constant = (type: string, name: string, value: number | string): string =>
  `constexpr ${type} ${name} = ${value};`;

/** One constant a line, as wide as it needs to be. */
export const words = (table: Readonly<Record<string, number>>): string[] =>
  Object.entries(table).map(([name, value]) =>
    constant(value > 0xffff ? 'uint32_t' : 'uint16_t', name, value),
  );

/** Values of an array, so many a line. */
export const rows = (values: readonly number[], perRow: number): string[] =>
  Array.from(
    { length: Math.ceil(values.length / perRow) },
    (_, row) => `  ${values.slice(row * perRow, (row + 1) * perRow).join(', ')},`,
  );
