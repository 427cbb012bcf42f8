/*
 * What the board remembers without power, in its EEPROM: its number, how many treatments were begun on it, and the end
 * of its newest record. It keeps them for the host, which judges by them whether a record is missing; nothing on the
 * board ever asks (law L5: no limit, state or trip depends on what lies there).
 *
 * Two copies, written in turn: the older one is made invalid, written, and made valid as the last step. Whenever the
 * power fails, one of them is whole. Only bytes that differ are written, one at a time, and nothing waits for one.
 */
#pragma once
#include "generated.h"

struct Remembered {
  /** 0: none was given. */
  uint32_t number;
  uint32_t begun;
  uint32_t hash[4];

  bool operator==(const Remembered &other) const;
};

class Memory {
public:
  /** Once a pass: reads the copies, or begins to write at most one byte. */
  void pass();

  /** Read, and nothing is left to write. */
  bool settled() const { return loaded_ && !writing_; }

  Condition condition() const { return condition_; }
  /** As it was read back from the EEPROM; zeros where nothing is kept. */
  const Remembered &kept() const { return kept_; }

  /**
   * Begins to keep this instead. False, and nothing changes, where it names another number than the board's own, takes
   * the count back, or leaps ahead: a host that has gone wrong must not use it up.
   */
  bool remember(const Remembered &wanted);

private:
  static constexpr uint8_t slotSize = 28;

  void load();
  bool readSlot(uint8_t slot);
  bool writeStep();

  Remembered kept_ = {0, 0, {0, 0, 0, 0}};
  uint8_t bytes_[slotSize];
  Condition condition_ = Condition::blank;
  /** Of the copy that is in force; the other one is written next. */
  uint8_t slot_ = 1;
  uint8_t turn_ = 0;
  uint8_t step_ = 0;
  bool loaded_ = false;
  bool writing_ = false;
};
