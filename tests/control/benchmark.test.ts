import { describe, expect, it } from 'vitest';
import { stateOf } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { gateAtRest, passGate } from '../../src/safety/drive-gate.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import { stepDrive } from '../../src/treatment/drive.ts';
import { phaseNow } from '../../src/treatment/phase-now.ts';
import { ours } from '../bench/control/ours.mjs';

describe('the benchmark of the controller', () => {
  it('drives as the product drives, tick by tick, on the same readings', async () => {
    const rig = rigs.reference;
    const treatment = await openVirtualTreatment({ seed: 3, rig, prescription: 'seed-spasm' });
    const { config } = treatment.companion;
    const bench = ours(
      { gateAtRest, passGate, stepDrive },
      { parameters: config.controller, limits: config.gate },
    );
    const differing: unknown[] = [];
    const compared = { cool: 0, heatAndCool: 0 };
    let appliedDrive = 0;
    let before = treatment.companion.treatment.nowMs;
    await treatment.run(
      automaticOperator(false),
      [
        {
          atS: 1500,
          happen: (companion) =>
            companion.send({ who: 'test', event: { type: 'STOP', by: 'test' } }),
        },
      ],
      (companion) => {
        const { session, readings, gate, nowMs, setpointC } = companion.treatment;
        const permission = permissionOf(session);
        const dtS = (nowMs - before) / 1000;
        before = nowMs;
        const driven = permission === 'cool' || permission === 'heatAndCool';
        if ((driven || stateOf(session) === 'checking') && readings !== null) {
          const phase = phaseNow(config.plan, session.context);
          const order = {
            targetC: phase.setpointC,
            rampCPerS: config.plan.rampCPerS,
            hot: phase.kind === 'hot',
            off: !driven,
          };
          const { drive } = bench.tick({ readings, order, dtS, appliedDrive, nowMs });
          if (driven) compared[permission] += 1;
          // The product's gate comes from the pulse of the self-test, the benchmark's from rest: for two ticks.
          if (compared.cool > 2 && drive !== gate.drive)
            differing.push({ nowMs, drive, product: gate.drive, setpointC });
        }
        ({ appliedDrive } = companion);
        if (stateOf(session) === 'faulted') throw new Error('the treatment faulted');
      },
    );
    expect(differing.slice(0, 3)).toEqual([]);
    expect(compared.cool).toBeGreaterThan(12_000);
    expect(compared.heatAndCool).toBeGreaterThan(11_000);
  });
});
