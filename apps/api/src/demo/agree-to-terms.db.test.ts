import { factories } from '../testing/factories.js';
import { startWorld, type World } from '../testing/world.js';
import { agreeToTerms } from './agree-to-terms.js';

describe('the terms of the demo', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ STOA_DEMO: 'on' });
  });
  afterAll(() => world.close());

  it('are agreed to by everybody who has an account, and asked of whoever gets one later', async () => {
    const make = factories(world.services.db);
    const before = await make.person();
    await make.person({ status: 'INVITED' });
    await agreeToTerms(world.services.db);
    const after = await make.person();
    const asked = async (who: string) =>
      (await world.as(who)<{ consentsAsked: { kind: string; version: number; html: string }[] }>('{ consentsAsked { kind version html } }'))
        .data.consentsAsked;
    expect(await asked(before)).toEqual([]);
    expect(await asked(after)).toEqual([{ kind: 'TERMS', version: 1, html: expect.stringContaining('<li>') }]);
    expect(await world.services.db.row('SELECT count(*)::int AS n FROM consents')).toEqual({ n: 1 });
  });
});
