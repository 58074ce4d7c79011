import { rulesApi } from '@bureau/contracts';
import type { Rule, RuleVersion } from '@bureau/contracts';
import { useCommand, useRoute } from '@bureau/client';
import { Badge, Button, ErrorState, RelativeTime, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { refreshRules } from './refresh-rules.ts';
import { rulesWords } from './rules.words.ts';
import { useRuleSentence } from './use-rule-sentence.ts';

const words = rulesWords.versions;

interface VersionsPanelProps {
  rule: Rule;
  /** The version that somebody came for; NaN: nobody did. */
  sought: number;
  /** Something is typed that nobody has saved: restoring would hide it. */
  isChanged: boolean;
}

/** What a rule was before, the latest first: by whom, when, and what became different. */
export function VersionsPanel({ rule, sought, isChanged }: VersionsPanelProps) {
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
          <li key={version.version} ref={version.version === sought ? intoSight : undefined}>
            <div className="rule-version-head">
              <strong>{words.version(version.version)}</strong>
              {version.version === rule.version && <Badge tone="accent">{words.present}</Badge>}
              {version.version === sought && <Badge icon="bolt">{words.ran}</Badge>}
              <span className="rule-quiet">
                <RelativeTime at={version.createdAt} show="ago" />
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
            <Differences rule={rule} version={version} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function intoSight(version: HTMLElement | null): void {
  version?.scrollIntoView({ block: 'nearest' });
}

/** What became different; of the first, and where nothing that is told did, what it says as a whole. */
function Differences({ rule: { type }, version }: { rule: Rule; version: RuleVersion }) {
  const told = version.changes.flatMap((change) => (change.kind === 'condition' ? [change.conditions] : []));
  const sentenceOf = useRuleSentence(version.actions, { match: 'all', conditions: [version.conditions, ...told] });
  if (version.changes.length === 0) {
    return (
      <p className="rule-quiet">
        {version.version === 1 && words.first} {sentenceOf.whole({ ...version, type })}
      </p>
    );
  }
  return (
    <ul className="rule-differences">
      {version.changes.map((change, at) => (
        <li key={at}>{sentenceOf.difference(change)}</li>
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
