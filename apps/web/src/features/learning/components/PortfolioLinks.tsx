import { PORTFOLIO_PARTS, type PortfolioPart } from '@stoa/domain';
import { Copy, Link2 } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Button, Checkbox, DataTable, Section, SelectField, showToast, TextField } from '../../../ui/index.js';
import { sharedPortfolioPath } from '../paths.js';

export const PortfolioLinks_link = graphql(`
  fragment PortfolioLinks_link on PortfolioLink {
    id
    label
    parts
    year
    createdAt
    endedAt
    token
  }
`);

const CreatePortfolioLinkMutation = graphql(
  `
    mutation CreatePortfolioLinkMutation($input: CreatePortfolioLinkInput!) {
      createPortfolioLink(input: $input) {
        links {
          ...PortfolioLinks_link
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PortfolioLinks_link],
);

const EndPortfolioLinkMutation = graphql(
  `
    mutation EndPortfolioLinkMutation($input: EndPortfolioLinkInput!) {
      endPortfolioLink(input: $input) {
        links {
          ...PortfolioLinks_link
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PortfolioLinks_link],
);

type PortfolioLink = FragmentOf<typeof PortfolioLinks_link>;

/** The secret links by which others see parts of the portfolio, until they are ended. */
export function PortfolioLinks({ links, years }: { links: readonly PortfolioLink[]; years: readonly string[] }) {
  const { formatMessage } = useIntl();
  const { shortDate, list } = useFormats();
  const href = useHref();
  const [making, setMaking] = useState(false);
  const [end, ending] = useCommand(EndPortfolioLinkMutation, { refetch: ['PortfolioPageQuery'] });
  const copy = async (token: string): Promise<void> => {
    await navigator.clipboard.writeText(new URL(href(sharedPortfolioPath(token)), location.origin).href);
    showToast(formatMessage({ id: 'learning.links.copied' }));
  };
  return (
    <Section
      title={formatMessage({ id: 'learning.links.title' })}
      end={
        <Button kind="quiet" icon={Link2} onClick={() => setMaking(true)}>
          {formatMessage({ id: 'learning.links.new' })}
        </Button>
      }
    >
      <p className="meta">{formatMessage({ id: 'learning.links.lead' })}</p>
      {links.length > 0 && (
        <DataTable
          caption={formatMessage({ id: 'learning.links.title' })}
          captionHidden
          rows={links}
          rowKey={({ id }) => id}
          columns={[
            { key: 'label', header: formatMessage({ id: 'learning.links.label' }), cell: ({ label }) => label },
            {
              key: 'shows',
              header: formatMessage({ id: 'learning.links.shows' }),
              cell: ({ parts, year }) =>
                `${list(parts.map((part) => formatMessage({ id: `learning.portfolio.part.${part}` })))}${year ? `, ${year}` : ''}`,
            },
            {
              key: 'state',
              header: formatMessage({ id: 'learning.certificate.state' }),
              cell: ({ id, label, token, createdAt, endedAt }) =>
                endedAt ? (
                  <span className="muted">{formatMessage({ id: 'learning.links.ended' }, { date: shortDate(endedAt) })}</span>
                ) : (
                  <span className="button-row">
                    {token ? (
                      <Button kind="quiet" icon={Copy} onClick={() => void copy(token)}>
                        {formatMessage({ id: 'learning.links.copy' })}
                        <span className="unseen"> {label}</span>
                      </Button>
                    ) : (
                      <span className="muted">{formatMessage({ id: 'learning.links.since' }, { date: shortDate(createdAt) })}</span>
                    )}
                    <Button kind="subtle" busy={ending.busy} onClick={() => void end({ id })}>
                      {formatMessage({ id: 'learning.links.end' })}
                      <span className="unseen"> {label}</span>
                    </Button>
                  </span>
                ),
            },
          ]}
        />
      )}
      <CommandProblem state={ending} />
      {making && <NewLinkDialog years={years} onClose={() => setMaking(false)} />}
    </Section>
  );
}

function NewLinkDialog({ years, onClose }: { years: readonly string[]; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [label, setLabel] = useState('');
  const [parts, setParts] = useState<readonly PortfolioPart[]>(PORTFOLIO_PARTS);
  const [year, setYear] = useState('');
  const [create, state] = useCommand(CreatePortfolioLinkMutation, { creates: true, onDone: onClose, refetch: ['PortfolioPageQuery'] });
  return (
    <FormDialog
      title={formatMessage({ id: 'learning.links.new' })}
      submitLabel={formatMessage({ id: 'learning.links.create' })}
      state={state}
      onClose={onClose}
      onSubmit={() => void create({ label, parts: [...parts], year: year || null })}
    >
      <TextField
        id="label"
        label={formatMessage({ id: 'learning.links.label' })}
        hint={formatMessage({ id: 'learning.links.labelHint' })}
        error={state.errorOf('label')}
        maxLength={80}
        value={label}
        onChange={({ target }) => setLabel(target.value)}
      />
      <fieldset className={state.errorOf('parts') ? 'field invalid' : 'field'}>
        <legend>{formatMessage({ id: 'learning.links.shows' })}</legend>
        {PORTFOLIO_PARTS.map((part) => (
          <Checkbox
            key={part}
            label={formatMessage({ id: `learning.portfolio.part.${part}` })}
            checked={parts.includes(part)}
            onChange={({ target }) => setParts((before) => (target.checked ? [...before, part] : before.filter((each) => each !== part)))}
          />
        ))}
      </fieldset>
      {years.length > 1 && (
        <SelectField
          id="year"
          label={formatMessage({ id: 'learning.links.year' })}
          value={year}
          choices={[
            { value: '', label: formatMessage({ id: 'learning.links.allYears' }) },
            ...years.map((each) => ({ value: each, label: each })),
          ]}
          onChange={({ target }) => setYear(target.value)}
        />
      )}
    </FormDialog>
  );
}
