import { useQuery } from '@apollo/client/react';
import { REACTIONS } from '@stoa/domain';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Dialog } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { ReactorsQuery } from '../writing-operations.js';

/** Who reacted to a post, by what they said. */
export default function ReactorsDialog({ postId, onClose }: { postId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(ReactorsQuery, { variables: { id: postId }, fetchPolicy: 'network-only' });
  return (
    <Dialog open title={formatMessage({ id: 'discussions.reaction.who' })} onClose={onClose}>
      <QueryView query={query} page={false}>
        {({ post }) =>
          REACTIONS.map((kind) => {
            const people = post?.reactors.filter((each) => each.kind === kind) ?? [];
            return (
              people.length > 0 && (
                <section key={kind}>
                  <h3>{formatMessage({ id: `discussions.reaction.${kind}` })}</h3>
                  <ul>
                    {people.map(({ person }) => (
                      <li key={person.id}>
                        <Link to={href(personPath(person))}>{person.displayName}</Link>
                      </li>
                    ))}
                  </ul>
                </section>
              )
            );
          })
        }
      </QueryView>
    </Dialog>
  );
}
