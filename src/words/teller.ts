/** Facts in words. Apart from the words themselves, so that a page loads those of its own language alone. */
import type { FactCatalogue } from './facts.ts';
import { unitOfName, units, writtenQuantity } from './quantities.ts';
import type { Look, Unit } from './quantities.ts';

/** As it comes back from a record or over the network: perhaps of a newer program, with null where there is no number. */
export interface AnyFact {
  readonly kind: string;
  readonly [name: string]: unknown;
}

export interface Teller {
  /** The whole of it in one sentence, without a full stop. */
  readonly whole: (fact: AnyFact) => string;
  readonly reading: (fact: AnyFact) => string;
  /** Null where there is no more to say than that it happened. */
  readonly limit: (fact: AnyFact) => string | null;
}

export function teller(words: FactCatalogue, look: Look): Teller {
  const texts: Readonly<Record<string, string>> = words;
  const textOf = (key: string): string | undefined =>
    Object.hasOwn(texts, key) ? texts[key] : undefined;
  const filled = (text: string, fact: AnyFact, nested: (cause: AnyFact) => string): string =>
    text.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, spec: string | undefined) => {
      const value = Object.hasOwn(fact, name) ? fact[name] : undefined;
      if (isFact(value)) return name === 'whole' ? teller(words, look).whole(value) : nested(value);
      if (typeof value === 'string') return textOf(`${name}.${value}`) ?? value;
      const measured = name === 'value' || name === 'limit';
      const unit = measured ? unitIn(fact) : unitOfName(name);
      const other = fact[besideOf[name] ?? ''];
      return writtenQuantity(numberOf(value), unit, spec ?? '', look, texts, numberOf(other));
    });
  const reading = (fact: AnyFact): string => {
    const text = textOf(`${fact.kind}.reading`) ?? textOf(fact.kind);
    return text === undefined ? unknownKind(fact) : filled(text, fact, reading);
  };
  const limit = (fact: AnyFact): string | null => {
    const text = textOf(`${fact.kind}.limit`);
    return text === undefined ? null : filled(text, fact, (cause) => limit(cause) ?? '');
  };
  const whole = (fact: AnyFact): string => {
    const held = limit(fact);
    if (held === null) return reading(fact);
    return `${reading(fact)}; ${filled(words['the-limit-is'], { kind: '', text: held }, reading)}`;
  };
  return { whole, reading, limit };
}

export const isFact = (value: unknown): value is AnyFact =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

/** Which number a reader holds another one against. */
const besideOf: Readonly<Record<string, string>> = {
  value: 'limit',
  limit: 'value',
  heldMin: 'owedMin',
  owedMin: 'heldMin',
};

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

const unitIn = ({ unit }: AnyFact): Unit | null =>
  typeof unit === 'string' && Object.hasOwn(units, unit) ? (unit as Unit) : null;

/** Of a newer program: what it found is told as it stands. */
const unknownKind = ({ kind, ...values }: AnyFact): string =>
  `${kind} (${Object.entries(values)
    .map(([name, value]) => `${name} ${isFact(value) ? unknownKind(value) : String(value)}`)
    .join(', ')})`;
