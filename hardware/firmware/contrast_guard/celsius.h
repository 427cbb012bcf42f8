/* Temperature of a conversion count, by the host's own curves. */
#pragma once
#include <stdint.h>

/**
 * Hundredths of a degree Celsius of a thermistor. `sixteenths` is sixteen times the count, so that a mean of sixteen
 * conversions keeps its fraction; outside of the sensor's window the end of the curve is given.
 */
int16_t centiCelsius(uint16_t sixteenths);

/** The same of the witness, whose counts rise with the temperature. */
int16_t witnessCentiCelsius(uint16_t sixteenths);
