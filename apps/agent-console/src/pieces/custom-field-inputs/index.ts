export { CustomFieldInputOf, CustomFieldInputs, customFieldFacts } from './custom-field-inputs.tsx';
export type { CustomFieldInput, CustomFieldInputsProps } from './custom-field-inputs.tsx';
