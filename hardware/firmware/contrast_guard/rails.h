/*
 * The two supplies behind the relay, as the board senses them: whether each contact has opened, in every state and
 * without heat (hazard H10), whether the cool rail feeds the other one through the modules (hazard H02), and whether each
 * carries what it should (hazard H29).
 */
#pragma once
#include "channels.h"
#include "confirmation.h"
#include "drive.h"

class Rails {
public:
  Rails();

  /** Once a pass, with what is in force: how long the relay has been as it is, and what the legs do. */
  void pass(const Drive &drive, uint16_t elapsedMs);
  /** One conversion of either rail. */
  void sample(const Conversion &conversion);

  /** In every state: a rail that is not empty though its contact is open. */
  Trip judgeOpen() const;
  /** While armed: a rail that carries too much or too little, though it is connected. */
  Trip judgeClosed() const;

  /** Newest count of a rail, by its channel. */
  uint16_t latest(uint8_t channel) const { return channel == heatRailPin ? heat_.latest : cool_.latest; }

  /** Both contacts are proven open, as far as there was time to look: what arming and clearing take. */
  bool safe() const;

private:
  /** Everything of one rail. */
  struct Rail {
    explicit Rail(uint8_t channel);

    void see(uint16_t count, uint16_t least, uint16_t most);
    void open(uint16_t count);

    uint16_t latest = 0;
    Confirmation full;
    Confirmation low;
    Confirmation high;
  };

  Trip judgeOpen(const Rail &rail, uint8_t channel) const;
  bool isProvable() const;
  bool isLifted() const;

  Rail cool_;
  Rail heat_;
  bool closed_ = false;
  /** Of a PWM period, in 255ths. */
  uint8_t liftTime_ = 0;
  uint16_t relayMs_ = 0;
};
