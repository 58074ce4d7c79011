import { SaveThemeTemplate, ThemeTemplateName, themesApi } from '@bureau/contracts';
import type { SupportCenter, ThemeTemplateSource } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Button, EmptyState, ErrorState, Skeleton, TextArea, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateVersions } from './template-versions.tsx';
import { centerWords as words } from './support-centers.words.ts';

interface TemplateEditorProps {
  center: SupportCenter;
  /** As the address says it. */
  template: string;
}

/** One template: its source, and beside it the page that it makes of what the support center has. */
export function TemplateEditor({ center, template }: TemplateEditorProps) {
  const back = { label: `${center.name} · ${words.theme}`, href: `/admin/support-centers/${center.brandId}?tab=theme` };
  const name = ThemeTemplateName.safeParse(template);
  if (!name.success) {
    return (
      <AdminPage title={words.theme} back={back}>
        <EmptyState icon="globe">{words.noTemplate}</EmptyState>
      </AdminPage>
    );
  }
  const { name: title, about } = words.templates[name.data];
  return (
    <AdminPage isWide title={`${title} · ${center.name}`} lead={about} back={back}>
      <Loaded key={name.data} center={center} template={name.data} />
    </AdminPage>
  );
}

function Loaded({ center, template }: { center: SupportCenter; template: ThemeTemplateName }) {
  const input = { params: { brandId: center.brandId, template } };
  const read = useRoute(themesApi.read, input);
  const save = useSave(input.params);
  if (read.isError) {
    return (
      <ErrorState
        what={words.themeFailed}
        safe={words.safe}
        advice={problemText(read.error)}
        onRetry={() => void read.refetch()}
        isRetrying={read.isFetching}
      />
    );
  }
  if (!read.data) return <Skeleton rows={10} />;
  return <SourceForm center={center} saved={read.data} save={save} />;
}

interface SourceFormProps {
  center: SupportCenter;
  saved: ThemeTemplateSource;
  save: (source: string | null) => Promise<void>;
}

function SourceForm({ center, saved, save }: SourceFormProps) {
  const toasts = useToasts();
  const [isHistory, setHistory] = useState(false);
  const form = useForm({
    saved: { source: saved.source },
    check: SaveThemeTemplate,
    save: ({ source }) => save(source),
  });
  const goBack = async (source: string | null) => {
    try {
      await save(source);
      form.discard();
      toasts.show({ text: words.wentBack, tone: 'positive' });
    } catch (error) {
      toasts.show({ text: words.notSaved, detail: problemText(error), tone: 'danger' });
    }
  };
  return (
    <div className="center-editor">
      <div>
        <FormFrame form={form}>
          <TextArea
            label={words.source}
            help={words.sourceHelp}
            error={form.errorOf('source')}
            rows={24}
            className="center-source"
            spellCheck="false"
            value={form.values.source}
            onChange={(source) => form.set({ source })}
          />
        </FormFrame>
        <div className="center-actions">
          {saved.version > 0 && <Button onPress={() => setHistory(!isHistory)}>{words.versions}</Button>}
          {saved.isOwn && (
            <Button icon="undo" onPress={() => void goBack(null)}>
              {words.backToOriginal}
            </Button>
          )}
        </div>
        {isHistory && (
          <TemplateVersions
            params={{ brandId: center.brandId, template: saved.name }}
            current={saved.version}
            onTake={(source) => void goBack(source)}
          />
        )}
      </div>
      <TemplatePreview center={center} template={saved.name} source={form.values.source} />
    </div>
  );
}

/** Saves, and shows what the desk has now wherever it stands. */
function useSave(params: { brandId: number; template: ThemeTemplateName }) {
  const client = useClient();
  const queries = useQueryClient();
  return async (source: string | null): Promise<void> => {
    const saved = await client.call(themesApi.save, { params, body: { source } });
    queries.setQueryData(keyOf(themesApi.read, { params }), saved);
    await Promise.all(
      [themesApi.list, themesApi.versions].map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })),
    );
  };
}
