/* The host's frames: who may ask for what, and the board's answers. */
#pragma once
#include "memory.h"
#include "supervisor.h"

/** First 32 bits of the SHA-256 of the sources; the build gives it. */
#ifndef BUILD_HASH
#define BUILD_HASH 0UL
#endif

class Session {
public:
  Session(Supervisor &supervisor, Latch &latch, Memory &memory)
      : supervisor_(supervisor), latch_(latch), memory_(memory) {}

  /** Draws the first challenge: frames of before the reset are of another session (law L7). */
  void boot(uint8_t resetFlags);

  /** A sysex payload with an id of the guard. */
  void receive(const uint8_t *payload, uint8_t length);

  /** Once a pass: status five times a second, and at once when the state has changed; a step of the memory. */
  void pass();

  /** Nothing that could be believed came from a host for so long that nobody may be there. */
  bool hostSilent() const { return supervisor_.nowMs() - heardAtMs_ >= silentHostMs; }

private:
  bool hello(const uint8_t *payload, uint8_t length);
  bool open(const Layout &layout, const uint8_t *payload, uint8_t length, uint32_t *values);
  bool obey(uint8_t id, const uint8_t *payload, uint8_t length);
  bool narrow(const uint32_t *values);
  bool renew(const uint32_t *values);
  bool remember(const uint32_t *values);
  void identify(uint16_t nonce) const;
  bool report() const;
  bool tellMemory() const;

  Supervisor &supervisor_;
  Latch &latch_;
  Memory &memory_;
  uint32_t reportedAtMs_ = 0;
  uint32_t heardAtMs_ = 0;
  uint16_t challenge_ = openSeed;
  /** Of the last genuine frame, and of the last one that was obeyed. */
  uint16_t sequence_ = 0;
  uint16_t accepted_ = 0;
  uint16_t refused_ = 0;
  uint8_t resetFlags_ = 0;
  uint8_t reportedChanges_ = 0;
  bool due_ = false;
  bool memoryDue_ = false;
  /** A host has said hello since boot: only then can anybody read a status. */
  bool greeted_ = false;
};
