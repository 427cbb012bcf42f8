/** A line of a record in English words, as the terminal has them. What is not known is shown as it is. */

interface RecordEntry {
  readonly type: string;
  readonly [field: string]: unknown;
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const secondsOf = (episode: unknown): string => {
  const refusedS: unknown =
    typeof episode === 'object' && episode !== null ? Reflect.get(episode, 'refusedS') : null;
  return typeof refusedS === 'number' ? `, for ${refusedS.toFixed(1)} s` : '';
};

/** What came again is one line, with how often. */
export function entryWords(entry: RecordEntry): string {
  const { times } = entry;
  const again = typeof times === 'number' && times > 1 ? ` (${times} times)` : '';
  return `${wordsOf(entry)}${again}`;
}

function wordsOf(entry: RecordEntry): string {
  const field = (name: string): string => text(entry[name]);
  switch (entry.type) {
    case 'state': {
      const by = field('by') === '' ? '' : ` by ${field('by')}`;
      return `${field('from') || 'start'} → ${field('to')} (${field('event')}${by})`;
    }
    case 'phase':
      return `phase ${field('phase')}: ${field('kind')}, ${field('setpointC')} °C`;
    case 'command': {
      const refused = entry['accepted'] === true ? '' : ` (refused: ${field('reason')})`;
      return `${field('who')}: ${field('what')}${refused}`;
    }
    case 'trip':
      return `TRIP ${field('rule')}: ${field('message')} (${field('reading')}; limit ${field('limit')})`;
    case 'warning':
      return `warning ${field('rule')}: ${field('message')}${secondsOf(entry['episode'])}`;
    case 'screening':
      return entry['admitted'] === false
        ? `screening: not admitted, answered by ${field('answeredBy')}`
        : `screening: ${field('result')}, ${field('profile')} limits, answered by ${field('answeredBy')}`;
    case 'noise':
      return `noise in ${field('during')}, powered: plate A ${field('plateALsb')}, plate B ${field('plateBLsb')}, heatsink ${field('heatsinkLsb')} LSB rms; limit ${field('limitLsb')}`;
    case 'dose':
      return `dose: ${field('cem43Min')} CEM43 min, cold ${field('coldMinutes')} min`;
    case 'clock':
      return `the computer's clock moved by ${field('leapS')} s`;
    case 'skin': {
      const found = Array.isArray(entry['findings']) ? entry['findings'].join(', ') : '';
      return `skin (${field('question')}), ${field('by')}: ${field('answer')}${found === '' ? '' : ` (${found})`}`;
    }
    case 'note':
      return `${field('by')}: ${field('text')}`;
    default:
      return entry.type;
  }
}
