#include "celsius.h"
#include "generated.h"

static int16_t at(uint8_t cell) { return static_cast<int16_t>(pgm_read_word(&celsiusGrid[cell])); }

int16_t centiCelsius(uint16_t sixteenths) {
  constexpr uint16_t start = celsiusGridStart * 16;
  constexpr uint16_t step = celsiusGridCounts * 16;
  if (sixteenths < start) sixteenths = start;
  const uint16_t past = sixteenths - start;
  const uint8_t cell = static_cast<uint8_t>(past / step);
  if (cell >= celsiusGridLength - 1) return at(celsiusGridLength - 1);
  // The temperature falls as the count rises, by less than 5 °C a cell. Half of the fraction is enough, and lets the
  // product fit 16 bits.
  const uint16_t fall = static_cast<uint16_t>(at(cell) - at(cell + 1));
  const uint16_t part = past % step / 2;
  return at(cell) - static_cast<int16_t>(static_cast<uint16_t>(fall * part) / (step / 2));
}
