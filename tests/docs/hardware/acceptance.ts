/** What a part or a device is measured against before it is accepted. Limits of IEC 60601-1 for an applied part of type BF. */

/** Four-wire, at the current of a bench supply. */
const cutOutMilliOhm = 10;
const atA = 3;
export const cutOutLimit = {
  milliOhm: cutOutMilliOhm,
  atA,
  milliVolt: cutOutMilliOhm * atA,
} as const;

/** Heat in the disc at a current. */
export const discW = (currentA: number, milliOhm: number = cutOutMilliOhm): number =>
  (currentA ** 2 * milliOhm) / 1000;

/** Between everything that is joined to the circuit and the skin side of the plate. */
export const insulation = {
  testV: 500,
  testS: 60,
  leastMegOhm: 10,
  wetMinutes: 30,
  wetC: 10,
  wetHumidityPercent: 60,
} as const;

/** d.c. that a circuit of so many volts drives through the least insulation that is accepted, µA. */
export const leakageAtLeastInsulationUa = (railV: number): number => railV / insulation.leastMegOhm;

export interface LeakageLimit {
  readonly what: string;
  readonly normalUa: number;
  /** With one supply conductor or the protective earth open. */
  readonly singleFaultUa: number;
}

export const leakageLimits: readonly LeakageLimit[] = [
  { what: 'patient leakage, a.c.: foil on the plate to earth', normalUa: 100, singleFaultUa: 500 },
  { what: 'patient leakage, d.c.: foil on the plate to earth', normalUa: 10, singleFaultUa: 50 },
  {
    what: 'touch current: foil on housing, stop button and fan grille to earth',
    normalUa: 100,
    singleFaultUa: 500,
  },
];

/** Mains voltage put onto the plate from outside: what a type F part must hold off. */
export const mainsOnPlateUa = 5000;

/** Two means of patient protection at this working voltage: the least ways along a surface and through air, mm. */
export const ways = { alongMm: 3.4, throughAirMm: 1.6, askedAlongMm: 4 } as const;
