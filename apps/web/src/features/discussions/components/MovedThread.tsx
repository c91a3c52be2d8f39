import { useQuery } from '@apollo/client/react';
import { Navigate } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { MovedThreadQuery } from '../arranging-operations.js';
import { postPath, threadPath } from '../paths.js';

/** An address at which there is no thread: leads on to where it went, or says that there is nothing. */
export function MovedThread({ network, no, post }: { network: string; no: number; post: number }) {
  const href = useHref();
  const query = useQuery(MovedThreadQuery, { variables: { network, no, post: post || null }, fetchPolicy: 'network-only' });
  return (
    <QueryView query={query}>
      {({ movedThread: moved }) => {
        if (!moved || (moved.network === network && moved.no === no)) return <NotFoundPage />;
        const there = { no: moved.no, slug: moved.slug, network: { slug: moved.network } };
        return <Navigate to={href(moved.post === null ? threadPath(there) : postPath(there, moved.post))} replace />;
      }}
    </QueryView>
  );
}

/** A post that an address names and that is not on the page: leads on where it was split off. */
export function MovedPost({ network, no, post }: { network: string; no: number; post: number }) {
  const href = useHref();
  const { data } = useQuery(MovedThreadQuery, { variables: { network, no, post }, fetchPolicy: 'network-only' });
  const moved = data?.movedThread;
  if (!moved || moved.post === null || (moved.network === network && moved.no === no)) return null;
  return <Navigate to={href(postPath({ no: moved.no, slug: moved.slug, network: { slug: moved.network } }, moved.post))} replace />;
}
