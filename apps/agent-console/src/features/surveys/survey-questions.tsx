import { siteApi } from '@bureau/contracts';
import type { SurveyWords } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, Menu, TextArea, TextField } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { languageName } from '../../plain/language-name.ts';
import { surveysWords as words } from './surveys.words.ts';

interface SurveyQuestionsProps {
  asked: Readonly<Record<string, SurveyWords>>;
  /** The language on the screen. */
  language: string;
  onLanguage: (language: string) => void;
  errorOf: (path: string) => string | undefined;
  onChange: (asked: Record<string, SurveyWords>) => void;
}

/** The question and the additional question, language by language. */
export function SurveyQuestions({ asked, language, onLanguage, errorOf, onChange }: SurveyQuestionsProps) {
  const languages = Object.keys(asked);
  const of = (one: string) => asked[one] ?? { question: '', additionalQuestion: '' };
  const write = (one: string, changes: Partial<SurveyWords>) =>
    onChange({ ...asked, [one]: { ...of(one), ...changes } });
  const remove = (one: string) =>
    onChange(Object.fromEntries(Object.entries(asked).filter(([known]) => known !== one)));
  return (
    <div className="survey-questions">
      <Tabs
        label={words.language}
        selected={language}
        onChange={onLanguage}
        tabs={languages.map((one) => ({
          id: one,
          label: languageName(one),
          content: (
            <div className="survey-words">
              <TextField
                label={words.questionOf}
                error={errorOf(`words.${one}.question`)}
                maxLength={300}
                value={of(one).question}
                onChange={(question) => write(one, { question })}
              />
              <TextArea
                label={words.additional}
                help={words.additionalHelp}
                error={errorOf(`words.${one}.additionalQuestion`)}
                rows={2}
                maxLength={1024}
                value={of(one).additionalQuestion}
                onChange={(additionalQuestion) => write(one, { additionalQuestion })}
              />
              {languages.length > 1 && (
                <Button size="small" variant="quiet" onPress={() => remove(one)}>
                  {words.removeLanguage(languageName(one))}
                </Button>
              )}
            </div>
          ),
        }))}
      />
      <AddLanguage
        known={languages}
        onAdd={(one) => {
          write(one, {});
          onLanguage(one);
        }}
      />
    </div>
  );
}

/** The languages of the desk in which nothing is asked yet. */
function AddLanguage({ known, onAdd }: { known: readonly string[]; onAdd: (language: string) => void }) {
  const site = useRoute(siteApi.read, {});
  const missing = (site.data?.languages ?? []).filter((one) => !known.includes(one));
  if (missing.length === 0) return null;
  return (
    <Menu
      label={words.addLanguage}
      trigger={
        <Button size="small" icon="plus">
          {words.addLanguage}
        </Button>
      }
      groups={[
        {
          id: 'languages',
          actions: missing.map((one) => ({ id: one, label: languageName(one), onAction: () => onAdd(one) })),
        },
      ]}
    />
  );
}
