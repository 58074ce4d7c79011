import { integrationUrlsApi, type IntegrationKind } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Link, Skeleton } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { TrialCase } from '../../pieces/trial-case/index.ts';
import { useRested } from '../../pieces/use-rested.ts';
import { problemText } from '../../plain/problem-words.ts';
import { integrationUrlsWords } from './integration-urls.words.ts';

const words = integrationUrlsWords.preview;

/** Milliseconds without a change until the desk is asked. */
const REST = 400;

interface LiveAddressProps {
  kind: IntegrationKind;
  markup: string;
}

/** Where the address that is being written leads from a case of the desk. */
export function LiveAddress({ kind, markup }: LiveAddressProps) {
  const written = markup.trim();
  const rested = useRested(written, REST);
  return (
    <TrialCase words={words}>
      {(caseId) =>
        written === '' || rested === '' ? (
          <p className="integration-quiet">{words.begin}</p>
        ) : (
          <Tried kind={kind} markup={rested} caseId={caseId} isStale={rested !== written} />
        )
      }
    </TrialCase>
  );
}

function Tried({ isStale, ...body }: LiveAddressProps & { caseId: number | null; isStale: boolean }) {
  const tried = useRoute(integrationUrlsApi.try, { body }, { keepPrevious: true });
  if (tried.error) return <p className="integration-quiet">{`${words.failed} ${problemText(tried.error)}`}</p>;
  if (!tried.data) return <Skeleton rows={2} shape="text" />;
  const { url, problem } = tried.data;
  if (url === null) return <p className="integration-wrong">{words.wrong(sentenceInWords(problem ?? ''))}</p>;
  return (
    <div className="integration-address" data-stale={isStale || tried.isPlaceholderData || undefined}>
      <code tabIndex={0}>{url}</code>
      {body.kind !== 'canvas' && (
        <Link href={url} target="_blank" rel="noopener noreferrer">
          {words.try}
        </Link>
      )}
      {body.caseId === null && <p className="integration-quiet">{words.empty}</p>}
    </div>
  );
}
