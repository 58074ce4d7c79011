import './absence.css';
import { usersApi } from '@bureau/contracts';
import type { UserSummary } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Switch, TextField, useNow } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import type { Choice } from '@bureau/ui';
import { readerNow } from '../../language/format.ts';
import { momentWords } from '../../plain/days.ts';
import { absenceWords as words } from './absence.words.ts';
import { isOut, sayAbsenceWhole } from './say-absence.ts';
import type { TypedAbsence } from './typed-absence.ts';
import { useAbsences } from './use-absences.ts';

export interface AbsenceFieldsProps {
  /** Who is out. */
  userId: number;
  /** Who stands in as it is saved: named also to those who may not list users. */
  standIn?: UserSummary | null;
  value: TypedAbsence;
  onChange: (value: TypedAbsence) => void;
  errorOf: (path: string) => string | undefined;
}

/** Whether somebody is out of office, from when until when, and who stands in. */
export function AbsenceFields({ userId, standIn, value, onChange, errorOf }: AbsenceFieldsProps) {
  const choices = useStandIns(userId, standIn);
  const set = (changes: Partial<TypedAbsence>) => onChange({ ...value, ...changes });
  const place = readerNow().timeZone?.replaceAll('_', ' ');
  return (
    <div className="absence">
      <Switch isSelected={value.isOut} onChange={(next) => set({ isOut: next })}>
        {words.outOfOffice}
      </Switch>
      {value.isOut && (
        <>
          <div className="absence-times">
            <TextField
              label={words.from}
              type="datetime-local"
              value={value.from}
              onChange={(from) => set({ from })}
              error={errorOf('absence.from')}
              validationBehavior="aria"
            />
            <TextField
              label={words.until}
              type="datetime-local"
              help={place && words.zone(place)}
              value={value.until}
              onChange={(until) => set({ until })}
              error={errorOf('absence.until')}
              validationBehavior="aria"
            />
          </div>
          <ComboBox
            label={words.standIn}
            help={words.standInHelp}
            placeholder={words.nobody}
            choices={choices}
            value={value.standInId}
            onChange={(standInId) => set({ standInId })}
            error={errorOf('absence.standInId')}
          />
        </>
      )}
    </div>
  );
}

/** Everybody else; of those who are out themselves, when. */
function useStandIns(userId: number, standIn: UserSummary | null | undefined): Choice[] {
  const session = useSession();
  const users = useRoute(usersApi.list, {}, { enabled: can(session, usersApi.list) }).data?.items;
  const absences = useAbsences();
  const now = useNow();
  const people: readonly UserSummary[] = users?.filter(({ state }) => state === 'active') ?? (standIn ? [standIn] : []);
  return people
    .filter(({ id }) => id !== userId)
    .map(({ id, name }) => {
      const absence = absences.get(id);
      if (!absence) return { id: String(id), label: name };
      const { from, until } = absence;
      const detail = isOut(absence, now)
        ? sayAbsenceWhole(absence, now)
        : words.outThen(momentWords(from), momentWords(until));
      return { id: String(id), label: name, detail };
    });
}
