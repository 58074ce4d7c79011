import { AfterSend, ChangePreferences, macrosApi, SendChoice } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { Link, Select, Switch, TextField } from '@bureau/ui';
import { useState } from 'react';
import { useSavePreferences } from '../../pieces/preferences/index.ts';
import { settingsWords } from './settings.words.ts';

const words = settingsWords.writing;

/** What sending does by itself. */
export function WritingSection() {
  const session = useSession();
  const { preferences } = session;
  const save = useSavePreferences();
  return (
    <section className="account-fields">
      <p>{settingsWords.savedAtOnce}</p>
      <Select
        label={words.sendChoice}
        help={words.sendChoiceHelp}
        choices={SendChoice.options.map((id) => ({ id, label: words.sendChoices[id] }))}
        value={preferences.sendChoice}
        onChange={(sendChoice) => save({ sendChoice }, { isTold: true })}
      />
      <Select
        label={words.afterSend}
        choices={AfterSend.options.map((id) => ({ id, label: words.afterSends[id] }))}
        value={preferences.afterSend}
        onChange={(afterSend) => save({ afterSend }, { isTold: true })}
      />
      <Switch
        isSelected={preferences.confirmShortReplies}
        onChange={(confirmShortReplies) => save({ confirmShortReplies })}
        help={words.confirmHelp}
      >
        {words.confirm}
      </Switch>
      {preferences.confirmShortReplies && <LengthField />}
      {can(session, macrosApi.create) && (
        <p>
          <Link href="/admin/macros">{words.macros}</Link>
        </p>
      )}
    </section>
  );
}

/** Kept once the field is left or Enter is pressed, so that half a number is none. */
function LengthField() {
  const { preferences } = useSession();
  const save = useSavePreferences();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(preferences.shortReplyBelow);
  const checked = ChangePreferences.safeParse({ shortReplyBelow: shown.trim() === '' ? null : Number(shown) });
  const keep = () => {
    if (typed === null || !checked.success) return;
    setTyped(null);
    if (checked.data.shortReplyBelow !== preferences.shortReplyBelow) save(checked.data, { isTold: true });
  };
  return (
    <TextField
      className="account-length"
      label={words.below}
      error={checked.success ? undefined : words.belowFault}
      inputMode="numeric"
      maxLength={3}
      value={shown}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
      validationBehavior="aria"
    />
  );
}
