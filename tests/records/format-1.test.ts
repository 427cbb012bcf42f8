import { english } from '../../src/words/tongue.ts';
/** Records of format 1 have sentences where format 2 has facts: what is read of them is what stands in them. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { eventLines } from '../../src/report/record-lines.ts';
import { headerOf, linesOf, outcomeOf } from '../../src/records/outcome.ts';
import { readRecord } from '../../src/records/store.ts';
import { explain } from '../../src/report/explanation.ts';
import { reportOf } from '../../src/report/report.ts';
import { leftBehind } from '../../src/server/device/left-behind.ts';

const folder = fileURLToPath(new URL('fixtures/format-1', import.meta.url));
const record = readRecord(folder, 'latest');
const { verification } = record;
const reading = '5.5 A flow through the modules, the way that heats';
const limit = '2.3 A that way, by what is driven';

describe('a record of format 1', () => {
  it('is intact, and every line of it is understood', () => {
    expect(headerOf(verification.lines)?.recordFormat).toBe(1);
    expect(verification).toMatchObject({ text: 'intact', notUnderstood: [] });
  });

  it('is told in its own words', () => {
    expect(outcomeOf(verification).reason).toContain(`${reading}; the limit is ${limit}.`);
    expect(eventLines(english, linesOf(verification.lines, 'trip')).join()).toContain(
      `(reading ${reading}, limit ${limit})`,
    );
  });

  it('is explained: reading, limit, and its own advice', () => {
    const told = explain(record);
    expect(told).toMatchObject({ found: null, reading, limit, rule: 'current-undriven' });
    expect(told.reason).toBe(`${reading}; the limit is ${limit}`);
    expect(told.remedy).toMatch(/^Take the plate off the skin and look at the skin\. Likely/);
  });

  it('is printed and filed', () => {
    const html = reportOf(record);
    expect(html).toContain(reading);
    expect(html).toContain(limit);
  });

  it('leaves its alarm and its trip for whoever comes next', () => {
    const seen = { id: record.id, endSeenBy: null, alarmsSeenBy: {} };
    const left = leftBehind(record.id, verification, seen, 0);
    expect(left.trip).toMatchObject({ rule: 'current-undriven', reading, limit });
    expect(left.alarms.alarms.map(({ detail }) => detail)).toContain(
      `${reading}; the limit is ${limit}`,
    );
  });
});
