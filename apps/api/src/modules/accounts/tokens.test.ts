import { newId } from '../../platform/ids.js';
import { tokenId, tokenState, tokenText } from './tokens.js';

describe('tokens of mails', () => {
  const id = newId();

  it('opens with the secret that signed it, also after a rotation', () => {
    const text = tokenText(id, ['old secret']);
    expect(tokenId(text, ['old secret'])).toBe(id);
    expect(tokenId(text, ['new secret', 'old secret'])).toBe(id);
    expect(tokenId(text, ['new secret'])).toBeNull();
  });

  it('opens for no other id, form or length', () => {
    const text = tokenText(id, ['secret']);
    const [, signature] = text.split('.');
    expect(tokenId(`${newId()}.${signature}`, ['secret'])).toBeNull();
    expect(tokenId(`${text}A`, ['secret'])).toBeNull();
    expect(tokenId(text.slice(0, -1), ['secret'])).toBeNull();
    expect(tokenId(text.toUpperCase(), ['secret'])).toBeNull();
    expect(tokenId('', ['secret'])).toBeNull();
  });

  it('is used before it is expired, and expired at its last instant', () => {
    const at = '2026-11-24T09:00:00Z';
    expect(tokenState({ used_at: at, expires_at: at }, new Date(at))).toBe('USED');
    expect(tokenState({ used_at: null, expires_at: at }, new Date(at))).toBe('EXPIRED');
    expect(tokenState({ used_at: null, expires_at: at }, new Date('2026-11-24T08:59:59Z'))).toBe('OPEN');
  });
});
