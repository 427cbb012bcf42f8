#include "stop_loop.h"

void StopLoop::pass(bool low, uint16_t elapsedMs) {
  if (pulses_) {
    // The level is the pulse's: it says nothing of the button.
    pulses_ = false;
    sincePulseMs_ = 0;
    followed_ = !low;
    shorted_.see(low);
    return;
  }
  low_ = low;
  open_.see(!low);
  sincePulseMs_ += elapsedMs;
  // An open loop is high already, and shows nothing.
  pulses_ = low && sincePulseMs_ >= loopPulseMs;
}

Trip StopLoop::judgePulses() const {
  if (!shorted_.confirmed()) return noTrip;
  return tripOf(Reason::stopLoopShorted, 0, 0, 1);
}
