import { describe, expect, test } from 'vitest';
import { ageOf } from '../../src/islands/age/age.ts';

const at = (date: string) => Date.parse(`${date}T12:00:00Z`);
const dates = { checked: '2026-11-20', due: '2027-05-20', seen: null };

describe('the age of a text', () => {
  test('is nothing to speak of between the check and the day it falls due', () => {
    expect(ageOf({ ...dates, now: at('2026-11-20') })).toBe('fresh');
    expect(ageOf({ ...dates, now: at('2027-05-20') })).toBe('fresh');
  });

  test('is told once the next check is due', () => {
    expect(ageOf({ ...dates, now: at('2027-05-22') })).toBe('overdue');
    expect(ageOf({ ...dates, now: at('2031-01-01'), seen: at('2030-12-31') })).toBe('overdue');
  });

  test('is told of a copy that has not met the network for two months', () => {
    expect(ageOf({ ...dates, now: at('2027-02-01'), seen: at('2026-12-20') })).toBe('fresh');
    expect(ageOf({ ...dates, now: at('2027-02-25'), seen: at('2026-12-20') })).toBe('long');
  });

  test('is not told by a clock that is years wrong', () => {
    expect(ageOf({ ...dates, now: at('1970-01-02') })).toBe('unknown');
    expect(ageOf({ ...dates, now: at('2026-11-01'), seen: at('2016-01-01') })).toBe('unknown');
    expect(ageOf({ ...dates, now: at('2060-01-01') })).toBe('unknown');
  });
});
