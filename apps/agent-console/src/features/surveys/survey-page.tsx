import { surveysApi, WriteSurvey } from '@bureau/contracts';
import type { Survey } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Checkbox, ErrorState, Select, Skeleton, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { SurveyPreview } from './survey-preview.tsx';
import { SurveyQuestions } from './survey-questions.tsx';
import { languageOfReader } from './language-of-reader.ts';
import { surveysWords as words } from './surveys.words.ts';

const back = { label: words.title, href: '/admin/surveys' };

/** What one brand asks, and beside it what its customers see. */
export function SurveyPage({ brandId }: { brandId: number }) {
  const survey = useRoute(surveysApi.get, { params: { brandId } });
  return (
    <AdminPage
      isWide
      title={survey.data ? words.pageTitle(survey.data.brand.name) : words.one}
      lead={words.pageLead}
      back={back}
    >
      {survey.isPending && <Skeleton rows={8} />}
      {survey.isError && (
        <ErrorState
          what={words.oneFailed}
          safe={words.safe}
          advice={problemText(survey.error)}
          onRetry={() => void survey.refetch()}
          isRetrying={survey.isFetching}
        />
      )}
      {survey.data && <SurveyForm survey={survey.data} />}
    </AdminPage>
  );
}

type Form = ReturnType<typeof useSurveyForm>;

function SurveyForm({ survey }: { survey: Survey }) {
  const form = useSurveyForm(survey);
  const [language, setLanguage] = useState(languageOfReader(survey.words));
  const { values, set, errorOf } = form;
  const shown = values.words[language] ? language : (Object.keys(values.words)[0] ?? 'en');
  return (
    <div className="survey-editor">
      <FormFrame form={form}>
        <Checkbox isSelected={values.enabled} onChange={(enabled) => set({ enabled })} help={words.enabledHelp}>
          {words.enabled}
        </Checkbox>
        <SurveyQuestions
          asked={values.words}
          language={shown}
          onLanguage={setLanguage}
          errorOf={errorOf}
          onChange={(asked) => set({ words: asked })}
        />
        <Select
          label={words.scale}
          choices={[
            { id: 'four_star', label: words.scales.four_star },
            { id: 'yes_no', label: words.scales.yes_no },
          ]}
          value={values.ratingType}
          onChange={(ratingType) => set({ ratingType })}
        />
        <Days form={form} name="expiresAfterDays" label={words.expires} />
        <Checkbox isSelected={values.automatic} onChange={(automatic) => set({ automatic })} help={words.automaticHelp}>
          {words.automatic}
        </Checkbox>
        <Days form={form} name="sendAfterHours" label={words.after} help={words.afterHelp} />
        <Days form={form} name="notAgainDays" label={words.again} />
      </FormFrame>
      <SurveyPreview survey={values} language={shown} />
    </div>
  );
}

interface DaysProps {
  form: Form;
  name: 'expiresAfterDays' | 'sendAfterHours' | 'notAgainDays';
  label: string;
  help?: string;
}

/** A count of days or hours; what is no number is told by the contract. */
function Days({ form, name, label, help }: DaysProps) {
  const value = form.values[name];
  return (
    <TextField
      className="survey-number"
      label={label}
      help={help}
      error={form.errorOf(name)}
      inputMode="numeric"
      maxLength={4}
      value={Number.isNaN(value) ? '' : String(value)}
      onChange={(typed) => form.set({ [name]: typed.trim() === '' ? Number.NaN : Number(typed) })}
    />
  );
}

function useSurveyForm(survey: Survey) {
  const client = useClient();
  const queries = useQueryClient();
  const { brand, updatedAt: _at, changedBy: _by, ...saved } = survey;
  return useForm<WriteSurvey>({
    saved,
    check: WriteSurvey,
    save: async (body) => {
      await client.call(surveysApi.write, { params: { brandId: brand.id }, body });
      await Promise.all(
        [surveysApi.list, surveysApi.get].map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })),
      );
    },
  });
}
