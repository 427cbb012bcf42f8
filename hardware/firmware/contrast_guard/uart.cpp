#include "uart.h"
#include "link.h"
#include <Arduino.h>
#include <avr/interrupt.h>
#include <avr/io.h>
#include <util/atomic.h>

namespace {
constexpr uint32_t baud = 57600;

/** Sizes are powers of two, so that an index wraps by masking. */
constexpr uint8_t receiveSize = 128;
constexpr uint16_t sendSize = 256;

volatile uint8_t received[receiveSize];
volatile uint8_t receivedHead = 0;
volatile uint8_t receivedTail = 0;
volatile uint8_t arrivedAt = 0;

volatile uint8_t toSend[sendSize];
volatile uint8_t sendHead = 0;
volatile uint8_t sendTail = 0;
} // namespace

ISR(USART_RX_vect) {
  const bool damaged = (UCSR0A & (_BV(FE0) | _BV(UPE0))) != 0;
  const uint8_t byte = UDR0;
  arrivedAt = TCNT0;
  const uint8_t next = (receivedHead + 1) & (receiveSize - 1);
  // What does not fit or is damaged is lost; the CRC of the frame, or the lease, tells.
  if (damaged || next == receivedTail) return;
  received[receivedHead] = byte;
  receivedHead = next;
}

/** Runs only while there is something to send. */
ISR(USART_UDRE_vect) {
  UDR0 = toSend[sendTail];
  sendTail = sendTail + 1;
  if (sendHead == sendTail) UCSR0B &= ~_BV(UDRIE0);
}

namespace uart {
void begin() {
  // 58 824 baud, 2.1 % above the nominal rate: what the Uno's own USB chip makes of 57 600.
  constexpr uint16_t divider = F_CPU / 16 / baud - 1;
  UCSR0A = 0;
  UBRR0 = divider;
  UCSR0C = _BV(UCSZ01) | _BV(UCSZ00);
  UCSR0B = _BV(RXEN0) | _BV(TXEN0) | _BV(RXCIE0);
}

int16_t receive() {
  if (receivedHead == receivedTail) return -1;
  const uint8_t byte = received[receivedTail];
  receivedTail = (receivedTail + 1) & (receiveSize - 1);
  return byte;
}
} // namespace uart

namespace link {
bool send(const uint8_t *bytes, uint8_t length) {
  const uint8_t used = sendHead - sendTail;
  if (length >= sendSize - used) return false;
  if (length == 0) return true;
  for (uint8_t index = 0; index < length; index++) {
    toSend[sendHead] = bytes[index];
    sendHead = sendHead + 1;
  }
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { UCSR0B |= _BV(UDRIE0); }
  return true;
}

uint32_t entropy() { return (static_cast<uint32_t>(arrivedAt) << 24) ^ micros(); }
} // namespace link
