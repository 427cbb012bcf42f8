/** The product's own wiring of controller and gate, told what the tick tells it. */
import { openCPerS } from './cases.mjs';
import { gateOf } from './gates.mjs';

/** For a step response the ramp is opened up: no acceleration that a plate could feel. */
const opened = { accelerationCPerS2: 20 };

/** @param given `{ parameters, limits }`: the controller's and the gate's */
export function ours(product, { parameters, limits }) {
  const withoutRamp = { ...parameters, ...opened };
  let state = { controller: null, gate: product.gateAtRest };
  return {
    gate: () => gateOf('product', product, limits, state.gate),
    tick({ order, ...input }) {
      const { targetC, rampCPerS, hot, off = false } = order;
      const out = product.stepDrive(
        state,
        {
          ...input,
          permission: off ? 'none' : hot ? 'heatAndCool' : 'cool',
          interlocksClear: true,
          phase: { kind: hot ? 'hot' : 'cold', setpointC: targetC },
          pulseDrive: 0,
        },
        {
          plan: { rampCPerS },
          gate: limits,
          controller: rampCPerS === openCPerS ? withoutRamp : parameters,
        },
      );
      state = out;
      return { drive: out.drive, refused: out.refusal !== null };
    },
  };
}
