/*
 * The second relay, in the modules' line, held by a pump that has to toggle. Once armed it is left open until the first
 * real drive has shown that nothing flows through it (hazard H02): an open contact that nobody looks at may have welded.
 */
#pragma once
#include "channels.h"
#include "confirmation.h"
#include "drive.h"
#include "trip.h"

class SecondRelay {
public:
  SecondRelay();

  /** At arming. @param proves there is such a relay, and a sensor that sees what flows through it */
  void restart(bool proves);

  /** Once a pass, with what is in force. */
  void pass(const Drive &drive, uint16_t elapsedMs);
  /** One look at the current. */
  void sample(bool flows);

  /** It is to be held. */
  bool holds() const { return !proves_; }

  /** While armed. @param count of the current */
  Trip judge(uint16_t count) const;

private:
  Confirmation flows_;
  bool proves_ = false;
  uint16_t drivenMs_ = 0;
  uint16_t weakMs_ = 0;
};
