import { Secret, TOTP } from 'otpauth';
import { codeAppUri, newCodeSecret, stepOf } from './code-app.js';

const NOW = Date.parse('2026-11-24T07:00:10Z');
const STEP = Math.floor(NOW / 30_000);
const secret = newCodeSecret();
const codeAt = (seconds: number) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: NOW + seconds * 1000 });

describe('codes of an app', () => {
  it('are of now, a step early or a step late', () => {
    expect([-30, 0, 30].map((seconds) => stepOf(secret, codeAt(seconds), NOW))).toEqual([STEP - 1, STEP, STEP + 1]);
    expect(stepOf(secret, codeAt(0).replace(/^.../, '$& '), NOW)).toBe(STEP);
  });

  it('are of no other time, and have six digits', () => {
    for (const seconds of [-90, -60, 60, 90]) expect(stepOf(secret, codeAt(seconds), NOW)).toBeNull();
    for (const code of ['', '12345', '1234567', 'abcdef', '१२३४५६']) expect(stepOf(secret, code, NOW)).toBeNull();
  });

  it('come from a secret of 160 bits that the picture carries', () => {
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(codeAppUri(secret, 'anna@example.org')).toBe(
      `otpauth://totp/Stoa:anna%40example.org?issuer=Stoa&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
