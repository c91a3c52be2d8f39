// The wire between the API and its database is slow, narrow, silent and cut.
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { ms, quantile, share } from '../lib/figures.mjs';
import { bareId, groundOf, persist, replyOf } from '../lib/keyed.mjs';
import { openProxy } from '../lib/proxy.mjs';

export const title = 'A bad wire to the database';

const READ = '{ networks(first: 20) { edges { node { id name } } } }';

export async function play({ world, report, isShort }) {
  const { database, dataDir } = await world.copy();
  const proxy = await openProxy({ port: world.server.port });
  const program = await world.program({ database, dataDir, port: proxy.port });
  const admin = await Client.signedIn(program.url, 'admin');
  const coordinator = await Client.signedIn(program.url, 'coordinator.ict');
  const ground = await groundOf({ admin, coordinator });
  const reads = async (count) => {
    const times = [];
    await share(count, 4, async () => {
      const reply = await coordinator.ask(READ);
      if (reply.status === 200) times.push(reply.ms);
    });
    return times;
  };

  await reads(20);
  const plain = await reads(40);
  proxy.way.delayMs = 50;
  const slow = await reads(40);
  proxy.way.delayMs = 0;
  proxy.way.bytesPerSecond = 64_000;
  const narrow = await reads(20);
  proxy.way.bytesPerSecond = 0;
  report.row(
    'a wire that is slow or narrow slows reads and breaks none',
    `${slow.length} of 40, ${narrow.length} of 20`,
    slow.length + narrow.length === 60,
  );
  report.note(
    `reads: plain p50 ${ms(quantile(plain, 0.5))}, 50 ms each way ${ms(quantile(slow, 0.5))}, 64 kB/s ${ms(quantile(narrow, 0.5))}`,
  );

  const cuts = isShort ? 2 : 10;
  const total = cuts * 30;
  const acknowledged = new Map();
  const back = [];
  const writing = share(total, 8, async (number) => {
    const mark = `wire ${number}`;
    acknowledged.set(mark, (await persist(coordinator, replyOf(mark, ground.threads[number % ground.threads.length]))).id);
  });
  const cutting = async () => {
    for (let cut = 1; cut <= cuts; cut += 1) {
      while (acknowledged.size < cut * 20) await wait(5);
      const before = acknowledged.size;
      const began = performance.now();
      proxy.way.cut = true;
      proxy.cutAll();
      await wait(200);
      proxy.way.cut = false;
      while (acknowledged.size === before) await wait(5);
      back.push(performance.now() - began);
    }
  };
  await Promise.all([writing, cutting()]);
  const rows = await world.sql(database, "SELECT body, array_agg(id::text) AS ids FROM posts WHERE body LIKE 'wire %' GROUP BY 1");
  const found = new Map(rows.map(({ body, ids }) => [body, ids]));
  const lost = [...acknowledged].filter(([mark, id]) => !found.get(mark)?.includes(bareId(id))).length;
  const twice = rows.filter(({ ids }) => ids.length > 1).length;
  report.row(
    `cut ${cuts} times during ${total} mutations: 0 lost, 0 twice`,
    `${lost} lost, ${twice} twice`,
    lost + twice === 0 && found.size === total,
  );
  report.row('it goes on within 15 s of each cut', `longest ${ms(Math.max(...back))}`, isShort || Math.max(...back) <= 15_000);

  proxy.way.silent = true;
  const health = await coordinator.send({ path: '/healthz' });
  const began = performance.now();
  const ready = await coordinator.send({ path: '/readyz' }).catch((error) => ({ status: error.message }));
  report.row(
    'while the database is silent it lives, and says within 5 s that it is not ready',
    `healthz ${health.status}, readyz ${ready.status} after ${ms(performance.now() - began)}`,
    health.status === 200 && ready.status === 503,
  );
  proxy.way.silent = false;
  const after = performance.now();
  await persist(coordinator, replyOf('wire after the silence', ground.threads[0]));
  report.row('it goes on within 15 s of the silence', ms(performance.now() - after), isShort || performance.now() - after <= 15_000);
  for (const client of [admin, coordinator]) client.close();
  await program.stop();
  await proxy.close();
}
