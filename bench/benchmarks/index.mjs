import { networks } from './networks.mjs';
import { latePage, thread } from './thread.mjs';

/** All benchmarks, in the order in which they are printed. */
export const benchmarks = [networks, thread, latePage];
