/** ATmega328P programs of a few words, assembled by hand. */

/** One instruction or more a line. */
const program = (lines: readonly (readonly number[])[]): Uint16Array =>
  Uint16Array.from(lines.flat());

/** `here: rjmp here`. */
export const deafProgram = program([[0xcfff]]);

/** Sends 0x55 for ever, at the 58 823 baud of StandardFirmata. */
export const babblingProgram = program([
  [0xe100, 0x9300, 0x00c4], // ldi r16, 16; sts UBRR0L, r16
  [0xe008, 0x9300, 0x00c1], // ldi r16, 1 << TXEN0; sts UCSR0B, r16
  [0xe515], // ldi r17, 0x55
  [0x9120, 0x00c0, 0xff25, 0xcffc], // loop: lds r18, UCSR0A; sbrs r18, UDRE0; rjmp loop
  [0x9310, 0x00c6, 0xcff9], // sts UDR0, r17; rjmp loop
]);

/** Drives pin 8 high, arms the watchdog at 16 ms and hangs. After a watchdog reset it only hangs. */
export const hangingProgram = program([
  [0xb704, 0xfd03, 0xc009], // in r16, MCUSR; sbrc r16, WDRF; rjmp stop
  [0x9a20, 0x9a28], // sbi DDRB, 0; sbi PORTB, 0
  [0xe118, 0x9310, 0x0060], // ldi r17, 1 << WDCE | 1 << WDE; sts WDTCSR, r17
  [0xe018, 0x9310, 0x0060], // ldi r17, 1 << WDE; sts WDTCSR, r17
  [0xcfff], // hang: rjmp hang
  [0xcfff], // stop: rjmp stop
]);
