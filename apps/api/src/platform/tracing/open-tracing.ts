import type { Config } from '../config.js';
import type { Tracing } from './tracing.js';

/** Opens the way to the collector that the settings name; null where they name none: then nothing of it is loaded. */
export async function openTracing(config: Pick<Config, 'tracesUrl'>): Promise<Tracing | null> {
  if (!config.tracesUrl) return null;
  const { collectorTracing } = await import('./collector.js');
  return collectorTracing(config.tracesUrl);
}
