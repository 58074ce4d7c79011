import { rulesApi } from '@bureau/contracts';
import type { Rule, RuleVersion } from '@bureau/contracts';
import { useCommand, useRoute } from '@bureau/client';
import { Badge, Button, ErrorState, RelativeTime, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { refreshRules } from './refresh-rules.ts';
import { rulesWords } from './rules.words.ts';

const words = rulesWords.versions;

interface VersionsPanelProps {
  rule: Rule;
  /** Something is typed that nobody has saved: restoring would hide it. */
  isChanged: boolean;
}

/** What a rule was before, the latest first: by whom, when, and what became different. */
export function VersionsPanel({ rule, isChanged }: VersionsPanelProps) {
  const versions = useRoute(rulesApi.versions, { params: { ruleId: rule.id } });
  const { restore, isPending } = useRestore(rule);
  if (versions.isPending) return <Skeleton rows={3} />;
  if (versions.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void versions.refetch()}
        isRetrying={versions.isFetching}
      />
    );
  }
  return (
    <div className="rule-panel">
      {isChanged && <p className="rule-quiet">{words.unsaved}</p>}
      <ol className="rule-versions">
        {versions.data.items.map((version) => (
          <li key={version.version}>
            <div className="rule-version-head">
              <strong>{words.version(version.version)}</strong>
              {version.version === rule.version && <Badge tone="accent">{words.present}</Badge>}
              <span className="rule-quiet">
                <RelativeTime at={version.createdAt} />
                {version.createdBy && ` ${words.by(version.createdBy.name)}`}
              </span>
              {version.version !== rule.version && (
                <Button
                  size="small"
                  icon="undo"
                  aria-label={words.restoreOf(version.version)}
                  isDisabled={isChanged || isPending}
                  onPress={() => restore(version.version)}
                >
                  {words.restore}
                </Button>
              )}
            </div>
            <Differences version={version} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Differences({ version: { version, differences, sentence } }: { version: RuleVersion }) {
  if (version === 1 || differences.length === 0) {
    return (
      <p className="rule-quiet">
        {version === 1 && words.first} {sentence}
      </p>
    );
  }
  return (
    <ul className="rule-differences">
      {differences.map((difference) => (
        <li key={difference}>{difference}</li>
      ))}
    </ul>
  );
}

/** Makes a version the present one; undo makes the one of before present again. */
function useRestore(rule: Rule) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const rollBack = useCommand(rulesApi.rollBack);
  const restore = (version: number, before = rule.version) =>
    rollBack.mutate(
      { params: { ruleId: rule.id, version } },
      {
        onSuccess: () => {
          void refreshRules(queries);
          toasts.show({ text: words.restored(version), onUndo: () => restore(before, version) });
        },
        onError: (error) => void toasts.show({ text: words.notRestored, detail: problemText(error), tone: 'danger' }),
      },
    );
  return { restore: (version: number) => restore(version), isPending: rollBack.isPending };
}
