/** What can befall modules, bridge, relay, fuses and fan, and what the supplies: as settings of the plant. */
import type { FaultSettings } from './fault-settings.ts';

export interface PowerFault {
  readonly id: string;
  readonly description: string;
  readonly settings: FaultSettings;
}

const power = (id: string, description: string, settings: FaultSettings): PowerFault => ({
  id,
  description,
  settings,
});

export const powerFaults: readonly PowerFault[] = [
  power('polarity-reversed', 'modules wired the wrong way round: cooling heats', {
    polarityReversed: true,
  }),
  power('bridge-stuck-heat', 'bridge shorted to full heat, whatever is commanded', {
    bridgeStuck: 'heat',
  }),
  power('bridge-stuck-cool', 'bridge shorted to full cooling, whatever is commanded', {
    bridgeStuck: 'cool',
  }),
  power('leg-a-stuck-high', 'cooling leg always high: cools while idle', { legA: 'high' }),
  power('leg-a-stuck-low', 'cooling leg always low: cannot cool', { legA: 'low' }),
  power('leg-b-stuck-high', 'heating leg always high: heats while idle', { legB: 'high' }),
  power('leg-b-stuck-low', 'heating leg always low: cannot heat', { legB: 'low' }),
  power('leg-a-high-side-shorted', 'upper transistor of the cooling leg shorted to its rail', {
    transistorsA: 'highShorted',
  }),
  power('leg-b-high-side-shorted', 'upper transistor of the heating leg shorted to its rail', {
    transistorsB: 'highShorted',
  }),
  power('leg-a-low-side-shorted', 'lower transistor of the cooling leg shorted to ground', {
    transistorsA: 'lowShorted',
  }),
  power('leg-b-low-side-shorted', 'lower transistor of the heating leg shorted to ground', {
    transistorsB: 'lowShorted',
  }),
  power('relay-welded', 'both relay contacts welded: the relay cannot open', {
    relayWeldedA: true,
    relayWeldedB: true,
  }),
  power('relay-welded-a', 'relay contact of the cooling supply welded', { relayWeldedA: true }),
  power('relay-welded-b', 'relay contact of the heating supply welded', { relayWeldedB: true }),
  power('relay-driver-stuck', 'transistor of the relay shorted: its coil is held', {
    relayDriverStuck: true,
  }),
  power('second-relay-welded', "relay in the modules' line welded: it cannot open", {
    secondRelay: 'welded',
  }),
  power('second-relay-open', "relay in the modules' line does not close", {
    secondRelay: 'open',
  }),
  power('thermal-fuse-aged', 'thermal fuse at the heatsink aged: opens at 30 °C', {
    thermalFuseC: 30,
  }),
  power('thermal-fuse-bridged', 'thermal fuse at the heatsink bridged: it cannot open', {
    thermalFuseC: Number.POSITIVE_INFINITY,
  }),
  power('fuse-cool-blown', 'fuse of the cooling supply blown', { coolFuseOpen: true }),
  power('fuse-heat-blown', 'fuse of the heating supply blown', { heatFuseOpen: true }),
  power('cut-out-bridged', 'thermal cut-out bridged: it cannot open', { cutOutBridged: true }),
  power('fan-stopped', 'heatsink fan stands still', { fanStopped: true }),
  power('fan-intermittent', 'heatsink fan stands and runs in turns of 20 s', { fanStuttersS: 20 }),
  power('fan-flickers', 'heatsink fan stands and runs in turns of 2 s', { fanStuttersS: 2 }),
  power('vents-covered', 'vents covered: the fan turns, and moves no air', { ventsCovered: true }),
  power('fan-tachometer-open', "wire of the fan's tachometer broken; the fan runs", {
    tachometerOpen: true,
  }),
  power('module-open', 'one module carries no current', { openModules: 1 }),
  power('modules-aged', 'modules with 35 % more resistance and 15 % less pumping', {
    resistanceFactor: 1.35,
    seebeckFactor: 0.85,
  }),
];

export const supplyFaults: readonly PowerFault[] = [
  power('supply-sag', 'supply at 70 % of its voltage', { supplyFactor: 0.7 }),
  power('supply-lost', 'both supplies gone, and with them fan and relay', {
    supplyOutForS: Number.POSITIVE_INFINITY,
  }),
  power('supply-sags-a-tenth', 'supply at 90 % of its voltage', { supplyFactor: 0.9 }),
  power('supply-dip-200ms', 'both supplies, fan and relay gone for 0.2 s', { supplyOutForS: 0.2 }),
  power('supply-dip-2s', 'both supplies, fan and relay gone for 2 s', { supplyOutForS: 2 }),
  power('heat-supply-high', 'the heating supply gives 12 V', { heatSupplyFactor: 2.4 }),
  power('heat-supply-low', 'the heating supply gives 3.9 V', { heatSupplyFactor: 0.78 }),
  power('supply-connector-bad', '0.3 Ω in the supply line', { extraSourceOhm: 0.25 }),
  power('supply-connector-intermittent', '0.3 Ω in the supply line, for 3 s of each 6', {
    extraSourceOhm: 0.25,
    sourceStuttersS: 3,
  }),
];
