import type { Journey, Milestone } from './measure.ts';

/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  if (low === undefined || high === undefined) throw new Error('No numbers to take the median of');
  return (low + high) / 2;
}

/** Each figure's own median over the runs; `asked` as in the run whose time to the end was the middle one. */
export function medianJourney(runs: readonly Journey[]): Journey {
  const milestone = (of: (run: Journey) => Milestone): Milestone => ({
    ms: median(runs.map((run) => of(run).ms)),
    bytes: median(runs.map((run) => of(run).bytes)),
    unused: median(runs.map((run) => of(run).unused)),
    requests: median(runs.map((run) => of(run).requests)),
  });
  const end = (run: Journey) => (run.kept?.ready ?? run.readable).ms;
  const middle = [...runs].sort((a, b) => end(a) - end(b))[Math.floor(runs.length / 2)];
  const kept = runs.flatMap((run) => run.kept ?? []);
  const { same, other } = { same: kept.map((one) => one.same), other: kept.map((one) => one.other) };
  return {
    readable: milestone((run) => run.readable),
    asked: middle?.asked ?? [],
    ...(kept.length > 0 ? { kept: { ready: milestone((run) => run.kept?.ready ?? run.readable), same: median(same), other: median(other) } } : {}),
  };
}
