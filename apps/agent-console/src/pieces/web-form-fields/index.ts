export { WebFormFields } from './web-form-fields.tsx';
