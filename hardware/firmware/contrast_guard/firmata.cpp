#include "firmata.h"
#include "firmata_answers.h"
#include "pin_modes.h"
#ifdef HANG_SYSEX
#include "watchdog.h"
#endif

namespace {
constexpr uint8_t firstCommand = 0x80;
constexpr uint8_t digitalMessage = 0x90;
constexpr uint8_t reportAnalog = 0xc0;
constexpr uint8_t reportDigital = 0xd0;
constexpr uint8_t analogMessage = 0xe0;
constexpr uint8_t sysexStart = 0xf0;
constexpr uint8_t setPinMode = 0xf4;
constexpr uint8_t setPinValue = 0xf5;
constexpr uint8_t sysexEnd = 0xf7;
constexpr uint8_t reportVersion = 0xf9;
constexpr uint8_t systemReset = 0xff;

constexpr uint8_t lastGuardId = 0x0f;
constexpr uint8_t analogMappingQuery = 0x69;
constexpr uint8_t capabilityQuery = 0x6b;
constexpr uint8_t pinStateQuery = 0x6d;
constexpr uint8_t extendedAnalog = 0x6f;
constexpr uint8_t firmwareQuery = 0x79;
constexpr uint8_t samplingInterval = 0x7a;

/** Seven channels every 10 ms are a third of what the line carries. */
constexpr uint16_t shortestSamplingMs = 10;
} // namespace

void Firmata::greet() const {
  answers::version();
  answers::firmware();
}

void Firmata::receive(uint8_t byte) {
  if (byte == systemReset) {
    reset();
  } else if (inSysex_ && byte == sysexEnd) {
    inSysex_ = false;
    if (received_ > 0) endSysex();
  } else if (byte >= firstCommand) {
    // Also in the middle of another message: what was lost of that one must not swallow this one.
    begin(byte);
  } else if (inSysex_) {
    // What goes on for longer keeps a length that no message has.
    if (received_ < longestSysex) data_[received_++] = byte;
  } else if (awaited_ > 0) {
    data_[received_++] = byte;
    if (--awaited_ == 0) obey();
  }
}

/** One byte switches everything off, wherever it arrives. */
void Firmata::reset() {
  supervisor_.allOff();
  signals_ = Signals{false, false};
  reportedChannels_ = 0;
  reportsLoop_ = false;
  inSysex_ = false;
  awaited_ = 0;
}

void Firmata::begin(uint8_t command) {
  const uint8_t family = command & 0xf0;
  command_ = family < sysexStart ? family : command;
  received_ = 0;
  inSysex_ = command == sysexStart;
  awaited_ = 0;
  if (command == reportVersion) answers::version();
  if (family == digitalMessage || family == analogMessage) awaited_ = 2;
  if (command == setPinMode || command == setPinValue) awaited_ = 2;
  if (family == reportAnalog || family == reportDigital) awaited_ = 1;
  number_ = command & 0x0f;
}

/** A message of fixed length is complete. Pin modes are for good and not set. */
void Firmata::obey() {
  switch (command_) {
  case digitalMessage:
    writePort(number_, static_cast<uint8_t>(data_[0] | (data_[1] << 7)));
    break;
  case analogMessage:
    writeCount(number_, data_[0] | (static_cast<uint16_t>(data_[1]) << 7));
    break;
  case setPinValue:
    writePin(data_[0], data_[1] != 0);
    break;
  case reportAnalog:
    if (!isAnalog(number_)) break;
    if (data_[0] != 0) {
      reportedChannels_ |= 1 << number_;
    } else {
      reportedChannels_ &= ~(1 << number_);
    }
    break;
  case reportDigital:
    if (number_ != 0) break;
    reportsLoop_ = data_[0] != 0;
    loopDue_ = reportsLoop_;
    break;
  default:
    break;
  }
}

void Firmata::endSysex() {
  const uint8_t id = data_[0];
#ifdef HANG_SYSEX
  // Only in a build for the test of the watchdog: 1 with interrupts on, 2 with interrupts off.
  if (id == HANG_SYSEX) watchdog::hangForTest(data_[1] == 2);
#endif
  if (id > 0 && id <= lastGuardId) {
    session_.receive(data_, received_);
  } else if (id == firmwareQuery) {
    answers::firmware();
  } else if (id == capabilityQuery) {
    answers::capabilities();
  } else if (id == analogMappingQuery) {
    answers::analogMapping();
  } else if (id == pinStateQuery && received_ == 2) {
    answerPinState(data_[1]);
  } else if (id == samplingInterval && received_ == 3) {
    const uint16_t wanted = data_[1] | (static_cast<uint16_t>(data_[2]) << 7);
    samplingMs_ = wanted < shortestSamplingMs ? shortestSamplingMs : wanted;
  } else if (id == extendedAnalog && received_ >= 3) {
    uint32_t count = 0;
    for (uint8_t index = received_; index > 2; index--) count = (count << 7) | data_[index - 1];
    writeCount(data_[1], received_ > 6 ? 0x3fff : count);
  }
}

/** Port 0 holds pins 0 to 7, port 1 pins 8 to 15. The two PWM pins do not listen to whole ports. */
void Firmata::writePort(uint8_t port, uint8_t levels) {
  if (port > 1) return;
  for (uint8_t index = 0; index < 8; index++) {
    const uint8_t pin = port * 8 + index;
    if (modeOf(pin) == outputMode) writePin(pin, (levels >> index) & 1);
  }
}

void Firmata::writePin(uint8_t pin, bool high) {
  switch (pin) {
  case bridgeEnablePin:
    supervisor_.stageSwitch(enableBit, high);
    break;
  case relayPin:
    supervisor_.stageSwitch(relayBit, high);
    break;
  case fanPin:
    supervisor_.setFanOff(high);
    break;
  case buzzerPin:
    signals_.buzzer = high;
    break;
  case statusLedPin:
    signals_.statusLed = high;
    break;
  default:
    if (!high) writeCount(pin, 0);
    break;
  }
}

void Firmata::writeCount(uint8_t pin, uint32_t count) {
  if (pin == bridgeCoolPin) supervisor_.stageCount(coolSide, saturated(count));
  if (pin == bridgeHeatPin) supervisor_.stageCount(heatSide, saturated(count));
}

/** Of a power pin, what is in force; of another, what was written. */
uint16_t Firmata::valueOf(uint8_t pin) const {
  const Drive &drive = supervisor_.drive();
  switch (pin) {
  case bridgeCoolPin:
    return drive.count[coolSide];
  case bridgeHeatPin:
    return drive.count[heatSide];
  case bridgeEnablePin:
    return (drive.switches & enableBit) != 0;
  case relayPin:
    return (drive.switches & relayBit) != 0;
  case fanPin:
    return (drive.switches & fanOffBit) != 0;
  case buzzerPin:
    return signals_.buzzer;
  case statusLedPin:
    return signals_.statusLed;
  case stopLoopPin:
    return 1; // the pull-up is on
  default:
    return 0;
  }
}

void Firmata::answerPinState(uint8_t pin) const {
  if (pin < pinCount) answers::pinState(pin, valueOf(pin));
}

void Firmata::report(bool loopOpen) {
  if (loopOpen != loopWasOpen_) {
    loopWasOpen_ = loopOpen;
    loopDue_ = reportsLoop_;
  }
  if (loopDue_ && answers::stopLoop(loopOpen)) loopDue_ = false;
  const uint32_t nowMs = supervisor_.nowMs();
  if (nowMs - sampledAtMs_ < samplingMs_) return;
  // In step with the interval on the average; after a pause it begins anew.
  sampledAtMs_ = nowMs - sampledAtMs_ < 2 * samplingMs_ ? sampledAtMs_ + samplingMs_ : nowMs;
  for (uint8_t channel = 0; channel < analogChannels; channel++) {
    if ((reportedChannels_ & (1 << channel)) == 0) continue;
    // Where the line is full, a conversion that must not be lost is told with the next report.
    if (answers::analog(channel, supervisor_.report(channel))) supervisor_.reported(channel);
  }
}
