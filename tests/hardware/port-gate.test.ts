/** Between Johnny-Five and a serial port: nothing waits for a port that is not open, and a loss is told once. */
import { EventEmitter } from 'node:events';
import type { SerialPortStream } from '@serialport/stream';
import { describe, expect, it } from 'vitest';
import { PortGate } from '../../hardware/johnny-five/port-gate.ts';

class Port extends EventEmitter {
  readonly path = '/dev/of-a-test';
  isOpen = false;
  readonly written: string[] = [];
  write(bytes: Buffer, _encoding: undefined, done: () => void): void {
    this.written.push(bytes.toString());
    done();
  }
}

function gated(): {
  readonly port: Port;
  readonly gate: PortGate;
  readonly write: (text: string) => void;
} {
  const port = new Port();
  const gate = new PortGate(port as unknown as SerialPortStream);
  let done = 0;
  let asked = 0;
  const write = (text: string): void => {
    gate.write(Buffer.from(text), () => void (done += 1));
    // Whoever writes is never kept waiting.
    expect(done).toBe((asked += 1));
  };
  return { port, gate, write };
}

describe('a write', () => {
  it('reaches a port that is open, and no other: what is old must not be done at the next opening (L5)', () => {
    const { port, write } = gated();
    write('before');
    port.isOpen = true;
    write('now');
    port.isOpen = false;
    write('after');
    expect(port.written).toEqual(['now']);
  });

  it('reaches nothing once the gate is closed', async () => {
    const { port, gate, write } = gated();
    await gate.close();
    port.isOpen = true;
    write('late');
    expect(port.written).toEqual([]);
  });
});

describe('a loss', () => {
  it('is told once, with the first reason, and not of a port that was closed on purpose', async () => {
    const { port, gate } = gated();
    const told: string[] = [];
    gate.onLost = (reason) => void told.push(reason);
    port.emit('error', new Error('unplugged'));
    port.emit('close', null);
    expect(told).toEqual(['the port failed: unplugged']);
    const other = gated();
    other.gate.onLost = (reason) => void told.push(reason);
    await other.gate.close();
    other.port.emit('close', null);
    expect(told).toHaveLength(1);
  });

  it('is what a report does that nobody can process', () => {
    const { port, gate } = gated();
    const told: string[] = [];
    gate.onLost = (reason) => void told.push(reason);
    gate.on('data', () => {
      throw new Error('no such pin');
    });
    port.emit('data', Buffer.from([1]));
    expect(told).toEqual(['a report could not be processed: no such pin']);
  });
});
