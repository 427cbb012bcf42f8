#include "firmata_answers.h"
#include "link.h"
#include "pin_modes.h"

namespace {
constexpr uint8_t sysexStart = 0xf0;
constexpr uint8_t sysexEnd = 0xf7;

/** A sysex message put together on the stack. */
class Message {
public:
  explicit Message(uint8_t id) {
    add(sysexStart);
    add(id);
  }
  void add(uint8_t byte) { bytes_[length_++] = byte; }
  void addTwo(uint16_t value) {
    add(value & 0x7f);
    add((value >> 7) & 0x7f);
  }
  bool send() {
    add(sysexEnd);
    return link::send(bytes_, length_);
  }

private:
  // The longest: two modes of two bytes and an end for each pin.
  uint8_t bytes_[3 + 5 * pinCount];
  uint8_t length_ = 0;
};

/** Bits of a value in a mode, as the capability answer gives them. */
uint8_t resolutionOf(uint8_t mode) {
  if (mode == analogMode) return analogBits;
  return mode == pwmMode ? 8 : 1;
}
} // namespace

namespace answers {
void version() {
  const uint8_t bytes[] = {0xf9, 2, 5};
  link::send(bytes, sizeof bytes);
}

void firmware() {
  Message message(0x79);
  message.add(majorVersion);
  message.add(minorVersion);
  for (const char *letter = FIRMWARE_NAME; *letter != 0; letter++) message.addTwo(*letter);
  message.send();
}

void capabilities() {
  Message message(0x6c);
  for (uint8_t pin = 0; pin < pinCount; pin++) {
    const uint8_t mode = modeOf(pin);
    if (mode == pullUpMode) {
      message.add(inputMode);
      message.add(resolutionOf(inputMode));
    }
    if (mode != noMode) {
      message.add(mode);
      message.add(resolutionOf(mode));
    }
    message.add(0x7f);
  }
  message.send();
}

void analogMapping() {
  Message message(0x6a);
  for (uint8_t pin = 0; pin < pinCount; pin++) {
    message.add(modeOf(pin) == analogMode ? pin - firstAnalogPin : 0x7f);
  }
  message.send();
}

void pinState(uint8_t pin, uint16_t value) {
  Message message(0x6e);
  message.add(pin);
  message.add(modeOf(pin));
  message.addTwo(value);
  message.send();
}

bool analog(uint8_t channel, uint16_t value) {
  const uint8_t bytes[] = {static_cast<uint8_t>(0xe0 | channel), static_cast<uint8_t>(value & 0x7f),
                           static_cast<uint8_t>(value >> 7)};
  return link::send(bytes, sizeof bytes);
}

bool stopLoop(bool open) {
  const uint8_t bytes[] = {0x90, static_cast<uint8_t>(open ? 1 << stopLoopPin : 0), 0};
  return link::send(bytes, sizeof bytes);
}
} // namespace answers
