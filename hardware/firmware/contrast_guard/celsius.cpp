#include "celsius.h"
#include "generated.h"

namespace {
/** A curve as points at every so many counts, in flash. */
struct Curve {
  const int16_t *points;
  uint8_t length;
  /** In sixteenths of a count. */
  uint16_t start;
  uint16_t step;
};

int16_t along(const Curve &curve, uint16_t sixteenths) {
  const uint16_t past = sixteenths > curve.start ? sixteenths - curve.start : 0;
  const uint8_t cell = static_cast<uint8_t>(past / curve.step);
  const int16_t last = static_cast<int16_t>(pgm_read_word(&curve.points[curve.length - 1]));
  if (cell >= curve.length - 1) return last;
  const int16_t from = static_cast<int16_t>(pgm_read_word(&curve.points[cell]));
  const int16_t rise = static_cast<int16_t>(pgm_read_word(&curve.points[cell + 1])) - from;
  // Less than 5.5 °C a cell: half of the fraction is enough, and lets the product fit 16 bits.
  const uint16_t part = past % curve.step / 2;
  const uint16_t size = static_cast<uint16_t>(rise < 0 ? -rise : rise);
  const int16_t by = static_cast<int16_t>(static_cast<uint16_t>(size * part) / (curve.step / 2));
  return rise < 0 ? from - by : from + by;
}
} // namespace

int16_t centiCelsius(uint16_t sixteenths) {
  const Curve curve = {celsiusGrid, celsiusGridLength, celsiusGridStart * 16, celsiusGridCounts * 16};
  return along(curve, sixteenths);
}

int16_t witnessCentiCelsius(uint16_t sixteenths) {
  const Curve curve = {witnessGrid, witnessGridLength, witnessGridStart * 16, witnessGridCounts * 16};
  return along(curve, sixteenths);
}
