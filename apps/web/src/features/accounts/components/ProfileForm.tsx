import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Button, Checkbox, FormErrorSummary, RadioGroup, showToast, TextArea, TextField } from '../../../ui/index.js';
import type { OwnAccount } from '../own-account.js';

const UpdateProfileMutation = graphql(`
  mutation UpdateProfileMutation($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer {
        id
        profile {
          audience
          about
          showsEmail
          showsAffiliations
          showsAppointments
        }
        person {
          id
          displayName
          about
          email
        }
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The name, and field by field what the profile shows to whom. */
export function ProfileForm({ account, onRefresh }: { account: OwnAccount; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [name, setName] = useState(account.person.displayName);
  const [profile, setProfile] = useState(account.profile);
  const [update, state] = useCommand(UpdateProfileMutation, { onDone: () => showToast(formatMessage({ id: 'accounts.saved' })) });
  const shows = (field: 'showsEmail' | 'showsAffiliations' | 'showsAppointments') => ({
    id: field,
    checked: profile[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setProfile({ ...profile, [field]: event.target.checked }),
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { audience, about, showsEmail, showsAffiliations, showsAppointments } = profile;
        void update({
          expectedVersion: account.version,
          displayName: name,
          audience,
          about,
          showsEmail,
          showsAffiliations,
          showsAppointments,
        });
      }}
    >
      <FormErrorSummary errors={state.errors} />
      <TextField
        id="displayName"
        autoComplete="name"
        label={formatMessage({ id: 'accounts.name' })}
        hint={formatMessage({ id: 'accounts.profile.nameHint' })}
        error={state.errorOf('displayName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextArea
        id="about"
        optional
        label={formatMessage({ id: 'accounts.profile.about' })}
        error={state.errorOf('about')}
        value={profile.about}
        onChange={(event) => setProfile({ ...profile, about: event.target.value })}
      />
      <RadioGroup
        id="audience"
        name="audience"
        label={formatMessage({ id: 'accounts.profile.audience' })}
        value={profile.audience}
        choices={[
          {
            value: 'SIGNED_IN',
            label: formatMessage({ id: 'accounts.profile.audience.SIGNED_IN' }),
            hint: formatMessage({ id: 'accounts.profile.audienceHint.SIGNED_IN' }),
          },
          {
            value: 'EVERYONE',
            label: formatMessage({ id: 'accounts.profile.audience.EVERYONE' }),
            hint: formatMessage({ id: 'accounts.profile.audienceHint.EVERYONE' }),
          },
        ]}
        onChange={(value) => setProfile({ ...profile, audience: value === 'EVERYONE' ? 'EVERYONE' : 'SIGNED_IN' })}
      />
      <fieldset className="field">
        <legend>{formatMessage({ id: 'accounts.profile.shows' })}</legend>
        <Checkbox {...shows('showsEmail')} label={formatMessage({ id: 'accounts.profile.showsEmail' })} />
        <Checkbox {...shows('showsAppointments')} label={formatMessage({ id: 'accounts.profile.showsAppointments' })} />
        <Checkbox {...shows('showsAffiliations')} label={formatMessage({ id: 'accounts.profile.showsAffiliations' })} />
      </fieldset>
      <CommandProblem state={state} onRefresh={onRefresh} />
      <Button type="submit" busy={state.busy}>
        {formatMessage({ id: 'accounts.profile.save' })}
      </Button>
    </form>
  );
}
