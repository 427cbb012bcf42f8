/* How long a bad sign must last to be believed. */
#pragma once
#include <stdint.h>

/**
 * Confirmed when bad signs have outweighed good ones for `enough` looks; one bad look weighs as much as two good ones,
 * so that a contact that flickers is believed in the end (hazards H05, H06), and noise around a limit hides nothing.
 * Begins as confirmed: good needs proof.
 */
class Confirmation {
public:
  explicit Confirmation(uint16_t enough) : full_(enough * 2), level_(enough * 2) {}

  void see(bool bad) {
    if (bad) {
      level_ = level_ + 2 < full_ ? level_ + 2 : full_;
    } else if (level_ > 0) {
      level_--;
    }
  }

  /** Only by whoever has just proven that all is well. */
  void restart() { level_ = 0; }

  /** Nothing is known any more: good needs proof again. */
  void doubt() { level_ = full_; }

  bool confirmed() const { return level_ >= full_; }
  /** No bad sign is left. */
  bool clear() const { return level_ == 0; }

private:
  const uint16_t full_;
  uint16_t level_;
};
