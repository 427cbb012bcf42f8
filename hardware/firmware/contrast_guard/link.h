/* The serial line as the core knows it: the chip has a real one, a test keeps what is sent. */
#pragma once
#include <stdint.h>

namespace link {
/** A whole message or nothing: false where there is no room for it now. Never waits. */
bool send(const uint8_t *bytes, uint8_t length);

/** A value that nobody can foresee: it depends on when the host's last byte arrived. */
uint32_t entropy();
} // namespace link
