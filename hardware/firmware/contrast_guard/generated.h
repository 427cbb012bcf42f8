/*
 * Written from the tables that host and board share; a test fails when they differ. Do not edit.
 */
#pragma once
#include "platform.h"

#define FIRMWARE_NAME "ContrastGuard"
constexpr uint8_t majorVersion = 3;
constexpr uint8_t minorVersion = 0;
constexpr uint8_t patchVersion = 0;
constexpr uint8_t protocolVersion = 3;

enum class State : uint8_t {
  booting,
  idle,
  armed,
  tripped,
};

enum class Reason : uint8_t {
  none,
  leaseLost,
  driveMismatch,
  bothSides,
  overCap,
  reversal,
  oneWay,
  session,
  stopPressed,
  sensorOpen,
  sensorShort,
  plateHot,
  plateCold,
  heatsinkHot,
  sensorsDisagree,
  tooFast,
  watchdog,
};

enum class Condition : uint8_t {
  blank,
  kept,
  damaged,
};

constexpr uint8_t enableBit = 1;
constexpr uint8_t relayBit = 2;
constexpr uint8_t fanOffBit = 4;
constexpr uint8_t stopLoopClosedBit = 8;

/* Milliseconds. */
constexpr uint16_t leaseMs = 450;
constexpr uint16_t renewMs = 50;
constexpr uint16_t statusMs = 200;
constexpr uint16_t watchdogMs = 250;
constexpr uint16_t reversalZeroMs = 200;
constexpr uint16_t confirmMs = 20;
constexpr uint16_t disagreeMs = 1000;
constexpr uint16_t stallMs = 100;
constexpr uint16_t oneWayReliefMs = 5000;
constexpr uint16_t oneWayRestMs = 60000;
constexpr uint16_t slopeMs = 800;
constexpr uint16_t beadLagMs = 1200;
constexpr uint16_t silentHostMs = 2000;
constexpr uint16_t beepMs = 500;

/* Of an analog report: the sum of so many conversions, and its bits. */
constexpr uint8_t conversionsInMean = 16;
constexpr uint8_t analogBits = 14;

/* Pins as they are numbered on the board; the last three are analog channels. */
constexpr uint8_t bridgeCoolPin = 9;
constexpr uint8_t bridgeHeatPin = 10;
constexpr uint8_t bridgeEnablePin = 8;
constexpr uint8_t relayPin = 7;
constexpr uint8_t fanPin = 6;
constexpr uint8_t stopLoopPin = 2;
constexpr uint8_t buzzerPin = 4;
constexpr uint8_t statusLedPin = 13;
constexpr uint8_t plateAPin = 0;
constexpr uint8_t plateBPin = 1;
constexpr uint8_t heatsinkPin = 2;

constexpr uint16_t openSeed = 0xffff;
constexpr uint16_t sequenceModulus = 16384;
constexpr uint16_t sequenceAhead = 255;

namespace frame {
namespace hello {
constexpr uint8_t id = 0x01;
enum Field : uint8_t {
  sequence,
  version,
  nonce,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 1, 2};
}
namespace narrow {
constexpr uint8_t id = 0x02;
enum Field : uint8_t {
  sequence,
  ceilingCounts,
  floorCounts,
  maxHeatCount,
  maxCoolCount,
  oneWayS,
  sessionS,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 2, 2, 2, 2, 2, 2};
}
namespace arm {
constexpr uint8_t id = 0x03;
enum Field : uint8_t {
  sequence,
  limitsCrc,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 3};
}
namespace renew {
constexpr uint8_t id = 0x04;
enum Field : uint8_t {
  sequence,
  coolCount,
  heatCount,
  switches,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 2, 2, 1};
}
namespace disarm {
constexpr uint8_t id = 0x05;
enum Field : uint8_t {
  sequence,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2};
}
namespace clear {
constexpr uint8_t id = 0x06;
enum Field : uint8_t {
  sequence,
  reason,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 1};
}
namespace recall {
constexpr uint8_t id = 0x07;
enum Field : uint8_t {
  sequence,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2};
}
namespace remember {
constexpr uint8_t id = 0x0b;
enum Field : uint8_t {
  sequence,
  number,
  begun,
  hash0,
  hash1,
  hash2,
  hash3,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 5, 5, 5, 5, 5, 5};
}
namespace identity {
constexpr uint8_t id = 0x08;
enum Field : uint8_t {
  nonce,
  version,
  major,
  minor,
  patch,
  buildHash,
  uptimeMs,
  resetCause,
  challenge,
  ceilingCounts,
  floorCounts,
  maxHeatCount,
  maxCoolCount,
  oneWayS,
  sessionS,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 1, 1, 1, 1, 5, 5, 1, 3, 2, 2, 2, 2, 2, 2};
}
namespace limits {
constexpr uint8_t id = 0x09;
enum Field : uint8_t {
  ceilingCounts,
  floorCounts,
  maxHeatCount,
  maxCoolCount,
  oneWayS,
  sessionS,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 2, 2, 2, 2, 2};
}
namespace status {
constexpr uint8_t id = 0x0a;
enum Field : uint8_t {
  sequence,
  state,
  reason,
  channel,
  value,
  limit,
  leaseLeftMs,
  coolCount,
  heatCount,
  switches,
  plateACounts,
  plateBCounts,
  heatsinkCounts,
  refusedFrames,
  uptimeMs,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 1, 1, 1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 5};
}
namespace memory {
constexpr uint8_t id = 0x0c;
enum Field : uint8_t {
  condition,
  number,
  begun,
  hash0,
  hash1,
  hash2,
  hash3,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {1, 5, 5, 5, 5, 5, 5};
}
}

/* Limits that narrow can tighten, in the order of their fields, and as they are burnt in. */
enum LimitField : uint8_t {
  ceilingCounts,
  floorCounts,
  maxHeatCount,
  maxCoolCount,
  oneWayS,
  sessionS,
  limitCount,
};
const uint16_t burntInLimits[] PROGMEM = {320, 730, 255, 255, 1200, 5700};

/* Limits that nothing can change. Counts fall as the temperature rises. */
constexpr uint16_t windowMinCounts = 130;
constexpr uint16_t windowMaxCounts = 900;
constexpr uint16_t heatsinkMinCounts = 202;
constexpr uint16_t disagreeCentiC = 250;
constexpr uint16_t marginCentiC = 100;
constexpr uint16_t warmingCentiCPerS = 125;
constexpr uint16_t coolingCentiCPerS = 200;

/* Hundredths of a degree Celsius at every 16th count from 128. */
constexpr uint16_t celsiusGridStart = 128;
constexpr uint16_t celsiusGridCounts = 16;
constexpr uint8_t celsiusGridLength = 50;
const int16_t celsiusGrid[] PROGMEM = {
  7518, 7128, 6778, 6461, 6169, 5900, 5648, 5411, 5188, 4976,
  4773, 4579, 4393, 4213, 4039, 3870, 3705, 3545, 3387, 3233,
  3082, 2933, 2785, 2640, 2496, 2352, 2209, 2067, 1925, 1783,
  1640, 1497, 1352, 1206, 1059, 909, 757, 601, 443, 279,
  112, -62, -242, -430, -627, -836, -1057, -1294, -1552, -1835,
};
