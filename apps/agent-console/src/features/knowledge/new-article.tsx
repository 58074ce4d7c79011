import { articlesApi, CreateArticle, siteApi, topicsApi } from '@bureau/contracts';
import type { Topic } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { EmptyState, ErrorState, Link, Select, Skeleton, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { RichText } from '../../pieces/rich-text/index.ts';
import { languageName } from '../../plain/language-name.ts';
import { newKey } from '../../plain/new-key.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

interface NewValues {
  topicId: number | null;
  language: string;
  subject: string;
  html: string;
}

/** The beginning of an article: a draft that nobody outside reads yet. The rest is said once it is there. */
export function NewArticle({ query, go }: Pick<AdminPageProps, 'query' | 'go'>) {
  const topics = useRoute(topicsApi.list, { query: {} });
  const site = useRoute(siteApi.read, {});
  if (topics.isPending || site.isPending) return <Skeleton rows={6} />;
  if (topics.isError || site.isError) {
    return <ErrorState what={words.failed} onRetry={() => void Promise.all([topics.refetch(), site.refetch()])} />;
  }
  const [first] = topics.data.items;
  if (!first) {
    return (
      <EmptyState icon="book" action={<Link href="/articles/new-topic">{words.newTopic}</Link>}>
        {words.noTopicYet}
      </EmptyState>
    );
  }
  const wished = topics.data.items.find(({ id }) => String(id) === query['topicId']) ?? first;
  return (
    <NewForm
      topics={topics.data.items}
      begins={{ topicId: wished.id, language: site.data.defaultLanguage, subject: query['subject'] ?? '', html: '' }}
      go={go}
    />
  );
}

interface NewFormProps extends Pick<AdminPageProps, 'go'> {
  topics: readonly Topic[];
  begins: NewValues;
}

function NewForm({ topics, begins, go }: NewFormProps) {
  const client = useClient();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const form = useForm<NewValues>({
    saved: begins,
    check: CreateArticle,
    save: async (values) => {
      const body = CreateArticle.parse(values);
      const { id } = await client.call(articlesApi.create, { body }, { idempotencyKey: key });
      await queries.invalidateQueries({ queryKey: keyOf(articlesApi.list) });
      go({ item: String(id), replace: true });
    },
  });
  const { values, set, errorOf } = form;
  const wanted = topics.find(({ id }) => id === values.topicId)?.languages ?? [];
  const languages = [...new Set([...wanted, values.language])];
  return (
    <FormFrame form={form} isNew saveLabel={words.createDraft} onCancel={{ label: words.cancel, run: () => go({}) }}>
      <div className="article-new-where">
        <Select
          label={words.topic}
          error={errorOf('topicId')}
          choices={topics.map(({ id, name }) => ({ id: String(id), label: name }))}
          value={String(values.topicId)}
          onChange={(id) => set({ topicId: Number(id) })}
        />
        {languages.length > 1 && (
          <Select
            label={words.language}
            choices={languages.map((id) => ({ id, label: languageName(id) }))}
            value={values.language}
            onChange={(language) => set({ language })}
          />
        )}
      </div>
      <TextField
        label={words.subject}
        help={words.subjectHelp}
        error={errorOf('subject')}
        maxLength={200}
        autoFocus
        value={values.subject}
        onChange={(subject) => set({ subject })}
      />
      <RichText
        label={words.text}
        error={errorOf('html')}
        html={values.html}
        onChange={(html) => set({ html })}
        onPicture={null}
      />
    </FormFrame>
  );
}
