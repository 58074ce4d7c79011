import { useId } from 'react';

export interface RadioChoice<Id extends string> {
  id: Id;
  label: string;
  help?: string;
  /** A figure at the end of the line. */
  figure?: string;
}

export interface RadioChoicesProps<Id extends string> {
  label: string;
  choices: readonly RadioChoice<Id>[];
  value: Id;
  onChange: (id: Id) => void;
}

/** One of a few things that each need a sentence; arrow keys move between them. */
export function RadioChoices<Id extends string>({ label, choices, value, onChange }: RadioChoicesProps<Id>) {
  const name = useId();
  return (
    <fieldset className="radio-choices">
      <legend className="bu-field-label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.id} className="radio-choice">
          <input type="radio" name={name} checked={choice.id === value} onChange={() => onChange(choice.id)} />
          <span className="radio-words">
            <span>{choice.label}</span>
            {choice.help && <span className="radio-help">{choice.help}</span>}
          </span>
          {choice.figure !== undefined && <span className="radio-figure bu-figures">{choice.figure}</span>}
        </label>
      ))}
    </fieldset>
  );
}
