import { SCHOOL_LEVELS, type SchoolLevel } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref, useLanguage } from '../../../app/i18n/use-language.js';
import { Button, Dialog, FormErrorSummary, SelectField, showToast, TextField, type ComboboxOption } from '../../../ui/index.js';
import { schoolPath } from '../paths.js';
import { TerritoryCombobox } from './TerritoryCombobox.js';

const CreateSchoolMutation = graphql(`
  mutation CreateSchoolMutation($input: CreateSchoolInput!) {
    createSchool(input: $input) {
      school {
        id
        slug
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const EMPTY = { name: '', code: '', city: '', street: '', number: '', postalCode: '', postOffice: '' };
const ADDRESS = ['city', 'street', 'number', 'postalCode', 'postOffice'] as const;

/** A new school in a county, with its address; what else its card holds follows there. */
export function CreateSchoolDialog({ onClose }: { onClose: () => void }) {
  const { formatMessage } = useIntl();
  const lang = useLanguage();
  const href = useHref();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(EMPTY);
  const [level, setLevel] = useState<SchoolLevel>('PRIMARY');
  const [county, setCounty] = useState<ComboboxOption | null>(null);
  const set = (key: keyof typeof EMPTY) => (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value });
  const [create, state] = useCommand(CreateSchoolMutation, {
    creates: true,
    onDone: ({ createSchool: { school } }) => {
      showToast(formatMessage({ id: 'directory.saved' }));
      onClose();
      if (school) void navigate(href(schoolPath(school)));
    },
  });
  const { name, code, ...address } = typed;
  return (
    <Dialog
      open
      title={formatMessage({ id: 'directory.schools.create' })}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          busy={state.busy}
          onClick={() => void create({ name, code: code || null, lang, level, county: county?.value ?? '', address })}
        >
          {formatMessage({ id: 'directory.save' })}
        </Button>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      <TextField
        id="name"
        label={formatMessage({ id: 'directory.name' })}
        value={name}
        error={state.errorOf('name')}
        onChange={set('name')}
      />
      <SelectField
        id="level"
        label={formatMessage({ id: 'directory.level' })}
        value={level}
        choices={SCHOOL_LEVELS.map((each) => ({ value: each, label: formatMessage({ id: `directory.schoolLevel.${each}` }) }))}
        onChange={(event) => setLevel(SCHOOL_LEVELS.find((each) => each === event.target.value) ?? level)}
      />
      <TerritoryCombobox
        id="county"
        kind="COUNTY"
        label={formatMessage({ id: 'directory.schools.county' })}
        value={county}
        error={state.errorOf('county')}
        onChange={setCounty}
      />
      <TextField
        id="code"
        optional
        label={formatMessage({ id: 'directory.schools.code' })}
        value={code}
        error={state.errorOf('code')}
        onChange={set('code')}
      />
      {ADDRESS.map((key) => (
        <TextField
          key={key}
          id={`address.${key}`}
          optional
          label={formatMessage({ id: `directory.${key}` })}
          value={address[key]}
          error={state.errorOf(`address.${key}`)}
          onChange={set(key)}
        />
      ))}
    </Dialog>
  );
}
