import { AssignBy, CaseStatus, usersApi } from '@bureau/contracts';
import type { ActionOf } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Select, TextField } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { languageName } from '../../plain/language-name.ts';
import { actionsFieldWords as words } from './actions.words.ts';
import type { ActionInputProps } from './input-props.ts';

export function StatusInput({ action, onChange, errorAt }: ActionInputProps<ActionOf<'set-status'>>) {
  return (
    <Select
      aria-label={words.status}
      choices={CaseStatus.options.map((id) => ({ id, label: words.statuses[id] }))}
      value={action.status}
      error={errorAt('status')}
      onChange={(status) => onChange({ ...action, status })}
    />
  );
}

const figures = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `${from + at}`);

export function PriorityInput({ action, onChange, errorAt }: ActionInputProps<ActionOf<'set-priority'>>) {
  return (
    <Select
      aria-label={words.priority}
      choices={figures(1, 10).map((id) => ({ id, label: words.level(Number(id)) }))}
      value={`${action.priority}`}
      error={errorAt('priority')}
      onChange={(level) => onChange({ ...action, priority: Number(level) })}
    />
  );
}

export function StepsInput({ action, onChange, errorAt }: ActionInputProps<ActionOf<'change-priority'>>) {
  const steps = Math.abs(action.by);
  const isUp = action.by >= 0;
  return (
    <>
      <Select
        aria-label={words.direction}
        choices={[
          { id: 'up', label: words.raise },
          { id: 'down', label: words.lower },
        ]}
        value={isUp ? 'up' : 'down'}
        onChange={(direction) => onChange({ ...action, by: direction === 'up' ? steps : -steps })}
      />
      <Select
        aria-label={words.steps}
        choices={figures(1, 9).map((id) => ({ id, label: id }))}
        value={`${steps}`}
        error={errorAt('by')}
        onChange={(next) => onChange({ ...action, by: isUp ? Number(next) : -Number(next) })}
      />
    </>
  );
}

const OF_CASE = 'case';

export function AssignInput({ action, onChange, errorAt }: ActionInputProps<ActionOf<'assign'>>) {
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  return (
    <>
      <Select<AssignBy>
        aria-label={words.how}
        choices={AssignBy.options.map((id) => ({ id, label: words.assignBy[id] }))}
        value={action.by}
        error={errorAt('by')}
        onChange={(by) => onChange({ ...action, by })}
      />
      <Select
        aria-label={words.group}
        choices={[
          { id: OF_CASE, label: words.groupOfCase },
          ...groups.map(({ id, name }) => ({ id: `${id}`, label: words.groupCalled(name) })),
        ]}
        value={action.groupId === null ? OF_CASE : `${action.groupId}`}
        error={errorAt('groupId')}
        onChange={(id) => onChange({ ...action, groupId: id === OF_CASE ? null : Number(id) })}
      />
    </>
  );
}

/** Languages that customers write in often; any other that a case has stays as it is. */
const LANGUAGES =
  'ar bg bn ca cs da de el en en_gb en_us es et fa fi fr he hi hr hu id is it ja ko lt lv ms nb nl pl pt pt_br ro ru sk sl sr sv th tr uk vi zh zh_tw'.split(
    ' ',
  );
const NONE = 'none';

export function LanguageInput({ action, onChange, errorAt }: ActionInputProps<ActionOf<'set-language'>>) {
  const { language } = action;
  const codes = language === null || LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
  const choices = codes.map((id) => ({ id, label: languageName(id) }));
  return (
    <ComboBox
      aria-label={words.language}
      choices={[{ id: NONE, label: words.noLanguage }, ...choices.sort((a, b) => a.label.localeCompare(b.label))]}
      value={language ?? NONE}
      error={errorAt('language')}
      onChange={(id) => id !== null && onChange({ ...action, language: id === NONE ? null : id })}
    />
  );
}

type Until = 'reply' | 'hours' | 'days';

const HOURS = 24;

export function SnoozeInput({ action, onChange, errorAt }: ActionInputProps<ActionOf<'snooze'>>) {
  const { hours } = action;
  const until: Until = hours === null ? 'reply' : hours > 0 && hours % HOURS === 0 ? 'days' : 'hours';
  const unit = until === 'days' ? HOURS : 1;
  const choose = (next: Until) => {
    const chosen: Record<Until, number | null> = { reply: null, hours: 4, days: HOURS };
    onChange({ ...action, hours: chosen[next] });
  };
  return (
    <>
      <Select<Until>
        aria-label={words.snooze}
        choices={[
          { id: 'reply', label: words.untilReply },
          { id: 'hours', label: words.forHours },
          { id: 'days', label: words.forDays },
        ]}
        value={until}
        onChange={choose}
      />
      {hours !== null && until !== 'reply' && (
        <TextField
          aria-label={words.amount[until]}
          type="number"
          className="action-figure"
          validationBehavior="aria"
          value={`${hours / unit}`}
          error={errorAt('hours')}
          onChange={(typed) => onChange({ ...action, hours: Math.max(1, Math.trunc(Number(typed) || 1)) * unit })}
        />
      )}
    </>
  );
}
