import { seal, unseal } from './sealed.js';

const NOW = new Date('2026-11-24T07:00:00Z');
const LATER = new Date('2026-11-24T07:10:00Z');

describe('a sealed value', () => {
  const text = seal(['new', 'old'], 'sign-in', { who: 'Ελένη' }, LATER);

  it('opens for its purpose until its time, also with the secret before', () => {
    expect(unseal(['new'], 'sign-in', text, NOW)).toMatchObject({ who: 'Ελένη' });
    expect(unseal(['newer', 'new'], 'sign-in', text, NOW)).toMatchObject({ who: 'Ελένη' });
  });

  it.each([
    ['of another purpose', 'link', text, NOW],
    ['too old', 'sign-in', text, LATER],
    ['changed', 'sign-in', `${Buffer.from('{"who":"Eve","until":9e15}').toString('base64url')}.${text.split('.')[1] ?? ''}`, NOW],
    ['cut off', 'sign-in', text.slice(0, -3), NOW],
    ['of three parts', 'sign-in', `${text}.x`, NOW],
    ['nothing', 'sign-in', undefined, NOW],
  ])('stays closed when %s', (_what, purpose, given, now) => {
    expect(unseal(['new'], purpose, given, now)).toBeNull();
  });
});
