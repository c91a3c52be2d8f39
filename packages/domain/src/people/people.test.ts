import { parse } from '../values/index.js';
import { profileRule, readPreferences, shortcutKeys } from './index.js';

describe('readPreferences', () => {
  it('gives defaults that show nothing of a person', () => {
    expect(readPreferences({})).toEqual({
      theme: 'system',
      recommendations: true,
      shortcuts: true,
      shortcutKeys: {},
      timeZone: null,
      profile: { audience: 'SIGNED_IN', about: '', showsEmail: false, showsAffiliations: false, showsAppointments: false },
    });
    expect(readPreferences(null)).toEqual(readPreferences({}));
  });

  it('keeps what is well formed and drops the rest', () => {
    expect(readPreferences({ theme: 'dark', shortcuts: 'yes', shortcutKeys: { home: ['KeyX', 'KeyH'] }, more: 1 })).toMatchObject({
      theme: 'dark',
      shortcuts: true,
      shortcutKeys: { home: ['KeyX', 'KeyH'] },
    });
  });
});

describe('shortcutKeys', () => {
  it.each([
    ['one key', { next: ['KeyN'] }, true],
    ['two keys', { home: ['KeyG', 'KeyH'] }, true],
    ['three keys', { home: ['KeyG', 'KeyH', 'KeyJ'] }, false],
    ['no key', { home: [] }, false],
    ['a letter instead of a place', { home: ['g'] }, false],
    ['two shortcuts on one key', { next: ['KeyN'], previous: ['KeyN'] }, false],
    ['a name that is none', { '__proto__ x': ['KeyN'] }, false],
  ])('judges %s', (_what, keys, ok) => {
    expect(parse(shortcutKeys, keys).ok).toBe(ok);
  });
});

describe('profileRule', () => {
  it('refuses an audience that does not exist', () => {
    const profile = { audience: 'NOBODY', about: '', showsEmail: false, showsAffiliations: false, showsAppointments: false };
    expect(parse(profileRule, profile)).toEqual({ ok: false, errors: [{ path: ['audience'], code: 'INVALID_CHOICE' }] });
  });
});
