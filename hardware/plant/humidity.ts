/**
 * Dew point by the Magnus formula with the coefficients of Alduchov and Eskridge (1996).
 * @param relativeHumidity 0 … 1; 0 has no dew point and gives −∞
 * @returns °C
 */
export function dewPointC(temperatureC: number, relativeHumidity: number): number {
  if (relativeHumidity <= 0) return -Infinity;
  const gamma = Math.log(relativeHumidity) + (17.625 * temperatureC) / (243.04 + temperatureC);
  return (243.04 * gamma) / (17.625 - gamma);
}

/** Of water vapour, by the same formula, in pascals. */
export function saturationPa(temperatureC: number): number {
  return 610.94 * Math.exp((17.625 * temperatureC) / (243.04 + temperatureC));
}
