/* Frames of the guard protocol, to and from septets. */
#pragma once
#include "generated.h"

/** Sysex start, id, the longest board frame's septets, CRC, sysex end. */
constexpr uint8_t longestFrame = 48;
constexpr uint8_t mostFields = 16;

struct Layout {
  uint8_t id;
  const uint8_t *widths; // in flash
  uint8_t fieldCount;
};

#define LAYOUT(name) \
  (Layout{frame::name::id, frame::name::widths, static_cast<uint8_t>(frame::name::fieldCount)})

/** CRC-16/CCITT, polynomial 0x1021, most significant bit first. */
uint16_t crc16(const uint8_t *septets, uint8_t length, uint16_t seed);

/** Writes the fields' septets, low septet first. Returns how many. */
uint8_t packFields(const Layout &layout, const uint32_t *values, uint8_t *septets);

/**
 * Reads a sysex payload (id first). False where the length, a bit above the septet or the CRC does not fit; nothing
 * is then to be believed of `values` (law L4).
 */
bool decodeFrame(const Layout &layout, const uint8_t *payload, uint8_t length, uint16_t seed,
                 uint32_t *values);

/** Sends the frame; false where the link had no room. */
bool sendFrame(const Layout &layout, const uint32_t *values, uint16_t seed);
