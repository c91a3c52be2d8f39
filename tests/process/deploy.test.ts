import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { settings } from '../../apps/api/src/platform/config.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Service {
  image?: string;
  build?: string;
  ports?: string[];
  environment?: Record<string, unknown>;
  stop_grace_period?: string;
}

/** A part of a manifest of which only what is looked at is named. */
interface Manifest {
  kind: string;
  data?: Record<string, string>;
  spec?: {
    minAvailable?: number;
    minReplicas?: number;
    template?: { spec: PodSpec };
  };
}

interface PodSpec {
  terminationGracePeriodSeconds?: number;
  automountServiceAccountToken?: boolean;
  securityContext: { runAsNonRoot: boolean };
  containers: Container[];
}

interface Container {
  image: string;
  env?: { name: string }[];
  securityContext: { allowPrivilegeEscalation: boolean; readOnlyRootFilesystem: boolean; capabilities: { drop: string[] } };
  readinessProbe?: { httpGet: { path: string } };
  livenessProbe?: { httpGet: { path: string } };
  lifecycle?: { preStop: { exec: { command: string[] } } };
}

const PINNED = /:[\w.-]*\d+\.\d+[\w.-]*$|:RELEASE\.\d{4}-\d\d-\d\dT[\w-]+$/;

describe('the image', () => {
  const lines = read('Dockerfile').split('\n');

  it('is made from pinned versions that Stoa runs on, and runs as nobody special', () => {
    const from = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1] ?? '');
    for (const image of from) expect(image).toMatch(/^node:22\.(1[3-9]|[2-9]\d)\.\d+-bookworm-slim$/);
    expect(from).toHaveLength(2);
    expect(lines).toContain('USER 10001:10001');
    expect(lines.lastIndexOf('USER 10001:10001')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('COPY ')));
    expect(lines.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(lines.at(-2)).toBe('CMD ["node", "apps/api/bundle/main.js"]');
  });

  it('brings every file that the program looks for beside itself', () => {
    const source = join(root, 'apps/api/src');
    const sources = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const wanted = sources.flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/apiPath\('([^']+)'\)/g)].map(([, path = '']) => join('apps/api', path)),
    );
    expect(wanted).toContain('apps/api/src/platform/documents/typst/worker.mjs');
    const brought = lines
      .filter((line) => line.startsWith('COPY --from=build '))
      .map((line) => line.split(' ')[2]?.replace('/stoa/', '') ?? '');
    expect(brought).toContain('apps/api/bundle');
    for (const path of wanted) {
      expect([path, brought.some((each) => path === each || path.startsWith(`${each}/`) || join(each, basename(path)) === path)]).toEqual([
        path,
        true,
      ]);
    }
  });

  it('sets only what Stoa reads, and copies only what there is', () => {
    const set = lines
      .filter((line) => line.startsWith('ENV '))
      .flatMap((line) => [...line.matchAll(/([A-Z_]+)=/gu)].map((match) => match[1] ?? ''));
    expect(set.filter((name) => name !== 'NODE_ENV' && !(name in settings))).toEqual([]);
    const ignored = read('.dockerignore').split('\n');
    const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) {
      expect(ignored).toContain(`!${path.split('/')[0] ?? ''}`);
      expect(() => readdirSync(join(root, path.includes('.') ? '.' : path))).not.toThrow();
      if (path.includes('.')) expect(() => read(path)).not.toThrow();
    }
  });
});

describe('the compose file', () => {
  const { services } = parse(read('docker-compose.yml')) as { services: Record<string, Service> };

  it('pins every image and opens ports on this machine alone', () => {
    for (const [name, { image, build, ports = [] }] of Object.entries(services)) {
      if (!build) expect([name, image]).toEqual([name, expect.stringMatching(PINNED)]);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    }
  });

  it('gives the program settings that exist and pass', () => {
    const given = services['app']?.environment ?? {};
    for (const [name, value] of Object.entries(given)) {
      const rule = settings[name as keyof typeof settings];
      const text = String(value).replace(/^\$\{\w+:-(.*)\}$/u, '$1');
      expect([name, rule?.safeParse(text).success]).toEqual([name, true]);
    }
    expect(given['DATABASE_POOLED']).toBe('transaction');
    expect(Number.parseInt(services['app']?.stop_grace_period ?? '', 10)).toBeGreaterThanOrEqual(2 + 25 + 15);
  });
});

describe('the manifests', () => {
  const folder = 'deploy/kubernetes';
  const { resources } = parse(read(`${folder}/kustomization.yaml`)) as { resources: string[] };
  const all = resources.flatMap((name) => parseAllDocuments(read(`${folder}/${name}`)).map((document) => document.toJS() as Manifest));
  const of = (kind: string): Manifest => all.find((each) => each.kind === kind) ?? { kind: `no ${kind}` };
  const pods = all.flatMap((each) => each.spec?.template?.spec ?? []);

  it('are all named, and of the kinds that a service needs', () => {
    expect(resources.toSorted()).toEqual(
      readdirSync(join(root, folder))
        .filter((name) => name !== 'kustomization.yaml')
        .toSorted(),
    );
    expect(all.map(({ kind }) => kind).toSorted()).toEqual(
      [
        'ConfigMap',
        'Deployment',
        'HorizontalPodAutoscaler',
        'Ingress',
        'Job',
        'NetworkPolicy',
        'PodDisruptionBudget',
        'Service',
      ].toSorted(),
    );
    expect(of('PodDisruptionBudget').spec?.minAvailable).toBeLessThan(of('HorizontalPodAutoscaler').spec?.minReplicas ?? 0);
  });

  it('run nobody as root, with no power and a file system that is only read', () => {
    expect(pods).toHaveLength(2);
    for (const { securityContext, containers, automountServiceAccountToken } of pods) {
      expect([securityContext.runAsNonRoot, automountServiceAccountToken]).toEqual([true, false]);
      for (const container of containers)
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
    }
  });

  it('give settings that exist and pass', () => {
    const data = of('ConfigMap').data ?? {};
    for (const [name, value] of Object.entries(data))
      expect([name, settings[name as keyof typeof settings]?.safeParse(value).success]).toEqual([name, true]);
  });

  it('leave the program the time to stop that it takes', () => {
    const pod = of('Deployment').spec?.template?.spec;
    const [container] = pod?.containers ?? [];
    const data = of('ConfigMap').data ?? {};
    const paused = Number(container?.lifecycle?.preStop.exec.command.at(-1));
    const taken = paused + Number(data['STOA_STOP_NOTICE_SECONDS']) + Number(data['STOA_STOP_WITHIN_SECONDS']) + 15;
    expect(taken).toBeLessThanOrEqual(pod?.terminationGracePeriodSeconds ?? 0);
    expect([container?.readinessProbe?.httpGet.path, container?.livenessProbe?.httpGet.path]).toEqual(['/readyz', '/healthz']);
  });
});
