import { useQuery } from '@apollo/client/react';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { QueryView } from '../../../app/QueryView.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { Button, PageHeader, SelectField, SheetRow } from '../../../ui/index.js';
import { AppointmentFormQuery, type FormDefaults } from '../appointment-operations.js';
import { AppointDialog } from '../components/AppointDialog.js';
import { AppointmentTable } from '../components/AppointmentTable.js';

/** Every appointment with its term, for whoever may appoint to all roles. */
export function Component() {
  const query = useQuery(AppointmentFormQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ appointmentForm }) => (appointmentForm.roles.includes('AD') ? <Roles roles={appointmentForm.roles} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function Roles({ roles }: { roles: FormDefaults['roles'] }) {
  const { formatMessage } = useIntl();
  const [parameters, setParameters] = useSearchParams();
  const [appointing, setAppointing] = useState(false);
  const role = roles.find((value) => value === parameters.get('role')) ?? null;
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'appointments.roles.title' })}
        actions={
          <Button kind="primary" icon={UserRoundPlus} onClick={() => setAppointing(true)}>
            {formatMessage({ id: 'appointments.appoint' })}
          </Button>
        }
      />
      <div className="form">
        <SelectField
          label={formatMessage({ id: 'appointments.role' })}
          placeholder={formatMessage({ id: 'appointments.roles.all' })}
          choices={roles.map((value) => ({ value, label: formatMessage({ id: `appointments.roleName.${value}` }) }))}
          value={role ?? ''}
          onChange={(event) =>
            setParameters((before) => (event.target.value ? before.set('role', event.target.value) : before.delete('role'), before), {
              replace: true,
            })
          }
        />
      </div>
      <AppointmentTable territoryId={null} role={role} />
      <AppointDialog open={appointing} post={null} territoryId={null} onClose={() => setAppointing(false)} />
    </SheetRow>
  );
}
