import { library, suggestions } from './library.mjs';
import { networks } from './networks.mjs';
import { replay } from './replay.mjs';
import { reply } from './reply.mjs';
import { thread } from './thread.mjs';

/** One handler for each benchmark; it gives the response's text. */
export const routes = { library, suggestions, networks, thread, replay, reply };
