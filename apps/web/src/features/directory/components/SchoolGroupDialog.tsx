import { useQuery } from '@apollo/client/react';
import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { Button, Combobox, Dialog, FormErrorSummary, IconButton, showToast, TextField, type ComboboxOption } from '../../../ui/index.js';
import styles from './Directory.module.css';
import { TerritoryCombobox } from './TerritoryCombobox.js';

/** A group of schools as its form needs it. */
export const SchoolGroupDialog_schoolGroup = graphql(`
  fragment SchoolGroupDialog_schoolGroup on SchoolGroup {
    id
    name
    lang
    version
    county {
      id
      name {
        lang
        text
      }
    }
    schools {
      id
      name
      lang
    }
  }
`);
type Group = FragmentOf<typeof SchoolGroupDialog_schoolGroup>;

const CreateSchoolGroupMutation = graphql(`
  mutation CreateSchoolGroupMutation($input: CreateSchoolGroupInput!) {
    createSchoolGroup(input: $input) {
      schoolGroup {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const EditSchoolGroupMutation = graphql(
  `
    mutation EditSchoolGroupMutation($input: EditSchoolGroupInput!) {
      editSchoolGroup(input: $input) {
        schoolGroup {
          ...SchoolGroupDialog_schoolGroup
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [SchoolGroupDialog_schoolGroup],
);

const GroupSchoolsQuery = graphql(`
  query GroupSchoolsQuery($within: ID!, $search: String!) {
    schools(first: 8, within: $within, search: $search) {
      edges {
        node {
          id
          name
          lang
          city
          state
        }
      }
    }
  }
`);

/** A new group of schools, or the name and schools of one. Its county stays what it is. */
export function SchoolGroupDialog({ group, onClose, onRefresh }: { group: Group | null; onClose: () => void; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const lang = useLanguage();
  const [name, setName] = useState(group?.name ?? '');
  const [county, setCounty] = useState<ComboboxOption | null>(
    group && { value: group.county.id, label: group.county.name.text, lang: group.county.name.lang },
  );
  const [schools, setSchools] = useState<ComboboxOption[]>(
    group?.schools.map((school) => ({ value: school.id, label: school.name, lang: school.lang })) ?? [],
  );
  const onDone = () => {
    showToast(formatMessage({ id: 'directory.saved' }));
    onRefresh();
    onClose();
  };
  const [create, creating] = useCommand(CreateSchoolGroupMutation, { creates: true, onDone });
  const [edit, editing] = useCommand(EditSchoolGroupMutation, { onDone });
  const state = group ? editing : creating;
  const ids = schools.map(({ value }) => value);
  const save = () =>
    void (group
      ? edit({ id: group.id, expectedVersion: group.version, name, schools: ids })
      : create({ county: county?.value ?? '', lang, name, schools: ids }));
  return (
    <Dialog
      open
      title={formatMessage({ id: group ? 'directory.groups.edit' : 'directory.groups.create' })}
      onClose={onClose}
      footer={
        <Button kind="primary" busy={state.busy} onClick={save}>
          {formatMessage({ id: 'directory.save' })}
        </Button>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <TextField
        id="name"
        label={formatMessage({ id: 'directory.name' })}
        value={name}
        error={state.errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      {!group && (
        <TerritoryCombobox
          id="county"
          kind="COUNTY"
          label={formatMessage({ id: 'directory.schools.county' })}
          value={county}
          error={state.errorOf('county')}
          onChange={(option) => {
            setCounty(option);
            setSchools([]);
          }}
        />
      )}
      {county && <SchoolPicker county={county.value} chosen={schools} error={state.errorOf('schools')} onChange={setSchools} />}
    </Dialog>
  );
}

/** The schools of a group: those chosen, each to be taken out, and a field that adds one. */
function SchoolPicker({
  county,
  chosen,
  error,
  onChange,
}: {
  county: string;
  chosen: ComboboxOption[];
  error: string | undefined;
  onChange: (schools: ComboboxOption[]) => void;
}) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(GroupSchoolsQuery, { variables: { within: county, search } });
  const found = (data ?? previousData)?.schools.edges ?? [];
  return (
    <>
      <Combobox
        id="schools"
        label={formatMessage({ id: 'directory.groups.add' })}
        value={null}
        error={error}
        busy={loading}
        onQuery={setTyped}
        onChange={(option) => option && onChange([...chosen, option])}
        options={found
          .filter(({ node }) => node.state === 'ACTIVE' && !chosen.some(({ value }) => value === node.id))
          .map(({ node }) => ({ value: node.id, label: node.name, lang: node.lang, hint: node.city }))}
      />
      <ul className={styles['chosen']} aria-label={formatMessage({ id: 'directory.groups.schools' })}>
        {chosen.map((school) => (
          <li key={school.value}>
            <span lang={school.lang}>{school.label}</span>
            <IconButton
              icon={X}
              label={formatMessage({ id: 'directory.groups.remove' }, { name: school.label })}
              onClick={() => onChange(chosen.filter(({ value }) => value !== school.value))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
