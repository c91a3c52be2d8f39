import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, DataTable, FormErrorSummary, Section, SelectField, TextField } from '../../../ui/index.js';
import styles from './Directory.module.css';
import { ImportRun_run, type ImportRun } from './import-run.js';

const ChangeImportMutation = graphql(
  `
    mutation ChangeImportMutation($input: ChangeImportInput!) {
      changeImport(input: $input) {
        importRun {
          ...ImportRun_run
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ImportRun_run],
);

const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1253',
  'windows-1251',
  'iso-8859-2',
  'iso-8859-7',
  'iso-8859-5',
];
const SEPARATORS = [',', ';', '\t', '|'];
const NAMES: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'bar'>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** Texts of the file that a choice could be meant by: those found wrong, and those mapped before. */
function textsOf(run: ImportRun): { key: string; text: string }[] {
  const withChoices = new Set(run.keys.filter(({ choices }) => choices.length > 0).map(({ key }) => key));
  const wrong = (run.summary?.errorsByKind ?? []).flatMap(({ samples }) =>
    samples.flatMap(({ column, value }) => (column && value && withChoices.has(column) ? [{ key: column, text: value }] : [])),
  );
  const all = [...run.values.map(({ key, text }) => ({ key, text })), ...wrong];
  return all.filter(
    (each, at) => all.findIndex((other) => other.key === each.key && other.text.toLowerCase() === each.text.toLowerCase()) === at,
  );
}

/** How the file is read: encoding, separator, columns and words, each found out and each changeable. */
export function ImportMapping({ run }: { run: ImportRun }) {
  const { formatMessage } = useIntl();
  const [encoding, setEncoding] = useState(run.encoding);
  const [separator, setSeparator] = useState(run.separator);
  const [lang, setLang] = useState(run.lang ?? '');
  const [county, setCounty] = useState(run.county ?? '');
  const [columns, setColumns] = useState<Record<string, string>>(() =>
    Object.fromEntries(run.columns.map(({ header, key }) => [header, key ?? ''])),
  );
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(run.values.map(({ key, text, value }) => [`${key}:${text}`, value])),
  );
  const [change, state] = useCommand(ChangeImportMutation);
  const texts = textsOf(run);
  const reread = encoding !== run.encoding || separator !== run.separator;
  const submit = () =>
    change({
      id: run.id,
      encoding,
      separator,
      lang,
      county,
      // Read otherwise, the file has other headers; they are found out anew.
      columns: reread ? [] : Object.entries(columns).map(([header, key]) => ({ header, key })),
      values: texts.map(({ key, text }) => ({ key, text, value: values[`${key}:${text}`] ?? '' })),
    });
  const choiceLabel = (key: string, choice: string): string => {
    if (key === 'level') return formatMessage({ id: `directory.schoolLevel.${choice}` });
    if (key === 'profession') return formatMessage({ id: `directory.profession.${choice}` });
    if (key === 'lang') return formatMessage({ id: `directory.lang.${choice}` });
    if (run.kind === 'structures') return formatMessage({ id: `directory.structureKind.${choice}` });
    if (run.kind === 'centres') return formatMessage({ id: `directory.centreKind.${choice}` });
    return formatMessage({ id: `directory.territoryKind.${choice}` });
  };
  const labelOf = (key: string) => run.keys.find((each) => each.key === key)?.label ?? key;
  return (
    <form
      className="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Section title={formatMessage({ id: 'directory.import.reading' })}>
        <FormErrorSummary errors={state.errors} />
        <div className={styles['filters']}>
          <SelectField
            label={formatMessage({ id: 'directory.import.encoding' })}
            value={encoding}
            choices={ENCODINGS.map((each) => ({ value: each, label: each }))}
            onChange={(event) => setEncoding(event.target.value)}
          />
          <SelectField
            label={formatMessage({ id: 'directory.import.separator' })}
            value={separator}
            choices={SEPARATORS.map((each) => ({
              value: each,
              label: formatMessage({ id: `directory.import.separator.${NAMES[each] ?? 'comma'}` }),
            }))}
            onChange={(event) => setSeparator(event.target.value)}
          />
          <TextField
            optional
            id="county"
            label={formatMessage({ id: 'directory.import.county' })}
            value={county}
            error={state.errorOf('county')}
            onChange={(event) => setCounty(event.target.value)}
          />
          <SelectField
            optional
            label={formatMessage({ id: 'directory.import.lang' })}
            placeholder={formatMessage({ id: 'directory.import.langFile' })}
            value={lang}
            choices={(['en', 'el', 'pl', 'ru'] as const).map((each) => ({
              value: each,
              label: formatMessage({ id: `directory.lang.${each}` }),
            }))}
            onChange={(event) => setLang(event.target.value)}
          />
        </div>
        <DataTable
          caption={formatMessage({ id: 'directory.import.columns' })}
          rows={run.columns}
          rowKey={({ header }) => header}
          columns={[
            { key: 'header', header: formatMessage({ id: 'directory.import.column' }), cell: ({ header }) => header },
            {
              key: 'samples',
              header: formatMessage({ id: 'directory.import.samples' }),
              cell: ({ samples }) => samples.filter(Boolean).join(' · '),
            },
            {
              key: 'key',
              header: formatMessage({ id: 'directory.import.fills' }),
              cell: ({ header }) => (
                <select
                  className="input"
                  aria-label={formatMessage({ id: 'directory.import.fillsFor' }, { column: header })}
                  disabled={reread}
                  value={columns[header] ?? ''}
                  onChange={(event) => setColumns({ ...columns, [header]: event.target.value })}
                >
                  <option value="">{formatMessage({ id: 'directory.import.leaveOut' })}</option>
                  {run.keys.map(({ key, label, required }) => (
                    <option key={key} value={key}>
                      {required ? formatMessage({ id: 'directory.import.requiredKey' }, { label }) : label}
                    </option>
                  ))}
                </select>
              ),
            },
          ]}
        />
      </Section>
      {texts.length > 0 && (
        <Section title={formatMessage({ id: 'directory.import.words' })}>
          <div className={styles['filters']}>
            {texts.map(({ key, text }) => (
              <SelectField
                key={`${key}:${text}`}
                label={formatMessage({ id: 'directory.import.word' }, { column: labelOf(key), text })}
                placeholder={formatMessage({ id: 'directory.import.unknownWord' })}
                value={values[`${key}:${text}`] ?? ''}
                choices={(run.keys.find((each) => each.key === key)?.choices ?? []).map((choice) => ({
                  value: choice,
                  label: choiceLabel(key, choice),
                }))}
                onChange={(event) => setValues({ ...values, [`${key}:${text}`]: event.target.value })}
              />
            ))}
          </div>
        </Section>
      )}
      <CommandProblem state={state} />
      <Button type="submit" busy={state.busy}>
        {formatMessage({ id: 'directory.import.again' })}
      </Button>
    </form>
  );
}
