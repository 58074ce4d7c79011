import { surveysApi } from '@bureau/contracts';
import type { Mailbox, MailboxSurvey, Survey } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Select, TextField } from '@bureau/ui';
import { mailboxWords as words } from './mailboxes.words.ts';

export interface SurveyFields {
  survey: MailboxSurvey;
  /** Null: as the brand has it. */
  surveyAfterHours: number | null;
}

interface SurveyInputsProps {
  fields: SurveyFields;
  brand: Mailbox['brand'];
  set: (changes: Partial<SurveyFields>) => void;
  errorOf: (path: string) => string | undefined;
}

/** Whether customers are asked after a case of the mailbox was resolved, and when. */
export function SurveyInputs({ fields: { survey, surveyAfterHours }, brand, set, errorOf }: SurveyInputsProps) {
  const ofBrand = useSurveyOf(brand);
  return (
    <>
      <Select
        label={words.survey.label}
        help={ofBrand && !ofBrand.enabled ? words.survey.off(brand.name) : words.survey.help}
        choices={[
          { id: 'as-brand', label: words.survey.asBrand, detail: ofBrand && sayBrand(ofBrand) },
          { id: 'send', label: words.survey.send, detail: words.survey.sendMeans },
          { id: 'never', label: words.survey.never, detail: words.survey.neverMeans },
        ]}
        value={survey}
        onChange={(chosen) => set({ survey: chosen })}
        error={errorOf('survey')}
      />
      {survey === 'send' && (
        <TextField
          className="mailbox-hours"
          label={words.survey.hours}
          help={ofBrand ? words.survey.hoursOfBrand(ofBrand.sendAfterHours) : words.survey.hoursHelp}
          inputMode="numeric"
          maxLength={4}
          value={surveyAfterHours === null || Number.isNaN(surveyAfterHours) ? '' : String(surveyAfterHours)}
          onChange={(typed) => set({ surveyAfterHours: typed.trim() === '' ? null : Number(typed) })}
          error={errorOf('surveyAfterHours')}
        />
      )}
    </>
  );
}

/** What the brand asks, for those who may know it. */
function useSurveyOf(brand: Mailbox['brand']): Survey | undefined {
  const isKnown = can(useSession(), surveysApi.list);
  const surveys = useRoute(surveysApi.list, {}, { enabled: isKnown });
  return surveys.data?.items.find((one) => one.brand.id === brand.id);
}

function sayBrand({ automatic, sendAfterHours, brand }: Survey): string {
  return automatic ? words.survey.brandAsks(brand.name, sendAfterHours) : words.survey.brandWaits(brand.name);
}
