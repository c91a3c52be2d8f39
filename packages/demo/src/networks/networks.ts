import type { DemoNetwork } from './network.js';
import { northshore } from './northshore.js';
import { southbay } from './southbay.js';

export type { DemoNetwork };

/** Twelve networks. */
export const networks: readonly DemoNetwork[] = [...southbay, ...northshore];
