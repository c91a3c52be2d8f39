import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useCommand, type CommandState } from '../../../../app/api/use-command.js';
import { useUploads, type Uploads } from '../../../../app/uploads/use-uploads.js';
import {
  AddResourceFilesMutation,
  RemoveResourceFileMutation,
  ResourceFilesFieldQuery,
  type FileFactsShown,
  type ResourceFileValue,
} from './file-operations.js';

/** Files of a resource while a version is written. */
export interface ResourceFilesState {
  uploads: Uploads;
  /** What is known of each, by id. */
  facts: ReadonlyMap<string, FileFactsShown>;
  /** Those that the version does not show. */
  unused: readonly FileFactsShown[];
  adding: CommandState;
  removing: CommandState;
  /** Deletes a file that no version names. */
  forget: (id: string) => Promise<void>;
}

/**
 * Sends files to a resource, and gives each to it as soon as it has arrived, so that nothing is lost where the form is left.
 * @param value what the version shows
 * @param onChange told of the new list, with what has arrived at its end
 */
export function useResourceFiles(
  resourceId: string,
  value: readonly ResourceFileValue[],
  onChange: (files: ResourceFileValue[]) => void,
): ResourceFilesState {
  const client = useApolloClient();
  const query = useQuery(ResourceFilesFieldQuery, { variables: { id: resourceId }, fetchPolicy: 'cache-and-network' });
  const [add, adding] = useCommand(AddResourceFilesMutation);
  const [remove, removing] = useCommand(RemoveResourceFileMutation);
  const files = query.data?.resource?.files ?? [];
  const now = useRef({ value, onChange, files });
  now.current = { value, onChange, files };

  const show = (fresh: readonly FileFactsShown[]) =>
    client.cache.updateQuery({ query: ResourceFilesFieldQuery, variables: { id: resourceId } }, (before) =>
      before?.resource ? { ...before, resource: { ...before.resource, files: [...fresh] } } : before,
    );
  const look = async () => {
    const { data } = await client
      .query({ query: ResourceFilesFieldQuery, variables: { id: resourceId }, fetchPolicy: 'network-only' })
      .catch(() => ({ data: undefined }));
    return data?.resourceUploads ?? null;
  };
  const uploads = useUploads({ purpose: 'resource', place: resourceId, look });

  // One that was not taken stays in the list with the reason, and keeps no other back.
  const tried = useRef(new Set<string>());
  const arrived = uploads.items.find(({ state, id }) => state === 'ready' && id !== null && !tried.current.has(id));
  useEffect(() => {
    if (!arrived?.id || adding.busy || tried.current.has(arrived.id)) return;
    tried.current.add(arrived.id);
    const before = new Set(now.current.files.map(({ id }) => id));
    void add({ id: resourceId, uploadIds: [arrived.id] }).then((outcome) => {
      if (!outcome.done) return;
      const all = outcome.data.addResourceFiles.files ?? [];
      const shown = now.current.value;
      const fresh = all.filter(({ id }) => !before.has(id) && !shown.some((each) => each.id === id));
      now.current.onChange([...shown, ...fresh.map(({ id, title, alt, role, lang }) => ({ id, title, alt, role, lang }))]);
      show(all);
      uploads.drop(arrived.key);
    });
  }, [arrived?.id, adding.busy]);

  return {
    uploads,
    facts: new Map(files.map((file) => [file.id, file])),
    unused: files.filter(({ id }) => !value.some((each) => each.id === id)),
    adding,
    removing,
    forget: async (id) => {
      const outcome = await remove({ id });
      if (outcome.done) show(outcome.data.removeResourceFile.files ?? []);
    },
  };
}
