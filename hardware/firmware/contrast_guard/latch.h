/*
 * What the board remembers through a reset. Opening the port of an Uno pulses DTR and resets the chip: a trip that was
 * kept in ordinary memory would be gone with the next program that looks for a board (law L7). It lives in memory that
 * start-up does not touch, under a check word; a loss of power that lasts forgets it.
 */
#pragma once
#include "trip.h"

/** Bits of MCUSR (ATmega328P datasheet, "MCU Status Register"). */
constexpr uint8_t powerOnReset = 1;
constexpr uint8_t externalReset = 2;
constexpr uint8_t brownOutReset = 4;
constexpr uint8_t watchdogReset = 8;

struct Latch {
  State state;
  Trip trip;
  /** Of the session before: the next one is drawn from it, and differs. */
  uint16_t challenge;
  uint16_t check;

  bool intact() const;
  void keep(State newState, const Trip &newTrip);
};

/**
 * What the chip is after a reset: `noTrip` where it may go to idle.
 * @param resetFlags MCUSR at boot; zero where a bootloader has taken it
 * @param stalled the stall guard cut the power before the reset
 */
Trip tripAfterReset(const Latch &latch, uint8_t resetFlags, bool stalled);

/** A seed that differs from the one before it. */
uint16_t drawChallenge(Latch &latch, uint32_t entropy);
