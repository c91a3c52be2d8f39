import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { languageNames, languages } from '../../../app/i18n/index.js';
import { applyTheme } from '../../../app/preferences/theme.js';
import { Button, Checkbox, FormErrorSummary, RadioGroup, SelectField, showToast } from '../../../ui/index.js';
import type { OwnAccount } from '../own-account.js';
import { UpdatePreferencesMutation } from './preferences-operations.js';

/** All that the browser knows by name. */
const zones = Intl.supportedValuesOf('timeZone');

/** Language, theme and time zone. Saving shows the page in the language chosen. */
export function AppearanceForm({ account, onRefresh }: { account: OwnAccount; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [lang, setLang] = useState(account.lang);
  const [theme, setTheme] = useState(account.theme);
  const [timeZone, setTimeZone] = useState(account.timeZone ?? '');
  const [recommendations, setRecommendations] = useState(account.recommendations);
  const [update, state] = useCommand(UpdatePreferencesMutation);
  const save = async () => {
    const { done } = await update({ expectedVersion: account.version, lang, theme, timeZone, recommendations });
    if (!done) return;
    if (theme === 'light' || theme === 'dark' || theme === 'system') applyTheme(theme);
    showToast(formatMessage({ id: 'accounts.saved' }));
    await navigate(pathname.replace(/^\/[^/]+/, `/${lang}`), { replace: true });
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormErrorSummary errors={state.errors} />
      <SelectField
        id="lang"
        label={formatMessage({ id: 'accounts.lang' })}
        hint={formatMessage({ id: 'accounts.appearance.langHint' })}
        choices={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        value={lang}
        onChange={(event) => setLang(event.target.value)}
      />
      <RadioGroup
        inline
        name="theme"
        id="theme"
        label={formatMessage({ id: 'app.menu.theme' })}
        value={theme}
        choices={[
          { value: 'system', label: formatMessage({ id: 'app.theme.system' }) },
          { value: 'light', label: formatMessage({ id: 'app.theme.light' }) },
          { value: 'dark', label: formatMessage({ id: 'app.theme.dark' }) },
        ]}
        onChange={setTheme}
      />
      <SelectField
        id="timeZone"
        label={formatMessage({ id: 'accounts.appearance.timeZone' })}
        hint={formatMessage({ id: 'accounts.appearance.timeZoneHint' })}
        error={state.errorOf('timeZone')}
        placeholder={formatMessage({ id: 'accounts.appearance.timeZoneUsual' })}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        value={timeZone}
        onChange={(event) => setTimeZone(event.target.value)}
      />
      <Checkbox
        id="recommendations"
        label={formatMessage({ id: 'accounts.appearance.recommendations' })}
        hint={formatMessage({ id: 'accounts.appearance.recommendationsHint' })}
        checked={recommendations}
        onChange={(event) => setRecommendations(event.target.checked)}
      />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <Button type="submit" busy={state.busy}>
        {formatMessage({ id: 'accounts.appearance.save' })}
      </Button>
    </form>
  );
}
