import { seal, unseal } from './seal.js';

const [OLD, NEW, OTHER] = [
  'an old secret of at least 32 letters',
  'a newer secret of at least 32 letters',
  'yet another one of at least 32 letters',
];

describe('sealed secrets', () => {
  it('open for their owner with the secret of today and the one before', () => {
    const sealed = seal('JBSWY3DP', 'anna', [OLD]);
    expect(sealed).not.toContain('JBSWY3DP');
    expect(unseal(sealed, 'anna', [OLD])).toBe('JBSWY3DP');
    expect(unseal(sealed, 'anna', [NEW, OLD])).toBe('JBSWY3DP');
    expect(unseal(seal('JBSWY3DP', 'anna', [NEW, OLD]), 'anna', [NEW])).toBe('JBSWY3DP');
  });

  it('open for nobody else, with no other secret, and not once changed', () => {
    const sealed = seal('JBSWY3DP', 'anna', [OLD]);
    const [name, iv, closed] = sealed.split('.');
    expect(unseal(sealed, 'boris', [OLD])).toBeNull();
    expect(unseal(sealed, 'anna', [OTHER])).toBeNull();
    expect(unseal(`${name}.${iv}.${closed?.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}`, 'anna', [OLD])).toBeNull();
    expect(unseal('nonsense', 'anna', [OLD])).toBeNull();
  });
});
