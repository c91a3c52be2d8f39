import { z } from 'zod';
import { isValueErrorCode, LENGTHS, newPassword, orNull, parse, rules, VALUE_ERRORS } from './index.js';

function codeOf(rule: z.ZodType, value: unknown): string {
  const parsed = parse(rule, value);
  return parsed.ok ? 'ok' : parsed.errors.map((error) => error.code).join(' ');
}

describe('text rules', () => {
  it.each([
    ['email', rules.email, ' Teacher014@Demo.INVALID ', 'teacher014@demo.invalid'],
    ['a name in another script', rules.personName, '  Ελένη   Παπαδοπούλου ', 'Ελένη Παπαδοπούλου'],
    ['line ends', rules.markdownBody, ' a\r\nb\rc ', 'a\nb\nc'],
    ['NFC', rules.title, 'e\u0301te', 'éte'],
    ['a code', rules.territoryCode, 'pl-3005', 'PL-3005'],
    ['a postal code', rules.postalCode, '62-066', '62-066'],
    ['a phone', rules.phone, '+30 231 012 3456', '+30 231 012 3456'],
    ['a link', rules.url, 'https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['a local link', rules.url, 'http://localhost:4000/', 'http://localhost:4000/'],
    ['a school year', rules.schoolYear, '2026-27', '2026/27'],
    ['an empty narrative', rules.narrative, '   ', ''],
  ])('accepts %s', (_what, rule, value, cleaned) => {
    expect(parse(rule, value)).toEqual({ ok: true, value: cleaned });
  });

  it.each([
    ['email', rules.email, 'nobody', 'INVALID_EMAIL'],
    ['email', rules.email, 'a@b@c.org', 'INVALID_EMAIL'],
    ['email', rules.email, `${'a'.repeat(250)}@b.org`, 'TOO_LONG'],
    ['title', rules.title, ' a ', 'TOO_SHORT'],
    ['title', rules.title, '   ', 'REQUIRED'],
    ['title', rules.title, undefined, 'REQUIRED'],
    ['title', rules.title, 7, 'REQUIRED'],
    ['title', rules.title, 'abc\u0000', 'NUL_CHARACTER'],
    ['body', rules.markdownBody, 'x'.repeat(20_001), 'TOO_LONG'],
    ['reason', rules.reason, 'no', 'TOO_SHORT'],
    ['person’s name', rules.personName, 'Ann\u200ba', 'NAME_INVISIBLE'],
    ['person’s name', rules.personName, 'Аnna', 'NAME_MIXES_SCRIPTS'],
    ['slug', rules.slug, 'a--b', 'INVALID_SLUG'],
    ['phone', rules.phone, '()()()()', 'INVALID_PHONE'],
    ['url', rules.url, 'javascript:alert(1)', 'INVALID_URL'],
    ['url', rules.url, 'https://user@example.org', 'INVALID_URL'],
    ['language', rules.language, 'de', 'INVALID_LANGUAGE'],
    ['territory code', rules.territoryCode, 'PL 3005!', 'INVALID_CODE'],
    ['date', rules.date, '2026-02-29', 'INVALID_DATE'],
    ['school year', rules.schoolYear, '2026/28', 'INVALID_SCHOOL_YEAR'],
    ['time', rules.time, '24:00', 'INVALID_TIME'],
  ])('refuses %s', (_what, rule, value, error) => {
    expect(codeOf(rule, value)).toBe(error);
  });

  it('accepts a title at both bounds and says the bound it passes', () => {
    const { min, max } = LENGTHS.title;
    expect(codeOf(rules.title, 'x'.repeat(min))).toBe('ok');
    expect(codeOf(rules.title, 'x'.repeat(max))).toBe('ok');
    expect(parse(rules.title, 'x'.repeat(max + 1))).toEqual({ ok: false, errors: [{ path: [], code: 'TOO_LONG', limit: max }] });
  });

  it('answers a hostile address quickly', () => {
    expect(codeOf(rules.email, `${'a.'.repeat(100)}@${'a-'.repeat(20)}`)).toBe('INVALID_EMAIL');
    expect(codeOf(rules.url, `https://${'a-'.repeat(900)}!`)).toBe('INVALID_URL');
  });
});

describe('newPassword', () => {
  const rule = newPassword('Anna@school.example');
  it.each([
    ['a sentence with spaces', 'ok'],
    ['κωδικός με τόνους', 'ok'],
    ['short', 'TOO_SHORT'],
    ['', 'REQUIRED'],
    ['x'.repeat(129), 'TOO_LONG'],
    ['anna@SCHOOL.example', 'PASSWORD_IS_EMAIL'],
    ['with\u0000nothing in it', 'NUL_CHARACTER'],
  ])('judges %s', (password, expected) => {
    expect(codeOf(rule, password)).toBe(expected);
  });

  it('brings two writings of a character together', () => {
    expect(parse(rule, 'Ame\u0301lie writes')).toEqual({ ok: true, value: 'Amélie writes' });
  });
});

describe('parse', () => {
  const form = z.strictObject({
    title: rules.title,
    phone: orNull(rules.phone),
    kind: z.enum(['A', 'B']),
    tags: z.array(rules.slug).max(1),
  });

  it('reads an empty optional field as null', () => {
    expect(parse(form, { title: 'abc', phone: ' ', kind: 'A', tags: [] })).toEqual({
      ok: true,
      value: { title: 'abc', phone: null, kind: 'A', tags: [] },
    });
  });

  it('gives one error a path and never the value', () => {
    const parsed = parse(form, { title: '', phone: 'secret', kind: 'C', tags: ['a', 'b'], extra: 1 });
    expect(parsed).toEqual({
      ok: false,
      errors: expect.arrayContaining([
        { path: ['title'], code: 'REQUIRED' },
        { path: ['phone'], code: 'INVALID_PHONE' },
        { path: ['kind'], code: 'INVALID_CHOICE' },
        { path: ['tags'], code: 'TOO_MANY', limit: 1 },
        { path: ['extra'], code: 'UNKNOWN_FIELD' },
      ]),
    });
    expect(JSON.stringify(parsed)).not.toContain('secret');
    expect(codeOf(form, 'text')).toBe('INVALID_TYPE');
  });

  it('lists its codes once each', () => {
    expect(new Set(VALUE_ERRORS).size).toBe(VALUE_ERRORS.length);
    expect(isValueErrorCode('REQUIRED')).toBe(true);
    expect(isValueErrorCode('other')).toBe(false);
  });
});
