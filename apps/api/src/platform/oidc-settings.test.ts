import { readProviders } from './oidc-settings.js';

const SCHOOL = {
  OIDC_PROVIDERS: 'school',
  OIDC_SCHOOL_ISSUER: 'https://login.school.example',
  OIDC_SCHOOL_CLIENT_ID: 'stoa',
  OIDC_SCHOOL_CLIENT_SECRET: 'secret',
};

describe('readProviders', () => {
  it('gives no provider where none is named', () => {
    expect(readProviders({})).toEqual([]);
  });

  it('reads each provider with what it leaves out', () => {
    const ministry = {
      OIDC_MINISTRY_ISSUER: 'http://127.0.0.1:9000/realm',
      OIDC_MINISTRY_CLIENT_ID: 'stoa',
      OIDC_MINISTRY_CLIENT_SECRET: 'other',
      OIDC_MINISTRY_LABEL: 'Ministry',
      OIDC_MINISTRY_SIGN_UP: 'on',
      OIDC_MINISTRY_MFA_ACR: 'gold, silver',
    };
    const [school, other] = readProviders({ ...SCHOOL, ...ministry, OIDC_PROVIDERS: 'school, ministry' });
    expect(school).toEqual({
      key: 'school',
      issuer: 'https://login.school.example',
      clientId: 'stoa',
      clientSecret: 'secret',
      label: 'school',
      signUp: false,
      mfaAcr: [],
    });
    expect(other).toMatchObject({ key: 'ministry', label: 'Ministry', signUp: true, mfaAcr: ['gold', 'silver'] });
  });

  it.each([
    ['a secret is missing', { ...SCHOOL, OIDC_SCHOOL_CLIENT_SECRET: '' }, 'OIDC_SCHOOL_CLIENT_SECRET: is required'],
    [
      'an issuer is without https',
      { ...SCHOOL, OIDC_SCHOOL_ISSUER: 'http://login.school.example' },
      'OIDC_SCHOOL_ISSUER: must be an https',
    ],
    ['a setting is of no provider', { ...SCHOOL, OIDC_MINISTRY_ISSUER: 'https://x.example' }, 'Unknown setting OIDC_MINISTRY_ISSUER'],
    ['a setting is misspelt', { ...SCHOOL, OIDC_SCHOOL_LABLE: 'x' }, 'Unknown setting OIDC_SCHOOL_LABLE'],
    ['a name would not fit into an address', { ...SCHOOL, OIDC_PROVIDERS: '../x' }, 'OIDC_PROVIDERS'],
    ['a provider is named twice', { ...SCHOOL, OIDC_PROVIDERS: 'school,school' }, 'twice'],
  ])('stops the start where %s', (_what, env, message) => {
    expect(() => readProviders(env)).toThrow(message);
  });
});
