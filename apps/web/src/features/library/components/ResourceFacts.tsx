import { LICENCE_TERMS } from '@stoa/domain';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { personPath } from '../../accounts/paths.js';
import type { ResourceShown, VersionShown } from '../resource-operations.js';
import styles from './Library.module.css';
import { ownerPath } from './owner-path.js';
import { SourceFact } from './SourceFact.js';

/** Beside the text: whose it is, for whom, how long it takes, what one may do with it. */
export function ResourceFacts({ resource, version }: { resource: ResourceShown; version: VersionShown }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { owner, proposer } = resource;
  const forWhom = [
    ...version.subjects.map((subject) => formatMessage({ id: `library.subject.${subject}` })),
    ...version.levels.map((level) => formatMessage({ id: `networks.level.${level}` })),
    ...version.audiences.map((audience) => formatMessage({ id: `directory.audience.${audience}` })),
  ];
  return (
    <dl className={styles['facts']}>
      {version.authors.length > 0 && <Fact name={formatMessage({ id: 'library.field.authors' })}>{formats.list(version.authors)}</Fact>}
      {version.minutes !== null && (
        <Fact name={formatMessage({ id: 'library.field.minutes' })}>
          {formatMessage({ id: 'library.minutes' }, { count: version.minutes })}
        </Fact>
      )}
      {forWhom.length > 0 && <Fact name={formatMessage({ id: 'library.forWhom' })}>{formats.list(forWhom)}</Fact>}
      {version.topics.length > 0 && (
        <Fact name={formatMessage({ id: 'library.field.topics' })}>
          {version.topics.map(({ id, slug, name }) => (
            <Link className="link" key={id} to={href(`/library?topic=${slug}`)} lang={name.lang}>
              {name.text}
            </Link>
          ))}
        </Fact>
      )}
      {version.licence && <Licence version={version} />}
      {owner && (
        <Fact name={formatMessage({ id: 'library.belongsTo' })}>
          <Link className="link" to={href(ownerPath(owner))} lang={owner.lang}>
            {owner.name}
          </Link>
        </Fact>
      )}
      {resource.source && (
        <Fact name={formatMessage({ id: 'library.source' })}>
          <SourceFact resourceId={resource.id} source={resource.source} />
        </Fact>
      )}
      {proposer && (
        <Fact name={formatMessage({ id: 'library.proposedBy' })}>
          <Link className="link" to={href(personPath(proposer))}>
            {proposer.displayName}
          </Link>
        </Fact>
      )}
      {resource.visibility === 'MEMBERS' && (
        <Fact name={formatMessage({ id: 'library.field.visibility' })}>{formatMessage({ id: 'library.visibility.MEMBERS' })}</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The licence with what it allows, in words, since few know the letters. */
function Licence({ version }: { version: VersionShown }) {
  const { formatMessage } = useIntl();
  if (!version.licence) return null;
  const terms = LICENCE_TERMS[version.licence];
  const name = formatMessage({ id: `library.licence.${version.licence}` });
  const allowed = (['share', 'change', 'sell'] as const).map((act) =>
    formatMessage({ id: `library.may.${act}.${terms[act] ? 'yes' : 'no'}` }),
  );
  return (
    <Fact name={formatMessage({ id: 'library.field.licence' })}>
      {terms.url ? (
        <a className="link" href={terms.url} rel="license noopener" target="_blank">
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
      <ul className={styles['terms']}>
        {allowed.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {version.attribution && <span lang={version.lang}>{version.attribution}</span>}
    </Fact>
  );
}
