#include "fan.h"

void Fan::restart() {
  slowWindows_ = 0;
  windowMs_ = 0;
  counted_ = 0;
  edges_ = unknownEdges;
}

void Fan::pass(bool high, uint16_t elapsedMs) {
  if (high != wasHigh_) counted_++;
  wasHigh_ = high;
  windowMs_ += elapsedMs;
  if (windowMs_ < fanWindowMs) return;
  edges_ = counted_;
  if (edges_ >= fanMinEdges) {
    slowWindows_ = 0;
  } else if (slowWindows_ < windowsToConfirm) {
    slowWindows_++;
  }
  windowMs_ = 0;
  counted_ = 0;
}

Trip Fan::judge() const {
  if (slowWindows_ < windowsToConfirm) return noTrip;
  return tripOf(Reason::fanStalled, 0, edges_, fanMinEdges);
}
