/*
 * As much of the Firmata protocol (version 2.5) as Johnny-Five needs of this board. Writes to the power pins are only
 * staged; nothing that arrives here can raise a pin's power.
 */
#pragma once
#include "session.h"

/** What Firmata writes without asking anybody. */
struct Signals {
  bool buzzer;
  bool statusLed;
};

class Firmata {
public:
  Firmata(Supervisor &supervisor, Session &session) : supervisor_(supervisor), session_(session) {}

  /** Says who it is, as StandardFirmata does after a reset. */
  void greet() const;
  /** One byte from the host. */
  void receive(uint8_t byte);
  /** Once a pass: the reports that are due. @param loopOpen the level of the stop loop's input */
  void report(bool loopOpen);

  const Signals &signals() const { return signals_; }

private:
  /** Longer than any message that is understood. */
  static constexpr uint8_t longestSysex = 40;

  void reset();
  void begin(uint8_t command);
  void obey();
  void endSysex();
  void writePort(uint8_t port, uint8_t levels);
  void writePin(uint8_t pin, bool high);
  void writeCount(uint8_t pin, uint32_t count);
  void answerPinState(uint8_t pin) const;
  uint16_t valueOf(uint8_t pin) const;

  Supervisor &supervisor_;
  Session &session_;
  Signals signals_ = {false, false};
  uint8_t command_ = 0;
  /** Of the port, pin or channel that the command's low bits name. */
  uint8_t number_ = 0;
  uint8_t awaited_ = 0;
  uint8_t received_ = 0;
  bool inSysex_ = false;
  uint8_t data_[longestSysex];

  uint8_t reportedChannels_ = 0;
  bool reportsLoop_ = false;
  bool loopDue_ = false;
  bool loopWasOpen_ = false;
  uint16_t samplingMs_ = 19;
  uint32_t sampledAtMs_ = 0;
};
