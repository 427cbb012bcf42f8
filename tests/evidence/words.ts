/** Figures as words, the same on every machine: no locale has a say. Pure. */

/** 1332 → 1,332. */
export const number = (value: number): string =>
  String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

export const celsius = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

/** Tenths below ten seconds, whole seconds above. */
export const seconds = (value: number | null): string => {
  if (value === null) return '–';
  return value < 10 ? value.toFixed(1) : number(Math.round(value));
};

/** Never 100 for less than all. */
export const percent = (part: number, whole: number): string => {
  if (whole === 0) return '–';
  if (part === whole) return '100 %';
  return `${Math.min(99.9, Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
};

export const all = ({ done, of }: { readonly done: number; readonly of: number }): string =>
  done === of ? `all ${number(of)}` : `${number(done)} of ${number(of)}`;

/** One thing, or many. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;
