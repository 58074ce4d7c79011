import type { CustomField } from '@bureau/contracts';
import { Icon, Picker } from '@bureau/ui';
import type { PickerChoice, PickerGroup } from '@bureau/ui';
import { Button } from 'react-aria-components';
import { fieldsWords as words } from './case-fields.words.ts';
import type { EditorProps } from './field-editor.tsx';
import { branchesOf, levelsOf, valueWords } from './field-value.ts';

const NOTHING = 'nothing';

/** One of a list, whose levels stand below each other; yes or no. */
export function ChoiceEditor({ field, state, labelId, errorId }: EditorProps) {
  const { value } = state;
  const held = value === null ? null : String(value);
  const choose = (id: string) => void state.save(id === NOTHING ? '' : id.slice(CHOICE.length));
  return (
    <Picker
      label={words.set(field.label)}
      groups={groupsOf(field, held)}
      onChoose={choose}
      trigger={
        <Button
          className="field-face field-button"
          aria-labelledby={`${labelId} ${labelId}-value`}
          aria-describedby={errorId}
          data-empty={value === null || undefined}
        >
          <span id={`${labelId}-value`}>{value === null ? words.empty : valueWords(field, value)}</span>
          <Icon name="chevron-down" size={12} />
        </Button>
      }
    />
  );
}

/** Keeps a choice called "nothing" apart from none. */
const CHOICE = 'choice ';

function groupsOf(field: CustomField, held: string | null): PickerGroup[] {
  const nothing: PickerChoice = { id: NOTHING, label: words.none, isChecked: held === null };
  const last = { id: 'nothing', choices: [nothing] };
  if (field.type === 'boolean') {
    const choices = [
      { id: `${CHOICE}true`, label: words.yes, isChecked: held === 'true' },
      { id: `${CHOICE}false`, label: words.no, isChecked: held === 'false' },
    ];
    return [{ id: 'yes or no', choices }, last];
  }
  const branches = [...branchesOf(field.choices)].map(([branch, choices]) => ({
    id: `branch ${branch}`,
    title: branch === '' ? undefined : branch,
    choices: choices.map((choice) => choiceOf(choice, held)),
  }));
  const isGone = held !== null && !field.choices.includes(held);
  const gone = isGone ? [{ id: 'gone', choices: [{ ...choiceOf(held, held), detail: words.gone }] }] : [];
  return [...gone, ...branches, last];
}

function choiceOf(choice: string, held: string | null): PickerChoice {
  const levels = levelsOf(choice);
  const below = levels.slice(1).join(' › ');
  const [first = choice] = levels;
  return {
    id: `${CHOICE}${choice}`,
    label: below === '' ? first : below,
    // Found by the word above it too.
    detail: levels.length > 1 ? first : undefined,
    isChecked: held === choice,
  };
}
