/* The serial line. Receives and sends by interrupt; nothing here ever waits. */
#pragma once
#include <stdint.h>

namespace uart {
void begin();

/** The next byte received, or −1. */
int16_t receive();
} // namespace uart
