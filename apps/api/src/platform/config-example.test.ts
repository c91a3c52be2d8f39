import { readFileSync } from 'node:fs';
import { settings } from './config.js';

describe('.env.example', () => {
  it('lists exactly the settings that Stoa reads, each with a comment', () => {
    const paragraphs = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8')
      .trim()
      .split('\n\n')
      .slice(1);
    const names = paragraphs.map((paragraph) => /^# ([A-Z_]+)=.*$/m.exec(paragraph)?.[1]);
    expect(names.toSorted()).toEqual(Object.keys(settings).toSorted());
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/^# [^\n]+[.]\n# [A-Z_]+=/);
  });
});
