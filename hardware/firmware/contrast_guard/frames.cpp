#include "frames.h"
#include "link.h"

namespace {
constexpr uint8_t crcSeptets = 3;

uint8_t putSeptets(uint32_t value, uint8_t width, uint8_t *septets) {
  for (uint8_t index = 0; index < width; index++) {
    septets[index] = value & 0x7f;
    value >>= 7;
  }
  return width;
}

uint32_t takeSeptets(const uint8_t *septets, uint8_t width) {
  uint32_t value = 0;
  for (uint8_t index = width; index > 0; index--) {
    value = (value << 7) | septets[index - 1];
  }
  return value;
}
} // namespace

uint16_t crc16(const uint8_t *septets, uint8_t length, uint16_t seed) {
  uint16_t crc = seed;
  for (uint8_t index = 0; index < length; index++) {
    crc ^= static_cast<uint16_t>(septets[index]) << 8;
    for (uint8_t step = 0; step < 8; step++) {
      const uint16_t shifted = static_cast<uint16_t>(crc << 1);
      crc = (crc & 0x8000) != 0 ? shifted ^ 0x1021 : shifted;
    }
  }
  return crc;
}

uint8_t packFields(const Layout &layout, const uint32_t *values, uint8_t *septets) {
  uint8_t length = 0;
  for (uint8_t field = 0; field < layout.fieldCount; field++) {
    length += putSeptets(values[field], pgm_read_byte(&layout.widths[field]), septets + length);
  }
  return length;
}

bool decodeFrame(const Layout &layout, const uint8_t *payload, uint8_t length, uint16_t seed,
                 uint32_t *values) {
  uint8_t at = 1;
  for (uint8_t field = 0; field < layout.fieldCount; field++) {
    at += pgm_read_byte(&layout.widths[field]);
  }
  if (length != at + crcSeptets || payload[0] != layout.id) return false;
  for (uint8_t index = 0; index < length; index++) {
    if (payload[index] > 0x7f) return false;
  }
  if (takeSeptets(payload + at, crcSeptets) != crc16(payload, at, seed)) return false;
  at = 1;
  for (uint8_t field = 0; field < layout.fieldCount; field++) {
    const uint8_t width = pgm_read_byte(&layout.widths[field]);
    values[field] = takeSeptets(payload + at, width);
    at += width;
  }
  return true;
}

bool sendFrame(const Layout &layout, const uint32_t *values, uint16_t seed) {
  uint8_t bytes[longestFrame];
  bytes[0] = 0xf0;
  uint8_t *const payload = bytes + 1;
  payload[0] = layout.id;
  uint8_t length = 1;
  length += packFields(layout, values, payload + length);
  length += putSeptets(crc16(payload, length, seed), crcSeptets, payload + length);
  payload[length] = 0xf7;
  return link::send(bytes, length + 2);
}
