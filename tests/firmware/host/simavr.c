/*
 * The guard firmware on simavr, an emulator that nobody here wrote, driven line by line: `simavr IMAGE [WORD]`, where the
 * word is what all of the memory holds at power-on.
 *
 *   run MS                    lets so much time pass
 *   to CYCLE                  runs up to that cycle since power-on
 *   send HEX                  bytes from the host, each in its own time
 *   set A0 … A7 OPEN          millivolts at the converter's inputs, level of the stop loop's input
 *
 * Each line is answered by one: bytes sent in hex (or -), time in milliseconds, levels of D7 and D8, and, with commas, the
 * cycle at which each of those bytes was sent.
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
static unsigned long long sentAt[sizeof sent];
static size_t sentLength = 0;
enum { inputs = 8 };
static unsigned millivolts[inputs];
static const unsigned cyclesPerByte = 17 * 16 * 10;

static void onByte(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)param;
  if (sentLength == sizeof sent) return;
  sentAt[sentLength] = avr->cycle;
  sent[sentLength++] = (unsigned char)value;
}

/** The chip holds what an input has when a conversion starts; simavr would look when the result is read. */
static void onConversion(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)value;
  (void)param;
  for (int at = 0; at < inputs; at++) {
    avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_ADC0 + at), millivolts[at]);
  }
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

static void load(const char *path, unsigned word) {
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
  for (unsigned at = 0x100; at <= avr->ramend; at++) avr->data[at] = (uint8_t)(at % 2 == 0 ? word : word >> 8);
  uint32_t flags = 0;
  avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
  flags &= ~(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POLL_SLEEP);
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), onByte, NULL);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_OUT_TRIGGER), onConversion, NULL);
}

static void set(const char *line) {
  char *rest;
  for (int at = 0; at < inputs; at++, line = rest) millivolts[at] = (unsigned)strtoul(line, &rest, 10);
  const unsigned open = (unsigned)strtoul(line, NULL, 10);
  // Stronger than the chip's own pull-up, which simavr else puts on the input at every write to the port.
  avr_ioport_external_t loop = {.name = 'D', .mask = 1 << 2, .value = open << 2};
  avr_ioctl(avr, AVR_IOCTL_IOPORT_SET_EXTERNAL('D'), &loop);
  avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ('D'), 2), open);
}

static void obey(const char *line) {
  unsigned value = 0;
  unsigned long long cycle = avr->cycle;
  if (sscanf(line, "run %u", &value) == 1) {
    runTo(cycle + 16000ULL * value);
  } else if (sscanf(line, "to %llu", &cycle) == 1) {
    runTo(cycle);
  } else if (strncmp(line, "set ", 4) == 0) {
    set(line + 4);
  } else if (strncmp(line, "send ", 5) == 0) {
    for (const char *at = line + 5; sscanf(at, "%2x", &value) == 1; at += 2) {
      avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT), value);
      runTo(cycle += cyclesPerByte);
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
  if (count < 2) return 1;
  avr_global_logger_set(quiet);
  load(arguments[1], count > 2 ? (unsigned)strtoul(arguments[2], NULL, 10) : 0);
  while (fgets(line, sizeof line, stdin) != NULL) {
    sentLength = 0;
    obey(line);
    if (sentLength == 0) fputs("-", stdout);
    for (size_t at = 0; at < sentLength; at++) printf("%02x", sent[at]);
    printf(" %.3f %u %u ", (double)avr->cycle / 16000, level('D', 7), level('B', 0));
    for (size_t at = 0; at < sentLength; at++) printf(at == 0 ? "%llu" : ",%llu", sentAt[at]);
    putchar('\n');
    fflush(stdout);
  }
  return 0;
}
