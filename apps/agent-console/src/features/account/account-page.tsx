import './account.css';
import { can, useSession } from '@bureau/client';
import { routingApi } from '@bureau/contracts';
import { Avatar } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { seededName } from '../../plain/seeded-names.ts';
import { AbsenceSection } from './absence-section.tsx';
import { accountWords as words } from './account.words.ts';
import { LookSection } from './look-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileSection } from './profile-section.tsx';
import { ProgramsSection } from './programs-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { settingsWords } from './settings.words.ts';
import { TwoFactorSection } from './two-factor-section.tsx';
import { WritingSection } from './writing-section.tsx';

const sections = [
  'profile',
  'availability',
  'preferences',
  'notifications',
  'writing',
  'security',
  'sessions',
] as const;
type Section = (typeof sections)[number];

const contents: Record<Section, ReactNode> = {
  profile: <ProfileSection />,
  availability: <AbsenceSection />,
  preferences: <LookSection />,
  notifications: <NotificationsSection />,
  writing: <WritingSection />,
  security: (
    <>
      <PasswordForm />
      <TwoFactorSection />
    </>
  ),
  sessions: (
    <>
      <SessionsSection />
      <ProgramsSection />
    </>
  ),
};

/** What concerns the person who is signed in. `section` is what the address says behind /account. */
export function AccountPage({ section }: { section?: string | undefined }) {
  const session = useSession();
  const { user } = session;
  const router = useRouter();
  const selected = sections.find((one) => one === section) ?? 'profile';
  // Who is given no cases is never out of office for routing; whoever follows a link is told so.
  const hasAbsences = can(session, routingApi.setAbsence) || selected === 'availability';
  const shown = sections.filter((id) => id !== 'availability' || hasAbsences);
  return (
    <div className="account">
      <header className="account-person">
        <Avatar name={user.name} size={32} isDecoration />
        <div>
          <h1>{words.title}</h1>
          <p className="bu-truncate">
            {user.name} · {user.email} · {seededName('roles', user.role.name)}
          </p>
        </div>
      </header>
      <Tabs
        label={settingsWords.sections}
        selected={selected}
        onChange={(next) => router.history.push(next === 'profile' ? '/account' : `/account/${next}`)}
        tabs={shown.map((id) => ({
          id,
          label: settingsWords.tabs[id],
          content: <div className="account-section">{contents[id]}</div>,
        }))}
      />
    </div>
  );
}
