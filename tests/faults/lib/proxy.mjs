// A wire between two programs that can be made slow, narrow, silent or cut.
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Forwards a free port to `target`. Its `way` may be changed at any time:
 * `delayMs` before each piece, `bytesPerSecond` at most, `silent`: nothing passes, `cut`: nobody gets in.
 */
export async function openProxy(target) {
  const way = { delayMs: 0, bytesPerSecond: 0, silent: false, cut: false };
  const open = new Set();
  const server = createServer((near) => {
    if (way.cut) return near.destroy();
    const far = connect(target.port, target.host ?? '127.0.0.1');
    const pair = { near, far };
    open.add(pair);
    const end = () => {
      near.destroy();
      far.destroy();
      open.delete(pair);
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      from.on('error', end).on('close', end);
      void forward(from, to, way).catch(end);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = () => {
    for (const { near } of open) near.destroy();
  };
  return {
    port: server.address().port,
    way,
    /** Cuts every open connection; new ones are let in unless `way.cut`. */
    cutAll,
    close: () => {
      cutAll();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function forward(from, to, way) {
  for await (const piece of from) {
    while (way.silent) await wait(20);
    if (way.delayMs > 0) await wait(way.delayMs);
    if (way.bytesPerSecond > 0) await wait((piece.length / way.bytesPerSecond) * 1000);
    if (to.destroyed) return;
    to.write(piece);
  }
  to.end();
}
