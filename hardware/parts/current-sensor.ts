/** Hall sensor in the modules' line: 100 mV/A on 5 V, half of the scale without current. */
export const currentSensor = { midShare: 0.5, sharePerA: 0.02 } as const;
