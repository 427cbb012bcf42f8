/* What each pin can do and is, for Firmata: the pin map, and nothing beside it. */
#pragma once
#include "generated.h"

/* Firmata's pin modes. */
constexpr uint8_t inputMode = 0x00;
constexpr uint8_t outputMode = 0x01;
constexpr uint8_t analogMode = 0x02;
constexpr uint8_t pwmMode = 0x03;
constexpr uint8_t pullUpMode = 0x0b;
constexpr uint8_t noMode = 0x7f;

constexpr uint8_t pinCount = 22;
constexpr uint8_t firstAnalogPin = 14;
constexpr uint8_t analogChannels = pinCount - firstAnalogPin;

/** The one mode that the pin has for good; `noMode` where the guard has no use for it. */
inline uint8_t modeOf(uint8_t pin) {
  switch (pin) {
  case bridgeCoolPin:
  case bridgeHeatPin:
    return pwmMode;
  case bridgeEnablePin:
  case relayPin:
  case fanPin:
  case buzzerPin:
  case statusLedPin:
    return outputMode;
  case stopLoopPin:
    return pullUpMode;
  case firstAnalogPin + plateAPin:
  case firstAnalogPin + plateBPin:
  case firstAnalogPin + heatsinkPin:
  case firstAnalogPin + witnessPin:
  case firstAnalogPin + heatRailPin:
  case firstAnalogPin + coolRailPin:
  case firstAnalogPin + moduleCurrentPin:
  case firstAnalogPin + knownResistorPin:
    return analogMode;
  default:
    return noMode;
  }
}

inline bool isAnalog(uint8_t channel) {
  return channel < analogChannels && modeOf(firstAnalogPin + channel) == analogMode;
}
