/**
 * Between controller and bridge. `caps`: the rig's duty caps and nothing else, both directions at any time: what a move
 * could take without any gate. `product`: the real drive gate with its slew and its pause at zero, and the real
 * permissions: heat in hot phases only.
 */
function capsGate(limits) {
  return {
    pass: (requested) => Math.max(-limits.maxCoolDuty, Math.min(limits.maxHeatDuty, requested)),
    copy: () => capsGate(limits),
  };
}

function productGate({ passGate }, limits, before) {
  let state = before;
  return {
    pass(requested, { mayHeat, hottestC, coldestC, targetC, nowMs }) {
      const permission = mayHeat ? 'heatAndCool' : 'cool';
      const way = { fromC: targetC, setpointC: targetC, targetC };
      const input = {
        requested,
        permission,
        interlocksClear: true,
        hottestC,
        coldestC,
        way,
        nowMs,
      };
      const out = passGate(state, input, limits);
      state = out.state;
      return out.drive;
    },
    copy: () => productGate({ passGate }, limits, state),
  };
}

/** @returns `{ pass, copy }`: what may reach the bridge, and a gate that goes on from the same state */
export function gateOf(kind, product, limits, state = product.gateAtRest) {
  return kind === 'caps' ? capsGate(limits) : productGate(product, limits, state);
}
