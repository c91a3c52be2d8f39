import { parse } from '../values/index.js';
import { resourceContent, resourceDraft, resourceRemarks } from './content.js';
import { EMPTY_RESOURCE } from './empty.js';
import { PRACTICE_QUESTIONS, RESOURCE_FIELDS } from './kinds.js';
import { LICENCE_TERMS, LICENCES, licenceOfUrl } from './licences.js';
import { isPublished, RESOURCE, RESOURCE_STATES } from './states.js';

const draft = { ...EMPTY_RESOURCE, kind: 'GUIDE', title: 'Chairs in a circle', lang: 'en' };
const whole = {
  ...draft,
  outcome: 'You can lead a talk in a circle.',
  summary: 'How to lead a talk.',
  body: 'Sit down.',
  licence: 'CC_BY',
  authors: ['Anna Maj'],
  subjects: ['CLASS_TEACHING'],
};
const missing = (content: object) => {
  const parsed = parse(resourceContent, content);
  return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path.join('.')}: ${code}`);
};

describe('content of a resource', () => {
  it('has a field for everything that a remark can be on', () => {
    expect(Object.keys(resourceDraft.shape)).toEqual(RESOURCE_FIELDS);
  });

  it('is kept with a title alone, and submitted with what a reader needs', () => {
    expect(parse(resourceDraft, draft).ok).toBe(true);
    expect(missing(draft)).toEqual([
      'outcome: REQUIRED',
      'summary: REQUIRED',
      'licence: REQUIRED',
      'authors: REQUIRED',
      'topicIds: REQUIRED',
      'body: REQUIRED',
    ]);
    expect(missing(whole)).toEqual([]);
  });

  it('asks of each kind for what it is', () => {
    expect(missing({ ...whole, kind: 'LINK' })).toEqual(['links: REQUIRED']);
    expect(missing({ ...whole, kind: 'QUIZ', body: '' })).toEqual([]);
    expect(missing({ ...whole, kind: 'GOOD_PRACTICE' })).toEqual(PRACTICE_QUESTIONS.map((question) => `practice.${question}: REQUIRED`));
    expect(missing({ ...whole, licence: 'PERMISSION' })).toEqual(['attribution: REQUIRED']);
  });

  it('refuses what no page could show', () => {
    expect(missing({ ...whole, minutes: 0 })).toEqual(['minutes: TOO_SMALL']);
    expect(missing({ ...whole, links: [{ url: 'javascript:alert(1)', title: '' }] })).toEqual(['links.0.url: INVALID_URL']);
    expect(missing({ ...whole, title: 'a\u0000b' })).toEqual(['title: NUL_CHARACTER']);
    expect(parse(resourceRemarks, [{ field: 'title', text: 'Name the class.' }]).ok).toBe(true);
    expect(parse(resourceRemarks, [{ field: 'owner', text: 'Name the class.' }]).ok).toBe(false);
    expect(parse(resourceRemarks, []).ok).toBe(false);
  });
});

describe('licences', () => {
  it('are known by their addresses, whatever version', () => {
    for (const licence of LICENCES) {
      const { url } = LICENCE_TERMS[licence];
      if (url) expect(licenceOfUrl(url)).toBe(licence);
    }
    expect(licenceOfUrl('http://www.creativecommons.org/licenses/BY-nc-sa/3.0/pl/deed.pl')).toBe('CC_BY_NC_SA');
    expect(licenceOfUrl('https://example.org/licenses/by/4.0')).toBeNull();
  });
});

describe('states of a resource', () => {
  it('are published where readers find it', () => {
    expect(RESOURCE_STATES.filter(isPublished)).toEqual(['PUBLISHED', 'OUTDATED']);
    expect(RESOURCE.WITHDRAWN).toEqual({ RESTORE: 'PUBLISHED' });
  });
});
