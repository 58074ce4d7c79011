import { rulesApi } from '@bureau/contracts';
import type { Rule } from '@bureau/contracts';
import { ApiProblem, useClient, useVersioned } from '@bureau/client';
import { Banner, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { useSayAction } from '../../pieces/action-sentence/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { DeleteRule } from './delete-rule.tsx';
import { refreshRules } from './refresh-rules.ts';
import { RuleFields } from './rule-fields.tsx';
import { RuleFigures } from './rule-figures.tsx';
import { RuleSentence } from './rule-sentence.tsx';
import { bodyOf, checkOf, valuesOf } from './rule-values.ts';
import type { RuleValues } from './rule-values.ts';
import { rulesWords as words } from './rules.words.ts';
import { TryPanel } from './try-panel.tsx';
import { useRuleFields } from './use-rule-fields.ts';
import { VersionsPanel } from './versions-panel.tsx';
import { whyOff } from './why-off.ts';

interface RulePageProps {
  ruleId: number;
  query: AdminPageProps['query'];
  go: AdminPageProps['go'];
}

/** One rule: what it asks and does, and beside it what that means, tried on cases, and what it was before. */
export function RulePage({ ruleId, query, go }: RulePageProps) {
  const read = useVersioned(rulesApi.get, { params: { ruleId } }, { enabled: Number.isInteger(ruleId) });
  const rule = read.data?.value;
  const isGone = !Number.isInteger(ruleId) || isMissing(read.error);
  return (
    <AdminPage
      isWide
      title={rule?.name ?? words.title}
      lead={rule && words.types[rule.type].name}
      back={backFrom(query, ruleId)}
      action={rule && <DeleteRule rule={rule} go={go} />}
    >
      {isGone && <EmptyState icon="bolt">{words.gone}</EmptyState>}
      {!isGone && read.isPending && <Skeleton rows={6} />}
      {!isGone && read.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void read.refetch()}
          isRetrying={read.isFetching}
        />
      )}
      {rule && (
        <RuleEditor
          key={rule.id}
          {...{ rule, query, go }}
          version={read.data?.version}
          onShowTheirs={() => void read.refetch()}
        />
      )}
    </AdminPage>
  );
}

/** Up to all rules; whoever came from what rules did to a case goes back to that. */
function backFrom({ case: caseId, place }: RulePageProps['query'], ruleId: number): { label: string; href: string } {
  if (!/^\d+$/.test(caseId ?? '')) return { label: words.back, href: '/admin/rules' };
  const what = /^\d+$/.test(place ?? '') ? `why-${ruleId}-${place}` : 'why';
  return { label: words.backToCase(Number(caseId)), href: `/cases/inbox/${caseId}#${what}` };
}

function isMissing(error: Error | null): boolean {
  return error instanceof ApiProblem && error.status === 404;
}

interface RuleEditorProps extends Pick<RulePageProps, 'query' | 'go'> {
  rule: Rule;
  /** What the desk's answer to a write is held against. */
  version: string | undefined;
  onShowTheirs: () => void;
}

function RuleEditor({ rule, version, query, go, onShowTheirs }: RuleEditorProps) {
  const client = useClient();
  const queries = useQueryClient();
  const fields = useRuleFields(rule.type);
  const form = useForm<RuleValues>({
    saved: valuesOf(rule),
    check: checkOf(rule.type),
    save: async (values) => {
      const { type: _, ...body } = bodyOf(rule.type, values);
      await client.call(rulesApi.update, { params: { ruleId: rule.id }, body }, { ifMatch: version });
      await refreshRules(queries);
    },
  });
  const about = { type: rule.type, values: form.values, fields };
  const off = whyOff(rule, useSayAction(rule.actions));
  return (
    <>
      {off !== null && (
        <Banner tone="caution">
          {words.switchedOffByDesk}: {off}
        </Banner>
      )}
      <div className="rule-editor">
        <FormFrame form={form} onShowTheirs={onShowTheirs}>
          <RuleFields form={form} type={rule.type} fields={fields} />
        </FormFrame>
        <aside className="rule-aside">
          <RuleSentence {...about} />
          <Tabs
            label={words.panels.label}
            selected={query.panel ?? 'try'}
            onChange={(next) => go({ item: String(rule.id), query: { ...query, panel: next }, replace: true })}
            tabs={[
              { id: 'try', label: words.panels.try, content: <TryPanel {...about} /> },
              {
                id: 'versions',
                label: words.panels.versions,
                content: <VersionsPanel rule={rule} sought={Number(query.version)} isChanged={form.isDirty} />,
              },
              { id: 'figures', label: words.panels.figures, content: <RuleFigures rule={rule} /> },
            ]}
          />
        </aside>
      </div>
    </>
  );
}
