import { discussions } from './discussions.mjs';
import { library, suggestions } from './library.mjs';
import { networks } from './networks.mjs';
import { reply } from './reply.mjs';
import { latePage, longThread, thread } from './thread.mjs';

/** All benchmarks, in the order in which they are printed. */
export const benchmarks = [networks, thread, latePage, longThread, discussions, library, suggestions, reply];
