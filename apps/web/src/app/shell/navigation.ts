import {
  ClipboardList,
  CloudDownload,
  FileUp,
  Hourglass,
  House,
  Landmark,
  LayoutDashboard,
  MapPinned,
  PencilLine,
  School,
  ScrollText,
  ShieldCheck,
  Signature,
  Stamp,
  UserCheck,
  Users,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import { useIntl, type IntlShape } from 'react-intl';
import { auditPath } from '../../features/admin-audit/paths.js';
import { adminPeoplePath } from '../../features/admin-people/paths.js';
import { sourcesPath } from '../../features/interchange/paths.js';
import { consentsPath, correctionsPath, retentionPath } from '../../features/admin-privacy/paths.js';
import { rolesPath } from '../../features/appointments/paths.js';
import type { Viewer } from '../viewer/viewer-query.js';
import { publicItems, type NavigationItem } from './public-navigation.js';

export interface NavigationGroup {
  key: string;
  /** Null for the first group, which needs no heading. */
  label: string | null;
  items: readonly NavigationItem[];
}

type Post = Viewer['appointments'][number];
type Words = IntlShape['formatMessage'];

/** The rail of a viewer: what everybody has, then a group for each role. Null viewer: what visitors have. */
export function useNavigation(viewer: Viewer | null): readonly NavigationGroup[] {
  const { formatMessage } = useIntl();
  const { find, networks, library, centres, schools } = publicItems(formatMessage);
  if (!viewer) return [{ key: 'public', label: null, items: [find, library, networks, centres, schools] }];
  const home = { key: 'home', label: formatMessage({ id: 'app.nav.home' }), path: '/home', icon: House };
  return [
    { key: 'all', label: null, items: [home, networks, library, find, centres, schools] },
    ...roleGroups(viewer.appointments, reviewItems(viewer.toReview, formatMessage), formatMessage),
  ];
}

/** Roles below the county that review resources. */
const APPROVING: readonly Post['role'][] = ['NC', 'SH', 'CH'];

/** A group for each kind of role the person holds; several posts of a kind share it, each by its name. */
function roleGroups(posts: readonly Post[], review: readonly NavigationItem[], formatMessage: Words): NavigationGroup[] {
  const of = (...roles: Post['role'][]) => posts.filter(({ role }) => roles.includes(role));
  // Approvals stand once, in the first group of a role that decides something there.
  const deciding = posts.find(({ role }) => APPROVING.includes(role))?.role;
  const approving = (role: Post['role']) => (of('CC', 'RC').length === 0 && deciding === role ? [approvals(formatMessage)] : []);
  const groups: NavigationGroup[] = [
    {
      key: 'network',
      label: formatMessage({ id: 'app.nav.myNetwork' }),
      items: of('NC').length > 0 ? [...of('NC').flatMap((post) => networkItems(post, formatMessage)), ...review, ...approving('NC')] : [],
    },
    { key: 'moderation', label: formatMessage({ id: 'discussions.nav.group' }), items: of('NC').length > 0 ? [] : review },
    { key: 'school', label: formatMessage({ id: 'app.nav.mySchool' }), items: of('SP', 'SO').flatMap((post) => scopeItem(post, School)) },
    {
      key: 'structure',
      label: formatMessage({ id: 'app.nav.structure' }),
      items: [...of('SS', 'SH').flatMap((post) => scopeItem(post, Landmark)), ...approving('SH')],
    },
    {
      key: 'centre',
      label: formatMessage({ id: 'app.nav.centre' }),
      items: [...of('CM', 'CS', 'CH').flatMap((post) => scopeItem(post, Landmark)), ...approving('CH')],
    },
    ...of('CC').map((post, _index, all): NavigationGroup => countyGroup(post, all.length > 1, formatMessage)),
    {
      key: 'region',
      label: formatMessage({ id: 'app.nav.region' }),
      items: regionItems(of('RC'), of('CC').length === 0, formatMessage),
    },
    { key: 'admin', label: formatMessage({ id: 'app.nav.admin' }), items: of('AD').length > 0 ? adminItems(formatMessage) : [] },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** Reported posts, for those who decide somewhere; null for everybody else. */
function reviewItems(waiting: number | null, formatMessage: Words): NavigationItem[] {
  if (waiting === null) return [];
  return [
    {
      key: 'review',
      label: formatMessage({ id: 'discussions.nav.review' }),
      path: '/review',
      icon: ShieldCheck,
      count: waiting,
      waits: true,
    },
  ];
}

function scopeItem({ scope }: Post, icon: LucideIcon): NavigationItem[] {
  return scope ? [{ key: scope.id, label: scope.name, path: scope.path, icon, end: true }] : [];
}

function networkItems(post: Post, formatMessage: Words): NavigationItem[] {
  const { scope } = post;
  if (!scope) return [];
  return [
    ...scopeItem(post, Waypoints),
    { key: `report-${scope.id}`, label: formatMessage({ id: 'app.nav.report' }), path: `${scope.path}/report`, icon: ClipboardList },
  ];
}

/** @param approves whether approvals stand in no county's group already */
function regionItems(posts: readonly Post[], approves: boolean, formatMessage: Words): NavigationItem[] {
  const overviews = posts.flatMap(({ scope }): NavigationItem[] => {
    const label = posts.length > 1 && scope ? scope.name : formatMessage({ id: 'app.nav.overview' });
    return scope ? [{ key: `overview-${scope.path}`, label, path: scope.path, icon: LayoutDashboard, end: true }] : [];
  });
  return posts.length > 0 && approves ? [...overviews, approvals(formatMessage)] : overviews;
}

function approvals(formatMessage: Words): NavigationItem {
  return { key: 'approvals', label: formatMessage({ id: 'app.nav.approvals' }), path: '/approvals', icon: Stamp };
}

function countyGroup({ scope }: Post, several: boolean, formatMessage: Words): NavigationGroup {
  const path = scope?.path ?? '/home';
  return {
    key: `county-${scope?.id ?? ''}`,
    label: several && scope ? scope.name : formatMessage({ id: 'app.nav.county' }),
    items: [
      { key: `overview-${path}`, label: formatMessage({ id: 'app.nav.overview' }), path, icon: LayoutDashboard, end: true },
      approvals(formatMessage),
      { key: `appointments-${path}`, label: formatMessage({ id: 'app.nav.appointments' }), path: `${path}/appointments`, icon: UserCheck },
    ],
  };
}

function adminItems(formatMessage: Words): NavigationItem[] {
  return [
    approvals(formatMessage),
    { key: 'admin-people', label: formatMessage({ id: 'app.nav.people' }), path: adminPeoplePath(), icon: Users },
    { key: 'admin-roles', label: formatMessage({ id: 'app.nav.appointments' }), path: rolesPath(), icon: UserCheck },
    { key: 'admin-places', label: formatMessage({ id: 'directory.places.title' }), path: '/admin/places', icon: MapPinned },
    { key: 'admin-import', label: formatMessage({ id: 'directory.import.title' }), path: '/admin/import', icon: FileUp },
    { key: 'admin-sources', label: formatMessage({ id: 'interchange.title' }), path: sourcesPath(), icon: CloudDownload },
    { key: 'admin-audit', label: formatMessage({ id: 'audit.title' }), path: auditPath(), icon: ScrollText },
    { key: 'admin-consents', label: formatMessage({ id: 'consents.title' }), path: consentsPath(), icon: Signature },
    { key: 'admin-corrections', label: formatMessage({ id: 'corrections.title' }), path: correctionsPath(), icon: PencilLine },
    { key: 'admin-retention', label: formatMessage({ id: 'retention.title' }), path: retentionPath(), icon: Hourglass },
  ];
}
