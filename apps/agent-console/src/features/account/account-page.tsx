import './account.css';
import { useSession } from '@bureau/client';
import { Avatar, Select, themes, useTheme, useUiWords } from '@bureau/ui';
import { accountWords as words } from './account.words.ts';
import { PasswordForm } from './password-form.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TwoFactorSection } from './two-factor-section.tsx';

/** What concerns the person who is signed in: who she is here, how the console looks, how she signs in and where she is. */
export function AccountPage() {
  const { user } = useSession();
  return (
    <div className="account">
      <h1>{words.title}</h1>
      <section>
        <div className="account-person">
          <Avatar name={user.name} size={32} isDecoration />
          <div>
            <strong>{user.name}</strong>
            <p>
              {user.email} · {user.role.name}
            </p>
          </div>
        </div>
      </section>
      <Appearance />
      <PasswordForm />
      <TwoFactorSection />
      <SessionsSection />
    </div>
  );
}

function Appearance() {
  const { theme, setTheme } = useTheme();
  const names = useUiWords().themes;
  return (
    <section>
      <h2>{words.appearance}</h2>
      <Select
        label={words.theme}
        choices={themes.map((id) => ({ id, label: names[id] }))}
        value={theme}
        onChange={setTheme}
      />
    </section>
  );
}
