/** The sections of the layers that take every way there is. Pure. */
import { heading, list, paragraph, shows, table } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { LayerFigures } from './layers.ts';
import { all, number } from './words.ts';

const figuresTable = (rows: readonly (readonly [what: string, figure: string])[]): Block =>
  table(['what', 'figure'], rows);

function everyEvent({ 'every-event': every, tables }: LayerFigures): Block[] {
  return [
    heading(2, 'Every state, every event'),
    paragraph(
      'What the device may do is written down as statecharts ([drawn here](statecharts.md)). From each situation that a session of one to three rotations can ' +
        'reach, every event is tried: each command of a person, each finding of a sensor, with sensible and senseless contents.',
    ),
    ...shows(
      'Heat is permitted in a hot phase and nowhere else; a treatment starts and ends cold; STOP is never refused; a trip is left by a named person only; no event ' +
        'is dropped in silence. Because all of it is tried, nothing depends on somebody having thought of the case.',
      'That the program around the charts obeys them, or that sensors and power behave. The next layers do that.',
    ),
    figuresTable([
      ['named states reached', all(every.namedStates)],
      ['kinds of events tried', all(every.eventTypes)],
      ['situations (a state and what is remembered in it)', number(every.situations)],
      ['transitions between them', number(every.transitions)],
      ['checks: situation × event', number(every.checks)],
      [
        'what becomes of each event in each state, against a table written by hand',
        all(tables.cells),
      ],
    ]),
  ];
}

function pairsWalked({ pairs, refusals }: LayerFigures): Block[] {
  return [
    heading(2, 'Every transition, and every two in a row'),
    paragraph(
      'The same transitions, now on the whole running program with the simulated board: sensors, rules, controller, drive gate, record and pins. A way is found to ' +
        'each transition and to each pair of transitions that can follow each other, and walked.',
    ),
    ...shows(
      'The running program goes where the statechart goes, and in every step the pins carry only what the state permits. What a state does not allow does nothing, ' +
        'whoever asks for it, and the record says so.',
      'Every longer sequence. Three steps in a row are covered only where a path happens to contain them, or by the operator model and the seeded treatments.',
    ),
    figuresTable([
      ['transitions taken, of those that can happen', all(pairs.transitions)],
      ['pairs of transitions taken, of those that can happen', all(pairs.pairs)],
      ['paths walked for it', number(pairs.paths)],
      ['events on them', number(pairs.events)],
      ['situations in which everything that is not allowed was tried', all(refusals.situations)],
      ['events sent there in vain, as they must be', number(refusals.sentInVain)],
    ]),
  ];
}

function operatorPaths({ operator }: LayerFigures): Block[] {
  return [
    heading(2, 'Every path of an operator'),
    paragraph(
      'A second model, written without a look at the first, says what an operator must see: what the device does, offers and refuses. Every path through it that ' +
        'visits no place twice is replayed end to end, each followed by a whole second treatment.',
    ),
    ...shows(
      'The device is what this independent description says it must be, in every step of every path, and one treatment leaves nothing behind that spoils the next.',
      'What both descriptions get wrong alike. Both are by the same makers.',
    ),
    figuresTable([
      ['paths', number(operator.paths)],
      ['runs of them', all(operator.runs)],
      ['steps', all(operator.steps)],
      ['of these, steps in which something was done', number(operator.handlers)],
      ['looks at the device that had to agree with the model', number(operator.assertions)],
      ['causes of events, each at every place where it can be one', all(operator.causes)],
    ]),
  ];
}

function meetingDeadlines({ deadlines }: LayerFigures): Block[] {
  return [
    heading(2, 'Deadlines that meet'),
    paragraph(
      'A phase ends, a pause runs out, a dose is reached, a hand presses STOP: any two of them can fall into the same twentieth of a second. Every two that can be ' +
        'due in the same state are made to meet: in the same tick, one tick before, and one tick after each other.',
    ),
    ...shows(
      'Heat never outlasts its phase, the cold finish is kept, and within one tick the more urgent of the two counts.',
      'Three deadlines at once.',
    ),
    figuresTable([
      ['situations', number(deadlines.situations)],
      ['kinds of deadlines', all(deadlines.kinds)],
      ['pairs of deadlines', all(deadlines.pairs)],
      ['meetings', number(deadlines.meetings)],
    ]),
  ];
}

export const sectionsOfPaths = (layers: LayerFigures): Block[] => [
  ...everyEvent(layers),
  ...pairsWalked(layers),
  ...operatorPaths(layers),
  ...meetingDeadlines(layers),
];

export function hazardSection({ hazards }: LayerFigures): Block[] {
  const { weak, controlled, controls, onPaper, namedTests } = hazards;
  return [
    heading(2, 'Hazards and their controls'),
    paragraph(
      'The [hazard log](hazards.md) lists what can harm a person, what stands against it, and which tests show that it does. A missing link fails the build.',
    ),
    ...shows(
      'Every hazard that its makers thought of has controls, and every control has code or a part, and tests: `npm test` fails unless each of them ran and passed.',
      'That the list is complete or the controls are enough: no clinician and no test house has reviewed it. Controls on paper are parts and steps whose test shows only that they are written down.',
    ),
    figuresTable([
      ['hazards with a control', all(controlled)],
      ['controls', number(controls)],
      ['of these, on paper only', number(onPaper)],
      ['tests named as their evidence', number(namedTests)],
      ['hazards whose controls are called weak', number(weak.length)],
    ]),
    heading(3, 'Where the controls are weak'),
    paragraph('These remain. The log says of each what is left, and what would make it better:'),
    list(weak.map(({ id, name, anchor }) => `[${id}](hazards.md#${anchor}): ${name}`)),
  ];
}
