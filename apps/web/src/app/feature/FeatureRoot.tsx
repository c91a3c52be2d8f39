import { Outlet, useLoaderData } from 'react-router';
import { MoreMessages, type Messages } from '../i18n/index.js';

/** Stands around a feature's pages: they have its words beside those of every page. */
export function FeatureRoot() {
  return (
    <MoreMessages messages={useLoaderData<Messages>()}>
      <Outlet />
    </MoreMessages>
  );
}
