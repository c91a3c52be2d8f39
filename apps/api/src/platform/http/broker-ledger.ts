import type { BudgetLedger } from './budget-ledger.js';

/** How long an answer of the broker is waited for. No request waits with it. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 1_000;
/** All keys in one slot, so that one script may touch them where the broker is a cluster. */
const PREFIX = 'stoa:{requests}:';

/** Each value is the broker's time at which the debt is gone, and goes with it. */
const SCRIPT = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local owed = {}
for place, key in ipairs(KEYS) do
  local added, known = tonumber(ARGV[2 * place - 1]), tonumber(ARGV[2 * place])
  local till = math.max(tonumber(redis.call('GET', key) or now), now)
  till = math.max(till + added, now + known)
  redis.call('SET', key, string.format('%.0f', till), 'PX', string.format('%.0f', math.max(till - now, 1)))
  owed[place] = till - now
end
return owed`;

/** Debts in a broker that speaks the protocol of Redis. */
export interface BrokerLedger extends BudgetLedger {
  close(): void;
}

/**
 * Connects in the background, again and again: a broker that is away keeps nobody from starting or working.
 * The client is loaded only here, since its commands take longer to load than the rest of a start.
 */
export async function openBrokerLedger(url: string): Promise<BrokerLedger> {
  const { createClient } = await import('@redis/client');
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: PATIENCE_MS, reconnectStrategy: () => RETRY_MS },
  });
  // What breaks is told to whoever asks next; while nobody listens, it would end the program.
  client.on('error', () => undefined);
  void client.connect().catch(() => undefined);
  return {
    async settle(debts) {
      const answer = client.eval(SCRIPT, {
        keys: debts.map(({ key }) => `${PREFIX}${key}`),
        arguments: debts.flatMap(({ addedMs, knownMs }) => [String(addedMs), String(knownMs)]),
      });
      return (await inTime(answer)) as unknown as number[];
    },
    close: () => client.destroy(),
  };
}

/** A broker that is silent is as good as away. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The broker does not answer')), PATIENCE_MS).unref();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
