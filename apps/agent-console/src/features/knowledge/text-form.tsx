import { articlesApi, WriteTranslation } from '@bureau/contracts';
import type { Article } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { Banner, Button, Checkbox, Link, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { RichText } from '../../pieces/rich-text/index.ts';
import { languageName } from '../../plain/language-name.ts';
import { ChannelBodies } from './channel-bodies.tsx';
import { KeywordsField } from './keywords-field.tsx';
import { knowledgeWords as words } from './knowledge.words.ts';
import { PublishField } from './publish-field.tsx';
import { RemoveInLanguage } from './remove-in-language.tsx';
import { textValuesOf } from './text-values.ts';
import type { TextValues } from './text-values.ts';
import { useStorePicture } from './use-store-picture.ts';
import { VersionsDialog } from './versions-dialog.tsx';

export interface TextFormProps {
  article: Article;
  version: string | null;
  /** One that it is written in already, or a new one. */
  language: string;
  onShowTheirs: () => void;
  /** This language is gone from the article. */
  onRemoved: () => void;
}

/** The text of an article in one language: what it says here and on each channel, and whether it can be read. */
export function TextForm({ article, version, language, onShowTheirs, onRemoved }: TextFormProps) {
  const form = useTextForm({ article, version, language });
  const { values, set, errorOf } = form;
  const written = article.translations.find((one) => one.language === language);
  const isFirst = article.translations[0]?.language === language;
  const [isHistoryOpen, openHistory] = useState(false);
  const store = useStorePicture(article.id);
  const remove = useRemoveText(article, language);
  return (
    <div className="article-text">
      {written?.outdated && (
        <Banner tone="caution">{words.outdatedHelp(languageName(article.translations[0]?.language ?? ''))}</Banner>
      )}
      {article.editable ? (
        <FormFrame
          form={form}
          isNew={!written}
          saveLabel={written ? undefined : words.saveLanguage}
          onShowTheirs={onShowTheirs}
        >
          <TextField
            label={words.subject}
            error={errorOf('subject')}
            maxLength={200}
            value={values.subject}
            onChange={(subject) => set({ subject })}
          />
          <RichText
            label={words.text}
            error={errorOf('html')}
            html={values.html}
            onChange={(html) => set({ html })}
            onPicture={store}
          />
          <KeywordsField
            value={values.keywords}
            error={errorOf('keywords')}
            onChange={(keywords) => set({ keywords })}
          />
          <ChannelBodies
            derived={written?.bodies ?? []}
            value={values.bodies}
            errorOf={errorOf}
            onChange={(bodies) => set({ bodies })}
          />
          {written?.outdated && (
            <Checkbox isSelected={values.upToDate} onChange={(upToDate) => set({ upToDate })}>
              {words.upToDate}
            </Checkbox>
          )}
          <PublishField
            value={values.publishAt}
            state={written?.state ?? 'draft'}
            isAllowed={article.publishable}
            error={errorOf('publishAt')}
            onChange={(publishAt) => set({ publishAt })}
          />
        </FormFrame>
      ) : (
        <p>{words.readOnly}</p>
      )}
      {written && (
        <div className="article-foot">
          <Button size="small" icon="history" onPress={() => openHistory(true)}>
            {words.versionsOf(written.version)}
          </Button>
          {written.urls.map(({ brandId, url }) => (
            <Link key={brandId} href={url} target="_blank">
              {words.readOn(new URL(url, location.origin).host)}
            </Link>
          ))}
          {isHistoryOpen && (
            <VersionsDialog
              article={article}
              language={language}
              isChanged={form.isDirty}
              onClose={() => openHistory(false)}
            />
          )}
          {!isFirst && article.editable && (
            <RemoveInLanguage
              language={language}
              losses={words.textLosses(written.state === 'published')}
              remove={remove}
              onRemoved={onRemoved}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** Takes the text out of the article. Throws what the desk says. */
function useRemoveText({ id: articleId }: Article, language: string): () => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  return async () => {
    await client.call(articlesApi.removeTranslation, { params: { articleId, language } });
    await queries.invalidateQueries({ queryKey: keyOf(articlesApi.read, { params: { articleId } }) });
    await queries.invalidateQueries({ queryKey: keyOf(articlesApi.list) });
  };
}

function useTextForm({ article, version, language }: Pick<TextFormProps, 'article' | 'version' | 'language'>) {
  const client = useClient();
  const queries = useQueryClient();
  return useForm<TextValues>({
    saved: textValuesOf(article, language),
    check: WriteTranslation,
    save: async ({ upToDate, publishAt, ...text }) => {
      const params = { articleId: article.id, language };
      const body = {
        ...text,
        ...(upToDate && { upToDate: true }),
        ...(article.publishable && { publishAt }),
      };
      await client.call(articlesApi.write, { params, body }, { ifMatch: version ?? undefined });
      await queries.invalidateQueries({ queryKey: keyOf(articlesApi.read, { params: { articleId: article.id } }) });
      await queries.invalidateQueries({ queryKey: keyOf(articlesApi.list) });
    },
  });
}
