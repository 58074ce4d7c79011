import { topicsApi, TranslateTopic } from '@bureau/contracts';
import type { Topic } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { TextField } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { languageName } from '../../plain/language-name.ts';
import { knowledgeWords as words } from './knowledge.words.ts';
import { RemoveInLanguage } from './remove-in-language.tsx';

export interface TopicNamesProps {
  topic: Topic;
  version: string | null;
}

/** What a topic is called in each language in which it is wanted. */
export function TopicNames({ topic, version }: TopicNamesProps) {
  const written = topic.translations.map(({ language }) => language);
  const all = [...new Set([topic.language, ...topic.languages, ...written])];
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
    await client.call(topicsApi.removeTranslation, { params });
    await refresh();
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
        <RemoveInLanguage
          language={language}
          losses={words.nameLosses(known.name)}
          remove={remove}
          onRemoved={() => form.discard()}
        />
      )}
    </FormFrame>
  );
}
