import { changeOutgoing, keepOutgoing, onOutgoing, outgoing } from './outgoing.js';

/** What a browser's storage does, as far as it is asked for. */
function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const reply = (key: string, body: string) => ({
  key,
  personId: 'Person_1',
  threadId: 'Thread_1',
  body,
  lang: 'en',
  path: '/networks/a/discussions/1-b',
  title: 'B',
  titleLang: 'en',
});

describe('replies that wait', () => {
  const real = ['localStorage', 'addEventListener', 'removeEventListener'].map((name) => [name, Reflect.get(globalThis, name)] as const);
  beforeEach(() => {
    Object.defineProperty(globalThis, 'localStorage', { value: storage(), configurable: true });
    for (const name of ['addEventListener', 'removeEventListener'])
      Object.defineProperty(globalThis, name, { value: () => undefined, configurable: true });
  });
  afterEach(() => {
    for (const [name, value] of real) Object.defineProperty(globalThis, name, { value: value as unknown, configurable: true });
  });

  it('keep their order and their keys until they were sent', () => {
    let heard = 0;
    const stop = onOutgoing(() => (heard += 1));
    expect(outgoing()).toEqual([]);
    expect([keepOutgoing(reply('a', 'One')), keepOutgoing(reply('b', 'Two')), keepOutgoing(reply('a', 'One again'))]).toEqual([
      true,
      true,
      true,
    ]);
    expect(outgoing().map(({ key, body }) => `${key} ${body}`)).toEqual(['b Two', 'a One again']);
    expect(outgoing()).toBe(outgoing());
    changeOutgoing('b', { refused: 'THREAD_LOCKED' });
    changeOutgoing('a', null);
    expect(outgoing()).toEqual([{ ...reply('b', 'Two'), refused: 'THREAD_LOCKED' }]);
    expect(heard).toBe(5);
    stop();
    changeOutgoing('b', null);
    expect([heard, outgoing()]).toEqual([5, []]);
  });

  it('are none where the storage holds something else, or holds nothing', () => {
    localStorage.setItem('stoa.outgoing', '{"key":');
    expect(outgoing()).toEqual([]);
    localStorage.setItem('stoa.outgoing', JSON.stringify([{ key: 'a' }, reply('b', 'Two')]));
    expect(outgoing().map(({ key }) => key)).toEqual(['b']);
    Object.defineProperty(globalThis, 'localStorage', { value: undefined, configurable: true });
    expect([outgoing(), keepOutgoing(reply('c', 'Three'))]).toEqual([[], false]);
  });
});
