/**
 * The ATmega328P of an Arduino Uno, put together from avr8js: ports B, C, D, timers 0 to 2, USART 0,
 * ADC, watchdog, TWI, EEPROM (ATmega328P datasheet). One object lives from one reset to the next: a reset
 * builds a new chip, so that every register is at its initial value and every pin high-impedance.
 * (`CPU.reset` of avr8js leaves the I/O registers as they were, PWM running.)
 */
import {
  ADCMuxInputType,
  adcConfig,
  AVRADC,
  AVRClock,
  AVREEPROM,
  AVRIOPort,
  AVRTimer,
  AVRTWI,
  AVRUSART,
  AVRWatchdog,
  CPU,
  portBConfig,
  portCConfig,
  portDConfig,
  timer0Config,
  timer1Config,
  timer2Config,
  twiConfig,
  usart0Config,
  watchdogConfig,
} from 'avr8js';
import type { EEPROMBackend } from 'avr8js';
import { atmega328p as chip } from '../../port/chip.ts';
import type { UsartInternals } from './avr8js-internals.ts';
import type { WasmMemory } from './engine.ts';
import { EventDrivenTimer } from './event-driven-timer.ts';
import { shareMemory } from './machine.ts';

export const cpuHz = chip.clockHz;
const sramBytes = 2048;
const firstSramAddress = 0x100;
const { MCUSR, WDTCSR } = watchdogConfig;
/** Channels inside of the chip, as the converter's multiplexer numbers them. */
const innerReference = 14;
const innerGround = 15;
/** RXC0 in UCSR0A and RXEN0 in UCSR0B. */
const receivedFlag = 0x80;
const receiverOn = 0x10;

/** Bits of MCUSR, the reset cause that the program can read. */
export const resetFlags = { 'power-on': 0x01, external: 0x02, watchdog: 0x08 } as const;
export type ResetCause = keyof typeof resetFlags;

export interface ChipOptions {
  /** Flash contents, 0x4000 words. */
  readonly flash: Uint16Array;
  readonly eeprom: EEPROMBackend;
  /** Volts (0 … 5) at A0 … A7, and of the inner channels 14 and 15, when a conversion starts. */
  readonly readAnalogVolts: (channel: number) => number;
  /** Called with each byte that the USART starts to send. */
  readonly onSerialByte: (byte: number) => void;
  /** Timers run only where something can be seen of them, and data memory is one that compiled code can work on. */
  readonly accelerated: boolean;
}

export class Atmega328p {
  readonly cpu: CPU;
  readonly memory: WasmMemory | undefined;
  readonly ports: { readonly B: AVRIOPort; readonly C: AVRIOPort; readonly D: AVRIOPort };
  readonly usart: AVRUSART;
  readonly timers: readonly EventDrivenTimer[];
  /** The watchdog has fired; whoever runs the chip must replace it. */
  watchdogFired = false;

  constructor(options: ChipOptions, cause: ResetCause, before?: Atmega328p) {
    const cpu = new CPU(options.flash, sramBytes);
    this.cpu = cpu;
    this.memory = options.accelerated ? shareMemory(cpu) : undefined;
    if (before !== undefined) cpu.cycles = before.cpu.cycles;
    // SRAM keeps its contents through a reset, not through a loss of power.
    if (before !== undefined && cause !== 'power-on') {
      cpu.data.set(before.cpu.data.subarray(firstSramAddress), firstSramAddress);
      cpu.data[MCUSR] = before.cpu.data[MCUSR] ?? 0;
    }
    cpu.data[MCUSR] = (cpu.data[MCUSR] ?? 0) | resetFlags[cause];
    cpu.reset = () => {
      this.watchdogFired = true;
    };
    this.ports = {
      B: new AVRIOPort(cpu, portBConfig),
      C: new AVRIOPort(cpu, portCConfig),
      D: new AVRIOPort(cpu, portDConfig),
    };
    const timers = [timer0Config, timer1Config, timer2Config].map((config) => ({
      config,
      timer: new AVRTimer(cpu, config),
    }));
    this.timers = options.accelerated
      ? timers.map(({ config, timer }) => new EventDrivenTimer(cpu, timer, config))
      : [];
    this.usart = new AVRUSART(cpu, usart0Config, cpuHz);
    this.usart.onByteTransmit = options.onSerialByte;
    keepReceivedByte(cpu, this.usart as unknown as UsartInternals);
    connectAdc(cpu, options.readAnalogVolts);
    // No device hangs on the two-wire bus: avr8js answers every address with NACK.
    void new AVRTWI(cpu, twiConfig, cpuHz);
    void new AVREEPROM(cpu, options.eeprom);
    connectWatchdog(cpu, cause);
  }
}

/**
 * avr8js 0.21.1 drops a received byte whenever the program writes to UCSR0B, as it does each time that it begins or
 * ends to send. The chip drops it only where the receiver is switched off (ATmega328P datasheet, RXENn).
 */
function keepReceivedByte(cpu: CPU, { RXC }: UsartInternals): void {
  const { UCSRA, UCSRB } = usart0Config;
  const write = cpu.writeHooks[UCSRB];
  if (write === undefined) throw new Error('avr8js does not watch UCSR0B any more');
  cpu.writeHooks[UCSRB] = (value, oldValue, address, mask) => {
    const received = ((cpu.data[UCSRA] ?? 0) & receivedFlag) !== 0;
    const handled = write(value, oldValue, address, mask);
    if (received && (value & receiverOn) !== 0) cpu.setInterruptFlag(RXC);
    return handled;
  };
}

function connectAdc(cpu: CPU, readAnalogVolts: (channel: number) => number): void {
  const adc = new AVRADC(cpu, adcConfig);
  const convert = adc.onADCRead;
  adc.onADCRead = (input) => {
    if (input.type === ADCMuxInputType.SingleEnded) {
      const volts = readAnalogVolts(input.channel);
      // L4: a voltage that is none reads as a short to ground, which no thermistor gives.
      adc.channelValues[input.channel] = Number.isFinite(volts) ? volts : 0;
    }
    if (input.type === ADCMuxInputType.Constant) {
      const volts = readAnalogVolts(input.voltage > 0 ? innerReference : innerGround);
      convert({ ...input, voltage: Number.isFinite(volts) ? volts : 0 });
      return;
    }
    convert(input);
  };
}

/** The peripherals hook themselves into the CPU. After a watchdog reset the watchdog stays on, at its shortest period of 16 ms. */
function connectWatchdog(cpu: CPU, cause: ResetCause): void {
  void new AVRWatchdog(cpu, watchdogConfig, new AVRClock(cpu, cpuHz));
  if (cause !== 'watchdog') return;
  const changeEnable = 0x18;
  const enable = 0x08;
  cpu.writeData(WDTCSR, changeEnable);
  cpu.writeData(WDTCSR, enable);
}
