import { articlesApi, ChangeArticle, labelsApi, topicsApi } from '@bureau/contracts';
import type { Article } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { FormField, Select, Switch, TextArea, TextField } from '@bureau/ui';
import { ChipField } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { knowledgeWords as words } from './knowledge.words.ts';
import { RelatedField } from './related-field.tsx';

export interface SettingsFormProps {
  article: Article;
  version: string | null;
  onShowTheirs: () => void;
}

interface Settings {
  topicId: number;
  internal: boolean;
  quickcode: string;
  labels: string[];
  internalNotes: string;
  relatedIds: number[];
}

/** Where an article stands, who may read it, and how agents find it: the same in every language. */
export function SettingsForm({ article, version, onShowTheirs }: SettingsFormProps) {
  const form = useSettings(article, version);
  const { values, set, errorOf } = form;
  const topics = useRoute(topicsApi.list, { query: {} }).data?.items ?? [];
  if (!article.editable) return null;
  return (
    <FormFrame form={form} onShowTheirs={onShowTheirs}>
      <Select
        label={words.topic}
        error={errorOf('topicId')}
        choices={topics.map(({ id, name, audience }) => ({
          id: String(id),
          label: name,
          detail: audience === 'public' ? undefined : words.audiences[audience],
        }))}
        value={String(values.topicId)}
        onChange={(id) => set({ topicId: Number(id) })}
      />
      <TextField
        label={words.quickcode}
        help={words.quickcodeHelp}
        error={errorOf('quickcode')}
        maxLength={30}
        value={values.quickcode}
        onChange={(quickcode) => set({ quickcode })}
      />
      <Switch isSelected={values.internal} onChange={(internal) => set({ internal })} help={words.internalHelp}>
        {words.internalOnly}
      </Switch>
      <LabelsField value={values.labels} error={errorOf('labels')} onChange={(labels) => set({ labels })} />
      <RelatedField article={article} value={values.relatedIds} onChange={(relatedIds) => set({ relatedIds })} />
      <TextArea
        label={words.notes}
        help={words.notesHelp}
        error={errorOf('internalNotes')}
        rows={3}
        value={values.internalNotes}
        onChange={(internalNotes) => set({ internalNotes })}
      />
    </FormFrame>
  );
}

function LabelsField({
  value,
  error,
  onChange,
}: {
  value: readonly string[];
  error: string | undefined;
  onChange: (labels: string[]) => void;
}) {
  const known = useRoute(labelsApi.list, {}).data?.items ?? [];
  const [typed, setTyped] = useState('');
  const suggestions = known
    .filter(({ name, types, enabled }) => enabled && types.includes('article') && !value.includes(name))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ name }) => ({ id: name, label: name }));
  const add = (written: string) => {
    const name = written.trim();
    if (name.length >= 2 && !value.includes(name)) onChange([...value, name]);
  };
  return (
    <FormField label={words.labels} error={error}>
      {() => (
        <div className="article-chips">
          <ChipField
            label={words.labels}
            chips={value.map((name) => ({ value: name }))}
            suggestions={typed === '' ? [] : suggestions}
            onType={setTyped}
            onAdd={add}
            onRemove={(name) => onChange(value.filter((one) => one !== name))}
          />
        </div>
      )}
    </FormField>
  );
}

function useSettings(article: Article, version: string | null) {
  const client = useClient();
  const queries = useQueryClient();
  return useForm<Settings>({
    saved: settingsOf(article),
    check: { safeParse: (values) => ChangeArticle.safeParse(bodyOf(values)) },
    save: async (values) => {
      const params = { articleId: article.id };
      await client.call(articlesApi.change, { params, body: bodyOf(values) }, { ifMatch: version ?? undefined });
      await queries.invalidateQueries({ queryKey: keyOf(articlesApi.read, { params }) });
      await queries.invalidateQueries({ queryKey: keyOf(articlesApi.list) });
    },
  });
}

function settingsOf({ topic, internal, quickcode, labels, internalNotes, related }: Article): Settings {
  return {
    topicId: topic.id,
    internal,
    quickcode: quickcode ?? '',
    labels: labels.map(({ name }) => name),
    internalNotes,
    relatedIds: related.map(({ id }) => id),
  };
}

/** No quickcode is none, not an empty one. */
function bodyOf({ quickcode, ...settings }: Settings): ChangeArticle {
  return { ...settings, quickcode: quickcode.trim() === '' ? null : quickcode };
}
