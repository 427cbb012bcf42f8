#include "memory.h"
#include "eeprom.h"
#include "frames.h"

namespace {
/** Stands at the beginning of a copy that is whole; another layout will have another one. */
constexpr uint8_t mark = 0xc3;
constexpr uint8_t markCleared = 0;
/** The first bytes of an EEPROM are those that a failing supply spoils first. */
constexpr uint8_t firstSlot = 0x20;
constexpr uint8_t slotDistance = 0x40;
constexpr uint16_t checkSeed = 0x4d45;

/* Places in a copy. */
constexpr uint8_t turnAt = 1;
constexpr uint8_t numberAt = 2;
constexpr uint8_t begunAt = 6;
constexpr uint8_t hashAt = 10;
constexpr uint8_t checkAt = 26;

constexpr uint8_t addressOf(uint8_t slot) { return firstSlot + slot * slotDistance; }

void put(uint32_t value, uint8_t length, uint8_t *bytes) {
  for (uint8_t index = 0; index < length; index++) {
    bytes[index] = static_cast<uint8_t>(value);
    value >>= 8;
  }
}

uint32_t take(uint8_t length, const uint8_t *bytes) {
  uint32_t value = 0;
  for (uint8_t index = length; index > 0; index--) value = (value << 8) | bytes[index - 1];
  return value;
}
} // namespace

bool Remembered::operator==(const Remembered &other) const {
  for (uint8_t part = 0; part < 4; part++) {
    if (hash[part] != other.hash[part]) return false;
  }
  return number == other.number && begun == other.begun;
}

void Memory::pass() {
  if (settled() || !eeprom::ready()) return;
  if (!loaded_) {
    load();
    return;
  }
  while (step_ <= slotSize) {
    if (writeStep()) return;
  }
  // What counts is what lies there, not what was to be written.
  writing_ = false;
  load();
}

/** True where a byte is on its way. The mark goes first and comes back last. */
bool Memory::writeStep() {
  const uint8_t step = step_++;
  const uint8_t index = step < slotSize ? step : 0;
  const uint8_t address = addressOf(1 - slot_) + index;
  const uint8_t before = eeprom::read(address);
  if (step == 0 && before != mark) return false;
  const uint8_t value = step == 0 ? markCleared : bytes_[index];
  if (before == value) return false;
  eeprom::write(address, value);
  return true;
}

/** Into `bytes_`; true where the copy is whole. */
bool Memory::readSlot(uint8_t slot) {
  for (uint8_t index = 0; index < slotSize; index++) {
    bytes_[index] = eeprom::read(addressOf(slot) + index);
  }
  return bytes_[0] == mark && take(2, bytes_ + checkAt) == crc16(bytes_, checkAt, checkSeed);
}

void Memory::load() {
  loaded_ = true;
  bool blank = true;
  bool found = false;
  for (uint8_t slot = 0; slot < 2; slot++) {
    const bool whole = readSlot(slot);
    for (uint8_t index = 0; index < slotSize; index++) blank = blank && bytes_[index] == 0xff;
    // Of two that are whole the later one: they are one turn apart.
    if (!whole || (found && static_cast<uint8_t>(bytes_[turnAt] - turn_) != 1)) continue;
    found = true;
    slot_ = slot;
    turn_ = bytes_[turnAt];
    kept_.number = take(4, bytes_ + numberAt);
    kept_.begun = take(4, bytes_ + begunAt);
    for (uint8_t part = 0; part < 4; part++) kept_.hash[part] = take(4, bytes_ + hashAt + part * 4);
  }
  condition_ = found ? Condition::kept : blank ? Condition::blank : Condition::damaged;
  if (!found) kept_ = {0, 0, {0, 0, 0, 0}};
}

bool Memory::remember(const Remembered &wanted) {
  if (!loaded_ || wanted.number == 0) return false;
  if (kept_.number != 0 && wanted.number != kept_.number) return false;
  if (wanted.begun - kept_.begun > 1) return false;
  writing_ = !(wanted == kept_);
  if (!writing_) return true;
  bytes_[0] = mark;
  bytes_[turnAt] = turn_ + 1;
  put(wanted.number, 4, bytes_ + numberAt);
  put(wanted.begun, 4, bytes_ + begunAt);
  for (uint8_t part = 0; part < 4; part++) put(wanted.hash[part], 4, bytes_ + hashAt + part * 4);
  put(crc16(bytes_, checkAt, checkSeed), 2, bytes_ + checkAt);
  step_ = 0;
  return true;
}
