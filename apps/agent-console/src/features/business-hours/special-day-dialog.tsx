import { SpecialDay } from '@bureau/contracts';
import { Checkbox, Dialog, FormField, TextField } from '@bureau/ui';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { DayHoursEditor } from './day-hours-editor.tsx';
import { businessHoursWords as words } from './business-hours.words.ts';

const UNWRITTEN: SpecialDay = { name: '', from: '', until: '', everyYear: false, hours: [] };

interface SpecialDayDialogProps {
  /** Null: a new one. */
  day: SpecialDay | null;
  onClose: () => void;
  onSave: (day: SpecialDay) => void;
}

/** One special day; it is kept with the calendar once that is saved. */
export function SpecialDayDialog({ day, onClose, onSave }: SpecialDayDialogProps) {
  const form = useForm<SpecialDay>({
    saved: day ?? UNWRITTEN,
    check: SpecialDay,
    save: (values) => Promise.resolve(onSave(SpecialDay.parse(values))),
    isUnguarded: true,
  });
  const { values, set, errorOf } = form;
  // A day is mostly one: the last one follows the first until it is said.
  const setFrom = (from: string) =>
    set(values.until === '' || values.until === values.from ? { from, until: from } : { from });
  return (
    <Dialog isOpen onClose={onClose} title={day ? words.editSpecial : words.addSpecial}>
      <div className="hours-dialog">
        <FormFrame
          form={form}
          isNew={!day}
          saveLabel={day ? words.take : words.addSpecial}
          onCancel={{ label: words.cancel, run: onClose }}
        >
          <TextField
            label={words.dayName}
            error={errorOf('name')}
            autoFocus
            maxLength={100}
            value={values.name}
            onChange={(name) => set({ name })}
          />
          <div className="hours-dates">
            <DateInput label={words.firstDay} error={errorOf('from')} value={values.from} onChange={setFrom} />
            <DateInput
              label={words.lastDay}
              error={errorOf('until')}
              value={values.until}
              onChange={(until) => set({ until })}
            />
          </div>
          <Checkbox
            help={words.everyYearHelp}
            isSelected={values.everyYear}
            onChange={(everyYear) => set({ everyYear })}
          >
            {words.everyYearLong}
          </Checkbox>
          <FormField label={words.hours} help={words.specialHoursHelp} error={errorOf('hours')}>
            {({ id: _, ...described }) => (
              <div role="group" {...described}>
                <DayHoursEditor
                  of={values.name || words.special}
                  hours={values.hours}
                  errorOf={(path) => errorOf(`hours.${path}`)}
                  onChange={(hours) => set({ hours })}
                />
              </div>
            )}
          </FormField>
        </FormFrame>
      </div>
    </Dialog>
  );
}

interface DateInputProps {
  label: string;
  error: string | undefined;
  value: string;
  onChange: (day: string) => void;
}

function DateInput({ label, error, value, onChange }: DateInputProps) {
  return (
    <FormField label={label} error={error}>
      {(control) => (
        <input
          {...control}
          type="date"
          className="bu-input"
          min="1970-01-01"
          max="2099-12-31"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FormField>
  );
}
