import { findBarriers } from './support/axe.js';
import { scene, useStage } from './support/stage.js';

describe('first', () => {
  const holder = useStage();
  scene('opens', holder, async (stage) => {
    const visitor = await stage.visit({ lang: 'el' });
    await visitor.go('/about');
    expect(await findBarriers(visitor.page)).toEqual([]);
    expect(await visitor.overhang()).toBe(0);
  });
});
