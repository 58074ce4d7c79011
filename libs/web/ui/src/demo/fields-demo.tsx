import { FormField } from '../field/form-field.tsx';
import { SearchField } from '../field/search-field.tsx';
import { TextArea, TextField } from '../field/text-field.tsx';

export function FieldsDemo() {
  return (
    <div className="bu-demo-columns">
      <TextField label="Name" defaultValue="Ana Ferreira" isRequired />
      <TextField label="E-mail" placeholder="name@example.com" help="Replies go to this address." />
      <TextField label="Port" defaultValue="99310" error="Enter a port between 1 and 65535." />
      <TextField label="Host" defaultValue="imap.example.com" isDisabled />
      <TextField label="Case number" defaultValue="1042" isReadOnly />
      <SearchField label="Search cases" keys="mod+k" />
      <SearchField label="Search customers" defaultValue="Larkspur" />
      <TextArea label="Signature" rows={3} defaultValue={'Mia Chen\nLarkspur Coffee'} help="Added below every reply." />
      <FormField label="Due" help="A control of the browser in our frame.">
        {(control) => <input {...control} type="date" className="bu-input" defaultValue="2026-11-03" />}
      </FormField>
      <FormField label="Answer within" error="Enter whole hours, for example 4.">
        {(control) => <input {...control} className="bu-input" defaultValue="soon" />}
      </FormField>
    </div>
  );
}
