import './integration-pane.css';
import { integrationUrlsApi } from '@bureau/contracts';
import type { ShownIntegration } from '@bureau/contracts';
import { ApiProblem, useRoute } from '@bureau/client';
import { Button, Link } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { CanvasFrame } from './canvas-frame.tsx';
import { EmbeddedFrame } from './embedded-frame.tsx';
import { integrationPaneWords as words } from './integration-pane.words.ts';

/** Pages of other programs about this case and its customer; takes no place where there are none, or the case is gone. */
export function IntegrationPane({ caseId }: { caseId: number }) {
  const shown = useRoute(integrationUrlsApi.ofCase, { params: { caseId } });
  const isGone = shown.error instanceof ApiProblem && shown.error.status === 404;
  if (shown.isPending || isGone || shown.data?.items.length === 0) return null;
  return (
    <section className="integration-pane" aria-label={words.title}>
      <h3>{words.title}</h3>
      {shown.isError && (
        <>
          <p className="integration-pane-quiet">{words.failed}</p>
          <Button size="small" isPending={shown.isFetching} onPress={() => void shown.refetch()}>
            {words.again}
          </Button>
        </>
      )}
      {shown.data?.items.map((integration) => (
        <Integration key={`${caseId} ${integration.id}`} caseId={caseId} integration={integration} />
      ))}
    </section>
  );
}

function Integration({ caseId, integration }: { caseId: number; integration: ShownIntegration }) {
  const { name, description, kind, url, problem } = integration;
  if (url === null || kind === 'link') {
    return (
      <div className="integration-pane-link">
        {url === null ? <span>{name}</span> : <NewTab href={url} name={name} />}
        {description !== '' && <span className="integration-pane-quiet">{description}</span>}
        {problem !== null && <span className="integration-pane-quiet">{sentenceInWords(problem)}</span>}
      </div>
    );
  }
  return (
    <details className="integration-pane-frame" open>
      <summary>{name}</summary>
      {description !== '' && <p className="integration-pane-quiet">{description}</p>}
      {kind === 'canvas' ? (
        <CanvasFrame caseId={caseId} app={integration} />
      ) : (
        <EmbeddedFrame page={{ ...integration, url }} />
      )}
    </details>
  );
}

function NewTab({ href, name }: { href: string; name: string }) {
  return (
    <Link href={href} target="_blank" rel="noopener noreferrer" aria-label={words.openNew(name)}>
      {name}
    </Link>
  );
}
