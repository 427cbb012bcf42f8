/*
 * When which channel of the converter has its turn. Two conversions a pass: one of the three beads, and one of the others,
 * which go round in eight passes; what must be seen soonest comes twice.
 */
#pragma once
#include "generated.h"

/** Of a supervision pass: two ticks of the timer that the Arduino core keeps time with. */
constexpr uint16_t passMicros = 2048;
/** Beads are channels 0 to 2. */
constexpr uint8_t channelCount = 3;

constexpr uint8_t otherSlots = 8;
constexpr uint8_t otherChannels[otherSlots] = {
    witnessPin, heatRailPin, coolRailPin, knownResistorPin, witnessPin, moduleCurrentPin, bandGapChannel, groundChannel,
};

/** Passes from one conversion of a channel to its next. */
constexpr uint8_t passesOf(uint8_t channel) {
  return channel < channelCount ? channelCount
         : channel == witnessPin    ? otherSlots / 2
                                    : otherSlots;
}

/** Looks at a channel that fit into a time, rounded up. */
constexpr uint16_t looksIn(uint32_t ms, uint8_t channel) {
  return static_cast<uint16_t>((ms * 1000UL + passesOf(channel) * passMicros - 1) / (passesOf(channel) * 1UL * passMicros));
}

/** One conversion. */
struct Conversion {
  uint8_t channel;
  uint16_t count;
};
