import './form.css';
import { Banner, Button, ConfirmDialog, Icon } from '@bureau/ui';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Form } from './use-form.ts';
import { formWords as words } from './form.words.ts';

export interface FormFrameProps {
  /** Any form; the frame looks at its state only. */
  form: Omit<Form<object>, 'values' | 'set'>;
  /** What the button does, in words; "Save" by itself. */
  saveLabel?: string;
  /** A form to add something is ready to be saved from the start. */
  isNew?: boolean;
  /** Takes the place of "Discard changes" in a form to add something. */
  onCancel?: { label: string; run: () => void };
  /** Reads again what the desk has, after somebody else changed it. */
  onShowTheirs?: () => void;
  children: ReactNode;
}

/** The fields of a form, what is wrong as a whole above them, and the bar that saves below. Ctrl-Enter saves too. */
export function FormFrame({ form, saveLabel, isNew = false, onCancel, onShowTheirs, children }: FormFrameProps) {
  const place = useRef<HTMLFormElement>(null);
  useFocusOnFault(place, form.error);
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void form.submit();
  };
  return (
    <form
      ref={place}
      className="form"
      noValidate
      onKeyDown={submitByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {form.error && (
        <Banner tone="danger">
          {form.error}
          {form.isConflict && onShowTheirs && (
            <Button size="small" onPress={onShowTheirs}>
              {words.showTheirs}
            </Button>
          )}
        </Banner>
      )}
      <div className="form-fields">{children}</div>
      <div className="form-bar">
        <Button type="submit" variant="primary" isPending={form.isSaving} isDisabled={!isNew && !form.isDirty}>
          {saveLabel ?? words.save}
        </Button>
        {onCancel && <Button onPress={onCancel.run}>{onCancel.label}</Button>}
        {!onCancel && form.isDirty && <Button onPress={form.discard}>{words.discard}</Button>}
        <span className="form-state" role="status">
          {form.isDirty && !form.isSaving && words.changed}
          {form.isSaved && (
            <>
              <Icon name="check" size={14} /> {words.saved}
            </>
          )}
        </span>
      </div>
      <ConfirmDialog
        isOpen={form.guard.isAsking}
        onClose={form.guard.stay}
        onConfirm={form.guard.leave}
        title={words.leave.title}
        losses={words.leave.losses}
        confirmLabel={words.leave.confirm}
      />
    </form>
  );
}

/** A save that was refused leads to the first field at fault. */
function useFocusOnFault(place: { current: HTMLFormElement | null }, error: string | undefined): void {
  useEffect(() => {
    if (error === undefined) return;
    place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [place, error]);
}
