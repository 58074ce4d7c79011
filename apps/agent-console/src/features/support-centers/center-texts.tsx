import { themesApi } from '@bureau/contracts';
import type { CenterText, SupportCenter } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Button, Checkbox, ErrorState, SearchField, Select, Skeleton, TextArea, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { languageName } from '../../plain/language-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { centerWords as words } from './support-centers.words.ts';

/** Rows drawn at once; a search narrows the rest. */
const SHOWN = 60;

/** Every text of the support center in one language, each to be said otherwise. */
export function CenterTexts({ center }: { center: SupportCenter }) {
  const [language, setLanguage] = useState(center.languages[0] ?? 'en');
  const [sought, setSought] = useState('');
  const [isOwnOnly, setOwnOnly] = useState(false);
  const params = { brandId: center.brandId, language };
  const texts = useRoute(themesApi.texts, { params });
  const found = (texts.data?.items ?? []).filter((text) => (!isOwnOnly || text.own !== null) && matches(text, sought));
  return (
    <div className="center-texts">
      <div className="center-preview-head">
        <SearchField label={words.searchTexts} value={sought} onChange={setSought} />
        <Select
          label={words.language}
          choices={center.languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
          value={language}
          onChange={setLanguage}
        />
        <Checkbox isSelected={isOwnOnly} onChange={setOwnOnly}>
          {words.ownOnly}
        </Checkbox>
      </div>
      {texts.isPending && <Skeleton rows={8} />}
      {texts.isError && (
        <ErrorState
          what={words.textsFailed}
          safe={words.safe}
          advice={problemText(texts.error)}
          onRetry={() => void texts.refetch()}
          isRetrying={texts.isFetching}
        />
      )}
      {texts.data && found.length === 0 && <p className="center-quiet">{words.noTexts}</p>}
      <ul className="center-text-list">
        {found.slice(0, SHOWN).map((text) => (
          <li key={`${language} ${text.key}`}>
            <OneText text={text} params={params} />
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="center-quiet">{words.moreTexts(found.length - SHOWN)}</p>}
    </div>
  );
}

function matches({ key, original, own }: CenterText, sought: string): boolean {
  const words = sought.trim().toLowerCase();
  return words === '' || [key, original, own ?? ''].some((text) => text.toLowerCase().includes(words));
}

interface OneTextProps {
  text: CenterText;
  params: { brandId: number; language: string };
}

/** A text as it is said; written over, it is the brand's own. */
function OneText({ text: { key, original, own }, params }: OneTextProps) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [typed, setTyped] = useState<string | null>(null);
  const change = useCommand(themesApi.changeTexts, {
    onSuccess: (answer) => {
      queries.setQueryData(keyOf(themesApi.texts, { params }), answer);
      setTyped(null);
    },
    onError: (error) => void toasts.show({ text: words.notSaved, detail: problemText(error), tone: 'danger' }),
  });
  const shown = typed ?? own ?? original;
  const say = (text: string | null) => change.mutate({ params, body: { texts: { [key]: text } } });
  return (
    <>
      <TextArea
        label={key}
        help={own === null ? undefined : words.originally(original)}
        rows={1}
        maxLength={1000}
        value={shown}
        onChange={setTyped}
      />
      <div className="center-actions">
        {typed !== null && typed !== (own ?? original) && (
          <Button size="small" variant="primary" isPending={change.isPending} onPress={() => say(typed.trim() || null)}>
            {words.saveText}
          </Button>
        )}
        {own !== null && typed === null && (
          <Button size="small" isPending={change.isPending} onPress={() => say(null)}>
            {words.sayOriginal}
          </Button>
        )}
      </div>
    </>
  );
}
