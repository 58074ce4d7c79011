import { customFieldsApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, Menu, TextArea } from '@bureau/ui';
import { useRef } from 'react';
import { menuOf } from './placeholder-menu.ts';
import type { PlaceholderPlace } from './placeholder-menu.ts';
import { templatesWords as words } from './templates.words.ts';

interface SourceFieldProps {
  place: PlaceholderPlace;
  label: string;
  help: string;
  rows: number;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** A text with placeholders, and a menu that puts one where the cursor stands. */
export function SourceField({ place, value, onChange, ...field }: SourceFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const fields = useRoute(customFieldsApi.list, {});
  const insert = (tag: string, isBlock: boolean) => {
    const [from, to] = [area.current?.selectionStart ?? value.length, area.current?.selectionEnd ?? value.length];
    const before = value.slice(0, from);
    const after = value.slice(to);
    const said = isBlock ? `${before === '' || before.endsWith('\n') ? '' : '\n'}${tag}\n` : tag;
    onChange(before + said + (isBlock ? after.replace(/^\n/, '') : after));
    const cursor = from + said.length;
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(cursor, cursor);
    });
  };
  return (
    <div className="template-source">
      <TextArea {...field} textAreaRef={area} className="template-text" value={value} onChange={onChange} />
      <div className="template-insert">
        <Menu
          label={words.insert}
          trigger={
            <Button size="small" icon="plus">
              {words.insert}
            </Button>
          }
          groups={menuOf(place, { fields: fields.data?.items ?? [], insert })}
        />
        {place !== 'acknowledgement' && <span className="template-hint">{words.defaultHint}</span>}
      </div>
    </div>
  );
}
