/** The moment that a build counts as today: `SOURCE_DATE_EPOCH` (seconds since 1970) where it is set, now otherwise. In milliseconds. */
export function momentOfBuild(): number {
  const set = process.env['SOURCE_DATE_EPOCH'];
  return set && /^\d+$/.test(set) ? Number(set) * 1000 : Date.now();
}

/** The day (ISO) at a moment, so many hours from Greenwich: 14 where a day begins first, -12 where it ends last. */
export function dayAt(moment: number, hours: number): string {
  return new Date(moment + hours * 3_600_000).toISOString().slice(0, 10);
}

/** Whether it is a day of the calendar, written as `2026-11-20`. */
export function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === day;
}
