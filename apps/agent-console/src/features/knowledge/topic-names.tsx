import { siteApi, topicsApi, TranslateTopic } from '@bureau/contracts';
import type { Topic } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Button, TextField, useToasts } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { languageName } from '../../plain/language-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

export interface TopicNamesProps {
  topic: Topic;
  version: string | null;
}

/** What a topic is called in each language of the desk. */
export function TopicNames({ topic, version }: TopicNamesProps) {
  const spoken = useRoute(siteApi.read, {}).data?.languages ?? [];
  const written = topic.translations.map(({ language }) => language);
  const all = [...new Set([topic.language, ...spoken, ...written])];
  return (
    <Tabs
      label={words.names}
      tabs={all.map((language) => ({
        id: language,
        label: written.includes(language) ? languageName(language) : words.notYetIn(languageName(language)),
        content: <NamesForm key={language} topic={topic} version={version} language={language} />,
      }))}
    />
  );
}

function NamesForm({ topic, version, language }: TopicNamesProps & { language: string }) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const params = { topicId: topic.id, language };
  const known = topic.translations.find((one) => one.language === language);
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(topicsApi.read, { params: { topicId: topic.id } }) }),
      queries.invalidateQueries({ queryKey: keyOf(topicsApi.list) }),
    ]);
  const form = useForm({
    saved: { name: known?.name ?? '', description: known?.description ?? '' },
    check: TranslateTopic,
    save: async (body) => {
      await client.call(topicsApi.translate, { params, body }, { ifMatch: version ?? undefined });
      await refresh();
    },
  });
  const remove = async () => {
    try {
      await client.call(topicsApi.removeTranslation, { params });
      await refresh();
    } catch (error) {
      toasts.show({ text: words.notDone, detail: problemText(error), tone: 'danger' });
    }
  };
  const { values, set, errorOf } = form;
  if (!topic.editable) return <p className="knowledge-quiet">{words.readOnly}</p>;
  return (
    <FormFrame form={form}>
      <TextField
        label={words.name}
        error={errorOf('name')}
        maxLength={100}
        value={values.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={words.description}
        help={words.descriptionHelp}
        error={errorOf('description')}
        maxLength={500}
        value={values.description}
        onChange={(description) => set({ description })}
      />
      {known && language !== topic.language && (
        <Button size="small" icon="trash" onPress={() => void remove()}>
          {words.removeLanguage(languageName(language))}
        </Button>
      )}
    </FormFrame>
  );
}
