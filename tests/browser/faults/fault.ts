import type { ReaderOptions } from '../offline-reader.ts';
import type { EngineName, OpenOptions } from '../engines/engine.ts';
import type { Scene } from './scene.ts';

/** One thing that goes wrong on real phones, and what must happen then. */
export interface Fault {
  /** What goes wrong, as the table says it. */
  readonly says: string;
  /** Rejects where the leaflet, or what is said of it, is not as it must be. The same for every worker. */
  play(scene: Scene): Promise<void>;
  readonly site?: ReaderOptions;
  /** Mostly waiting for a deadline of ours, and therefore begun first. */
  readonly slow?: boolean;
  /** How the browser is set up for it. */
  readonly browser?: OpenOptions;
  /** Where it can be brought about; default: everywhere. */
  readonly engines?: readonly EngineName[];
  /**
   * `loses` (the default): the naive worker must fail, or the test shows nothing. `keeps`: nothing went wrong, so it must not fail.
   * `either`: the browser itself, or luck, may carry it through.
   */
  readonly naive?: 'loses' | 'keeps' | 'either';
}

/** A part of the table. */
export interface FaultGroup {
  readonly heading: string;
  readonly faults: readonly Fault[];
}
