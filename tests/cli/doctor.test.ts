import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
    expect(ran.out).toMatch(
      /ok\s+plate sensor A\s+2\d\.\d+ °C, noise 0\.\d+ LSB rms without current/,
    );
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
    expect(guard?.finding).toContain('78 % 70 minutes later');
    expect(checks.find(({ name }) => name === 'board')?.finding).toContain('StandardFirmata');
  });

  it('proves on the real guard firmware that power ends when renewals end', () => {
    const ran = contrast(['doctor', '--board', 'emulated', '--json'], {
      CONTRAST_RECORDS: scratch(),
    });
    const { checks } = JSON.parse(ran.out) as Report;
    expect(checks.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(ran.code).toBe(0);
    const finding = (wanted: string) => checks.find(({ name }) => name === wanted)?.finding;
    expect(finding('board')).toContain('ContrastGuard');
    expect(finding('firmware')).toContain('up to date');
    expect(finding('relay')).toContain('by the board’s own word');
    const ms = Number(/power off (\d+) ms/.exec(finding('lease') ?? '')?.[1]);
    expect(ms).toBeGreaterThan(400);
    expect(ms).toBeLessThanOrEqual(500);
  });

  it('finds a record that was altered, and limits that are wider than the device', () => {
    const folder = scratch();
    contrast(['run', '--yes', '--speed', 'max', '--act', 'stop@5', '--records', folder]);
    const [record = ''] = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    const text = readFileSync(join(folder, record), 'utf8');
    writeFileSync(join(folder, record), text.replace('"type":"', '"type": "'));
    const limits = join(folder, 'limits.yaml');
    writeFileSync(limits, 'hotSetpointC: { max: 60 }\n');
    const ran = contrast(['doctor', '--records', folder, '--limits', limits]);
    expect(ran.code).toBe(6);
    expect(ran.out).toMatch(/fail\s+newest record\s+.*altered at line 1/);
    expect(ran.out).toMatch(/fail\s+limits\s+.*limits\.yaml.*hotSetpointC/);
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
