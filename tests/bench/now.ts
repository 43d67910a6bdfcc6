/** Milliseconds since 1970 with their fractions, on the clock that browsers' `performance.timeOrigin` counts from. */
export const now = (): number => performance.timeOrigin + performance.now();
