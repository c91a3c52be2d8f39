import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scaffold, singular } from './scaffold.js';

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

describe('module scaffolder', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stoa-scaffold-'));
    mkdirSync(join(root, 'packages/tooling'), { recursive: true });
    cpSync(join(projectRoot, 'packages/tooling/boundaries.cjs'), join(root, 'packages/tooling/boundaries.cjs'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('writes the files of a module, each of whose imports exists', () => {
    const files = scaffold(root, { module: 'resources', thing: 'resource' });
    expect(files).toContain('apps/api/src/modules/resources/commands/create-resource.ts');
    for (const file of files) {
      const imports = [...readFileSync(join(root, file), 'utf8').matchAll(/from '(\.[^']+)\.js'/g)].map(
        (match) => `${join(dirname(file), match[1] ?? '')}.ts`,
      );
      for (const path of imports) expect([path, existsSync(join(root, path)) || existsSync(join(projectRoot, path))]).toEqual([path, true]);
    }
  });

  it('names types and tables by the forms of the house', () => {
    scaffold(root, { module: 'helpdesk', thing: 'help-request' });
    const folder = join(root, 'apps/api/src/modules/helpdesk');
    expect(readFileSync(join(folder, 'help-request.entity.ts'), 'utf8')).toContain("@Entity('helpdesk')\nexport class HelpRequest {");
    expect(readFileSync(join(folder, 'help-request.resolver.ts'), 'utf8')).toContain('createHelpRequest(@Arg');
  });

  it.each([
    ['an existing module', 'resources', /exists/],
    ['a module without a place in the order', 'gossip', /place in the order/],
    ['a name that is not kebab-case', '../Resources', /kebab-case/],
  ])('refuses %s', (_, module, message) => {
    scaffold(root, { module: 'resources', thing: 'resource' });
    expect(() => scaffold(root, { module, thing: 'thing' })).toThrow(message);
  });

  it('finds the singular', () =>
    expect(['resources', 'policies', 'helpdesk', 'class'].map(singular)).toEqual(['resource', 'policy', 'helpdesk', 'class']));
});
