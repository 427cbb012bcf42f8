/*
 * The whole core under a fuzzer: bytes become a host, sensors and resets, in any order. With libFuzzer it is guided by what
 * code it reaches; built with OWN_INPUTS it draws its inputs itself, for a machine without one: `fuzz INPUTS SEED`.
 */
#include "watched.h"
#include <random>

namespace {
/** What is left of the input. */
struct Bytes {
  const uint8_t *at;
  size_t left;

  uint8_t next() {
    if (left == 0) return 0;
    left--;
    return *at++;
  }
  uint16_t word() {
    const uint16_t low = next();
    return static_cast<uint16_t>(low | next() << 8);
  }
};

/** Mostly what a host may drive, sometimes anything. */
Drive driveFrom(Bytes &input) {
  const uint8_t kind = input.next();
  const uint16_t count = kind & 0x80 ? input.word() & 0x3fff : 255;
  const uint8_t switches = kind & 0x40 ? input.next() & 0x7 : enableBit | relayBit;
  return Drive{{static_cast<uint16_t>(kind & 1 ? count : 0), static_cast<uint16_t>(kind & 2 ? count : 0)}, switches};
}

void driven(Bytes &input) {
  const Drive drive = driveFrom(input);
  Drive plain = drive;
  plain.switches &= enableBit | relayBit;
  stage(plain);
  for (unsigned renewals = input.next() % 40; renewals > 0; renewals--) {
    renew(plain);
    pass(24);
  }
}

void sensed(Bytes &input) {
  const uint8_t which = input.next();
  unsigned *const places[] = {world.counts,        world.counts + 1, world.counts + 2,   &others.witness,
                              others.heatRail,     others.heatRail + 1, others.coolRail, others.coolRail + 1,
                              &others.known,       &others.bandGap,  &others.ground,     &others.tachPasses,
                              &others.follows};
  constexpr unsigned most = sizeof places / sizeof *places;
  const uint16_t value = input.word() & 1023;
  if (which < most) *places[which] = value;
  if (which == most) moveLoop((value & 1) != 0);
  if (which == most + 1) furnish(value);
  if (which == most + 2) furnish(512);
}

void obey(Bytes &input) {
  uint32_t values[mostFields] = {0};
  switch (input.next() % 16) {
  case 0: {
    uint8_t bytes[64];
    size_t length = 0;
    for (size_t count = input.next() % sizeof bytes; length < count; length++) bytes[length] = input.next();
    return garbage(bytes, length);
  }
  case 1:
    return pass(input.next());
  case 2:
    return pass(input.word() % 2048);
  case 3:
    return sensed(input);
  case 4:
    return hello();
  case 5:
    return narrow(input.next());
  case 6:
    return arm(input.next() % 8 == 7 ? input.word() : 0);
  case 7:
    return disarm();
  case 8:
    return clear(input.next() % 2 != 0 ? static_cast<uint8_t>(chip().supervisor.trip().reason) : input.next() & 0x7f);
  case 9:
    return renew(driveFrom(input));
  case 10:
    return stage(driveFrom(input));
  case 11:
  case 12:
    return driven(input);
  case 13:
    return boot(input.next() & 0xf, input.next() % 4 == 0);
  case 14:
    values[frame::remember::number] = input.word();
    values[frame::remember::begun] = input.word();
    return ask(LAYOUT(remember), values);
  default:
    return ask(LAYOUT(recall), values);
  }
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Bytes input = {data, size};
  if (input.next() % 2 == 0) {
    begin();
  } else {
    beginArmed();
  }
  while (input.left > 0) obey(input);
  return 0;
}

#ifdef OWN_INPUTS
int main(int count, char **arguments) {
  std::mt19937 random(count > 2 ? static_cast<unsigned>(std::atoi(arguments[2])) : 1);
  for (long runs = count > 1 ? std::atol(arguments[1]) : 1; runs > 0; runs--) {
    uint8_t bytes[256];
    const size_t length = 1 + random() % sizeof bytes;
    for (size_t at = 0; at < length; at++) bytes[at] = static_cast<uint8_t>(random());
    LLVMFuzzerTestOneInput(bytes, length);
  }
  return 0;
}
#endif
