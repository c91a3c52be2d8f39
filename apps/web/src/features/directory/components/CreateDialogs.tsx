import { CENTRE_KINDS, STRUCTURE_KINDS, type CentreKind, type StructureKind } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { Button, Dialog, FormErrorSummary, SelectField, showToast, TextField, type ComboboxOption } from '../../../ui/index.js';
import { TerritoryCombobox } from './TerritoryCombobox.js';

const CreateCentreMutation = graphql(`
  mutation CreateCentreMutation($input: CreateCentreInput!) {
    createCentre(input: $input) {
      centre {
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

const CreateStructureMutation = graphql(`
  mutation CreateStructureMutation($input: CreateStructureInput!) {
    createStructure(input: $input) {
      structure {
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

interface Closing {
  onClose: () => void;
  refetch: string[];
}

/** A new centre; the name is in the language of the page, others follow on its card. */
export function CreateCentreDialog({ onClose, refetch }: Closing) {
  const { formatMessage } = useIntl();
  const lang = useLanguage();
  const [kind, setKind] = useState<CentreKind>('COUNTY');
  const [name, setName] = useState('');
  const [territory, setTerritory] = useState<ComboboxOption | null>(null);
  const onDone = () => {
    showToast(formatMessage({ id: 'directory.saved' }));
    onClose();
  };
  const [create, state] = useCommand(CreateCentreMutation, { creates: true, refetch, onDone });
  return (
    <Dialog
      open
      title={formatMessage({ id: 'directory.centres.create' })}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          busy={state.busy}
          onClick={() => void create({ kind, lang, territory: territory?.value ?? '', names: [{ lang, text: name }] })}
        >
          {formatMessage({ id: 'directory.save' })}
        </Button>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      <TextField
        id={`names.${lang}`}
        label={formatMessage({ id: 'directory.name' })}
        value={name}
        error={state.errorOf('names') ?? state.errorOf(`names.${lang}`)}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={formatMessage({ id: 'directory.import.kind' })}
        value={kind}
        choices={CENTRE_KINDS.map((each) => ({ value: each, label: formatMessage({ id: `directory.centreKind.${each}` }) }))}
        onChange={(event) => {
          setKind(CENTRE_KINDS.find((each) => each === event.target.value) ?? 'COUNTY');
          setTerritory(null);
        }}
      />
      <TerritoryCombobox
        id="territory"
        kind={kind === 'REGIONAL' ? 'REGION' : 'COUNTY'}
        label={formatMessage({ id: 'directory.place' })}
        value={territory}
        error={state.errorOf('territory')}
        onChange={setTerritory}
      />
    </Dialog>
  );
}

/** A new structure of a centre. */
export function CreateStructureDialog({ centreId, onClose, refetch }: Closing & { centreId: string }) {
  const { formatMessage } = useIntl();
  const lang = useLanguage();
  const [kind, setKind] = useState<StructureKind>('ICT_CENTRE');
  const [name, setName] = useState('');
  const onDone = () => {
    showToast(formatMessage({ id: 'directory.saved' }));
    onClose();
  };
  const [create, state] = useCommand(CreateStructureMutation, { creates: true, refetch, onDone });
  return (
    <Dialog
      open
      title={formatMessage({ id: 'directory.structures.create' })}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          busy={state.busy}
          onClick={() => void create({ kind, lang, centre: centreId, names: [{ lang, text: name }] })}
        >
          {formatMessage({ id: 'directory.save' })}
        </Button>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      <TextField
        id={`names.${lang}`}
        label={formatMessage({ id: 'directory.name' })}
        value={name}
        error={state.errorOf('names') ?? state.errorOf(`names.${lang}`)}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={formatMessage({ id: 'directory.import.kind' })}
        value={kind}
        choices={STRUCTURE_KINDS.map((each) => ({ value: each, label: formatMessage({ id: `directory.structureKind.${each}` }) }))}
        onChange={(event) => setKind(STRUCTURE_KINDS.find((each) => each === event.target.value) ?? 'OTHER')}
      />
    </Dialog>
  );
}
