export { LinkForm } from './link-form.tsx';
