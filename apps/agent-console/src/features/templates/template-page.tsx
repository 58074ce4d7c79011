import { brandsApi, templatesApi, WriteTemplate } from '@bureau/contracts';
import type { Template, TemplateKind } from '@bureau/contracts';
import { writtenTemplate } from '@bureau/domain';
import { can, keyOf, useClient, useCommand, useRoute, useSession } from '@bureau/client';
import { Button, ErrorState, Skeleton, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { SourceField } from './source-field.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { templatesWords as words } from './templates.words.ts';

interface TemplatePageProps {
  kind: TemplateKind;
  /** Null: for every brand that has none of its own. */
  brandId: number | null;
}

/** One template: its words, and beside them the mail that they make. */
export function TemplatePage({ kind, brandId }: TemplatePageProps) {
  const session = useSession();
  const input = inputOf({ kind, brandId });
  const template = useRoute(templatesApi.get, input);
  const brands = useRoute(brandsApi.list, {}, { enabled: brandId !== null && can(session, brandsApi.list) });
  const brand = brands.data?.items.find(({ id }) => id === brandId)?.name;
  const where = brandId === null ? words.everyBrand : brand;
  return (
    <AdminPage
      isWide
      title={[words.kinds[kind].name, where].filter(Boolean).join(' · ')}
      lead={words.kinds[kind].about}
      back={{ label: words.back, href: '/admin/templates' }}
      action={template.data?.origin === 'own' && <Reset template={template.data} />}
    >
      {template.isPending && <Skeleton rows={6} />}
      {template.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void template.refetch()}
          isRetrying={template.isFetching}
        />
      )}
      {template.data && (
        <TemplateForm
          key={`${kind} ${brandId}`}
          template={template.data}
          onShowTheirs={() => void template.refetch()}
        />
      )}
    </AdminPage>
  );
}

function TemplateForm({ template, onShowTheirs }: { template: Template; onShowTheirs: () => void }) {
  const { kind, brandId } = template;
  const client = useClient();
  const keep = useKeep();
  const form = useForm({
    saved: { subject: template.subject, html: writtenTemplate(template.html) },
    check: WriteTemplate,
    save: async (body) => keep(await client.call(templatesApi.write, { ...inputOf(template), body })),
  });
  const { values, set, errorOf } = form;
  return (
    <div className="template-editor">
      <FormFrame form={form} onShowTheirs={onShowTheirs}>
        {kind === 'acknowledgement' && (
          <TextField
            label={words.subject}
            error={errorOf('subject')}
            maxLength={300}
            value={values.subject}
            onChange={(subject) => set({ subject })}
          />
        )}
        <SourceField
          place={kind}
          label={words.source}
          help={words.sourceHelp}
          rows={14}
          error={errorOf('html')}
          value={values.html}
          onChange={(html) => set({ html })}
        />
      </FormFrame>
      <TemplatePreview wanted={{ kind, brandId, ...values }} />
    </div>
  );
}

/** Gives up the own words; undo writes them again. */
function Reset({ template }: { template: Template }) {
  const toasts = useToasts();
  const keep = useKeep();
  const client = useClient();
  const reset = useCommand(templatesApi.reset);
  const input = inputOf(template);
  const writeAgain = async () => {
    const body = { subject: template.subject, html: template.html };
    try {
      keep(await client.call(templatesApi.write, { ...input, body }));
    } catch (error) {
      toasts.show({ text: words.failed, detail: problemText(error), tone: 'danger' });
    }
  };
  const run = () =>
    reset.mutate(input, {
      onSuccess: (answer) => {
        keep(answer);
        toasts.show({ text: words.wasReset, onUndo: () => void writeAgain() });
      },
      onError: (error) => void toasts.show({ text: words.notReset, detail: problemText(error), tone: 'danger' }),
    });
  return (
    <Button icon="undo" isPending={reset.isPending} onPress={run}>
      {template.brandId === null ? words.reset.desk : words.reset.own}
    </Button>
  );
}

/** Shows what the desk has now, here and in the list. */
function useKeep(): (template: Template) => void {
  const queries = useQueryClient();
  return (template) => {
    queries.setQueryData(keyOf(templatesApi.get, inputOf(template)), template);
    void queries.invalidateQueries({ queryKey: keyOf(templatesApi.list) });
  };
}

function inputOf({ kind, brandId }: TemplatePageProps) {
  return { params: { templateKind: kind }, query: brandId === null ? {} : { brandId } };
}
