import type { TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ApiError } from '../../server/contract/errors.ts';
import type { Role } from '../../server/contract/requests.ts';
import { useApp } from '../app-context.ts';
import { post } from '../net/api.ts';
import { errorOf, Problem } from '../parts/use-loaded.tsx';

/** Sends a form once; a refusal is shown in it. */
export function useForm(send: () => Promise<unknown>, done: () => Promise<void> | void) {
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  // Two presses can come before the page is drawn anew.
  const isUnderWay = useRef(false);
  const attempt = async (): Promise<void> => {
    try {
      await send();
      await done();
    } catch (thrown) {
      setError(errorOf(thrown));
    }
    isUnderWay.current = false;
    setBusy(false);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    setError(null);
    void attempt();
  };
  return { error, busy, submit };
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly autocomplete: 'username' | 'current-password' | 'new-password' | 'one-time-code';
  readonly hint?: string;
}

export function TextField({ label, value, onValue, type, autocomplete, hint }: TextFieldProps) {
  const common = {
    required: true,
    autocomplete,
    value,
    onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
      onValue(currentTarget.value);
    },
  };
  return (
    <label class="field">
      <span class="label">{label}</span>
      {type === 'password' ? (
        <input type="password" {...common} />
      ) : (
        <input type="text" {...common} />
      )}
      {hint !== undefined && <span class="soft">{hint}</span>}
    </label>
  );
}

export function SignIn() {
  const { t, reloadSession } = useApp();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { error, busy, submit } = useForm(
    () => post('/session', { name, password }),
    reloadSession,
  );
  return (
    <form class="card narrow" onSubmit={submit}>
      <h1>{t('signIn.title')}</h1>
      {error !== null && <Problem error={error} />}
      <TextField label={t('signIn.name')} value={name} onValue={setName} autocomplete="username" />
      <TextField
        label={t('signIn.password')}
        type="password"
        value={password}
        onValue={setPassword}
        autocomplete="current-password"
      />
      <button type="submit" class="button primary wide" aria-disabled={busy}>
        {t('signIn.button')}
      </button>
    </form>
  );
}

const roles = ['engineer', 'clinician', 'operator', 'viewer'] as const satisfies readonly Role[];

function RoleField({
  role,
  onRole,
}: {
  readonly role: Role;
  readonly onRole: (role: Role) => void;
}) {
  const { t } = useApp();
  return (
    <label class="field">
      <span class="label">{t('setup.role')}</span>
      <select
        value={role}
        onChange={({ currentTarget }) => {
          onRole(roles.find((one) => one === currentTarget.value) ?? 'viewer');
        }}
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {t(`role.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface AccountFieldsProps {
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly password: string;
  readonly setPassword: (password: string) => void;
  readonly role: Role;
  readonly setRole: (role: Role) => void;
}

/** What a new account needs, whoever makes it. */
export function AccountFields(props: AccountFieldsProps) {
  const { t } = useApp();
  const { name, setName, password, setPassword, role, setRole } = props;
  return (
    <>
      <TextField label={t('signIn.name')} value={name} onValue={setName} autocomplete="username" />
      <TextField
        label={t('signIn.password')}
        type="password"
        value={password}
        onValue={setPassword}
        autocomplete="new-password"
        hint={t('setup.passwordHint')}
      />
      <RoleField role={role} onRole={setRole} />
    </>
  );
}

export function Setup() {
  const { t, reloadSession } = useApp();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('engineer');
  const { error, busy, submit } = useForm(
    () => post('/setup', { code: code.trim(), name, password, role }),
    reloadSession,
  );
  return (
    <form class="card narrow" onSubmit={submit}>
      <h1>{t('setup.title')}</h1>
      <p>{t('setup.text')}</p>
      {error !== null && <Problem error={error} />}
      <TextField
        label={t('setup.code')}
        value={code}
        onValue={setCode}
        autocomplete="one-time-code"
      />
      <AccountFields {...{ name, setName, password, setPassword, role, setRole }} />
      <button type="submit" class="button primary wide" aria-disabled={busy}>
        {t('setup.button')}
      </button>
    </form>
  );
}
