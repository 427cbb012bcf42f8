/*
 * The guard firmware on simavr, an emulator that nobody here wrote, driven line by line.
 *
 *   run MS                                  lets so much time pass
 *   send HEX                                bytes from the host, each in its own time
 *   set A B HEATSINK WITNESS KNOWN OPEN     millivolts at A0 to A3 and A7, level of the stop loop's input
 *
 * Each line is answered by one: bytes sent in hex (or -), time in milliseconds, levels of D7 and D8.
 */
#include <simavr/avr_adc.h>
#include <simavr/avr_ioport.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_hex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static avr_t *avr;
static unsigned char sent[1 << 16];
static size_t sentLength = 0;
static const unsigned cyclesPerByte = 17 * 16 * 10;

static void onByte(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)param;
  if (sentLength < sizeof sent) sent[sentLength++] = (unsigned char)value;
}

static void quiet(avr_t *chip, const int level, const char *format, va_list args) {
  (void)chip;
  (void)level;
  (void)format;
  (void)args;
}

static void runTo(avr_cycle_count_t cycle) {
  while (avr->cycle < cycle) {
    const int state = avr_run(avr);
    if (state == cpu_Done || state == cpu_Crashed) {
      puts("the chip has crashed: died");
      exit(1);
    }
  }
}

static void load(const char *path) {
  uint32_t size = 0, base = 0;
  uint8_t *image = read_ihex_file(path, &size, &base);
  avr = avr_make_mcu_by_name("atmega328p");
  if (image == NULL || avr == NULL) exit(1);
  avr_init(avr);
  avr->frequency = 16000000;
  avr->vcc = avr->avcc = avr->aref = 5000;
  memcpy(avr->flash + base, image, size);
  avr->pc = base;
  avr->codeend = avr->flashend;
  uint32_t flags = 0;
  avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
  flags &= ~(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POLL_SLEEP);
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), onByte, NULL);
}

static void obey(const char *line) {
  static const int channels[] = {0, 1, 2, 3, 7};
  unsigned value[6] = {0};
  if (sscanf(line, "run %u", value) == 1) {
    runTo(avr->cycle + 16000ULL * value[0]);
  } else if (sscanf(line, "set %u %u %u %u %u %u", value, value + 1, value + 2, value + 3, value + 4, value + 5) == 6) {
    for (int at = 0; at < 5; at++) {
      avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_ADC0 + channels[at]), value[at]);
    }
    // Stronger than the chip's own pull-up, which simavr else puts on the input at every write to the port.
    avr_ioport_external_t loop = {.name = 'D', .mask = 1 << 2, .value = value[5] << 2};
    avr_ioctl(avr, AVR_IOCTL_IOPORT_SET_EXTERNAL('D'), &loop);
    avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ('D'), 2), value[5]);
  } else if (strncmp(line, "send ", 5) == 0) {
    for (const char *at = line + 5; sscanf(at, "%2x", value) == 1; at += 2) {
      avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT), value[0]);
      runTo(avr->cycle + cyclesPerByte);
    }
  }
}

static unsigned level(char port, int pin) {
  avr_ioport_state_t state;
  avr_ioctl(avr, AVR_IOCTL_IOPORT_GETSTATE(port), &state);
  return (state.port & state.ddr) >> pin & 1;
}

int main(int count, char **arguments) {
  static char line[1 << 16];
  if (count != 2) return 1;
  avr_global_logger_set(quiet);
  load(arguments[1]);
  while (fgets(line, sizeof line, stdin) != NULL) {
    sentLength = 0;
    obey(line);
    if (sentLength == 0) fputs("-", stdout);
    for (size_t at = 0; at < sentLength; at++) printf("%02x", sent[at]);
    printf(" %.3f %u %u\n", (double)avr->cycle / 16000, level('D', 7), level('B', 0));
    fflush(stdout);
  }
  return 0;
}
