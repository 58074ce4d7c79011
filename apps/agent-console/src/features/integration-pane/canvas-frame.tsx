import { integrationUrlsApi } from '@bureau/contracts';
import type { ShownIntegration, SignedRequest } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { Button } from '@bureau/ui';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { ComesLater, useComesLater } from './comes-later.tsx';
import { FRAME_RIGHTS } from './frame-rights.ts';
import { integrationPaneWords as words } from './integration-pane.words.ts';
import { useFrameHeight } from './use-frame-height.ts';
import { useFrameMessages } from './use-frame-messages.ts';

interface CanvasFrameProps {
  caseId: number;
  app: ShownIntegration;
}

/** An app in a frame: it is posted a request that says, signed, who looks at what. */
export function CanvasFrame({ caseId, app }: CanvasFrameProps) {
  const name = useId();
  const frame = useRef<HTMLIFrameElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const height = useFrameHeight(frame, app);
  const { signed, problem, sign } = useSignedRequest({ caseId, integrationUrlId: app.id });
  useEffect(() => {
    if (signed) form.current?.submit();
  }, [signed]);
  useRefreshes(frame, { app, caseId });
  if (useComesLater(app.origin)) return <ComesLater />;
  return (
    <>
      {problem !== null && (
        <>
          <p className="integration-pane-quiet">{problem}</p>
          <Button size="small" onPress={sign}>
            {words.again}
          </Button>
        </>
      )}
      {problem === null && !signed && <p className="integration-pane-quiet">{words.opening}</p>}
      <form ref={form} hidden method="post" action={signed?.url} target={name}>
        <input type="hidden" name="signed_request" value={signed?.signedRequest ?? ''} />
      </form>
      <iframe
        ref={frame}
        name={name}
        title={app.name}
        sandbox={FRAME_RIGHTS}
        referrerPolicy="no-referrer"
        hidden={!signed}
        style={{ height }}
      />
      {/* Whether another origin answered cannot be seen from here: a frame that stays empty is tried again by hand. */}
      {signed && (
        <Button size="small" variant="quiet" icon="refresh" aria-label={words.reloadOf(app.name)} onPress={sign}>
          {words.reload}
        </Button>
      )}
    </>
  );
}

/** Signed once when the app is shown, and again when somebody tries again. */
function useSignedRequest(params: { caseId: number; integrationUrlId: number }) {
  const client = useClient();
  const [signed, setSigned] = useState<SignedRequest | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { caseId, integrationUrlId } = params;
  const sign = useCallback(() => {
    setProblem(null);
    client
      .call(integrationUrlsApi.sign, { params: { caseId, integrationUrlId } })
      .then(setSigned, (error: unknown) => setProblem(`${words.notOpened} ${problemText(error)}`));
  }, [client, caseId, integrationUrlId]);
  useEffect(sign, [sign]);
  return { signed, problem, sign };
}

/** Milliseconds between two requests that an app is given anew. */
const REFRESH_REST = 10_000;

/** An app that runs for long asks for a new request; it is told to its own origin only. */
function useRefreshes(frame: { current: HTMLIFrameElement | null }, { app, caseId }: CanvasFrameProps): void {
  const client = useClient();
  const { id: integrationUrlId, origin } = app;
  useFrameMessages(frame, { origin, type: 'bureau.refresh-signed-request', restMs: REFRESH_REST }, () => {
    if (origin === null) return;
    void client
      .call(integrationUrlsApi.sign, { params: { caseId, integrationUrlId } })
      .then(({ signedRequest }) =>
        frame.current?.contentWindow?.postMessage({ type: 'bureau.signed-request', signedRequest }, origin),
      )
      .catch(() => undefined);
  });
}
