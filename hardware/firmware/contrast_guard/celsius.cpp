#include "celsius.h"
#include "generated.h"

namespace {
/**
 * Along a curve that is given at every so many counts, in flash. Start and step in sixteenths of a count; the step is a
 * power of two known to the compiler, so that the chip, which has no division, shifts.
 */
template <uint16_t start, uint16_t step, uint8_t length>
inline int16_t along(const int16_t (&points)[length], uint16_t sixteenths) {
  static_assert((step & (step - 1)) == 0, "a step is shifted by");
  const uint16_t past = sixteenths > start ? sixteenths - start : 0;
  const uint8_t cell = static_cast<uint8_t>(past / step);
  if (cell >= length - 1) return static_cast<int16_t>(pgm_read_word(&points[length - 1]));
  const int16_t from = static_cast<int16_t>(pgm_read_word(&points[cell]));
  const int16_t rise = static_cast<int16_t>(pgm_read_word(&points[cell + 1])) - from;
  // Less than 5.5 °C a cell: half of the fraction is enough, and lets the product fit 16 bits.
  const uint16_t part = past % step / 2;
  const uint16_t size = static_cast<uint16_t>(rise < 0 ? -rise : rise);
  const int16_t by = static_cast<int16_t>(static_cast<uint16_t>(size * part) / (step / 2));
  return rise < 0 ? from - by : from + by;
}
} // namespace

int16_t centiCelsius(uint16_t sixteenths) {
  return along<celsiusGridStart * 16, celsiusGridCounts * 16, celsiusGridLength>(celsiusGrid, sixteenths);
}

int16_t witnessCentiCelsius(uint16_t sixteenths) {
  return along<witnessGridStart * 16, witnessGridCounts * 16, witnessGridLength>(witnessGrid, sixteenths);
}
