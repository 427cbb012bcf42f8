import { describe, expect, it } from 'vitest';
import { paced } from '../../src/treatment/pacing.ts';

describe('the pacer', () => {
  it('lets a tick through only when the wall allows it', async () => {
    let wallMs = 0;
    const pacer = paced(10, () => wallMs);
    // 100 ms of treatment at ten times the speed are 10 ms of wall time.
    wallMs = 7;
    const wait = pacer.until(100);
    expect(wait).toBeInstanceOf(Promise);
    await wait;
    wallMs = 12;
    expect(pacer.until(100)).toBeUndefined();
  });

  it('slips after a stall instead of racing to catch up', () => {
    let wallMs = 0;
    const pacer = paced(1, () => wallMs);
    wallMs = 60_000;
    void pacer.until(50);
    // A suspended minute is gone: the next tick is due 50 ms later, not at once.
    expect(pacer.until(100)).toBeInstanceOf(Promise);
  });

  it('lets the event loop in, however fast it runs', () => {
    let wallMs = 0;
    const pacer = paced('max', () => wallMs);
    expect(pacer.until(50)).toBeUndefined();
    wallMs = 9;
    expect(pacer.until(100)).toBeInstanceOf(Promise);
  });
});
