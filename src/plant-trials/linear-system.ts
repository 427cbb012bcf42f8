/**
 * Solves A·x = b by elimination with partial pivoting. Both arguments are overwritten.
 * @returns x, or undefined where the matrix is singular or holds something that is no number
 */
export function solveLinear(a: Float64Array[], b: Float64Array): Float64Array | undefined {
  const size = b.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row;
    }
    if (!(Math.abs(a[pivot]![column]!) > 1e-14)) return undefined;
    [a[column], a[pivot]] = [a[pivot]!, a[column]!];
    [b[column], b[pivot]] = [b[pivot]!, b[column]!];
    const from = a[column]!;
    for (let row = column + 1; row < size; row += 1) {
      const into = a[row]!;
      const factor = into[column]! / from[column]!;
      if (factor === 0) continue;
      for (let k = column; k < size; k += 1) into[k]! -= factor * from[k]!;
      b[row]! -= factor * b[column]!;
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = b[row]!;
    for (let k = row + 1; k < size; k += 1) sum -= a[row]![k]! * b[k]!;
    b[row] = sum / a[row]![row]!;
  }
  return b;
}
