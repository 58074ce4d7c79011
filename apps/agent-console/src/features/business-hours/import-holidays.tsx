import { businessHoursApi } from '@bureau/contracts';
import type { HolidaysRead, SpecialDay } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Button, useToasts } from '@bureau/ui';
import { useRef } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { namesInWords } from './hours-in-words.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

interface ImportHolidaysProps {
  days: readonly SpecialDay[];
  onChange: (days: SpecialDay[]) => void;
}

/** Takes the holidays of a calendar file over into the form; what is there already is not added again. */
export function ImportHolidays({ days, onChange }: ImportHolidaysProps) {
  const input = useRef<HTMLInputElement>(null);
  const toasts = useToasts();
  const read = useCommand(businessHoursApi.readHolidays, {
    onSuccess: ({ specialDays, left }) => {
      const known = new Set(days.map(keyOf));
      const added = specialDays.filter((day) => !known.has(keyOf(day)));
      onChange([...days, ...added]);
      toasts.show({
        text: words.imported(added.length),
        detail: [leftInWords(left), added.length > 0 ? words.saveToKeep : ''].filter(Boolean).join(' '),
        timeoutMs: left.length > 0 ? Infinity : undefined,
      });
    },
    onError: (error) => toasts.show({ text: words.notImported, detail: problemText(error), tone: 'danger' }),
  });
  const take = async (file: File | undefined) => {
    if (file) read.mutate({ body: { ics: await file.text() } });
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <Button icon="download" isPending={read.isPending} onPress={() => input.current?.click()}>
        {words.import}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".ics,text/calendar"
        hidden
        aria-label={words.import}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
    </>
  );
}

function keyOf({ name, from, until }: SpecialDay): string {
  return JSON.stringify([name, from, until]);
}

function leftInWords(left: HolidaysRead['left']): string {
  if (left.length === 0) return '';
  const shown = left.slice(0, 5).map(({ name, reason }) => `${name} (${words.reasons[reason]})`);
  return words.leftOut(namesInWords(left.length > 5 ? [...shown, words.more(left.length - 5)] : shown));
}
