import { describe, expect, it } from 'vitest';
import { pinRoles } from '../../hardware/parts/pin-map.ts';
import { contrast, scratch } from './contrast.ts';

interface Report {
  readonly checks: { name: string; verdict: string; finding: string; fix?: string }[];
  readonly pins: Record<string, number>;
}

describe('contrast doctor', () => {
  it('checks the simulated device and prints every pin', () => {
    const ran = contrast(['doctor'], { CONTRAST_RECORDS: scratch() });
    expect(ran.code).toBe(0);
    for (const { signal } of pinRoles) expect(ran.out).toContain(signal);
    expect(ran.out).toMatch(/ok\s+plate sensor A\s+2\d\.\d+ °C, noise 0\.\d+ °C rms/);
    expect(ran.out).toMatch(/ok\s+stop loop\s+closed/);
  });

  it('warns that StandardFirmata does not guard anyone', () => {
    const ran = contrast(['doctor', '--board', 'emulated-standard', '--json'], {
      CONTRAST_RECORDS: scratch(),
    });
    const { checks } = JSON.parse(ran.out) as Report;
    const guard = checks.find(({ name }) => name === 'guard');
    expect(guard).toMatchObject({ verdict: 'warn' });
    expect(guard?.finding).toContain('keeps driving');
    expect(checks.find(({ name }) => name === 'board')?.finding).toContain('StandardFirmata');
  });

  it('says what is wrong, what to do, and ends with exit code 6', () => {
    const ran = contrast(['doctor', '--board', '/dev/ttyNOWHERE'], {
      CONTRAST_RECORDS: '/proc/contrast',
    });
    expect(ran.code).toBe(6);
    expect(ran.out).toMatch(/fail\s+board\s+\/dev\/ttyNOWHERE: there is no such port/);
    expect(ran.out).toContain('PORT_MISSING');
  });
});
