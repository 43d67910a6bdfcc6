import type { FaultGroup } from './fault.ts';
import { install } from './install.ts';
import { later } from './later.ts';
import { storage } from './storage.ts';
import { update } from './update.ts';
import { workerFile } from './worker-file.ts';

/** Everything that is made to go wrong. */
export const faultGroups: readonly FaultGroup[] = [install, update, workerFile, storage, later];
