import './authorization.css';
import { authorizationsApi } from '@bureau/contracts';
import type { Allowed, Authorization, Denied } from '@bureau/contracts';
import { isProblem, useRoute } from '@bureau/client';
import { EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Copyable } from '../../pieces/copyable/index.ts';
import { AskedForm } from './asked-form.tsx';
import { authorizationWords as words } from './authorization.words.ts';

type Answer = { is: 'allowed'; what: Allowed } | { is: 'denied'; what: Denied } | { is: 'gone' };

interface AuthorizationPageProps {
  /** What the application's request is known by. */
  token: string;
  onSignOut: () => void;
}

/** Where an application sends somebody whom it asks to let it act for her (OAuth 1.0a). */
export function AuthorizationPage({ token, onSignOut }: AuthorizationPageProps) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const asked = useRoute(authorizationsApi.look, { params: { token } }, { enabled: token !== '' && answer === null });
  const isDenied = isProblem(asked.error, 'authorization.denied');
  const isGone =
    token === '' || isProblem(asked.error, 'authorization.gone') || isProblem(asked.error, 'request.invalid');

  if (answer?.is === 'denied' || isDenied) return <DeniedFace site={asked.data?.returnsTo ?? null} answer={answer} />;
  if (answer?.is === 'gone' || isGone) return <GoneFace />;
  if (answer && asked.data) return <AllowedFace asked={asked.data} what={answer.what} />;
  return (
    <Card title={words.title}>
      {asked.isPending && <Skeleton rows={6} shape="text" />}
      {asked.isError && !asked.data && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void asked.refetch()}
          isRetrying={asked.isFetching}
        />
      )}
      {asked.data && (
        <AskedForm
          asked={asked.data}
          token={token}
          onAllowed={(what) => setAnswer({ is: 'allowed', what })}
          onDenied={(what) => setAnswer({ is: 'denied', what })}
          onGone={() => setAnswer({ is: 'gone' })}
          onSignOut={onSignOut}
        />
      )}
    </Card>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="authorization">
      <div className="authorization-card">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** The browser is on its way already, or she carries the code. */
function AllowedFace({ asked, what }: { asked: Authorization; what: Allowed }) {
  if (what.code === null) {
    return (
      <Card title={words.title}>
        <p role="status">{words.leaving(asked.returnsTo ?? asked.application.name)}</p>
      </Card>
    );
  }
  return (
    <Card title={words.codeTitle}>
      <Copyable label={words.code} value={what.code} />
      <p>{words.codeHelp(asked.application.name)}</p>
    </Card>
  );
}

function DeniedFace({ site, answer }: { site: string | null; answer: Answer | null }) {
  const back = answer?.is === 'denied' ? answer.what.redirectTo : null;
  return (
    <Card title={words.deniedTitle}>
      <EmptyState
        icon="check"
        action={
          back !== null && site !== null ? (
            <Link href={back}>{words.return(site)}</Link>
          ) : (
            <Link href="/">{words.desk}</Link>
          )
        }
      >
        {words.denied}
      </EmptyState>
    </Card>
  );
}

function GoneFace() {
  return (
    <Card title={words.goneTitle}>
      <EmptyState icon="clock" action={<Link href="/">{words.desk}</Link>}>
        {words.gone}
      </EmptyState>
    </Card>
  );
}
