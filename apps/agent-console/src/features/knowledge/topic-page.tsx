import { Audience, brandsApi, CreateTopic, siteApi, topicsApi } from '@bureau/contracts';
import type { Topic } from '@bureau/contracts';
import { can, isProblem, keyOf, useClient, useRoute, useSession, useVersioned } from '@bureau/client';
import { EmptyState, ErrorState, Select, Skeleton, Switch, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { Members } from '../../pieces/members/index.ts';
import { languageName } from '../../plain/language-name.ts';
import { newKey } from '../../plain/new-key.ts';
import { knowledgeWords as words } from './knowledge.words.ts';
import { RemoveTopic } from './remove-topic.tsx';
import { TopicNames } from './topic-names.tsx';

const back = { label: words.titles.topics, href: '/articles/topics' };

export interface TopicPageProps extends AdminPageProps {
  /** Null: a new one. */
  topicId: number | null;
}

/** One topic: what it is called, who may read below it, and on whose pages it is. */
export function TopicPage({ topicId, go }: TopicPageProps) {
  const params = { topicId: topicId ?? 0 };
  const read = useVersioned(topicsApi.read, { params }, { enabled: topicId !== null });
  if (topicId === null) {
    return (
      <AdminPage title={words.newTopic} back={back}>
        <TopicForm topic={null} version={null} go={go} />
      </AdminPage>
    );
  }
  const topic = read.data?.value;
  const isGone = isProblem(read.error, 'topic.not-found');
  return (
    <AdminPage
      title={topic?.name ?? words.titles.topics}
      back={back}
      lead={topic && words.publishedOf(topic.publishedCount, topic.articleCount)}
      action={topic?.editable && <RemoveTopic topic={topic} go={go} />}
    >
      {read.isPending && <Skeleton rows={6} />}
      {isGone && <EmptyState icon="book">{words.topicMissing}</EmptyState>}
      {read.isError && !isGone && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void read.refetch()}
          isRetrying={read.isFetching}
        />
      )}
      {topic && read.data && (
        <>
          <TopicForm
            topic={topic}
            version={read.data.version ?? null}
            go={go}
            onShowTheirs={() => void read.refetch()}
          />
          <AdminSection title={words.names} lead={words.namesHelp}>
            <TopicNames topic={topic} version={read.data.version ?? null} />
          </AdminSection>
        </>
      )}
    </AdminPage>
  );
}

interface TopicFormProps extends Pick<AdminPageProps, 'go'> {
  topic: Topic | null;
  version: string | null;
  onShowTheirs?: () => void;
}

interface TopicValues {
  name: string;
  description: string;
  audience: Audience;
  allowQuestions: boolean;
  brandIds: number[];
}

function TopicForm({ topic, version, go, onShowTheirs }: TopicFormProps) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items ?? [];
  const language = useRoute(siteApi.read, {}).data?.defaultLanguage;
  const form = useTopicForm({ topic, version, go });
  const { values, set, errorOf } = form;
  const audiences = Audience.options.map((id) => ({ id, label: words.audiences[id], detail: words.audienceMeans[id] }));
  return (
    <FormFrame
      form={form}
      isNew={topic === null}
      saveLabel={topic ? undefined : words.createTopic}
      onCancel={topic ? undefined : { label: words.cancel, run: () => go({ item: 'topics' }) }}
      onShowTheirs={onShowTheirs}
    >
      {topic === null && (
        <>
          <TextField
            label={words.name}
            help={language && words.namedIn(languageName(language))}
            error={errorOf('name')}
            autoFocus
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
        </>
      )}
      <Select
        label={words.columns.audience}
        choices={audiences}
        value={values.audience}
        error={errorOf('audience')}
        onChange={(audience) => set({ audience })}
      />
      <Members
        label={words.onPagesOf}
        help={words.onPagesOfHelp}
        error={errorOf('brandIds')}
        add={words.addBrand}
        none={words.onNoPages}
        all={brands}
        chosen={values.brandIds}
        onChange={(brandIds) => set({ brandIds })}
      />
      <Switch
        isSelected={values.allowQuestions}
        onChange={(allowQuestions) => set({ allowQuestions })}
        help={words.allowQuestionsHelp}
      >
        {words.allowQuestions}
      </Switch>
    </FormFrame>
  );
}

function useTopicForm({ topic, version, go }: Omit<TopicFormProps, 'onShowTheirs'>) {
  const client = useClient();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const saved: TopicValues = topic
    ? {
        name: '',
        description: '',
        audience: topic.audience,
        allowQuestions: topic.allowQuestions,
        brandIds: topic.brandIds,
      }
    : { name: '', description: '', audience: 'public', allowQuestions: true, brandIds: [] };
  return useForm<TopicValues>({
    saved,
    check: topic ? undefined : CreateTopic,
    save: async ({ name, description, ...settings }) => {
      if (topic) {
        const params = { topicId: topic.id };
        await client.call(topicsApi.change, { params, body: settings }, { ifMatch: version ?? undefined });
        await queries.invalidateQueries({ queryKey: keyOf(topicsApi.read, { params }) });
        await queries.invalidateQueries({ queryKey: keyOf(topicsApi.list) });
        return;
      }
      const body = { name, description, ...settings };
      const made = await client.call(topicsApi.create, { body }, { idempotencyKey: key });
      await queries.invalidateQueries({ queryKey: keyOf(topicsApi.list) });
      go({ item: `topic-${made.id}`, replace: true });
    },
  });
}
