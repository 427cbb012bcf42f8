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

/** Shows MCUSR, the reset flags, on pins 8 and up. */
export const resetFlagsProgram = program([
  [0xb704, 0xb904, 0xb905, 0xcfff], // in r16, MCUSR; out DDRB, r16; out PORTB, r16; here: rjmp here
]);

/** Arms the watchdog at 16 ms and pets it for ever. */
export const pettingProgram = program([
  [0xe118, 0x9310, 0x0060], // ldi r17, 1 << WDCE | 1 << WDE; sts WDTCSR, r17
  [0xe018, 0x9310, 0x0060], // ldi r17, 1 << WDE; sts WDTCSR, r17
  [0x95a8, 0xcffe], // pet: wdr; rjmp pet
]);

/** PWM of 99/256 on pin 6, which the program waits for and copies to pin 8. */
export const mirrorProgram = program([
  [0x9a56, 0x9a20], // sbi DDRD, 6; sbi DDRB, 0
  [0xe803, 0xbd04], // ldi r16, 1 << COM0A1 | 3 << WGM00; out TCCR0A, r16
  [0xe603, 0xbd07], // ldi r16, 99; out OCR0A, r16
  [0xe003, 0xbd05], // ldi r16, 3 << CS00; out TCCR0B, r16
  [0x9b4e, 0xcffe, 0x9a28], // low: sbis PIND, 6; rjmp low; sbi PORTB, 0
  [0x994e, 0xcffe, 0x9828, 0xcff9], // high: sbic PIND, 6; rjmp high; cbi PORTB, 0; rjmp low
]);

/** Sends back what it receives, and writes to UCSR0B all the while, as a program does that sends by interrupt. */
export const echoingProgram = program([
  [0xe100, 0x9300, 0x00c4], // ldi r16, 16; sts UBRR0L, r16
  [0xe108], // ldi r16, 1 << RXEN0 | 1 << TXEN0
  [0x9300, 0x00c1], // loop: sts UCSR0B, r16
  [0x9120, 0x00c0, 0xff27, 0xcffa], // lds r18, UCSR0A; sbrs r18, RXC0; rjmp loop
  [0x9110, 0x00c6, 0x9310, 0x00c6, 0xcff5], // lds r17, UDR0; sts UDR0, r17; rjmp loop
]);

/**
 * Interrupted by timer 0 every `period` cycles, which turns pin 8 over. For every second of them it waits, then divides and
 * turns pin 9 over where the remainder is odd.
 */
export const interruptedProgram = (period: number): Uint16Array =>
  program([
    [0xc028, ...Array.from({ length: 27 }, () => 0)], // rjmp main; other vectors
    [0x938f, 0xb78f, 0x938f], // TIMER0_COMPA: push r24; in r24, SREG; push r24
    [0x9180, 0x0100, 0x9583, 0x9380, 0x0100], // lds r24, 0x100; inc r24; sts 0x100, r24
    [0x9a18, 0x918f, 0xbf8f, 0x918f, 0x9518], // sbi PINB, 0; pop r24; out SREG, r24; pop r24; reti
    [0x9a20, 0x9a21], // main: sbi DDRB, 0; sbi DDRB, 1
    [0xe002, 0xbd04], // ldi r16, 1 << WGM01; out TCCR0A, r16
    [0xe000 | (((period - 1) & 0xf0) << 4) | ((period - 1) & 0xf), 0xbd07], // ldi r16, period - 1; out OCR0A, r16
    [0xe002, 0x9300, 0x006e], // ldi r16, 1 << OCIE0A; sts TIMSK0, r16
    [0xe001, 0xbd05, 0x9478], // ldi r16, 1 << CS00; out TCCR0B, r16; sei
    [0x9190, 0x0100], // outer: lds r25, 0x100
    [0x9180, 0x0100, 0x1b89, 0x3082, 0xf3d8], // wait: lds r24, 0x100; sub r24, r25; cpi r24, 2; brcs wait
    [0x9120, 0x0101, 0x592d, 0x9320, 0x0101], // lds r18, 0x101; subi r18, 157; sts 0x101, r18
    [0xe038, 0x2744], // ldi r19, 8; eor r20, r20
    [0x0f22, 0x1f44, 0x3047, 0xf010], // divide: lsl r18; rol r20; cpi r20, 7; brcs next
    [0x5047, 0x9523], // subi r20, 7; inc r18
    [0x953a, 0xf7c1], // next: dec r19; brne divide
    [0x9340, 0x0102, 0xfd40, 0x9a19, 0xcfe5], // sts 0x102, r20; sbrc r20, 0; sbi PINB, 1; rjmp outer
  ]);
