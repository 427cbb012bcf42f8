/**
 * From readings to the drive that may reach the board: controller and gate, wired as one. The tick runs it, and so does
 * whatever measures the controller, so that what is measured is what runs (L12).
 */
import type { GateRefusal } from '../safety/drive-gate.ts';
import type { Permission } from '../../machines/permission.ts';
import { startController, stepController } from '../control/controller.ts';
import type {
  ControllerInput,
  ControllerParameters,
  ControllerState,
} from '../control/controller.ts';
import { openDirections, passGate } from '../safety/drive-gate.ts';
import type { GateLimits, GateState } from '../safety/drive-gate.ts';
import { plateSpan } from '../safety/readings.ts';
import type { Readings } from '../safety/readings.ts';

export interface DriveState {
  /** Null until the plate is first driven: each treatment starts with a fresh controller. */
  readonly controller: ControllerState | null;
  readonly gate: GateState;
}

export interface DriveInput {
  readonly permission: Permission;
  readonly readings: Readings;
  readonly nowMs: number;
  /** Since the last tick, bounded. */
  readonly dtS: number;
  readonly appliedDrive: number;
  readonly interlocksClear: boolean;
  /** The phase that the session is in, or is about to begin with. */
  readonly phase: { readonly kind: 'cold' | 'hot'; readonly setpointC: number };
  /** What the self-test wants driven, where it is its turn. */
  readonly pulseDrive: number;
}

export interface DriveConfig {
  readonly plan: { readonly rampCPerS: number };
  readonly gate: GateLimits;
  readonly controller: ControllerParameters;
}

export interface DriveOutput extends DriveState {
  /** The setpoint in force; NaN while nothing is driven to one. */
  readonly setpointC: number;
  readonly drive: number;
  readonly powered: boolean;
  readonly refusal: GateRefusal | null;
}

/** One tick of controller and gate. Pure. */
export function stepDrive(before: DriveState, input: DriveInput, config: DriveConfig): DriveOutput {
  const { permission, nowMs } = input;
  const span = plateSpan(input.readings, nowMs);
  const wish = wishOf(before, span, input, config);
  const driven = permission === 'cool' || permission === 'heatAndCool';
  const ramp = driven ? (wish.controller?.ramp ?? null) : null;
  const gate = passGate(
    before.gate,
    {
      requested: wish.requested,
      permission,
      interlocksClear: input.interlocksClear,
      hottestC: span.hottestC,
      coldestC: span.coldestC,
      way: ramp && {
        fromC: ramp.fromC,
        setpointC: ramp.setpointC,
        // Of the plan, not of the controller's memory.
        targetC: input.phase.setpointC,
      },
      nowMs,
    },
    config.gate,
  );
  return {
    controller: wish.controller,
    gate: gate.state,
    setpointC: ramp === null ? Number.NaN : ramp.setpointC,
    drive: gate.drive,
    powered: gate.powered,
    refusal: gate.refusal,
  };
}

interface Wish {
  readonly controller: ControllerState | null;
  readonly requested: number;
}

/** The controller's wish. It starts afresh with each treatment, and only tracks while nothing is permitted. */
function wishOf(
  { controller, gate }: DriveState,
  span: { hottestC: number; coldestC: number },
  input: DriveInput,
  config: DriveConfig,
): Wish {
  const { permission } = input;
  if (permission === 'coolPulse') return { controller: null, requested: input.pulseDrive };
  if (permission === 'none' && controller === null) return { controller, requested: 0 };
  const given = controllerInput(gate, span, input, config);
  const step = stepController(
    config.controller,
    controller ?? startController(given.plateC),
    given,
  );
  return { controller: step.state, requested: permission === 'none' ? 0 : step.drive };
}

/** What the controller is told, of both beads and of the gate. */
export function controllerInput(
  gate: GateState,
  { hottestC, coldestC }: { hottestC: number; coldestC: number },
  { permission, readings, nowMs, dtS, appliedDrive, phase }: DriveInput,
  config: DriveConfig,
): ControllerInput {
  const hot = phase.kind === 'hot';
  const open = openDirections(gate, nowMs);
  return {
    // The more dangerous reading is the one that counts: the hotter in heat, the colder in cold.
    plateC: hot ? hottestC : coldestC,
    otherPlateC: hot ? coldestC : hottestC,
    heatsinkC: readings.heatsink.celsius,
    targetC: phase.setpointC,
    rampCPerS: config.plan.rampCPerS,
    dtS,
    appliedDrive,
    authority: permission === 'cool' || permission === 'heatAndCool' ? permission : 'none',
    maxHeatDuty: open.heat ? config.gate.maxHeatDuty : 0,
    maxCoolDuty: open.cool ? config.gate.maxCoolDuty : 0,
  };
}
