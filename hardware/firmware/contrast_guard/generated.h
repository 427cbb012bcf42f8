/*
 * Written from the tables that host and board share; a test fails when they differ. Do not edit.
 */
#pragma once
#include "platform.h"

#define FIRMWARE_NAME "ContrastGuard"
constexpr uint8_t majorVersion = 5;
constexpr uint8_t minorVersion = 1;
constexpr uint8_t patchVersion = 0;
constexpr uint8_t protocolVersion = 5;

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
  witnessDisagrees,
  converter,
  ground,
  relayWelded,
  supplyLow,
  supplyHigh,
  bridgeShorted,
  fanStalled,
  stopLoopShorted,
  moduleOpen,
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

/* Pins as they are numbered on the board; of sensors and rails the channel of the converter. */
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
constexpr uint8_t witnessPin = 3;
constexpr uint8_t heatRailPin = 4;
constexpr uint8_t coolRailPin = 5;
constexpr uint8_t moduleCurrentPin = 6;
constexpr uint8_t fanTachPin = 3;
constexpr uint8_t knownResistorPin = 7;
constexpr uint8_t pumpPin = 11;
constexpr uint8_t loopDrivePin = 12;

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
  parts,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 2, 2, 2, 2, 2, 2, 1};
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
  parts,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 2, 2, 2, 2, 2, 1};
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
  bandGapCounts,
  fanEdges,
  refusedFrames,
  uptimeMs,
  fieldCount,
};
const uint8_t widths[] PROGMEM = {2, 1, 1, 1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 5};
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
  parts,
  limitCount,
};
const uint16_t burntInLimits[] PROGMEM = {320, 730, 255, 255, 1200, 5700, 0};

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

/* Channels inside of the converter. */
constexpr uint8_t bandGapChannel = 14;
constexpr uint8_t groundChannel = 15;

/* Bits of the limit `parts`. */
constexpr uint8_t witnessPart = 1;
constexpr uint8_t railsPart = 2;
constexpr uint8_t fanTachPart = 4;
constexpr uint8_t loopDrivePart = 8;
constexpr uint8_t knownResistorPart = 16;
constexpr uint8_t moduleCurrentPart = 32;
constexpr uint8_t secondRelayPart = 64;

/* Milliseconds. */
constexpr uint16_t witnessApartMs = 2000;
constexpr uint16_t witnessDriftMs = 10000;
constexpr uint16_t witnessAloneMs = 500;
constexpr uint16_t railEmptyMs = 300;
constexpr uint16_t railFullMs = 100;
constexpr uint16_t railConfirmMs = 50;
constexpr uint16_t supplyLowMs = 100;
constexpr uint16_t supplyHighMs = 20;
constexpr uint16_t converterMs = 200;
constexpr uint16_t fanWindowMs = 2048;
constexpr uint16_t loopPulseMs = 100;
constexpr uint16_t currentConfirmMs = 200;
constexpr uint16_t lineProofMs = 200;
constexpr uint16_t lineWeakMs = 1000;

/* The witness: its counts rise with the temperature. */
constexpr uint16_t witnessWindowMinCounts = 450;
constexpr uint16_t witnessWindowMaxCounts = 590;
constexpr uint16_t witnessMinCounts = 474;
constexpr uint16_t witnessMaxCounts = 545;
constexpr uint16_t witnessApartCentiC = 300;
constexpr uint16_t witnessLastingCentiC = 200;
constexpr uint16_t witnessDriftCentiC = 170;
constexpr uint16_t witnessSlopeS = 1;
constexpr uint16_t witnessGroundCoolCentiC = 310;
constexpr uint16_t witnessGroundHeatCentiC = 130;
constexpr uint16_t bareCeilingCounts = 347;
constexpr uint16_t bareFloorCounts = 678;

/* Rails behind the relay, the converter’s own channels, the fan. */
constexpr uint16_t railEmptyCounts = 75;
constexpr uint16_t coolRailMinCounts = 463;
constexpr uint16_t coolRailMaxCounts = 691;
constexpr uint16_t heatRailMinCounts = 200;
constexpr uint16_t heatRailMaxCounts = 295;
constexpr uint16_t liftedLeast256ths = 180;
constexpr uint16_t liftedMost256ths = 247;
constexpr uint16_t bandGapMinCounts = 196;
constexpr uint16_t bandGapMaxCounts = 258;
constexpr uint16_t bandGapDriftPercent = 3;
constexpr uint16_t groundMaxCounts = 3;
constexpr uint16_t knownMinCounts = 323;
constexpr uint16_t knownMaxCounts = 332;
constexpr uint16_t groundRestSixteenths = 8;
constexpr uint16_t groundCoolSixteenths = 92;
constexpr uint16_t groundHeatSixteenths = 38;
constexpr uint16_t fanMinEdges = 103;
constexpr uint16_t unknownEdges = 16383;
constexpr uint16_t currentZeroCounts = 512;
constexpr uint16_t currentIdleCounts = 14;
constexpr uint16_t currentWarmSinkCounts = 57;
constexpr uint16_t currentWarmPlateCounts = 41;
constexpr uint16_t currentCoolLeastCounts = 137;
constexpr uint16_t currentCoolMostCounts = 310;
constexpr uint16_t currentHeatLeastCounts = 57;
constexpr uint16_t currentHeatMostCounts = 129;
constexpr uint16_t currentWindowMinCounts = 164;
constexpr uint16_t currentWindowMaxCounts = 860;
constexpr uint16_t lineProofCoolCount = 60;
constexpr uint16_t lineProofHeatCount = 142;

/* Hundredths of a degree Celsius of the witness at every 8th count from 456. */
constexpr uint16_t witnessGridStart = 456;
constexpr uint16_t witnessGridCounts = 8;
constexpr uint8_t witnessGridLength = 17;
const int16_t witnessGrid[] PROGMEM = {
  -813, -342, 130, 605, 1081, 1561, 2044, 2531, 3021, 3516,
  4017, 4522, 5034, 5552, 6076, 6609, 7149,
};
