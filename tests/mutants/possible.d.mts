export interface Mistake {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  readonly held: boolean;
}
export function possibleMistakes(part?: string): readonly Mistake[];
