import { useState } from 'preact/hooks';
import type { Role } from '../../server/contract/requests.ts';
import { useApp } from '../app-context.ts';
import { languageNames, languages } from '../../words/language.ts';
import { post } from '../net/api.ts';
import { Problem } from '../parts/use-loaded.tsx';
import { canSpeak } from '../sound/speech.ts';
import { AccountFields, useForm } from './SignIn.tsx';

interface PickProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onValue: (value: Value) => void;
}

function Pick<Value extends string>({ label, value, options, onValue }: PickProps<Value>) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([one]) => one === currentTarget.value);
          if (chosen !== undefined) onValue(chosen[0]);
        }}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Switch(props: {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <label class={`choice ${props.on ? 'is-chosen' : ''}`}>
      <input
        type="checkbox"
        checked={props.on}
        onChange={({ currentTarget }) => {
          props.onChange(currentTarget.checked);
        }}
      />
      {props.label}
    </label>
  );
}

export function Settings() {
  const { t, preferences, prefer } = useApp();
  const themes = ['system', 'light', 'dark'] as const;
  return (
    <>
      <h1>{t('settings.title')}</h1>
      <section class="card narrow">
        <Pick
          label={t('settings.language')}
          value={preferences.language}
          options={languages.map((one) => [one, languageNames[one]] as const)}
          onValue={(language) => {
            prefer({ language });
          }}
        />
        <Pick
          label={t('settings.unit')}
          value={preferences.unit}
          options={[
            ['C', '°C'],
            ['F', '°F'],
          ]}
          onValue={(unit) => {
            prefer({ unit });
          }}
        />
        <Pick
          label={t('settings.theme')}
          value={preferences.theme}
          options={themes.map((one) => [one, t(`settings.theme.${one}`)] as const)}
          onValue={(theme) => {
            prefer({ theme });
          }}
        />
        {canSpeak() && (
          <Switch
            label={t('settings.speech')}
            on={preferences.speech}
            onChange={(speech) => {
              prefer({ speech });
            }}
          />
        )}
        <Switch
          label={t('settings.bigTargets')}
          on={preferences.bigTargets}
          onChange={(bigTargets) => {
            prefer({ bigTargets });
          }}
        />
      </section>
      <Account />
    </>
  );
}

function Account() {
  const { t, session, signOut } = useApp();
  const person = session?.person ?? null;
  if (person === null || session === null) return null;
  return (
    <section class="card narrow">
      <h2>{t('settings.account')}</h2>
      <p>{t('signIn.as', { name: person.name, role: t(`role.${person.role}`) })}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void signOut()}>
          {t('signIn.out')}
        </button>
      </div>
      {person.mayMakeAccounts && <NewAccount />}
      <p class="soft">{t('settings.version', { version: session.version })}</p>
    </section>
  );
}

function NewAccount() {
  const { t } = useApp();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('operator');
  const [made, setMade] = useState<string | null>(null);
  const { error, busy, submit } = useForm(
    () => post('/accounts', { name, password, role }),
    () => {
      setMade(name);
      setName('');
      setPassword('');
    },
  );
  return (
    <details>
      <summary>{t('settings.newAccount')}</summary>
      <form class="stack" onSubmit={submit}>
        {error !== null && <Problem error={error} />}
        {made !== null && (
          <p class="notice good" role="status">
            {t('settings.accountMade', { name: made })}
          </p>
        )}
        <AccountFields {...{ name, setName, password, setPassword, role, setRole }} />
        <button type="submit" class="button" aria-disabled={busy}>
          {t('settings.newAccount')}
        </button>
      </form>
    </details>
  );
}
