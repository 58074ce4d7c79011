import { themesApi } from '@bureau/contracts';
import type { ThemeTemplateName } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, Button, ErrorState, RelativeTime, Skeleton } from '@bureau/ui';
import { problemText } from '../../plain/problem-words.ts';
import { centerWords as words } from './support-centers.words.ts';

interface TemplateVersionsProps {
  params: { brandId: number; template: ThemeTemplateName };
  current: number;
  onTake: (source: string | null) => void;
}

/** Every version that there was, with a way back to it; going back makes a new one, nothing is lost. */
export function TemplateVersions({ params, current, onTake }: TemplateVersionsProps) {
  const versions = useRoute(themesApi.versions, { params });
  if (versions.isError) {
    return (
      <ErrorState
        what={words.versionsFailed}
        advice={problemText(versions.error)}
        onRetry={() => void versions.refetch()}
      />
    );
  }
  if (!versions.data) return <Skeleton rows={3} />;
  return (
    <ol className="center-versions" aria-label={words.versions}>
      {versions.data.items.map(({ version, source, at, by }) => (
        <li key={version}>
          <strong>{source === null ? words.original : words.version(version)}</strong>
          <span className="center-quiet">
            {by} · <RelativeTime at={at} show="ago" />
          </span>
          {version === current ? (
            <Badge>{words.current}</Badge>
          ) : (
            <Button size="small" onPress={() => onTake(source)}>
              {words.takeBack}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
